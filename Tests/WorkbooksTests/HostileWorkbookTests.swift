import CWorkbooks
import Foundation
import Testing

@testable import Workbooks

/// Workbooks that are damaged, or meant to do harm.
@Suite("Hostile workbooks")
struct HostileWorkbookTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private static let refused: [(file: String, error: WorkbookError)] = [
        ("entities.xlsx", .documentType(part: sheet)),
        ("wide.xlsx", .damagedRow(part: sheet, row: 1, .address("XFE1"))),
        ("huge-column.xlsx", .damagedRow(part: sheet, row: 1, .address("ZZZZZZZZZ1"))),
        ("tall.xlsx", .damagedRow(part: sheet, row: 1, .address("1048577"))),
        ("unordered.xlsx", .damagedRow(part: sheet, row: 1, .order)),
        ("unordered-cells.xlsx", .damagedRow(part: sheet, row: 1, .order)),
        ("row-in-cell.xlsx", .damagedRow(part: sheet, row: 2, .nesting)),
        ("cell-in-cell.xlsx", .damagedRow(part: sheet, row: 1, .nesting)),
        ("row-in-row.xlsx", .damagedRow(part: sheet, row: 1, .nesting)),
        ("cell-in-no-row.xlsx", .damagedRow(part: sheet, row: 1, .nesting)),
        ("row-in-cell.ods", .damagedRow(part: "content.xml", row: 1, .nesting)),
        ("cell-in-cell.ods", .damagedRow(part: "content.xml", row: 1, .nesting)),
        ("table-in-cell.ods", .damagedRow(part: "content.xml", row: 1, .nesting)),
        ("deep.xlsx", .tooLarge(part: sheet, .structure)),
        ("long-tag.xlsx", .tooLarge(part: sheet, .structure)),
        ("no-text.xlsx", .damaged(part: sheet, .reference)),
        ("no-format.xlsx", .damaged(part: sheet, .reference)),
        ("not-xml.xlsx", .damaged(part: sheet, .xml("mismatched tag", line: 2))),
        ("path.xlsx", .missingPart("etc/passwd")),
        ("binary.xlsb", .binaryWorkbook),
        ("cut.xlsx", .damaged(part: "", .packing)),
        ("checksum.xlsx", .damaged(part: sheet, .checksum)),
        ("text.odt", .notWorkbook),
    ]

    @Test(arguments: refused.indices)
    func `a damaged or hostile workbook is refused`(index: Int) {
        let (file, error) = Self.refused[index]
        #expect(throws: error, "\(file)") {
            try withWorkbook(fixture(file)) { workbook in
                let sheet = try #require(workbook.sheets.first)
                _ = try workbook.mergedCells(of: sheet)
                _ = try cells(of: workbook)
            }
        }
    }

    @Test func `a row of many cells that is repeated a million times is refused`() throws {
        #expect(throws: WorkbookError.tooLarge(part: "content.xml", .repeatedCells)) {
            try withWorkbook(fixture("repeated.ods")) { workbook in
                let rows = try workbook.rows(of: try #require(workbook.sheets.first))
                while try rows.next() {}
            }
        }
    }

    @Test func `an error frees the memory of the XML parser`() {
        for _ in 0..<3 { _ = try? cells(of: "entities.xlsx") }
        #expect(cworkbooks_xml_memory() < 32 << 20)
    }
}
