import Testing

/// The worked examples of docs/formulas.md, each computed by the program from a small book.
@Suite("Worked examples of the sector report")
struct WorkedExampleTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nAAA,A\n", to: "companies.csv")
        try desk.write("group,ticker,joined_on\nus-listed,AAA,2020-01-01\n", to: "groups.csv")
    }

    private func sector(_ day: String, _ figures: String...) throws -> JSON {
        let rows = figures.map { $0 + "\n" }.joined()
        try desk.write("subject,metric,period,value,unit\n" + rows, to: "figures.csv")
        try desk.run("import", "companies.csv", "groups.csv", "figures.csv")
        return try JSON(try desk.run("report", "sector", "--on", day, "--format", "json"))
    }

    private func value(_ report: JSON, _ figure: String, places: Double) throws -> Double? {
        try report.figure(figure).number("value").map { ($0 * places).rounded() / places }
    }

    @Test func `hashprice`() throws {
        let report = try sector(
            "2025-12-31", "BTC,difficulty,2025-12-31,1e14,", "BTC,btc_price,2025-12-31,100000,USD")
        #expect(try value(report, "hashprice", places: 1e4) == 62.8643)
    }

    @Test(arguments: [("194", "672", 28.87), ("419", "1022.7", 40.97)])
    func `share`(hashrate: String, network: String, share: Double) throws {
        let report = try sector(
            "2025-12", "AAA,deployed_hashrate,2025-12-31,\(hashrate),EH/s",
            "BTC,network_hashrate,2025-12,\(network),EH/s")
        #expect(try value(report, "network_share", places: 100) == share)
    }

    @Test func `power cost and gross margin`() throws {
        let report = try sector(
            "2025-12", "us-listed,fleet_efficiency,2025-12-31,18,J/TH",
            "us-listed,power_price,2025-12,50,USD/MWh",
            "BTC,btc_price_average,2025-12,58940,USD", "BTC,network_hashrate,2025-12,630,EH/s")
        #expect(try value(report, "power_cost_per_exahash", places: 1) == 21_600)
        // 144 × 3.125 × 58,940 / 630
        #expect(try value(report, "block_reward_revenue", places: 1) == 42_100)
        #expect(try value(report, "block_reward_gross_profit", places: 1) == 20_500)
        #expect(try value(report, "gross_margin", places: 100) == 48.69)
    }

    @Test func `multiple of the four-year reward`() throws {
        // Height 934,464: 509,250 BTC in the next 210,384 blocks.
        let report = try sector(
            "2026-02-05", "AAA,market_cap,2026-02-05,60,USD bn",
            "BTC,btc_price,2026-02-05,78600,USD")
        #expect(try value(report, "block_reward_multiple", places: 100) == 1.5)
    }

    @Test func `a claim that differs`() throws {
        let report = try sector(
            "2025-12-31", "AAA,deployed_hashrate,2025-11-30,188.53,EH/s",
            "AAA,deployed_hashrate,2025-12-31,193.93,EH/s")
        let change = try #require(try report.figure("hashrate").number("change_percent"))
        #expect((change * 100).rounded() / 100 == 2.86)
        try desk.write(
            "publisher,subject,figure,on,since,value,unit\n"
                + "J,us-listed,hashrate.change_percent,2025-12-31,2025-11-30,2.3,%\n",
            to: "claims.csv")
        try desk.run("import", "claims.csv")
        let claims = try JSON(try desk.run("verify", "--format", "json", exits: 1)).rows("claims")
        #expect(claims.map { $0.text("verdict") } == ["differs"])
    }
}
