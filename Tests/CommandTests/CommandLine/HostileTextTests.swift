import Testing

/// Text from data that a terminal, a browser or a spreadsheet would execute.
@Suite("Hostile text")
struct HostileTextTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    /// A character that reverses the direction of the text after it.
    static let bidi = "\u{202E}"
    static let escape = "\u{1B}"

    private func write(companies rows: String...) throws {
        try desk.write(
            "ticker,name,note\n" + rows.map { "\($0)\n" }.joined(), to: "companies.csv")
    }

    @Test(arguments: ["\u{1B}[2J", "\u{1B}]0;owned\u{7}", "two\n\u{1}lines", "\u{9B}31m"])
    func `control characters are rejected, and shown by their codes`(text: String) throws {
        try write(companies: "RIOT,Riot,\"\(text)\"")
        let outcome = try desk.run("import", "companies.csv", exits: 65)
        #expect(outcome.stderr.contains("\\u{"), outcome.comment)
        let isPlain = outcome.stderr.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        #expect(isPlain, outcome.comment)
        #expect(outcome.stderr.split(separator: "\n").count == 2, outcome.comment)
    }

    @Test func `control characters in headers, values and file names are shown by their codes`()
        throws
    {
        try write(companies: "RIOT,Riot,")
        try desk.run("import", "companies.csv")
        try desk.write("subject,\(Self.escape)[2Jmetric\n1,2\n", to: "header.csv")
        try desk.write(
            ImportTests.header + "RIOT,btc_mined,2025-12,\(Self.bidi)12,BTC,,,,\n",
            to: "value.csv")
        try desk.write("", to: "na\(Self.escape)me.csv")
        for file in ["header.csv", "value.csv", "na\(Self.escape)me.csv"] {
            let outcome = try desk.run("import", file, exits: 65)
            #expect(!outcome.stderr.contains(Self.escape), outcome.comment)
            #expect(!outcome.stderr.contains(Self.bidi), outcome.comment)
            #expect(outcome.stderr.contains("\\u{"), outcome.comment)
        }
    }

    @Test func `control characters in arguments are shown by their codes`() throws {
        try desk.run("init")
        let outcome = try desk.run("show", "x\(Self.escape)[2J", exits: 64)
        outcome.says(
            "Error: there is no x\\u{1B}[2J in this book; see minerbook list companies")
    }

    @Test func `hidden characters are removed from notes and refused in names`() throws {
        try write(companies: "RIOT,Ri\(Self.bidi)ot,a \(Self.bidi)note")
        try desk.run("import", "companies.csv", exits: 65).says(
            "Error: companies.csv:2: name: \"Ri\\u{202E}ot\" contains a hidden character or a line "
                + "break; remove it", "Error: nothing was imported: 1 problem")
        try write(companies: "RIOT,Riot,a \(Self.bidi)note\u{200B}")
        try desk.run("import", "companies.csv").says(
            "Import 1: 1 inserted, 0 unchanged, 0 corrected, 1 note or source without its line "
                + "breaks, tabs or hidden characters.")
        try desk.run("list", "companies", "--format", "csv").prints(
            "ticker,name,country,exchange,fiscal_year_end,parent,cik,note",
            "RIOT,Riot,,,,,,a note")
    }

    @Test(arguments: ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"\"http://x\"\")"])
    func `a formula is neutralized in every CSV file, and restored on import`(formula: String)
        throws
    {
        try write(companies: "RIOT,\"\(formula)\",\"\(formula)\"")
        try desk.run("import", "companies.csv")
        try desk.write(
            ImportTests.header + "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s,,"
                + "\"\(formula)\",,\"\(formula)\"\nRIOT,power_price,2025-12,-5,USD/MWh,,,,\n",
            to: "figures.csv")
        try desk.run("import", "figures.csv")
        let neutral = formula.contains("\"") ? "\"'\(formula)\"" : "'\(formula)"
        try desk.run("list", "companies", "--format", "csv").prints(
            "ticker,name,country,exchange,fiscal_year_end,parent,cik,note",
            "RIOT,\(neutral),,,,,,\(neutral)")
        // A number is not a formula, even if it begins with a minus sign.
        try desk.run("export").prints(
            "subject,metric,period,value,unit,published_on,source,status,note",
            "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s,,\(neutral),reported,\(neutral)",
            "RIOT,power_price,2025-12,-5,USD/MWh,,,reported,")
        let members = try desk.run("report", "sector", "--table", "members", "--format", "csv")
        #expect(members.lines[1].hasPrefix("RIOT,\(neutral),38.5,"), members.comment)

        try desk.run("export", "--output", "out")
        try desk.run(
            "import", "--database", "copy.db", "out/companies.csv", "out/observations.csv")
        let copy = try desk.run("export", "--database", "copy.db")
        #expect(try copy.bytes == desk.run("export").bytes, copy.comment)
        let original = formula.replacing("\"\"", with: "\"")
        let json = try JSON(try desk.run("list", "companies", "--format", "json"))
        #expect(try json.rows("companies")[0].text("name") == original)
    }

    @Test func `markup is escaped in Markdown`() throws {
        try write(companies: "RIOT,<script>alert(1)</script>,\"a | b *c* [d](e) `f`\"")
        try desk.run("import", "companies.csv")
        let markdown = try desk.run("list", "companies", "--format", "markdown")
        #expect(
            markdown.lines.last
                == #"| RIOT | \<script\>alert(1)\</script\> | – | – | – | – | – | "#
                + #"a \| b \*c\* \[d\](e) \`f\` |"#, markdown.comment)
    }

    @Test func `quotes and commas are kept`() throws {
        try write(companies: "RIOT,\"Riot \"\"Platforms\"\", Inc.\",\"; tab\"")
        try desk.run("import", "companies.csv")
        try desk.run("list", "companies", "--format", "csv").prints(
            "ticker,name,country,exchange,fiscal_year_end,parent,cik,note",
            "RIOT,\"Riot \"\"Platforms\"\", Inc.\",,,,,,; tab")
    }
}
