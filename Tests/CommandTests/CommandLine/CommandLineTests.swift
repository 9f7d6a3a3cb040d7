import Foundation
import Testing

/// The commands: their names, the global options, and where the book is.
@Suite("The command line")
struct CommandLineTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    static let commands = [
        "demo", "init", "import", "log", "retract", "undo", "merge", "template", "report", "show",
        "list", "export", "verify", "check", "backup", "restore", "copy",
    ]

    @Test func `--help mentions every command, and every command has help`() throws {
        let help = try desk.run("--help").says()
        for command in Self.commands {
            #expect(help.lines.contains { $0.hasPrefix("  \(command) ") }, help.comment)
            #expect(try desk.run(command, "--help").says().stdout.hasPrefix("OVERVIEW: "))
            try desk.run("help", command)
        }
        // Every line of help under SUBCOMMANDS is one that this test knows.
        let listed = help.lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst()
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(listed.sorted() == Self.commands.sorted())
        #expect(try desk.run().bytes == help.bytes)
    }

    @Test func `--version prints a version`() throws {
        let version = try desk.run("--version").says()
        #expect(version.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, version.comment)
        #expect(desk.names.isEmpty)
    }

    @Test func `init creates a book only once`() throws {
        try desk.run("init").says("Created minerbook.db.")
        let book = try desk.bytes(of: "minerbook.db")
        try desk.run("init").says("minerbook.db is already a book; nothing was changed.")
        #expect(try desk.bytes(of: "minerbook.db") == book)
        #expect(desk.names == ["minerbook.db"])
    }

    @Test
    func `a book of an older program is upgraded by the next command that writes, which says so`()
        throws
    {
        let migration = Desk.packageRoot.appending(path: "Migrations/0001_book.sql").path
        let makeOldBook =
            "rm -f minerbook.db; { cat '\(migration)'; echo 'PRAGMA user_version = 1; "
            + "PRAGMA application_id = 1296649810;'; } | sqlite3 minerbook.db"
        try desk.shell("\(makeOldBook); chmod 600 minerbook.db")
        try desk.write("ticker,name\nRIOT,Riot\n", to: "c.csv")
        try desk.run("import", "--dry-run", "c.csv", exits: 65).says(
            "Error: minerbook.db: has schema 1, but this program reads 5; run init on it to upgrade "
                + "it, which keeps a copy of it")
        try desk.run("init").says(
            "Upgraded minerbook.db from schema 1 to 5; the book as it was is in "
                + "minerbook.db.backup-v1.")
        try desk.shell(makeOldBook)
        try desk.run("import", "c.csv").says(
            "Upgraded minerbook.db from schema 1 to 5; the book as it was is in "
                + "minerbook.db.backup-v1-2.", "Import 1: 1 inserted, 0 unchanged, 0 corrected.")
        #expect(
            try desk.shell("stat -c %a minerbook.db.backup-v1; stat -c %a minerbook.db.backup-v1-2")
                .lines == ["600", "644"])
    }

    @Test func `the book is --database, else MINERBOOK_DATABASE, else minerbook.db`() throws {
        let variable = ["MINERBOOK_DATABASE": "variable.db"]
        try desk.run("init", environment: variable).says("Created variable.db.")
        try desk.run("--database", "before.db", "init", environment: variable)
            .says("Created before.db.")
        try desk.run("init", "--database", "after.db", environment: variable)
            .says("Created after.db.")
        try desk.run("init", environment: ["MINERBOOK_DATABASE": ""])
            .says("Created minerbook.db.")
        #expect(desk.names == ["after.db", "before.db", "minerbook.db", "variable.db"])
    }

    @Test(arguments: [":memory:", "file:x?mode=memory", "with space.db", "é.db"])
    func `the name of a book is taken literally`(name: String) throws {
        try desk.run("init", "--database", name)
        try desk.run("check", "--database", name).says("\(name) is sound.")
        #expect(desk.names == [name])
    }

    @Test func `demo leaves nothing behind, and needs the sample data`() throws {
        let demo = try desk.run("demo")
        #expect(demo.stderr == "Import 1: 8973 inserted, 0 unchanged, 0 corrected, 15 missing.\n")
        #expect(desk.names.isEmpty)
        #expect(try desk.run("demo", "SampleData").bytes == demo.bytes)
        try FileManager.default.removeItem(at: desk.folder.appending(path: "SampleData"))
        try desk.run("demo", exits: 66).says(
            "Error: there is no SampleData in this folder or beside the program; say where it "
                + "is: minerbook demo FOLDER")
    }

    @Test(arguments: [
        ("companies", "RIOT,\"Riot Platforms, Inc.\",United States,Nasdaq,12,,"),
        ("aliases", "CORZQ,CORZ,,2024-01-31,"),
        ("groups", "us-listed,RIOT,2025-09-01,,"),
        ("metrics", "btc_mined,"),
        ("units", "EH/s,hashrate,12,"),
        ("sources", "estimate: allocation to the published group total,"),
        ("claims", "JPMorgan,us-listed,companies,"),
        ("imports", "1,"),
        ("reports", "sector,"),
        ("profiles", "yahoo,\"Yahoo Finance historical data of a share, also by yfinance\","),
    ])
    func `list prints a table with the name of the list`(name: String, row: String) throws {
        try desk.run(["import"] + Desk.sampleData)
        let csv = try desk.run("list", name, "--format", "csv").says()
        #expect(csv.lines.contains { $0.hasPrefix(row) }, csv.comment)
        let named = try desk.run("list", name, "--table", name, "--format", "csv")
        #expect(named.bytes == csv.bytes, named.comment)
        let json = try JSON(try desk.run("list", name, "--format", "json"))
        #expect(json["report"] as? String == name)
        #expect(try json.rows(name).count == csv.lines.count - 1)
        for format in ["table", "markdown"] { try desk.run("list", name, "--format", format) }
    }

    @Test(arguments: ["metrics", "units", "reports", "profiles"])
    func `lists of what the program knows need no book`(name: String) throws {
        try desk.run("list", name).says()
        #expect(desk.names.isEmpty)
    }
}
