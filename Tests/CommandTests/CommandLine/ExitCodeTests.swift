import Foundation
import Testing

/// How the program ends if it cannot do what is asked: with one message and one exit code.
@Suite("Exit codes")
struct ExitCodeTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    static let unusable: [(arguments: [String], error: String)] = [
        (["raport"], "Error: there is no command raport; did you mean report?"),
        (["xyzzy"], "Error: there is no command xyzzy; see minerbook --help"),
        (["--nonsense"], "Error: Unknown option '--nonsense'"),
        (["report"], "Error: Missing expected argument '<name>'"),
        (
            ["report", "sectr"],
            "Error: The value 'sectr' is invalid for '<name>': there is no such report; did you mean "
                + "sector?"
        ),
        (["report", "sector", "--sinse", "2025"], "Error: Unknown option '--sinse'"),
        (
            ["report", "sector", "--format", "xml"],
            "Error: The value 'xml' is invalid for '--format <format>'. Please provide one of "
                + "the following:"
        ),
        (
            ["report", "sector", "--on", "rubbish"],
            "Error: The value 'rubbish' is invalid for '--on <period>': write a date, month, "
                + "quarter, year or interval, such as 2025-12-31, 2025-12, 2025Q4, 2025, "
                + "TTM 2025-12-31 or 2026-01-01/2026-01-15."
        ),
        (
            ["report", "sector", "--on", "2025Q4", "--since", "2026"],
            "Error: --since 2026 is after --on 2025Q4."
        ),
        (
            ["report", "sector", "--on", "2025-12-31", "--added-since", "2026-01-01"],
            "Error: --added-since 2026-01-01 is after --on 2025-12-31."
        ),
        (["report", "sector", "--digits", "13"], "Error: --digits 13 is not in 0 … 12."),
        (
            ["report", "sector", "--max-age=-1"],
            "Error: --max-age -1 is negative; give a number of days."
        ),
        (["import"], "Error: Missing expected argument '<file> ...'"),
        (["list"], "Error: Missing expected argument '<name>'"),
        (["show"], "Error: Missing expected argument '<subject>'"),
        (["check", "more"], "Error: Unexpected argument 'more'"),
    ]

    @Test(arguments: unusable)
    func `64: an invalid command line`(arguments: [String], error: String) throws {
        let outcome = try desk.run(arguments, exits: 64)
        #expect(outcome.stderr.hasPrefix(error), outcome.comment)
        #expect(outcome.bytes.isEmpty, outcome.comment)
        #expect(desk.names.isEmpty, outcome.comment)
    }

    @Test func `64: an unknown table or group`() throws {
        let desk = try Desk.withSampleData()
        try desk.run("report", "sector", "--table", "x", exits: 64)
            .says("Error: no table \"x\" in sector; choose from headline, additions, members")
        try desk.run("list", "metrics", "--table", "x", exits: 64)
            .says("Error: no table \"x\" in metrics; choose from metrics")
        try desk.run("report", "sector", "--group", "x", exits: 64)
            .says("Error: there is no group x; there are us-listed")
        try desk.write("group,ticker,joined_on\nsmall,RIOT,2025-01-01\n", to: "small.csv")
        try desk.run("import", "small.csv")
        try desk.run("report", "sector", exits: 64).says(
            "Error: this book has several groups; say --group with one of small, us-listed")
        try desk.run("report", "sector", "--group", "small")
    }

    @Test func `64: a group in a book without groups`() throws {
        try desk.run("init")
        try desk.run("report", "sector", "--group", "x", exits: 64)
            .says("Error: there is no group x; this book has none")
    }

    @Test(arguments: [
        ["report", "sector"], ["show", "MARA"], ["list", "companies"], ["export"], ["check"],
        ["export", "--output", "out"],
    ])
    func `66: reading a book that does not exist, which does not create it`(arguments: [String])
        throws
    {
        try desk.run(arguments, exits: 66).says(
            "Error: minerbook.db: there is no such book; make one with init or import, or name "
                + "another with --database")
        #expect(desk.names.isEmpty)
    }

    @Test func `66: importing a file that does not exist, or a folder`() throws {
        try desk.run("import", "nix.csv", exits: 66)
            .says("Error: cannot open nix.csv: No such file or directory")
        try desk.run("import", "SampleData", exits: 66)
            .says("Error: cannot read SampleData: it is a folder; name its files")
        try desk.run("demo", "nowhere", exits: 66)
            .says("Error: cannot open nowhere/companies.csv: No such file or directory")
        #expect(desk.names.isEmpty)
    }

    @Test func `66: importing a device, which may have no end`() throws {
        try desk.run("import", "/dev/zero", exits: 66)
            .says("Error: cannot read /dev/zero: it is a device; name a file")
        #expect(
            try desk.shell("minerbook import - < /dev/zero 2>&1 || echo $?").stdout
                == "Error: cannot read stdin: it is a device; name a file\n66\n")
        try desk.run("import", "/dev/null", exits: 65).says(
            "Error: /dev/null:1: the file is empty; begin it with a header, such as "
                + "subject,metric,period,value,unit,published_on,source,status,note",
            "Error: nothing was imported: 1 problem")
    }

    @Test(arguments: [["check"], ["init"], ["import", "SampleData/companies.csv"]])
    func `65: a file that is not a book, which is left unchanged`(arguments: [String]) throws {
        let text = String(repeating: "These are the minutes of our last meeting.\n", count: 50)
        try desk.write(text, to: "minerbook.db")
        try desk.run(arguments, exits: 65).says(
            "Error: minerbook.db: is not a minerbook book: it is not an SQLite file; it was "
                + "left untouched")
        #expect(try desk.text(of: "minerbook.db") == text)
        try desk.run(arguments + ["--database", "SampleData"], exits: 65).says(
            "Error: SampleData: is not a minerbook book: it is not a file; it was left untouched")
        #expect(desk.names == ["minerbook.db"])
    }

    @Test(arguments: [["check"], ["init"], ["import", "SampleData/companies.csv"]])
    func `65: a book of a newer program, which is left unchanged`(arguments: [String]) throws {
        try desk.run("init")
        var book = try desk.bytes(of: "minerbook.db")
        // The user_version in the header of the database (https://sqlite.org/fileformat.html).
        book.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try book.write(to: desk.folder.appending(path: "minerbook.db"))
        let outcome = try desk.run(arguments, exits: 65)
        #expect(
            outcome.stderr.hasPrefix("Error: minerbook.db: has schema 99, but this program knows"),
            outcome.comment)
        #expect(outcome.stderr.contains("use a newer minerbook"), outcome.comment)
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test func `65: a damaged book`() throws {
        let desk = try Desk.withSampleData()
        var book = try desk.bytes(of: "minerbook.db")
        for page in stride(from: 4096 * 5, to: book.count, by: 4096) {
            book.replaceSubrange(page..<page + 64, with: repeatElement(0xFF, count: 64))
        }
        try book.write(to: desk.folder.appending(path: "minerbook.db"))
        for arguments in [["check"], ["export"], ["report", "sector"]] {
            let outcome = try desk.run(arguments, exits: 65)
            let lines = outcome.stderr.split(separator: "\n")
            #expect(!lines.isEmpty, outcome.comment)
            #expect(
                lines.allSatisfy { $0.hasPrefix("Error: minerbook.db: ") }, outcome.comment)
            #expect(outcome.stderr.contains("damaged"), outcome.comment)
        }
    }

    @Test func `73: an output or a book that cannot be created`() throws {
        let desk = try Desk.withSampleData()
        try desk.run("report", "sector", "--output", "nowhere/r.csv", exits: 73)
            .says("Error: cannot create nowhere/r.csv: No such file or directory")
        try desk.run("export", "--output", "no/where", exits: 73)
            .says("Error: cannot create the folder no/where: No such file or directory")
        try desk.write("", to: "file")
        try desk.run("export", "--output", "file", exits: 73)
            .says("Error: cannot create file/companies.csv: Not a directory")
        try desk.run("init", "--database", "no/where.db", exits: 73)
            .says("Error: no/where.db: cannot be created: unable to open database file")
        #expect(desk.names == ["file", "minerbook.db"])
    }

    static let tooMany = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1000000001",
    ]

    @Test(arguments: tooMany) func `64: a number out of range`(number: String) throws {
        try desk.write("ticker,name\nRIOT,Riot\n", to: "c.csv")
        try desk.run("import", "c.csv")
        for arguments in [
            ["import", "c.csv", "--skip-lines"], ["report", "sector", "--max-age"],
            ["report", "sector", "--digits"], ["undo"],
        ] {
            let outcome = try desk.run(arguments + [number], exits: 64)
            #expect(outcome.stderr.hasPrefix("Error: "), outcome.comment)
        }
        try desk.write("skip-lines: \(number)\nmap: Ticker=ticker\n", to: "mine.profile")
        let profile = try desk.run("import", "c.csv", "--profile", "mine.profile", exits: 65)
        #expect(
            profile.stderr.hasPrefix(
                "Error: mine.profile:1: \"\(number)\" is not a number of lines"),
            profile.comment)
    }

    @Test func `a book in a read-only folder can be read`() throws {
        let desk = try Desk.withSampleData()
        let report = try desk.run("report", "sector").bytes
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o444],
            ofItemAtPath: desk.folder.appending(path: "minerbook.db").path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: desk.folder.path)
        #expect(try desk.run("report", "sector").says().bytes == report)
        try desk.run("check")
        // Permissions do not restrict root.
        guard getuid() != 0 else { return }
        try desk.run("init", "--database", "other.db", exits: 73)
        try desk.run("import", "SampleData/companies.csv", exits: 73).says(
            "Error: minerbook.db: cannot be written; check the permissions of the file and its "
                + "folder")
    }
}
