import Foundation
import Testing

/// Creating companies that the book does not have, from files with their figures.
@Suite("--create-companies")
struct CreateCompaniesTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\nMARA,MARA Holdings\n", to: "miners.csv")
        try desk.write("alias,ticker,valid_to\nOLDR,RIOT,2020-12-31\n", to: "aliases.csv")
        try desk.run("import", "miners.csv", "aliases.csv")
    }

    @discardableResult
    private func add(_ text: String, _ flags: String..., exits code: Int32 = 0) throws -> Outcome {
        try desk.run(
            ["import", "-", "--create-companies"] + flags, exits: code, input: text)
    }

    private var companies: [String] {
        get throws {
            try desk.run("export", "--output", "out", "--quiet")
            defer { try? FileManager.default.removeItem(at: desk.folder.appending(path: "out")) }
            return try desk.text(of: "out/companies.csv").split(separator: "\n").dropFirst()
                .map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
        }
    }

    private static let long = "subject,metric,period,value,unit\n"

    @Test func `an unknown ticker becomes a new company, named by the column of names`() throws {
        try add(
            "ticker,company,date,btc_held\nRIOT,x,2025-12-31,9\nCIFR,Cipher Mining,2025-11-30,4\n"
                + "cifr,Another,2025-12-31,5\n"
        ).says(
            "stdin: read company, ticker as subject, date as period, btc_held as btc_held in BTC",
            "created CIFR (Cipher Mining)", "Import 2: 4 inserted, 0 unchanged, 0 corrected.")
        #expect(
            try companies == ["CIFR,Cipher Mining", "MARA,MARA Holdings", "RIOT,Riot Platforms"])
        try desk.run("show", "CIFR", "btc_held", "--format", "csv", "--quiet")
        try desk.run("undo", "2").says("Import 2 undone: 4 removed, 0 restored.")
        #expect(try companies == ["MARA,MARA Holdings", "RIOT,Riot Platforms"])
    }

    @Test(arguments: [
        ("subject,metric,period,value\nwulf,btc_held,2025-12-31,5\n", []),
        ("ticker,2025-11,2025-12\nWULF,4,5\n", ["--metric", "btc_mined"]),
        ("ticker,date,btc_held\nwulf,2025-12-31,5\n", []),
    ])
    func `a new company is created in every layout, with its ticker as name if there is none`(
        text: String, flags: [String]
    ) throws {
        let done = try desk.run(
            ["import", "-", "--create-companies"] + flags, input: text)
        #expect(done.stderr.contains("created WULF (WULF)\n"), done.comment)
        #expect(try companies.last == "WULF,WULF")
    }

    @Test func `without the flag an unknown subject is rejected, and the message names the flag`()
        throws
    {
        try desk.run(
            "import", "-", exits: 65, input: Self.long + "WULF,btc_held,2025-12-31,5,BTC\n"
        ).says(
            "Error: stdin:2: subject: \"WULF\" is not in this book; import the company first, "
                + "or add --create-companies when you import its figures",
            "Error: nothing was imported: 1 problem")
    }

    @Test func `a dry run shows new companies without creating them; a second import finds them`()
        throws
    {
        let text = Self.long + "WULF,btc_held,2025-12-31,5,BTC\n"
        try add(text, "--dry-run").says(
            "created WULF (WULF)", "Dry run: 2 inserted, 0 unchanged, 0 corrected.")
        #expect(try companies.count == 2)
        try add(text).says(
            "created WULF (WULF)", "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try add(text).says("Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
    }

    @Test func `a ticker or name similar to an existing one is a warning`() throws {
        try add(
            "ticker,name,date,btc_held\nRIOTT,,2025-12-31,5\nXYZ,MARA Holdings,2025-12-31,5\n",
            "--quiet")
        let said = try add(
            "ticker,name,date,btc_held\nMARB,,2025-12-31,5\nQRS,riot platforms,2025-12-31,5\n")
        #expect(
            said.stderr.contains(
                "Warning: stdin:2: \"MARB\" is a new company with a name similar to MARA; check "
                    + "that it is not a typing error\nWarning: stdin:3: \"QRS\" is a new company with a name "
                    + "similar to RIOT; check that it is not a typing error\n"),
            said.comment)
    }

    @Test func `text that is not a ticker and an expired alias create no company`() throws {
        try add(
            Self.long
                + "Cipher Mining,btc_held,2025-12-31,5,BTC\nOLDR,btc_held,2025-12-31,5,BTC\n",
            exits: 65
        ).says(
            "Error: stdin:2: subject: \"Cipher Mining\" is not in this book, and it is not a "
                + "valid ticker for a new company; write a ticker such as RIOT, or import the "
                + "company first",
            "Error: stdin:3: subject: no company was called \"OLDR\" on 2025-12-31; it is RIOT "
                + "to 2020-12-31; write the ticker",
            "Error: nothing was imported: 2 problems")
    }

    @Test(arguments: [
        "Total", "TOTALS", "Grand total", "Sum:", "Average", "Gesamt", "Source: filings", "Notes",
    ])
    func `a row of totals or a remark is not a company`(name: String) throws {
        try add("ticker,date,btc_held\n\(name),2025-12-31,5\n", exits: 65).says(
            "stdin: read ticker as subject, date as period, btc_held as btc_held in BTC",
            "Error: stdin:2: ticker: \"\(name)\" looks like a total or a note, not a company; "
                + "remove the row or, if it is a company, import the company first",
            "Error: nothing was imported: 1 problem")
    }

    @Test(arguments: ["TTE", "PE&OLES.MX", "0700.HK", "NOTE.V", "TOTALX"])
    func `tickers with the special characters of exchanges are companies`(ticker: String) throws {
        let done = try add(Self.long + "\(ticker),btc_held,2025-12-31,5,BTC\n")
        #expect(done.stderr.contains("created \(ticker) (\(ticker))\n"), done.comment)
    }

    @Test func `known codes, aliases and names refer to existing subjects`() throws {
        try add(
            Self.long + "btc,btc_price,2025-12-31,95550,USD/BTC\noldr,btc_held,2020-12-31,5,BTC\n"
                + "mara holdings,btc_held,2025-12-31,5,BTC\n"
        ).says("Import 2: 3 inserted, 0 unchanged, 0 corrected.")
        #expect(try companies.count == 2)
    }

    @Test func `a rejected row creates no company, whether or not other rows are imported`() throws
    {
        try desk.write(
            Self.long + "WULF,btc_held,2025-12-31,x,BTC\nCIFR,btc_held,2025-12-31,5,BTC\n"
                + "HUT,btc_price,2025-12-31,5,USD/BTC\n", to: "mixed.csv")
        let done = try desk.run(
            "import", "mixed.csv", "--create-companies", "--rejects", "bad.csv")
        #expect(done.stderr.contains("created CIFR (CIFR)\n"), done.comment)
        #expect(!done.stderr.contains("created WULF"), done.comment)
        #expect(try companies == ["CIFR,CIFR", "MARA,MARA Holdings", "RIOT,Riot Platforms"])
        try add(Self.long + "WULF,btc_held,2025-12-31,x,BTC\n", exits: 65)
        #expect(try companies.count == 3)
    }

    @Test func `the first good row creates a company, and later rows in any letter case are of it`()
        throws
    {
        try desk.write(
            Self.long + "WULF,btc_held,2025-09-30,x,BTC\nWULF,btc_held,2025-10-31,1,BTC\n"
                + "WULF,btc_held,2025-11-30,y,BTC\nwulf,btc_held,2025-11-30,2,BTC\n"
                + "Wulf,btc_held,2025-12-31,3,BTC\nWULF,btc_held,2025-08-31,0,BTC\n",
            to: "wulf.csv")
        let done = try desk.run(
            "import", "wulf.csv", "--create-companies", "--rejects", "bad.csv")
        #expect(done.stderr.contains("created WULF (WULF)\n"), done.comment)
        #expect(done.stderr.contains("5 inserted, 0 unchanged, 0 corrected"), done.comment)
        #expect(try companies == ["MARA,MARA Holdings", "RIOT,Riot Platforms", "WULF,WULF"])
    }

    @Test func `files of one import share new companies, and claims create none`() throws {
        try desk.write(Self.long + "WULF,btc_held,2025-12-31,5,BTC\n", to: "a.csv")
        try desk.write(Self.long + "wulf,btc_held,2025-11-30,4,BTC\n", to: "b.csv")
        try desk.write(
            "publisher,subject,figure,on,value,unit\nX,WULF,btc_held,2025-12-31,5,BTC\n",
            to: "claims.csv")
        try desk.run("import", "--create-companies", "claims.csv", "b.csv", "a.csv").says(
            "created WULF (WULF)", "Import 2: 4 inserted, 0 unchanged, 0 corrected.")
        try desk.write(
            "publisher,subject,figure,on,value,unit\nX,HUT,btc_held,2025-12-31,5,BTC\n",
            to: "claims.csv")
        try desk.run("import", "--create-companies", "claims.csv", exits: 65)
    }

    @Test func `names are compared with the companies of another file of the call`() throws {
        try desk.write("ticker,name\nCIFR,\"Cipher Mining, Inc.\"\n", to: "companies.csv")
        try desk.write(
            "ticker,company,date,btc_held\nRIOT,Cipher Mining,2025-12-31,5\n"
                + "CIFR.O,Cipher Mining,2025-12-31,5\n", to: "q4.csv")
        try desk.run("import", "q4.csv", "companies.csv", exits: 65).says(
            "q4.csv: read company, ticker as subject, date as period, btc_held as btc_held in BTC",
            "q4.csv: \"CIFR.O\" read as CIFR",
            "Error: q4.csv:2: company: \"Cipher Mining\" is CIFR, but the ticker of this row is RIOT; "
                + "correct one of them, or ignore the name with --ignore-column 'company'",
            "Error: nothing was imported: 1 problem")
    }

    @Test func `a name of two companies is an error on the command line, too`() throws {
        try desk.write("ticker,name\nAAA,Twin\nBBB,Twin\n", to: "twins.csv")
        try desk.run("import", "twins.csv").says(
            "Warning: twins.csv:3: \"BBB\" is a new company with a name similar to AAA; check that "
                + "it is not a typing error", "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        let said = try desk.run("show", "Twin", "btc_held", exits: 64)
        #expect(said.stderr.contains("AAA"), said.comment)
        #expect(said.stderr.contains("BBB"), said.comment)
    }
}
