import Mining
import TestSupport
import Testing
import Workbooks

@testable import Exporting

@Suite("Rows of an export in a sheet")
struct SheetCellTests {
    /// The cells of the second row of a sheet with these columns.
    private func cells(_ columns: [ExportColumn], _ texts: [String]) throws -> [String] {
        let workbook = WorkbookWriter()
        var cells = SheetCells(columns, to: workbook.addSheet("Sheet"))
        for text in texts { cells.append(text.utf8.span) }
        cells.endRow()
        cells.end()
        return try SheetContents(try workbook.finish()).rows[0].dropFirst().first ?? []
    }

    @Test func `a cell has the kind of its column`() throws {
        let columns = ExportColumn.named(["ticker", "value", "published_on", "period", "cik", "on"])
        #expect(
            try cells(columns, ["RIOT", "38.50", "2026-01-05", "2025-12", "1167419", "2025-12-31"])
                == [
                    "A2 text RIOT", "B2 number 38.50", "C2 date 2026-01-05", "D2 text 2025-12",
                    "E2 text 1167419", "F2 text 2025-12-31",
                ])
    }

    @Test(arguments: [
        ("123456789012345", "number 123456789012345"),
        ("-0.00000000000001", "number -0.00000000000001"),
        ("1234567890123456", "text 1234567890123456"),
        ("0.0000000000000001", "text 0.0000000000000001"),
        ("12345678901234.50", "text 12345678901234.50"), ("1e5", "text 1e5"), ("25:1", "text 25:1"),
        (".5", "text .5"), ("1.2.3", "text 1.2.3"), ("-", "text -"),
    ])
    func `a number of up to 15 digits is one, anything else keeps its text`(
        text: String, cell: String
    ) throws {
        let columns = ExportColumn.named(["value"])
        #expect(try cells(columns, [text]) == ["A2 \(cell)"])
    }

    @Test(arguments: [
        ("=1+1", "=1+1"), ("'=1", "''=1"), ("''-", "'''-"), ("'quoted'", "'quoted'"), ("'", "'"),
        ("@x", "@x"), ("_x0041_", "_x0041_"),
    ])
    func `a text gets a ' before it only if import would take one off`(
        text: String, written: String
    ) throws {
        #expect(try cells(ExportColumn.named(["note"]), [text]) == ["A2 text \(written)"])
    }

    @Test func `a day that no sheet can have is a text`() throws {
        #expect(
            try cells(ExportColumn.named(["valid_from", "valid_to"]), ["1899-12-31", "never"])
                == ["A2 text 1899-12-31", "B2 text never"])
    }
}
