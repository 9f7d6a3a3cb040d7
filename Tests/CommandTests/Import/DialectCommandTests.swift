import Testing

/// Files in other CSV dialects, imported from the command line.
@Suite("Dialects on the command line")
struct DialectCommandTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    @Test func `the detected dialect is printed on stderr unless --quiet is given`() throws {
        try desk.write("Miners\nticker;name\nRIOT;Riot, Inc.\n", to: "companies.csv")
        try desk.run("import", "companies.csv").says(
            "companies.csv: read as semicolon, utf-8, 1 line before the header skipped",
            "Import 1: 1 inserted, 0 unchanged, 0 corrected.")
        try desk.run("import", "--quiet", "companies.csv").says()
        try desk.shell(
            "cat companies.csv | minerbook import - --delimiter semicolon --skip-lines 1"
        )
        .says(
            "stdin: read as semicolon, utf-8, 1 line before the header skipped",
            "Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
    }

    @Test func `an ambiguous delimiter asks for --delimiter`() throws {
        try desk.write("a,alias,b;alias;c\n1,2,3;4;5\n", to: "tie.csv")
        try desk.run("import", "tie.csv", exits: 65).says(
            "Error: tie.csv:1: the delimiter could be comma or semicolon; choose one with "
                + "--delimiter",
            "Error: nothing was imported: 1 problem")
    }

    @Test func `incomplete UTF-16 is a data error, not a read error`() throws {
        try desk.run("import", "--encoding", "utf-16le", "-", exits: 65, input: "abc").says(
            "stdin: read as comma, utf-16le",
            "Error: stdin:1: the file is UTF-16 and ends within a character; save or copy it again, "
                + "whole",
            "Error: nothing was imported: 1 problem")
    }

    @Test(arguments: [
        ["--delimiter", "44"], ["--delimiter", ","], ["--encoding", "latin1"],
        ["--skip-lines", "-1"], ["--skip-lines=-1"], ["--skip-lines", "x"],
    ])
    func `an option with an invalid value is a usage error`(flag: [String]) throws {
        try desk.run(["import", "-"] + flag, exits: 64)
    }

    @Test func `the summary counts texts whose line breaks became spaces`() throws {
        try desk.write("ticker,name\nRIOT,Riot\n", to: "c.csv")
        try desk.write(
            "subject,metric,period,value,source,note\nRIOT,btc_held,2025-12-31,5,a,\"b\nc\"\n"
                + "RIOT,btc_held,2025-12-30,5,\"a\tb\",\n", to: "f.csv")
        try desk.run("import", "c.csv", "f.csv").says(
            "Import 1: 3 inserted, 0 unchanged, 0 corrected, 2 notes and sources without their line "
                + "breaks, tabs or hidden characters.")
    }

    @Test func `the address of a page is no file`() throws {
        try desk.run("import", "https://site.example/q4.csv", exits: 66).says(
            "Error: cannot open https://site.example/q4.csv: it is a web address; download the file first, "
                + "such as with curl --location --output FILE ADDRESS")
    }
}
