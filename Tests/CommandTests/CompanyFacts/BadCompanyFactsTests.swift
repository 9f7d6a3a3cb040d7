import Foundation
import Testing

/// Files of company facts that are damaged, or of a company that the book does not know.
@Suite("Bad company facts")
struct BadCompanyFactsTests {
    private let desk: Desk
    private var file = FactsFile()

    init() throws {
        desk = try Desk()
        try desk.write(
            """
            ticker,name,fiscal_year_end,cik
            RIOT,"Riot Platforms, Inc.",12,1167419
            WULF,"TeraWulf Inc.",12,1083301

            """, to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    /// Imports the file, which must be refused with these messages.
    private func refuses(
        _ options: String..., saying lines: String...,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        try desk.write(file.json, to: "facts.json")
        let outcome = try desk.run(["import", "facts.json"] + options, exits: 65, at: location)
        let expected = lines.map { "Error: facts.json:\($0)\n" }.joined()
        #expect(
            outcome.stderr
                == expected + "Error: nothing was imported: \(lines.count) problem"
                + (lines.count == 1 ? "\n" : "s\n"), outcome.comment, sourceLocation: location)
    }

    @Test("a company that the book does not know is refused, and --subject names it")
    mutating func unknownCompany() throws {
        file.cik = 7
        file.add("5", "2025-07-01/2025-09-30")
        try refuses(
            saying:
                "1: no company of this book has the CIK 7 (Riot Platforms, Inc.); add it to "
                + "companies.csv in the column cik, or if it is RIOT, import with --subject 'RIOT'")
        try desk.run("import", "facts.json", "--subject", "RIOT")
    }

    @Test func `a frame, with one fact of many companies, is refused`() throws {
        try desk.write(
            """
            {"taxonomy": "us-gaap", "tag": "Revenues", "ccp": "CY2025Q3", "uom": "USD", "data": [
            {"accn": "0001167419-25-000001", "cik": 1167419, "entityName": "Riot Platforms, Inc.",
            "start": "2025-07-01", "end": "2025-09-30", "val": 180000000}]}
            """, to: "frame.json")
        try desk.run("import", "frame.json", exits: 65).says(
            "Error: frame.json:1: this is a frame of the SEC, with one fact of many companies, and "
                + "does not say when they published it; import the company facts of each company "
                + "instead (docs/company-facts.md)",
            "Error: nothing was imported: 1 problem")
    }

    @Test("a file of another company than --subject is refused")
    mutating func otherCompany() throws {
        file.add("5", "2025-07-01/2025-09-30")
        try refuses(
            "--subject", "WULF",
            saying: "1: the facts are of CIK 1167419, which is RIOT in this book, and --subject is "
                + "WULF; leave out --subject, or correct the cik in companies.csv")
    }

    @Test("a file under another name needs the first day that may count")
    mutating func merger() throws {
        file.cik = 1_083_301
        file.name = "IKONICS CORP"
        file.add("4000000", "2019-07-01/2019-09-30")
        file.add("5000000", "2025-07-01/2025-09-30")
        try refuses(
            saying:
                "1: \"IKONICS CORP\" is not a name that the book knows for WULF: facts of another "
                + "company would become its figures; if the number is right since a merger, name the "
                + "first day with --from, or add the name as an alias")
        try desk.run("import", "facts.json", "--from", "2021-12-13").says(
            "facts.json: revenue: 1 figure, 2025Q3, from us-gaap:Revenues; not used: 1 from before "
                + "--from",
            "Warning: facts.json:1: \"IKONICS CORP\" is not a name that the book knows for WULF; only "
                + "facts from the day of --from on were taken",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test("a file that is cut off is refused with its place")
    mutating func cutOff() throws {
        file.add("5", "2025-07-01/2025-09-30")
        try desk.write(String(file.json.dropLast(20)), to: "facts.json")
        try desk.run("import", "facts.json", exits: 65).says(
            "Error: facts.json:2: the file ends inside a value, at line 2, column 113; download it "
                + "again, it is incomplete",
            "Error: nothing was imported: 1 problem")
    }

    @Test("a fact with a bad date or number is a problem at its place")
    mutating func badFacts() throws {
        file.add("5", "2025-07-01/2025-09-31")
        file.add("\"five\"", "2025-07-01/2025-09-30")
        file.add("6", "2025-07-01/2025-09-30", filed: "soon")
        try refuses(
            saying:
                "2: facts.us-gaap.Revenues.units.USD[0]: period: \"2025-07-01/2025-09-31\" is not "
                + "a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, FY26Q1 or "
                + "2026-01-01/2026-01-15",
            "3: facts.us-gaap.Revenues.units.USD[1]: revenue: \"five\" is not an amount of money, such "
                + "as 3.2 USD bn",
            "4: facts.us-gaap.Revenues.units.USD[2]: published_on: \"soon\" is not a day, such as "
                + "2025-12-31")
    }

    @Test("a count of coins is taken only where count times price is the fair value")
    mutating func bitcoinHeld() throws {
        try desk.write(
            "ticker,metric,period,value,unit\n"
                + "BTC,btc_price,2025-09-30,60000,USD/BTC\nBTC,btc_price,2025-06-30,60000,USD/BTC\n",
            to: "prices.csv")
        try desk.run("import", "prices.csv")
        let tag = "us-gaap:CryptoAssetNumberOfUnits"
        file.add("1000.5", "2025-09-30", tag: tag, unit: "Bitcoin")
        file.add("60100000", "2025-09-30", tag: "us-gaap:CryptoAssetFairValue")
        file.add("1000500", "2025-06-30", tag: tag, unit: "item")
        file.add("60100000", "2025-06-30", tag: "us-gaap:CryptoAssetFairValue")
        file.add("900", "2025-03-31", tag: tag, unit: "item")
        try desk.write(file.json, to: "facts.json")
        try desk.run("import", "facts.json", "--btc-held-from", "CryptoAssetNumberOfUnits").says(
            "facts.json: btc_held: 1 figure, 2025-09-30, from us-gaap:CryptoAssetNumberOfUnits; not "
                + "used: 1 whose count times price is not within 20 % of the fair value, 1 without a "
                + "fair value on their day",
            "facts.json: crypto_fair_value: 2 figures, 2025-06-30 to 2025-09-30, from "
                + "us-gaap:CryptoAssetFairValue",
            "Import 3: 3 inserted, 0 unchanged, 0 corrected.")
        #expect(
            try desk.run("export").stdout.contains(
                "RIOT,btc_held,2025-09-30,1000.5,BTC,2025-11-01,\"SEC 10-Q 00025-000001, "
                    + "https://www.sec.gov/Archives/edgar/data/1167419/00025000001/\",aggregated,"))
    }

    @Test("a profile gives a company its own tags")
    mutating func ownProfile() throws {
        file.add("5", "2025-07-01/2025-09-30")
        file.add("4", "2025-07-01/2025-09-30", tag: "riot:BitcoinMiningRevenue")
        try desk.write(
            "fact: revenue of CIK0001167419 = riot:BitcoinMiningRevenue\n", to: "own.profile")
        try desk.write(file.json, to: "facts.json")
        try desk.run("import", "facts.json", "--profile", "./own.profile")
        #expect(try desk.run("export").stdout.contains("RIOT,revenue,2025Q3,4,USD"))
    }

    @Test(
        "a line of a profile that is no rule is refused",
        arguments: [
            "revenue", "revenue = Revenues", "revenue of RIOT = us-gaap:Revenues",
            "revenue = us-gaap:A +", "revenue = a = b",
        ])
    func badRule(_ rule: String) throws {
        try desk.write("fact: \(rule)\n", to: "own.profile")
        try desk.write("{}", to: "facts.json")
        let outcome = try desk.run(
            "import", "facts.json", "--profile", "./own.profile", exits: 65)
        #expect(
            outcome.stderr
                == """
                Error: ./own.profile:1: "\(rule)" is not a rule, such as revenue = us-gaap:Revenues \
                or total_debt of CIK0001507605 = us-gaap:LongTermDebtCurrent + \
                us-gaap:LongTermDebtNoncurrent

                """, outcome.comment)
    }
}
