import Foundation
import Testing

/// Files that are rejected: the exact messages, and that nothing else happens.
@Suite("Rejected imports")
struct RejectedImportTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\nMARA,MARA\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
        try write("RIOT,btc_mined,2025-11,428,BTC,2025-12-03,release,,", to: "november.csv")
        try desk.run("import", "november.csv")
    }

    private func write(_ rows: String..., to name: String) throws {
        try desk.write(ImportTests.header + rows.map { "\($0)\n" }.joined(), to: name)
    }

    /// Expects that importing these files prints exactly these problems, exits 65 and changes nothing.
    private func expectRefusal(
        of files: String..., saying problems: String...,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let (book, export) = (try desk.bytes(of: "minerbook.db"), try desk.run("export").bytes)
        let names = desk.names
        let outcome = try desk.run(["import"] + files, exits: 65, at: location)
        let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
        let said = problems.map { "Error: \($0)\n" }.joined()
        #expect(
            outcome.stderr == said + "Error: nothing was imported: \(count)\n", outcome.comment,
            sourceLocation: location)
        #expect(outcome.bytes.isEmpty, outcome.comment, sourceLocation: location)
        #expect(try desk.bytes(of: "minerbook.db") == book, sourceLocation: location)
        #expect(try desk.run("export").bytes == export, sourceLocation: location)
        #expect(desk.names == names, sourceLocation: location)
    }

    @Test func `an error in line 14 of 20 names file, line, column, value and an example`() throws {
        let rows = (1...20).map { day in
            "MARA,deployed_hashrate,2025-12-\(day + 10),\(day == 13 ? "7l3" : "60.\(day)"),EH/s,,,,\n"
        }
        try desk.write(ImportTests.header + rows.joined(), to: "q4.csv")
        try expectRefusal(
            of: "q4.csv",
            saying: "q4.csv:14: deployed_hashrate: \"7l3\" is not a hashrate, such as 38.5 EH/s")
    }

    @Test func `every problem of every file is listed at once`() throws {
        try write(
            "RIOT,btc_mned,2025-12,460,BTC,,,,", "RIOT,btc_mined,2025-13,460,BTC,,,,",
            "RIOTT,btc_mined,2025-12,460,BTC,,,,", to: "a.csv")
        try write(
            "MARA,btc_mined,2025-12,460,EH/s,,,,", "MARA,btc_mined,2025-12,460,BTC,,,guessed,",
            to: "b.csv")
        try expectRefusal(
            of: "a.csv", "b.csv",
            saying: "a.csv:3: period: \"2025-13\" is not a period, such as 2025-12-31, 2025-12, "
                + "2025Q4, 2025, FY26Q1 or 2026-01-01/2026-01-15",
            "a.csv:4: subject: \"RIOTT\" is not in this book; did you mean RIOT?",
            "a.csv:2: metric: \"btc_mned\" is not a metric; did you mean btc_mined? Then import "
                + "with --map 'btc_mned=btc_mined', or ignore its rows with --ignore-row "
                + "'btc_mned'",
            "b.csv:2: unit: \"EH/s\" is a hashrate, not an amount of bitcoin, such as 712.53 BTC",
            "b.csv:3: status: \"guessed\" is not a status: reported, preliminary, restated, "
                + "aggregated or estimated")
    }

    @Test func `the first 50 problems are listed and the others are counted`() throws {
        let rows = (1...60).map { "MARA,btc_mined,2025-12,x\($0),BTC,,,,\n" }
        try desk.write(ImportTests.header + rows.joined(), to: "bad.csv")
        let lines = try desk.run("import", "bad.csv", exits: 65).stderr.split(separator: "\n")
        #expect(lines.count == 51)
        #expect(lines.last == "Error: nothing was imported: 60 problems, 10 not shown")
        #expect(lines[49].hasPrefix("Error: bad.csv:51: "))
    }

    @Test func `two rows with the same key and different values are reported with both lines`()
        throws
    {
        let (old, new) = (
            "MARA,btc_mined,2025-12,700,BTC,,release,,", "MARA,btc_mined,2025-12,713,BTC,,release,,"
        )
        try write(old, new, to: "a.csv")
        try expectRefusal(
            of: "a.csv",
            saying: "a.csv:3: MARA btc_mined 2025-12 is 713 BTC, reported here, but 700 BTC, "
                + "reported at a.csv:2; keep one of them")
        try write(new, old, to: "a.csv")
        try expectRefusal(
            of: "a.csv",
            saying: "a.csv:3: MARA btc_mined 2025-12 is 700 BTC, reported here, but 713 BTC, "
                + "reported at a.csv:2; keep one of them")
    }

    @Test func `the same is reported for rows of two files`() throws {
        try write("MARA,btc_mined,2025-12,700,BTC,,release,,", to: "a.csv")
        try write("MARA,btc_mined,2025-12,713,BTC,,release,,", to: "b.csv")
        try expectRefusal(
            of: "a.csv", "b.csv",
            saying: "b.csv:2: MARA btc_mined 2025-12 is 713 BTC, reported here, but 700 BTC, "
                + "reported at a.csv:2; keep one of them")
        try expectRefusal(
            of: "b.csv", "a.csv",
            saying: "a.csv:2: MARA btc_mined 2025-12 is 700 BTC, reported here, but 713 BTC, "
                + "reported at b.csv:2; keep one of them")
    }

    @Test(arguments: [(428, 430), (430, 428)])
    func `the same is reported if the book already has one of the values`(first: Int, second: Int)
        throws
    {
        let row = { (value: Int) in "RIOT,btc_mined,2025-11,\(value),BTC,2025-12-03,release,," }
        try write(row(first), row(second), to: "a.csv")
        let outcome = try desk.run("import", "a.csv", exits: 65)
        #expect(outcome.stderr.contains("a.csv:2"), outcome.comment)
        #expect(outcome.stderr.contains("a.csv:3"), outcome.comment)
        #expect(outcome.stderr.contains("keep one of them"), outcome.comment)
        #expect(try desk.run("show", "RIOT", "--vintages").stdout.contains("428"))
    }

    @Test func `two claims with the same key and different values are reported with both lines`()
        throws
    {
        let header = "publisher,subject,figure,on,value,unit\n"
        try desk.write(
            header
                + "X,BTC,hashprice,2025-12,40,USD/PH/day\nX,BTC,hashprice,2025-12,41,USD/PH/day\n",
            to: "claims.csv")
        let outcome = try desk.run("import", "claims.csv", exits: 65)
        #expect(outcome.stderr.hasPrefix("Error: claims.csv:3: "), outcome.comment)
        #expect(outcome.stderr.contains("at claims.csv:2; keep one of them"), outcome.comment)
    }

    @Test func `an empty file, an unknown header and an unclosed quote are rejected`() throws {
        try desk.write("", to: "empty.csv")
        try expectRefusal(
            of: "empty.csv",
            saying: "empty.csv:1: the file is empty; begin it with a header, such as subject,"
                + "metric,period,value,unit,published_on,source,status,note")
        try desk.write("foo,bar\n1,2\n", to: "foreign.csv")
        let foreign = try desk.run("import", "foreign.csv", exits: 65)
        #expect(foreign.stderr.hasPrefix("Error: foreign.csv:1: \"foo,bar\" is not a known header"))
        try write("RIOT,btc_mined,2025-12,\"460,BTC,,,,", to: "broken.csv")
        let broken = try desk.run("import", "broken.csv", exits: 65)
        #expect(broken.stderr.hasPrefix("Error: broken.csv:2: "), broken.comment)
    }

    @Test func `an unreadable header stops the import of all files and creates no book`() throws {
        try desk.write("foo\n", to: "foreign.csv")
        try desk.run(
            "import", "--database", "new.db", "companies.csv", "foreign.csv", exits: 65)
        try desk.run("import", "--database", "new.db", "companies.csv", "nix.csv", exits: 66)
            .says("Error: cannot open nix.csv: No such file or directory")
        #expect(!desk.names.contains("new.db"))
    }

    @Test func `a rejected import is counted in JSON`() throws {
        try write("RIOT,btc_mined,2025-12,7l3,BTC,,,,", to: "bad.csv")
        try desk.run("import", "--format", "json", "bad.csv", exits: 65).prints(
            "{\"inserted\": 0, \"unchanged\": 0, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0, "
                + "\"rejected\": 1, \"rounded\": 0, \"rounded_to_zero\": 0, \"missing\": 0, \"warnings\": 0, "
                + "\"import\": null, \"created\": 0, \"kinds\": {"
                + "\"observations\": {\"inserted\": 0, \"unchanged\": 0, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}}}"
        )
    }
}
