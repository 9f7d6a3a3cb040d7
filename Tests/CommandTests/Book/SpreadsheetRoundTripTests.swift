import Foundation
import TestSupport
import Testing

/// Books and worksheets that are written as spreadsheets and imported again.
@Suite("Round trips by spreadsheets")
struct SpreadsheetRoundTripTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    private static let kinds = [
        "companies", "aliases", "share_basis", "groups", "observations", "claims",
    ]

    /// Imports all sheets of an exported workbook into the book `copy.db`.
    @discardableResult
    private func importCopy(of workbook: String) throws -> Outcome {
        try desk.run(
            ["import", "--quiet", "--database", "copy.db", workbook]
                + Self.kinds.flatMap { ["--sheet", $0] })
    }

    /// Checks that the book `copy.db` has the same exports as the book of the desk.
    private func compare() throws {
        try desk.run("export", "--output", "first")
        try desk.run("export", "--database", "copy.db", "--output", "second")
        for kind in Self.kinds {
            let areSame =
                try desk.bytes(of: "first/\(kind).csv") == desk.bytes(of: "second/\(kind).csv")
            #expect(areSame, "\(kind)")
        }
    }

    // MARK: Books

    @Test func `a book comes back from its sheets`() throws {
        try desk.run("export", "--format", "xlsx", "--output", "book.xlsx").says(
            "Wrote the sheets companies, aliases, share_basis, groups, observations, claims to "
                + "book.xlsx.")
        try importCopy(of: "book.xlsx")
        try compare()
        let copy = try desk.run("export", "--database", "copy.db", "--format", "xlsx").says()
        let areSame = try copy.bytes == desk.bytes(of: "book.xlsx")
        #expect(areSame)
    }

    @Test func `texts, digits and days come back as they were`() throws {
        let desk = try Desk()
        try desk.write(
            """
            ticker,name,cik,fiscal_year_end,note
            RIOT,"Riot & ""Sons"" <Inc>",1167419,12,''=1
            MARA,'=Mara,,6,_x0041_ 🚀 50.0
            0123,A number,,,"two  spaces, a comma"

            """, to: "companies.csv")
        try desk.write(
            """
            ticker,from,ads_ratio,split,source,note
            MARA,,15,,https://example.com/20-f,=1
            RIOT,2025-08-01,,25-for-1,,

            """, to: "shares.csv")
        try desk.write(
            """
            subject,metric,period,value,unit,published_on,source,status,note
            RIOT,deployed_hashrate,2025-12-31,38.50,EH/s,2026-01-05,https://x.org/?a=1&b=2,reported,
            RIOT,btc_held,2025-12-31,18005.00000000,BTC,,,reported,-
            RIOT,market_cap,2025-12-31,4712400000.00,USD,,,estimated,
            MARA,market_cap,2025-12-31,1234567890123.45,USD,,,reported,
            MARA,net_income,2025Q4,-0.10,USD m,,,reported,
            RIOT,btc_mined,2025-12-31/2025-12-31,15,BTC,1970-01-02,,restated,
            0123,btc_mined,2025Q3 TTM,460,BTC,,,reported,2025-12

            """, to: "figures.csv")
        try desk.run("import", "companies.csv", "shares.csv", "figures.csv", "--quiet")
        let test = Self(desk)
        try desk.run("export", "--format", "xlsx", "--output", "book.xlsx", "--quiet").says()
        try test.importCopy(of: "book.xlsx")
        try test.compare()
        let rows = try SheetContents(try desk.bytes(of: "book.xlsx")).rows
        let lines = (rows[0].dropFirst() + rows[4].dropFirst())
            .map { $0.joined(separator: " | ") }
        let expected = """
            A2 text 0123 | B2 text A number | H2 text two  spaces, a comma
            A3 text MARA | B3 text =Mara | E3 number 6 | H3 text _x0041_ 🚀 50.0
            A4 text RIOT | B4 text Riot & "Sons" <Inc> | E4 number 12 | G4 text 1167419 | \
            H4 text ''=1
            A2 text 0123 | B2 text btc_mined | C2 text 2024-10-01/2025-09-30 | D2 number 460 | E2 text BTC | \
            H2 text reported | I2 text 2025-12
            A3 text MARA | B3 text market_cap | C3 text 2025-12-31 | D3 number 1234567890123.45 | \
            E3 text USD | H3 text reported
            A4 text MARA | B4 text net_income | C4 text 2025Q4 | D4 number -0.10 | E4 text USD m | \
            H4 text reported
            A5 text RIOT | B5 text btc_held | C5 text 2025-12-31 | D5 number 18005.00000000 | \
            E5 text BTC | H5 text reported | I5 text -
            A6 text RIOT | B6 text btc_mined | C6 text 2025-12-31/2025-12-31 | D6 number 15 | \
            E6 text BTC | F6 date 1970-01-02 | H6 text restated
            A7 text RIOT | B7 text deployed_hashrate | C7 text 2025-12-31 | D7 number 38.50 | \
            E7 text EH/s | F7 date 2026-01-05 | G7 text https://x.org/?a=1&b=2 | H7 text reported
            A8 text RIOT | B8 text market_cap | C8 text 2025-12-31 | D8 number 4712400000.00 | \
            E8 text USD | H8 text estimated
            """
        #expect(lines.joined(separator: "\n") == expected)
    }

    private init(_ desk: Desk) { self.desk = desk }

    @Test(.enabled(if: PythonReference.isExpected))
    func `another program finds numbers with the decimals that were published`() throws {
        try desk.write(
            """
            subject,metric,period,value,unit
            RIOT,deployed_hashrate,2027-12-31,38.50,EH/s
            RIOT,btc_held,2027-12-31,18005,BTC

            """, to: "figures.csv")
        try desk.write("ticker,name\nRIOT,Riot\n", to: "companies.csv")
        try desk.run(
            "import", "companies.csv", "figures.csv", "--database", "new.db", "--quiet")
        try desk.run("export", "--database", "new.db", "--format", "xlsx", "-o", "new.xlsx", "-q")
        let file = MutatedFile(bytes: Array(try desk.bytes(of: "new.xlsx")))
        let answer = try PythonReference("workbook.py").answers(to: [file])
        let text = String(decoding: answer[0], as: UTF8.self)
        #expect(text.contains("\n  D2 18005  [#,##0]\n"), "\(text)")
        #expect(text.contains("\n  D3 38.50  [#,##0.00]\n"), "\(text)")
    }

    @Test func `what no cell can hold is refused, and nothing is written`() throws {
        let note = String(repeating: "n", count: 40_000)
        try desk.write("ticker,name,note\nRIOT,Riot,\(note)\n", to: "companies.csv")
        try desk.run("import", "companies.csv", "--database", "new.db")
        try desk.run(
            "export", "--database", "new.db", "--format", "xlsx", "--output", "new.xlsx", exits: 73
        ).says(
            "Error: the text for the cell companies!H2 has more than 32767 characters, the most that "
                + "a cell can have; use --format csv")
        #expect(!desk.names.contains("new.xlsx"))
        try desk.run("export", "--database", "new.db", "--format", "csv", "--output", "new")
    }

    @Test func `a workbook does not replace the book, and needs a folder that exists`() throws {
        try desk.run("export", "--format", "xlsx", "--output", "minerbook.db", exits: 64).says(
            "Error: cannot write to minerbook.db: it is the book; name another file")
        try desk.run("export", "--format", "xlsx", "--output", "none/book.xlsx", exits: 73).says(
            "Error: cannot create none/book.xlsx: No such file or directory")
    }

    @Test(
        .enabled(if: PythonReference.isExpected),
        arguments: [
            (["export", "--format", "xlsx"], "book.xlsx"),
            (["template", "--period", "2026Q1", "--format", "xlsx"], "2026-03-31.xlsx"),
        ])
    func `a workbook is not written to a terminal`(words: [String], name: String) throws {
        let list = (["minerbook"] + words).map { "\"\($0)\"" }.joined(separator: ",")
        let outcome = try desk.shell(
            "python3 -c 'import os, pty, sys; "
                + "sys.exit(os.waitstatus_to_exitcode(pty.spawn([\(list)])))' < /dev/null",
            exits: 64)
        #expect(
            outcome.stdout
                == "Error: xlsx cannot be shown in a terminal; write it to a file: --output \(name)\r\n"
        )
        try desk.run(words + ["--output", name, "--quiet"]).says()
    }

    // MARK: Worksheets

    @Test func `a worksheet has the cells of that in CSV`() throws {
        let options = ["template", "--period", "2026Q1", "--metric", "btc_held"]
        let csv = try desk.run(options).lines
        try desk.run(options + ["--format", "xlsx", "--output", "sheet.xlsx"]).says()
        let sheet = try SheetContents(try desk.bytes(of: "sheet.xlsx"))
        #expect(sheet.names == ["Figures"] && sheet.rows[0].count == csv.count)
        #expect(
            sheet.rows[0][0].joined(separator: " | ")
                == "A1 text ticker | B1 text name | C1 text period | D1 text btc_held (BTC) | "
                + "E1 text last_btc_held (BTC) | F1 text last_btc_held_on | G1 text published_on | "
                + "H1 text source | I1 text status | J1 text note")
        let riot = sheet.rows[0].first { $0.first?.hasSuffix(" RIOT") == true }
        #expect(csv.contains("RIOT,\"Riot Platforms, Inc.\",2026Q1,,18005,2025-12-31,,,,"))
        #expect(
            riot?.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
                "text RIOT", "text Riot Platforms, Inc.", "text 2026Q1", "number 18005",
                "date 2025-12-31",
            ])
    }

    @Test(.enabled(if: PythonReference.isExpected))
    func `a worksheet can be imported empty or filled in`() throws {
        try desk.run(
            "template", "--period", "2026Q1", "--metric", "deployed_hashrate", "--format", "xlsx",
            "--output", "sheet.xlsx")
        let empty = try desk.run("import", "sheet.xlsx")
        #expect(empty.stderr.contains("\nNothing new: 0 inserted, 0 unchanged,"), empty.comment)
        let script = Desk.packageRoot.appending(path: "Tests/Fixtures/Workbooks/fill.py").path
        try desk.shell(
            "python3 -B '\(script)' sheet.xlsx filled.xlsx D2=77.5 G2=46127 H2=\"'press release'\" "
                + "I2=\"'preliminary'\" D15=12")
        let done = try desk.run("import", "filled.xlsx")
        #expect(done.stderr.contains("Import 2: 2 inserted"), done.comment)
        let rows = try desk.run("export").lines.filter {
            $0.contains(",deployed_hashrate,2026-03-31,")
        }
        #expect(
            rows == [
                "BITF,deployed_hashrate,2026-03-31,77.5,EH/s,2026-04-15,press release,preliminary,",
                "WULF,deployed_hashrate,2026-03-31,12,EH/s,,,reported,",
            ])
    }
}
