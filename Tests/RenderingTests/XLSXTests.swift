import Reporting
import TestSupport
import Testing
import Workbooks

@testable import Rendering

@Suite("Documents as workbooks")
struct XLSXTests {
    private func contents(_ document: Document, table: String? = nil) throws -> SheetContents {
        try SheetContents(try Format.xlsx.render(document, table: table))
    }

    /// The cells of a table with one column of numbers, without its header.
    private func cells(_ numbers: Number...) throws -> [String] {
        let table = Table(
            name: "t", title: "T", columns: [Column("n", "N", .number)],
            rows: numbers.map { [.number($0)] })
        let rows = try contents(Document(report: "r", tables: [table])).rows[0]
        return rows.dropFirst().flatMap(\.self)
    }

    @Test(
        .enabled(if: PythonReference.isExpected),
        arguments: [("sector", Document.sector), ("hostile", .hostile), ("series", .series)])
    func `another program finds these sheets, formats and links`(name: String, document: Document)
        throws
    {
        let bytes = try Format.xlsx.render(document)
        let answer = try PythonReference("workbook.py")
            .answers(to: [MutatedFile(bytes: bytes)])
        try expect(Array(answer[0]), matchesGolden: "\(name).xlsx.txt")
    }

    @Test func `a sheet per table, after one with what was asked for and the notes`() throws {
        let contents = try contents(.sector)
        #expect(contents.names == ["Report", "Headline", "Members", "Conflicts"])
        let lines = contents.rows[0].map { $0.joined(separator: " | ") }
        let expected = """
            A1 text Sector
            A2 text on | B2 text 2026-01-15
            A3 text group | B3 text us-listed
            A5 text Sheets | B5 text Headline: U.S.-listed miners on 2026-01-15
            B6 text Members: Members
            B7 text Conflicts: Conflicts
            A9 text Notes | B9 text 1 of 14 is an estimate: MARA. What is carried is at most \
            ninety-two days old, and says so.
            B10 text 3. No inputs lack their day of publication.
            """
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `a table alone needs no such sheet`() throws {
        #expect(try contents(.series).names == ["Series"])
        #expect(try contents(.sector, table: "members").names == ["Report", "Members"])
        #expect(try contents(Document(report: "r", tables: [])).names == ["Report"])
    }

    @Test func `numbers keep all digits, in the unit and scale that people see`() throws {
        let rows = try contents(.sector, table: "headline").rows[1]
        let lines = rows.map { $0.joined(separator: " | ") }
        let expected = """
            A1 text Figure | B1 text Value | C1 text Unit | D1 text Change | E1 text Day | \
            F1 text Record
            A2 text Deployed hashrate | B2 number 419.25er | C2 text EH/s | D2 number 12 | \
            E2 date 2026-01-15 | F2 boolean TRUE
            A3 text Market cap | B3 number 62.123456789 | C3 text USD bn | D3 number 13 | \
            E3 date 2026-01-14 | F3 boolean FALSE
            A4 text Gross margin | B4 number 47 | C4 text % | D4 number -300 bp | \
            E4 date 2026-01-15
            A5 text Block reward revenue | B5 number 42100d | C5 text USD/EH/day | D5 number 0.4
            A6 text HPC contracted | C6 text MW
            A8 text e estimated; d derived from other figures; r a record: see the notes
            """
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test(arguments: [
        (Number(419.25, decimals: 0), "#,##0_)"),
        (Number(419.25, decimals: 2, marks: [.carried, .estimated]), "#,##0.00\"ec\"_)"),
        (Number(5, decimals: 1, isSigned: true), "+#,##0.0_);-#,##0.0_);#,##0.0_)"),
        (Number(-5, decimals: 1, isSigned: true), "#,##0.0_)"),
        (Number(0.04, decimals: 1, isSigned: true), "#,##0.0_)"),
        (Number(-0.04, decimals: 1, isSigned: true), "#,##0.0_);#,##0.0_)"),
        (Number(42_149, decimals: -2), "#,##0_)"),
        (Number(70, decimals: 0, suffix: "bp", marks: [.conflict]), "#,##0\"x bp\"_)"),
        (Number(1, decimals: 0, suffix: "\"a\""), "#,##0\" \"\\\"\"a\"\\\"\"\"_)"),
    ])
    func `the format shows digits, signs, marks and units as the other formats do`(
        number: Number, format: String
    ) throws {
        let shown = try #require(SheetNumber(number))
        #expect(shown.format(endingWidth: shown.ending.count) == format)
    }

    @Test func `numbers of a column leave room for the marks of the others`() throws {
        let shown = try #require(SheetNumber(Number(5, decimals: 1, marks: [.carried])))
        #expect(shown.format(endingWidth: 3) == "#,##0.0\"c\"_e_e_)")
    }

    @Test func `missing, infinite and undefined numbers are empty cells, never 0`() throws {
        #expect(
            try cells(
                Number(.nan, decimals: 0), Number(.infinity, decimals: 0, marks: [.estimated]),
                Number(0, decimals: 0)) == ["A4 number 0"])
    }

    @Test func `digits before the point that are not known are zeros`() throws {
        #expect(
            try cells(Number(42_149, decimals: -2), Number(-1_550_000, decimals: -1, power: -3))
                == ["A2 number 42100", "A3 number -1550"])
    }

    @Test func `500 random documents are read back`() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let document = Document.random(&random)
            let contents = try contents(document)
            try #require(contents.rows.count >= document.tables.count)
            let sheets = contents.rows.suffix(document.tables.count)
            for (table, rows) in zip(document.tables, sheets) {
                let cells = Set(rows.joined().compactMap { $0.split(separator: " ").first })
                let shown = table.columns.indices.filter { table.columns[$0].audience == .everyone }
                for (row, expected) in table.rows.enumerated() {
                    for (column, index) in shown.enumerated() {
                        let address = CellAddress(row: row + 2, column: column)
                        switch expected[index] {
                        case .date, .flag: #expect(cells.contains("\(address)"))
                        case .missing: #expect(!cells.contains("\(address)"))
                        default: continue
                        }
                    }
                }
            }
        }
    }

    @Test func `a text that no cell can have is an error`() throws {
        let long = String(repeating: "a", count: 40_000)
        let document = Document(report: "r", tables: [], notes: ["short", long])
        let error = #expect(throws: RenderingError.self) { try Format.xlsx.render(document) }
        let sentence = """
            the text for the cell Report!B5 has more than 32767 characters, the most that a cell can \
            have; use --format csv
            """
        #expect(error?.description == sentence)
    }
}
