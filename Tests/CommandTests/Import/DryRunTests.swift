import Foundation
import Testing

/// Imports that change nothing, and imports that write rejected rows to a file.
@Suite("Dry runs and rejected rows")
struct DryRunTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "miners.csv")
        try desk.run("import", "miners.csv")
        try desk.write(
            ImportTests.header + "RIOT,btc_mined,2025-12,460,BTC,2026-01-05,r,,\n", to: "q4.csv")
    }

    // MARK: --dry-run

    @Test func `a dry run shows what would change, and changes nothing`() throws {
        try desk.run("import", "q4.csv")
        let before = try desk.bytes(of: "minerbook.db")
        try desk.write(
            ImportTests.header + """
                RIOT,btc_mined,2025-12,461,BTC,2026-01-05,r,estimated,call
                RIOT,btc_mined,2025-12,470,BTC,2026-02-05,10-K,,
                RIOT,btc_mined,2026-01,480,BTC,2026-02-05,r,,

                """, to: "new.csv")
        let shown = try desk.run("import", "--dry-run", "new.csv").says(
            "Dry run: 2 inserted (1 restated), 0 unchanged, 1 corrected.")
        #expect(shown.stdout.contains("corrected  RIOT     btc_mined  2025-12  "), shown.comment)
        #expect(
            shown.stdout.contains("460 BTC, reported (without a note)"), shown.comment)
        #expect(shown.stdout.contains("461 BTC, estimated (call)"), shown.comment)
        #expect(shown.stdout.contains("new.csv:2"), shown.comment)
        #expect(shown.lines.count { $0.hasPrefix("restated ") } == 1, shown.comment)
        #expect(shown.lines.count { $0.hasPrefix("inserted ") } == 1, shown.comment)
        #expect(shown.stdout.contains("inserted   RIOT     btc_mined  2026-01  "), shown.comment)
        #expect(try desk.bytes(of: "minerbook.db") == before)
        try desk.run("import", "--dry-run", "--format", "json", "new.csv").prints(
            "{\"inserted\": 2, \"unchanged\": 0, \"restated\": 1, \"conflicting\": 0, \"corrected\": 1, "
                + "\"rejected\": 0, \"rounded\": 0, \"rounded_to_zero\": 0, \"missing\": 0, \"warnings\": 0, "
                + "\"import\": null, \"created\": 0, \"kinds\": {"
                + "\"observations\": {\"inserted\": 2, \"unchanged\": 0, \"restated\": 1, \"conflicting\": 0, \"corrected\": 1}}}"
        )
        try desk.run("import", "new.csv")
            .says("Import 3: 2 inserted (1 restated), 0 unchanged, 1 corrected.")
    }

    @Test func `a dry run needs no book and creates none`() throws {
        try desk.run("import", "--dry-run", "--database", "new.db", "miners.csv", "q4.csv")
            .says("Dry run: 2 inserted, 0 unchanged, 0 corrected.")
        #expect(desk.names == ["minerbook.db", "miners.csv", "q4.csv"])
    }

    @Test func `a dry run reports the same problems as an import`() throws {
        try desk.write("subject,metric,period,value\nRIOT,btc_mined,2025-12,4b0\n", to: "bad.csv")
        let refused = try desk.run("import", "--dry-run", "bad.csv", exits: 65).says(
            "Error: bad.csv:2: btc_mined: \"4b0\" is not an amount of bitcoin, such as 712.53 BTC",
            "Error: nothing was imported: 1 problem")
        #expect(refused.bytes.isEmpty)
    }

    @Test func `a dry run says that changes of companies are not listed`() throws {
        try desk.write("ticker,name,note\nRIOT,Riot Platforms,x\n", to: "miners.csv")
        let shown = try desk.run("import", "--dry-run", "miners.csv")
            .says("Dry run: 0 inserted, 0 unchanged, 1 corrected.")
        #expect(
            shown.stdout.hasSuffix(
                "The table lists 0 of 1 changes: at most 1000, and only those of figures.\n"),
            shown.comment)
    }

    // MARK: --rejects

    private static let mixed =
        ImportTests.header + """
            RIOT,btc_mined,2025-12,460,BTC,2026-01-05,"r, p. 2",,
            RIOT,btc_mined,2026-01,4b0,BTC,2026-02-31,"r, ""3"" p.",,
            RIOT,btc_mined,2026-02

            """

    @Test func `--rejects imports the valid rows and writes the others to a file`() throws {
        try desk.write(Self.mixed, to: "mixed.csv")
        try desk.run("import", "mixed.csv", "--rejects", "bad.csv").says(
            "Warning: mixed.csv:3: btc_mined: \"4b0\" is not an amount of bitcoin, such as "
                + "712.53 BTC",
            "Warning: mixed.csv:3: published_on: \"2026-02-31\" is a day that does not exist; "
                + "correct it",
            "Warning: mixed.csv:4: found 3 fields, expected 9 as in the header; complete the "
                + "row or, if it is not part of the table, remove it",
            "2 rows were rejected: correct them and import bad.csv.",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected, 2 rejected.")
        #expect(
            try desk.text(of: "bad.csv") == """
                rejected_line,rejected_reason,subject,metric,period,value,unit,published_on,source,status,note
                3,"btc_mined: ""4b0"" is not an amount of bitcoin, such as 712.53 BTC; published_on: ""2026-02-31"" is a day that does not exist; correct it",RIOT,btc_mined,2026-01,4b0,BTC,2026-02-31,"r, ""3"" p.",,
                4,"found 3 fields, expected 9 as in the header; complete the row or, if it is not part of the table, remove it",RIOT,btc_mined,2026-02

                """)
    }

    @Test func `the file of rejected rows can be imported once it is corrected`() throws {
        try desk.write(Self.mixed, to: "mixed.csv")
        try desk.run("import", "mixed.csv", "--rejects", "bad.csv")
        let mended = try desk.text(of: "bad.csv")
            .replacing("4b0,BTC,2026-02-31", with: "450,BTC,2026-02-28")
        try desk.write(mended, to: "bad.csv")
        try desk.run("import", "bad.csv", "--rejects", "worse.csv", "--quiet")
        #expect(try desk.run("export").lines.count == 3)
        // The columns of the first sheet gave way to those of the second.
        #expect(
            try desk.text(of: "worse.csv").split(separator: "\n").map { $0.prefix(30) } == [
                "rejected_line,rejected_reason,", "3,\"found 5 fields, expected 11",
            ])
    }

    @Test func `a column of row numbers is left out, because its numbers would have gaps`() throws {
        try desk.write(
            ",ticker,date,btc_held\n0,RIOT,2025-12-31,5\n1,RIOT,2025-11-30,x\n"
                + "2,RIOT,2025-10-31,4\n3,RIOT,2025-09-31,3\n", to: "frame.csv")
        try desk.run("import", "frame.csv", "--rejects", "bad.csv")
        let lines = try desk.text(of: "bad.csv").split(separator: "\n")
        #expect(lines[0] == "rejected_line,rejected_reason,ticker,date,btc_held")
        #expect(lines[1].hasSuffix(",RIOT,2025-11-30,x") && lines[1].hasPrefix("3,"))
        #expect(lines[2].hasSuffix(",RIOT,2025-09-31,3") && lines[2].hasPrefix("5,"))
        let mending = try desk.text(of: "bad.csv").replacing(",x\n", with: ",7\n")
        try desk.write(mending.replacing(",2025-09-31,", with: ",2025-09-30,"), to: "bad.csv")
        let mended = try desk.run("import", "bad.csv")
        #expect(mended.stderr.hasSuffix("2 inserted, 0 unchanged, 0 corrected.\n"))
        #expect(try desk.run("export").lines.count == 5)
    }

    @Test func `rejected rows of a UTF-16 file with semicolons are written unchanged`() throws {
        let text = "ticker;date;btc_held\nRIOT;2025-12-31;40004,0369\nRIOT;2025-11-30;40004.03\n"
        let bytes = try #require("\u{FEFF}\(text)".data(using: .utf16LittleEndian))
        try bytes.write(to: desk.folder.appending(path: "wide.csv"))
        try desk.run("import", "wide.csv", "--decimal", "comma", "--rejects", "bad.csv")
        #expect(
            try desk.text(of: "bad.csv").hasSuffix(";RIOT;2025-11-30;40004.03\n"))
        try desk.write(
            try desk.text(of: "bad.csv").replacing("004.03\n", with: "004,03\n"), to: "bad.csv")
        let mended = try desk.run(
            "import", "bad.csv", "--decimal", "comma", "--delimiter", "semicolon")
        #expect(mended.stderr.hasSuffix("1 inserted, 0 unchanged, 0 corrected.\n"), mended.comment)
        #expect(
            try desk.run("export").lines.dropFirst().map { $0.split(separator: ",")[3] }
                == ["40004.03", "40004.0369"])
    }

    @Test func `many rejected rows are all written, without temporary files left`() throws {
        let rows = (0..<20_000).map { "RIOT,btc_mined,2025-12,x\($0)\n" }
        try desk.write("subject,metric,period,value\n" + rows.joined(), to: "bad.csv")
        try desk.run("import", "bad.csv", "--rejects", "rest.csv", "--quiet")
        let lines = try desk.text(of: "rest.csv").split(separator: "\n")
        #expect(lines.count == 20_001)
        #expect(lines.last?.hasSuffix(",RIOT,btc_mined,2025-12,x19999") == true)
        #expect(desk.names == ["bad.csv", "minerbook.db", "miners.csv", "q4.csv", "rest.csv"])
    }

    @Test func `without rejected rows no file is written, and JSON has the count`() throws {
        let clean = try desk.run(
            "import", "q4.csv", "--rejects", "bad.csv", "--format", "json")
        #expect(clean.stdout.contains("\"rejected\": 0,"), clean.comment)
        #expect(!desk.names.contains("bad.csv"))
        try desk.write(Self.mixed, to: "mixed.csv")
        let mixed = try desk.run(
            "import", "mixed.csv", "--rejects", "bad.csv", "--format", "json")
        #expect(mixed.stdout.contains("\"rejected\": 2,"), mixed.comment)
        #expect(
            mixed.stdout.contains(
                "\"import\": 3, \"created\": 0, \"kinds\": {\"observations\": {\"inserted\": 1, "
                    + "\"unchanged\": 0, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}}}"),
            mixed.comment)
    }

    @Test func `each of several files has its own file of rejected rows`() throws {
        try desk.write(Self.mixed, to: "a.csv")
        try desk.write("ticker,date,btc_held\nRIOT,2025-12-31,x\n", to: "b.csv")
        try desk.run("import", "a.csv", "b.csv", "q4.csv", "--rejects", "bad", "--quiet")
        #expect(desk.names.filter { $0.hasPrefix("bad") } == ["bad.a.csv", "bad.b.csv"])
        try desk.run("import", "a.csv", "./a.csv", "--rejects", "bad", exits: 64)
            .refuses(
                "Error: two input files have the same name, so their --rejects files would overwrite each other; import them separately."
            )
    }

    @Test func `a dry run writes no rejected rows`() throws {
        try desk.write(Self.mixed, to: "mixed.csv")
        let shown = try desk.run("import", "--dry-run", "mixed.csv", "--rejects", "bad.csv")
        #expect(
            shown.stderr.hasSuffix(
                "2 rows would be rejected and written to bad.csv.\n"
                    + "Dry run: 1 inserted, 0 unchanged, 0 corrected, 2 rejected.\n"), shown.comment
        )
        #expect(!desk.names.contains("bad.csv"))
    }

    @Test func `a problem of a whole file still stops the import`() throws {
        try desk.write(
            Self.mixed + "RIOT,btc_mined,2025-12,461,BTC,2026-01-05,\"r, p. 2\",,\n", to: "a.csv")
        let refused = try desk.run("import", "a.csv", "--rejects", "bad.csv", exits: 65)
        #expect(refused.stderr.hasSuffix("Error: nothing was imported: 1 problem\n"))
        #expect(!desk.names.contains("bad.csv"))
        try desk.run("import", "q4.csv", "a.csv", "--rejects", "no/bad.csv", exits: 65)
        try desk.write(Self.mixed, to: "a.csv")
        try desk.run("import", "a.csv", "--rejects", "no/bad.csv", exits: 73)
        #expect(try desk.run("export").lines.count == 1)
    }
}
