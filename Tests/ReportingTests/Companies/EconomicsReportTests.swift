import Mining
import Testing

@testable import Reporting

@Suite("The economics report")
struct EconomicsReportTests {
    private func ask(_ book: ArrayBook, on: String = "2025-12", since: String = "2025-11") throws
        -> Document
    {
        try ReportingTests.ask(.economics, of: book, on: on, since: since)
    }

    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        for (end, month, price) in [
            ("2025-11-30", "2025-11", "80000"), ("2025-12-31", "2025-12", "100000"),
        ] {
            try book.add("BTC", .difficulty, end, "100 T")
            try book.add("BTC", .btcPrice, end, "\(price) USD/BTC")
            try book.add("BTC", .btcPriceAverage, month, "90000 USD/BTC")
            try book.add("BTC", .networkHashrate, month, "1000 EH/s")
        }
        try book.add("AAA", .fleetEfficiency, "2025-12-31", "20 J/TH")
        return book
    }

    private func network(_ report: Document, _ figure: String, _ column: String = "value") throws
        -> Double?
    {
        try report.number("network", figure, column)
    }

    @Test func `the network's figures are compared with the base`() throws {
        let report = try ask(try smallBook())
        #expect(try network(report, "difficulty") == 1e14)
        #expect(try report.shown("network", "difficulty", "value") == "100")
        let implied = try #require(try network(report, "implied_hashrate"))
        #expect(abs(implied - 1e14 * 4_294_967_296 / 600 / 1e18) < 1e-9)
        #expect(abs(try #require(try network(report, "hashprice")) - 62.8643) < 0.00005)
        #expect(
            abs(try #require(try network(report, "hashprice", "change_percent")) - 25) < 1e-9)
        #expect(try network(report, "block_reward_revenue") == 40_500)
        #expect(abs(try #require(try network(report, "network_btc_per_exahash")) - 13.95) < 1e-12)
        #expect(try network(report, "fee_share") == nil)
        #expect(
            report.notes.contains(
                "Share of fees: not enough data: the book has no fee_reward of BTC over 2025-12."))
    }

    @Test func `each figure of the network names its base, a day or a period`() throws {
        let report = try ReportingTests.ask(
            .economics, of: try smallBook(), on: "2025-12-15", since: "2025-11-30")
        for figure in ["difficulty", "implied_hashrate", "hashprice"] {
            #expect(try report.cell("network", figure, "since") == .text("2025-11-30"))
        }
        for figure in ["block_reward_revenue", "fee_share", "network_btc_per_exahash"] {
            #expect(try report.cell("network", figure, "since") == .text("2025-11"))
        }
    }

    @Test func `a note names the power prices that are not of the period`() throws {
        var book = try smallBook()
        try book.add("AAA", .powerPrice, "2025-09", "42 USD/MWh")
        try book.add("BBB", .powerPrice, "2025-12", "32 USD/MWh")
        try book.add("BBB", .fleetEfficiency, "2025-09-30", "25 J/TH")
        // Without an efficiency there is no hashcost.
        try book.add(members: "CCC")
        try book.add("CCC", .powerPrice, "2025-09", "50 USD/MWh")
        let note = { (on: String) in
            try ask(book, on: on, since: "2025-09").notes.filter { $0.hasPrefix("Hashcost: ") }
        }
        #expect(
            try note("2025-12") == [
                "Hashcost: power prices that are not of 2025-12: AAA 42 USD/MWh of 2025-09."
            ])
        #expect(
            try note("2025Q4") == [
                "Hashcost: power prices that are not of 2025Q4: AAA 42 USD/MWh of 2025-09, BBB 32 "
                    + "USD/MWh of 2025-12."
            ])
        #expect(try note("2025-09").isEmpty)
    }

    @Test func `with fees known at only one end no change is shown, and a note says why`() throws {
        var book = try smallBook()
        try book.add("BTC", .feeReward, "2025-12", "4.5 BTC/day")
        try book.add("BTC", .feeReward, "2025-12-31", "4.5 BTC/day")
        let report = try ask(book)
        #expect(abs(try #require(try network(report, "fee_share")) - 100 * 4.5 / 454.5) < 1e-9)
        #expect(try network(report, "hashprice", "previous") != nil)
        #expect(try network(report, "hashprice", "change") == nil)
        #expect(
            report.notes.contains(
                "Hashprice: no change shown, because the methods differ (now: includes transaction "
                    + "fees; before: excludes transaction fees)."))
        // The other way round, both ends can be computed without fees.
        let back = try ask(book, on: "2025-11", since: "2025-10")
        #expect(back.notes.contains("Hashprice: excludes transaction fees."))
    }

    @Test func `the share of fees is not compared with one from another count of blocks`() throws {
        var book = try smallBook()
        for month in ["2025-11", "2025-12"] {
            try book.add("BTC", .feeReward, month, "5.0 BTC/day")
        }
        try book.add("BTC", .blocks, "2025-12", "4600 blocks")
        let report = try ask(book)
        for figure in ["fee_share", "network_btc_per_exahash"] {
            #expect(try network(report, figure) != nil)
            #expect(try network(report, figure, "previous") != nil)
            #expect(try network(report, figure, "change") == nil)
        }
        #expect(
            report.notes.contains(
                "Share of fees: no change shown, because the methods differ (now: the published "
                    + "blocks, includes transaction fees; before: 144 blocks a day, includes "
                    + "transaction fees)."))
        // The other way round, both ends can be computed with 144 blocks a day.
        try book.add("BTC", .feeReward, "2026-01", "5.0 BTC/day")
        let back = try ask(book, on: "2026-01", since: "2025-12")
        #expect(try network(back, "fee_share", "change") == 0)
    }

    @Test func `half a month is not compared with a month`() throws {
        var book = try smallBook()
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000 EH/s")
        let report = try ask(book, on: "2026-01-15", since: "2025-12-31")
        #expect(try network(report, "network_btc_per_exahash") == 6.75)
        #expect(try network(report, "network_btc_per_exahash", "change") == nil)
        #expect(
            report.notes.contains(
                "Network BTC per EH/s: no change shown, because the periods have 15 and 31 days."))
    }

    @Test
    func `hashcost uses the published power price, else the one of the bill, which is marked`()
        throws
    {
        var book = try smallBook()
        try book.add("AAA", .powerCost, "2025-12", "1000000 USD")
        try book.add("AAA", .powerCredits, "2025-12", "1200000 USD")
        try book.add("AAA", .energyUsed, "2025-12", "10000 MWh")
        let derived = try ask(book)
        #expect(try derived.company("AAA", "power_price_net") == -20)
        #expect(try derived.company("AAA", "hashcost") == -9.6)
        #expect(try derived.shown("AAA", "hashcost")?.hasSuffix("d") == true)
        try book.add("AAA", .powerPrice, "2025-10", "50 USD/MWh")
        #expect(try ask(book).shown("AAA", "hashcost") == "24.0c")
        try book.add("AAA", .powerPrice, "2025-12", "40 USD/MWh")
        #expect(try ask(book).company("AAA", "hashcost") == 19.2)
        #expect(try ask(book).company("BBB", "hashcost") == nil)
    }

    @Test func `power cost per BTC is as published, else computed from the bill and marked`() throws
    {
        var book = try smallBook()
        try book.add("AAA", .powerCost, "2025-12", "1000000 USD")
        try book.add("AAA", .btcMined, "2025-12", "20 BTC")
        #expect(try ask(book).company("AAA", "power_cost_per_btc") == 50_000)
        #expect(try ask(book).shown("AAA", "power_cost_per_btc")?.hasSuffix("d") == true)
        try book.add("AAA", .powerCostPerBtc, "2025-12", "48000 USD/BTC")
        #expect(try ask(book).shown("AAA", "power_cost_per_btc") == "48,000")
    }

    @Test func `figures divided by no revenue, energy or efficiency are undefined`() throws {
        var book = try smallBook()
        for (metric, value) in [
            (Metric.revenue, "-5 USD"), (.costOfRevenue, "10 USD"), (.powerCost, "10 USD"),
            (.powerCredits, "0 USD"), (.energyUsed, "0 MWh"),
        ] {
            try book.add("AAA", metric, "2025-12", value)
        }
        try book.add("BBB", .fleetEfficiency, "2025-12-31", "0 J/TH")
        let report = try ask(book)
        for sentence in [
            "Gross margin of AAA is undefined: revenue is not above zero.",
            "Power price net of AAA is undefined: energy_used is not above zero.",
            "Break-even power price of BBB is undefined: fleet_efficiency is not above zero.",
        ] {
            #expect(report.notes.contains(sentence))
        }
        try book.add("BTC", .difficulty, "2025-12-31", "0 T", published: "2026-01-10")
        #expect(try network(try ask(book), "hashprice") == nil)
    }

    @Test func `break-even prices use the hashprice of the companies' period`() throws {
        var book = try smallBook()
        try book.add("AAA", .costOfRevenue, "2025-11", "50 USD m")
        try book.add("AAA", .revenue, "2025-11", "100 USD m")
        try book.add("AAA", .fleetEfficiency, "2025-11-30", "25 J/TH")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10 EH/s")
        let asked = try ask(book, on: "2025-11", since: "2025-10")
        let query = ReportQuery(scope: .group("us-listed"))
        let result = Report.economics.result(for: query, from: book)
        let report = result.document
        #expect(report.tables.map(\.title)[1] == "Companies over 2025-11")
        let price = try report.company("AAA", "break_even_power_price")
        #expect(try price == asked.company("AAA", "break_even_power_price"))
        #expect(
            report.notes.contains(
                "Break-even power price: at the hashprice of 2025-11-30, 50 USD/PH/day."))
        let explanation = try #require(Explanation(of: "break_even_power_price", in: result))
        #expect(explanation.document.notes[1].hasPrefix("AAA, 2025-11: 86,400"))
    }

    @Test func `a loss is a negative margin`() throws {
        var book = try smallBook()
        try book.add("AAA", .revenue, "2025-12", "100 USD")
        try book.add("AAA", .costOfRevenue, "2025-12", "150 USD")
        #expect(try ask(book).company("AAA", "company_gross_margin") == -50)
    }

    @Test func `a company whose figure is undefined does not count as one with the figure`() throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        try book.add("AAA", .revenue, "2025-12", "0 USD m")
        try book.add("AAA", .costOfRevenue, "2025-12", "1.0 USD m")
        try book.add("BBB", .revenue, "2025-12", "5 USD m")
        try book.add("BBB", .costOfRevenue, "2025-12", "1.0 USD m")
        let report = try ReportingTests.ask(.economics, of: book, on: "2025-12", since: nil)
        #expect(report.notes.contains("Gross margin is known for 1 of 3 companies; missing: CCC."))
        book.allObservations.removeAll { $0.subject == "BBB" }
        let none = try ReportingTests.ask(.economics, of: book, on: "2025-12", since: nil)
        #expect(
            none.notes.contains { $0.contains("Gross margin") && $0.contains("for no company") })
        #expect(
            none.notes.contains(
                "Gross margin of AAA is undefined: revenue is not above zero."))
    }
}
