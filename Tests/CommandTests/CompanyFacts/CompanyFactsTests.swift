import Foundation
import TestSupport
import Testing

/// `import CIK….json`: the facts of a company's filings.
@Suite("Company facts")
struct CompanyFactsTests {
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

    /// Imports the file and returns what `export` then has of figures, without the header.
    private func imported(
        _ options: String..., at location: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        try desk.write(file.json, to: "facts.json")
        try desk.run(["import", "facts.json"] + options, at: location)
        return Array(try desk.run("export").lines.dropFirst())
    }

    /// Imports the file, which must be refused, and returns the messages.
    private func refusal(
        _ options: String..., at location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try desk.write(file.json, to: "facts.json")
        return try desk.run(["import", "facts.json"] + options, exits: 65, at: location)
    }

    @Test("a figure has its period, day of filing, source with address, and tag")
    mutating func figure() throws {
        file.add("71700000", "2025-07-01/2025-09-30")
        #expect(
            try imported() == [
                "RIOT,revenue,2025Q3,71700000,USD,2025-11-01,\"SEC 10-Q 00025-000001, "
                    + "https://www.sec.gov/Archives/edgar/data/1167419/00025000001/\",reported,"
                    + "us-gaap:Revenues"
            ])
    }

    @Test("quarter, year to date and year are different periods, and the fourth quarter is derived")
    mutating func yearToDate() throws {
        file.add("100", "2025-01-01/2025-03-31")
        file.add("250", "2025-01-01/2025-06-30")
        file.add("330", "2025-01-01/2025-09-30")
        file.add("500", "2025-01-01/2025-12-31", filing: "10-K 26-000001", filed: "2026-02-20")
        let periods = try imported().map { $0.split(separator: ",")[2...3].joined(separator: " ") }
        #expect(
            periods == [
                "2025Q1 100", "2025-01-01/2025-06-30 250", "2025-01-01/2025-09-30 330", "2025 500",
            ])
        let report = try desk.run("report", "company", "RIOT", "--on", "2025Q4", "--format", "csv")
        #expect(report.stdout.contains("170"), report.comment)
    }

    @Test("a value that later filings repeat is one figure, of the first filing")
    mutating func repeated() throws {
        file.add("5", "2025-07-01/2025-09-30", filing: "10-Q 25-000001", filed: "2025-11-01")
        file.add("5", "2025-07-01/2025-09-30", filing: "10-Q 26-000009", filed: "2026-11-01")
        let figures = try imported()
        #expect(figures.count == 1)
        #expect(figures.first?.contains("2025-11-01") == true)
    }

    @Test("an amended value is a restatement, and a silently changed one a later vintage")
    mutating func changed() throws {
        file.add("5", "2025-04-01/2025-06-30", filing: "10-Q 25-000001", filed: "2025-08-01")
        file.add("6", "2025-04-01/2025-06-30", filing: "10-Q/A 25-000002", filed: "2025-09-01")
        file.add("7", "2025-04-01/2025-06-30", filing: "10-Q 26-000001", filed: "2026-08-01")
        #expect(
            try imported().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return "\(cells[3]) \(cells[5]) \(cells[cells.count - 2])"
            } == ["5 2025-08-01 reported", "6 2025-09-01 restated", "7 2026-08-01 reported"])
    }

    @Test("selling and administrative expenses that are tagged apart are added up")
    mutating func selling() throws {
        let quarter = "2025-07-01/2025-09-30"
        file.add("900", quarter, tag: "us-gaap:GeneralAndAdministrativeExpense")
        file.add("200", quarter, tag: "us-gaap:SellingAndMarketingExpense")
        let figures = try imported()
        #expect(figures.count == 1)
        #expect(figures.first?.contains(",sga,2025Q3,1100,") == true)
    }

    @Test("tags without a rule are named, with how to read them")
    mutating func tagsWithoutRule() throws {
        file.add("50", "2025-09-30", tag: "us-gaap:CryptoAssetNumberOfUnits", unit: "Bitcoin")
        file.add("60", "2025-07-01/2025-09-30", tag: "us-gaap:CryptoAssetMiningRevenue")
        file.add("70000000", "2025-07-01/2025-09-30")
        try desk.write(file.json, to: "facts.json")
        try desk.run("import", "facts.json").says(
            "facts.json: revenue: 1 figure, 2025Q3, from us-gaap:Revenues",
            "facts.json: tags without a rule that may be of use: us-gaap:CryptoAssetMiningRevenue "
                + "(1, to 2025-09-30), us-gaap:CryptoAssetNumberOfUnits (1, to 2025-09-30); a profile "
                + "can map them, as with \"fact: METRIC = us-gaap:CryptoAssetMiningRevenue\", a count "
                + "of bitcoin is read with --btc-held-from 'us-gaap:CryptoAssetNumberOfUnits'",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test("a warning about a figure of a file in one line has the path of its fact")
    mutating func warningInOneLine() throws {
        file.add("5000000", "2025-04-01/2025-06-30")
        file.add("7000000000", "2025-07-01/2025-09-30")
        try desk.write(file.json.filter { $0 != "\n" }, to: "facts.json")
        try desk.run("import", "facts.json").says(
            "facts.json: revenue: 2 figures, 2025Q2 to 2025Q3, from us-gaap:Revenues",
            "Warning: facts.json:1: facts.us-gaap.Revenues.units.USD[1]: revenue: 7000000000 USD is "
                + "1400 times 5000000 USD in 2025Q2; is the unit right?",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test("a value of a proxy statement does not displace that of a report")
    mutating func proxy() throws {
        file.add("500000", "2025-01-01/2025-12-31", filing: "10-K 26-000001", filed: "2026-02-20")
        file.add("500", "2025-01-01/2025-12-31", filing: "DEF 14A 26-000002", filed: "2026-04-20")
        let figures = try imported()
        #expect(figures.count == 1)
        #expect(figures.first?.contains(",500000,") == true)
    }

    @Test("a value that only a proxy statement has ranks below one of a later report")
    mutating func proxyAlone() throws {
        file.add("500", "2025-01-01/2025-12-31", filing: "DEF 14A 26-000002", filed: "2026-04-20")
        #expect(try imported().first?.contains(",aggregated,") == true)
    }

    @Test("other currencies, and facts before bitcoin's first day, are left out and counted")
    mutating func leftOut() throws {
        file.add("5000000", "2025-07-01/2025-09-30")
        file.add("7000000", "2025-07-01/2025-09-30", unit: "CAD")
        file.add("9000000", "2008-01-01/2008-12-31")
        try desk.write(file.json, to: "facts.json")
        try desk.run("import", "facts.json").says(
            "facts.json: revenue: 1 figure, 2025Q3, from us-gaap:Revenues; not used: 1 from before "
                + "bitcoin's first day, 1 in CAD",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test("a quarter of 13 weeks is the quarter, and the note says so")
    mutating func weeks() throws {
        file.add("5", "2025-06-29/2025-09-27")
        let figure = try #require(try imported().first)
        #expect(figure.contains(",2025Q3,5,"))
        #expect(figure.hasSuffix(",us-gaap:Revenues; weeks from 2025-06-29 to 2025-09-27"))
    }

    @Test("the shares of all classes on a cover page are added up")
    mutating func classes() throws {
        let tag = "dei:EntityCommonStockSharesOutstanding"
        file.add("300000000", "2025-10-25", tag: tag, unit: "shares")
        file.add("17", "2025-10-25", tag: tag, unit: "shares")
        let figure = try #require(try imported().first)
        #expect(figure.contains(",shares_outstanding,2025-10-25,300000017,shares,"))
        #expect(figure.hasSuffix("; 2 classes of shares added up"))
    }

    @Test("a sum needs all its tags in one filing")
    mutating func sum() throws {
        file.add("5000000", "2025-09-30", tag: "us-gaap:LongTermDebtCurrent")
        file.add("90000000", "2025-09-30", tag: "us-gaap:LongTermDebtNoncurrent")
        file.add(
            "6000000", "2025-06-30", tag: "us-gaap:LongTermDebtCurrent", filing: "10-Q 25-000000")
        try desk.write(file.json, to: "facts.json")
        try desk.run("import", "facts.json").says(
            "facts.json: total_debt: 1 figure, 2025-09-30, from us-gaap:LongTermDebtCurrent + "
                + "us-gaap:LongTermDebtNoncurrent, which may not be all of its debt: compare it with "
                + "a balance sheet; not used: 1 without us-gaap:LongTermDebtNoncurrent",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected.")
        #expect(try desk.run("export").stdout.contains("RIOT,total_debt,2025-09-30,95000000,USD"))
    }

    @Test("of a rounded and an exact value in one filing the exact one counts")
    mutating func rounded() throws {
        file.add("1200000", "2025-07-01/2025-09-30")
        file.add("1234567", "2025-07-01/2025-09-30")
        #expect(try imported().first?.contains(",1234567,") == true)
    }

    @Test("two values of one filing that contradict each other are left out and counted")
    mutating func contradictory() throws {
        file.add("1234568", "2025-07-01/2025-09-30")
        file.add("1234567", "2025-07-01/2025-09-30")
        try desk.write(file.json, to: "facts.json")
        let outcome = try desk.run("import", "facts.json")
        #expect(
            outcome.stderr.contains(
                "facts.json: revenue: nothing; not used: 1 with several values in one filing\n"),
            outcome.comment)
    }

    @Test("periods of one year from two tags are a warning")
    mutating func mixedTags() throws {
        file.add("300", "2025-01-01/2025-09-30", tag: "us-gaap:SalesRevenueNet")
        file.add("500", "2025-01-01/2025-12-31", filing: "10-K 26-000001", filed: "2026-02-20")
        try desk.write(file.json, to: "facts.json")
        let outcome = try desk.run("import", "facts.json")
        #expect(
            outcome.stderr.contains(
                """
                Warning: facts.json:1: revenue of 2025-01-01/2025-09-30 is from \
                us-gaap:SalesRevenueNet, and of 2025 from us-gaap:Revenues: a quarter derived from \
                both may mix two definitions; choose one with a profile, as in \
                "fact: revenue = us-gaap:Revenues"

                """), outcome.comment)
    }

    @Test("importing the same file again changes nothing")
    mutating func again() throws {
        file.add("5", "2025-07-01/2025-09-30")
        _ = try imported()
        let outcome = try desk.run("import", "facts.json")
        #expect(
            outcome.stderr.hasSuffix("Nothing new: 0 inserted, 1 unchanged, 0 corrected.\n"),
            outcome.comment)
    }

    @Test("a file of one concept is read, too")
    func concept() throws {
        try desk.write(
            """
            {"cik":1167419,"taxonomy":"us-gaap","tag":"Revenues","label":"Revenues",
            "entityName":"Riot Platforms, Inc.","units":{"USD":[{"start":"2025-07-01",
            "end":"2025-09-30","val":5,"accn":"00025-000001","form":"10-Q","filed":"2025-11-01"}]}}
            """, to: "concept.json")
        try desk.run("import", "concept.json")
        #expect(try desk.run("export").stdout.contains("RIOT,revenue,2025Q3,5,USD,2025-11-01"))
    }

    @Test(
        "the figures are those of an independent reading", .enabled(if: PythonReference.isExpected))
    func independentReading() throws {
        let folder = Desk.packageRoot.appending(path: "Tests/Fixtures/CompanyFacts").path
        let rules = [
            "revenue=us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
            "cost_of_revenue=us-gaap:CostOfRevenue",
            "cash=us-gaap:CashAndCashEquivalentsAtCarryingValue",
            "total_debt=us-gaap:LongTermDebtCurrent+us-gaap:LongTermDebtNoncurrent",
            "crypto_fair_value=us-gaap:CryptoAssetFairValue",
            "shares_outstanding=dei:EntityCommonStockSharesOutstanding",
        ]
        for seed in 1...8 {
            try desk.shell(
                "python3 \(folder)/generate.py 1167419 'Riot Platforms, Inc.' \(seed) > facts.json")
            let expected = try desk.shell(
                "python3 \(folder)/read.py facts.json \(rules.joined(separator: " "))")
            try desk.run("init", "--database", "\(seed).db")
            try desk.run("import", "companies.csv", "facts.json", "--database", "\(seed).db")
            let found = try desk.shell(
                "minerbook export --database \(seed).db | python3 \(folder)/exported.py "
                    + rules.map { String($0.prefix { $0 != "=" }) }.joined(separator: " "))
            #expect(found.lines == expected.lines, "seed \(seed)")
            #expect(found.lines.count > 150)
        }
    }
}
