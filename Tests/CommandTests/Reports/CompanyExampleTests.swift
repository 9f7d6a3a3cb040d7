import Testing

/// The worked examples of docs/formulas.md: each imports its inputs and runs the report that shows
/// the figure.
@Suite("Worked examples of the reports by company")
struct CompanyExampleTests {
    /// A report about the company XYZ, or about the network, from a book with these figures:
    /// `XYZ,btc_mined,2025-12,322,BTC`.
    private func report(_ arguments: String..., figures: String...) throws -> JSON {
        let desk = try Desk()
        try desk.write("ticker,name\nXYZ,Example Inc.\n", to: "companies.csv")
        let rows = figures.map { $0 + ",,,,\n" }.joined()
        try desk.write(ImportTests.header + rows, to: "figures.csv")
        try desk.run("import", "companies.csv", "figures.csv")
        return try JSON(try desk.run(["report"] + arguments + ["--format", "json"]))
    }

    private func company(_ report: JSON, _ figure: String) throws -> Double {
        let rows = try report.rows("companies")
        #expect(rows.map { $0.text("ticker") } == ["XYZ"])
        return try #require(rows[0].number(figure))
    }

    private func network(_ report: JSON, _ figure: String) throws -> Double {
        let row = try report.rows("network").first { $0.text("figure") == figure }
        return try #require(row?.number("value"))
    }

    /// Rounds a value to the digits of the example: to `1 / parts`.
    private func rounded(_ value: Double, _ parts: Double) -> Double {
        (value * parts).rounded() / parts
    }

    @Test func `roll-forward: bitcoin held, mined and sold leave a residual`() throws {
        let production = try report(
            "production", "--on", "2024-08",
            figures: "XYZ,btc_held,2024-07-31,9704,BTC", "XYZ,btc_mined,2024-08,322,BTC",
            "XYZ,btc_sold,2024-08,0,BTC", "XYZ,btc_held,2024-08-31,10019,BTC")
        #expect(try company(production, "opening_btc_held") == 9704)
        #expect(try company(production, "residual_btc") == -7)
        #expect(try company(production, "liquidation") == 0)
    }

    @Test func `implied network hashrate`() throws {
        let economics = try report(
            "economics", "--on", "2024-08-31", figures: "BTC,difficulty,2024-08-31,88.40,T")
        #expect(rounded(try network(economics, "implied_hashrate"), 10) == 632.8)
    }

    @Test func `hashprice`() throws {
        let economics = try report(
            "economics", "--on", "2025-06-30", figures: "BTC,difficulty,2025-06-30,100,T",
            "BTC,btc_price,2025-06-30,100000,USD/BTC")
        #expect(rounded(try network(economics, "hashprice"), 10_000) == 62.8643)
    }

    @Test func `network BTC per EH/s`() throws {
        // 4,305 blocks of 6.25 BTC and 0.75 BTC of fees: 26,907 BTC.
        let economics = try report(
            "economics", "--on", "2023-04", figures: "BTC,blocks,2023-04,4305,blocks",
            "BTC,fee_reward,2023-04,0.025,BTC/day", "BTC,network_hashrate,2023-04,297,EH/s")
        #expect(rounded(try network(economics, "network_btc_per_exahash"), 100) == 90.60)
        #expect(
            rounded(try network(economics, "fee_share"), 1_000_000)
                == rounded(100 * 0.75 / 26_907, 1_000_000))
    }

    @Test func `power price net of credits`() throws {
        let economics = try report(
            "economics", "--on", "2024", figures: "XYZ,power_cost,2024,186154000,USD",
            "XYZ,power_credits,2024,33685000,USD", "XYZ,energy_used,2024,4443677036,kWh")
        #expect(rounded(try company(economics, "power_price_net"), 100) == 34.31)
    }

    @Test func `hashcost and break-even power price`() throws {
        // The price that makes the hashprice 45.79 USD/PH/day.
        let economics = try report(
            "economics", "--on", "2025-06-30", figures: "BTC,difficulty,2025-06-30,100,T",
            "BTC,btc_price,2025-06-30,72839.5,USD/BTC",
            "XYZ,fleet_efficiency,2025-06-30,20,J/TH", "XYZ,power_price,2025-06,50,USD/MWh")
        #expect(try company(economics, "hashcost") == 24)
        #expect(rounded(try network(economics, "hashprice"), 100) == 45.79)
        #expect(rounded(try company(economics, "break_even_power_price"), 100) == 95.40)
    }

    @Test func `enterprise value per EH/s`() throws {
        let valuation = try report(
            "valuation", "--on", "2025-12-31", figures: "XYZ,market_cap,2025-12-31,2500000000,USD",
            "XYZ,total_debt,2025-12-31,300000000,USD", "XYZ,cash,2025-12-31,72107018,USD",
            "XYZ,deployed_hashrate,2025-12-31,58.9,EH/s",
            "XYZ,power_capacity,2025-12-31,1000,MW")
        #expect(try company(valuation, "enterprise_value") == 2_727_892_982)
        #expect(
            rounded(try company(valuation, "enterprise_value_per_exahash"), 1) == 46_313_973)
        #expect(try company(valuation, "enterprise_value_per_megawatt") == 2_727_892.982)
    }

    @Test func `HPC share of revenue, from figures for two parts of the period`() throws {
        let diversification = try report(
            "diversification", "--on", "2025Q2",
            figures: "XYZ,hpc_revenue,2025-04-01/2025-05-31,16595315,USD",
            "XYZ,hpc_revenue,2025-06,1729004,USD", "XYZ,revenue,2025Q2,25659419,USD")
        #expect(rounded(try company(diversification, "hpc_revenue_share"), 100) == 71.41)
    }
}
