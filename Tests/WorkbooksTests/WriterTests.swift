import TestSupport
import Testing

@testable import Workbooks

/// What is written to a workbook is read back as it was.
@Suite("Writing workbooks")
struct WriterTests {
    /// The bytes of a workbook with one sheet.
    private func workbook(
        _ layout: SheetWriter.Layout = SheetWriter.Layout(), _ body: (SheetWriter) -> Void
    ) throws(WorkbookLimit) -> [UInt8] {
        let workbook = WorkbookWriter()
        body(workbook.addSheet("Sheet", layout))
        return try workbook.finish()
    }

    @Test func `each kind of cell is read back as it was written`() throws {
        let bytes = try workbook { sheet in
            sheet.append(text: "Riot")
            sheet.append(number: "38.50", CellStyle(format: "0.00"))
            sheet.append(day: 20_453, written: "2025-12-31")
            sheet.append(flag: true)
            sheet.append(flag: false)
            sheet.skip()
            sheet.append(number: "-1e-12")
            sheet.endRow()
            sheet.endRow()
            sheet.append(text: "")
            sheet.append(text: "=1+1")
            sheet.append(number: "")
            sheet.append(number: "419", CellStyle(format: "#,##0\"ec\"_)"))
            sheet.endRow()
        }
        let contents = try SheetContents(bytes)
        #expect(contents.names == ["Sheet"])
        let expected: [[[String]]] = [
            [
                [
                    "A1 text Riot", "B1 number 38.50", "C1 date 2025-12-31", "D1 boolean TRUE",
                    "E1 boolean FALSE", "G1 number -0.000000000001",
                ], ["B3 text =1+1", "D3 number 419ec"],
            ]
        ]
        #expect(contents.rows == expected)
    }

    @Test(arguments: [
        "a & b < c > d \"e\" 'f'", " padded ", "two\nlines", "tab\there", "carriage\rreturn",
        "ESC \u{1B} NUL \u{0} BEL \u{7}", "_x0041_", "_x00e9_x0041_", "__x0041_", "_x+041_",
        "_x004_",
        "a\u{FFFE}b\u{FFFF}c\u{FFFD}", "\u{FFFF}", "比特币 🚀 é \u{1F}", "=HYPERLINK(\"x\")", "'quoted",
    ])
    func `a text is read back as it was written`(text: String) throws {
        let bytes = try workbook { $0.append(text: text) }
        #expect(try SheetContents(bytes).rows == [[["A1 text \(text)"]]])
    }

    @Test(arguments: [
        "0", "-0.5", "123456789012345", "50.0", "0.00012", "1234567890.12345", "-999999999999.999",
    ])
    func `a number of up to 15 digits is read back digit by digit`(digits: String) throws {
        let bytes = try workbook { $0.append(number: digits, CellStyle(format: "#,##0.0_)")) }
        #expect(try SheetContents(bytes).rows == [[["A1 number \(digits)"]]])
    }

    @Test func `days before March 1900 are texts, since programs number them in different ways`()
        throws
    {
        let bytes = try workbook { sheet in
            sheet.append(day: -25_508, written: "1900-03-01")
            sheet.append(day: -25_509, written: "1900-02-28")
            sheet.append(day: 2_932_896, written: "9999-12-31")
        }
        #expect(
            try SheetContents(bytes).rows == [
                [["A1 date 1900-03-01", "B1 text 1900-02-28", "C1 date 9999-12-31"]]
            ])
    }

    @Test func `the same cells give the same bytes`() throws {
        let one = try workbook { $0.append(text: "Riot") }
        #expect(try workbook { $0.append(text: "Riot") } == one)
        #expect(try workbook { $0.append(text: "Mara") } != one)
    }

    @Test func `a sheet that is packed in pieces is complete`() throws {
        let bytes = try workbook { sheet in
            for number in 1...50_000 {
                sheet.append(number: String(number))
                sheet.append(text: "row \(number)")
                sheet.endRow()
            }
        }
        let rows = try SheetContents(bytes).rows[0]
        #expect(rows.count == 50_000)
        #expect(rows.last == ["A50000 number 50000", "B50000 text row 50000"])
    }

    @Test func `a workbook without cells can be read`() throws {
        let contents = try SheetContents(try workbook { _ in })
        #expect(contents.names == ["Sheet"] && contents.rows == [[]])
    }

    // MARK: Limits

    @Test func `a sheet has at most 1,048,576 rows`() throws {
        func bytes(rows: Int) throws(WorkbookLimit) -> [UInt8] {
            try workbook { sheet in
                for _ in 1..<rows { sheet.endRow() }
                sheet.append(text: "last")
                sheet.endRow()
            }
        }
        #expect(try SheetContents(try bytes(rows: 1_048_576)).rows == [[["A1048576 text last"]]])
        #expect(throws: WorkbookLimit.rows(sheet: "Sheet")) { try bytes(rows: 1_048_577) }
    }

    @Test func `a sheet has at most 16,384 columns`() throws {
        func bytes(columns: Int) throws(WorkbookLimit) -> [UInt8] {
            try workbook { sheet in
                for _ in 1..<columns { sheet.skip() }
                sheet.append(number: "1")
            }
        }
        #expect(try SheetContents(try bytes(columns: 16_384)).rows == [[["XFD1 number 1"]]])
        #expect(throws: WorkbookLimit.columns(sheet: "Sheet")) { try bytes(columns: 16_385) }
    }

    @Test(arguments: ["a", "é", "比", "🚀"])
    func `a cell has at most 32,767 characters, counted as UTF-16`(letter: String) throws {
        let most = 32_767 / letter.utf16.count
        let text = String(repeating: letter, count: most)
        let bytes = try workbook { $0.append(text: text) }
        #expect(try SheetContents(bytes).rows == [[["A1 text \(text)"]]])
        let cell = CellAddress(row: 1, column: 0)
        #expect(throws: WorkbookLimit.text(sheet: "Sheet", cell: cell)) {
            try workbook { $0.append(text: text + letter) }
        }
    }

    @Test(arguments: [
        (
            WorkbookLimit.rows(sheet: "Claims"),
            "the sheet Claims would have more than 1048576 rows, the most that a spreadsheet can have"
        ),
        (
            .columns(sheet: "Claims"),
            "the sheet Claims would have more than 16384 columns, the most that a spreadsheet can have"
        ),
        (
            .text(sheet: "Claims", cell: CellAddress(row: 3, column: 1)),
            "the text for the cell Claims!B3 has more than 32767 characters, the most that a cell can "
                + "have"
        ),
        (.bytes, "the workbook is too large to pack in memory"),
    ])
    func `a limit is named`(limit: WorkbookLimit, sentence: String) {
        #expect(limit.description == sentence)
    }
}
