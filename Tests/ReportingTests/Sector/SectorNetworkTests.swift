import Mining
import Testing

@testable import Reporting

/// Hashprice, block rewards, power cost and what follows from them.
@Suite("The sector report: network and power")
struct SectorNetworkTests {
    @Test func `hashprice is computed for the day and says that it excludes fees`() throws {
        let document = try ask(.sector, of: try SectorBooks.network())
        #expect(abs(try #require(try document.headline(.hashprice)) - 62.8643) < 0.00005)
        #expect(abs(try #require(try document.headline(.hashprice, "change_percent")) - 25) < 1e-9)
        #expect(document.notes.contains("Hashprice: excludes transaction fees."))
    }

    @Test func `hashprice includes known fees, and its change needs them at both ends`()
        throws
    {
        var book = try SectorBooks.network()
        try book.add("BTC", .feeReward, "2026-01-15", "45 BTC/day")
        let document = try ask(.sector, of: book)
        let withFees = 62.8643 * (3.125 + 45.0 / 144) / 3.125
        #expect(abs(try #require(try document.headline(.hashprice)) - withFees) < 0.0001)
        #expect(document.notes.contains("Hashprice: includes transaction fees."))
        #expect(try document.headline(.hashprice, "change") == nil)
        #expect(
            document.notes.contains(
                "Hashprice: no change shown, because transaction fees are known at one end only."))
        try book.add("BTC", .feeReward, "2025-12-31", "45 BTC/day")
        #expect(try ask(.sector, of: book).headline(.hashprice, "change") != nil)
    }

    @Test func `block reward revenue divides the period's subsidies by the network`() throws {
        let document = try ask(.sector, of: try SectorBooks.network())
        #expect(try document.headline(.blockRewardRevenue) == 40_500)
        #expect(try document.headline(.blockRewardRevenue, "previous") == 36_000)
    }

    @Test func `an average is the mean of its days if four fifths of them are known`() throws {
        var book = try SectorBooks.network()
        for date in 1...12 {
            try book.add(
                "BTC", .networkHashrate, "2026-01-\(date < 10 ? "0" : "")\(date)",
                "\(900 + date) EH/s")
        }
        #expect(try ask(.sector, of: book).headline(.networkHashrate) == 906.5)
        book.allObservations.removeAll {
            $0.metric == .networkHashrate && $0.value.description == "901 EH/s"
        }
        #expect(try ask(.sector, of: book).headline(.networkHashrate) == 1000)
    }

    @Test
    func `an average of a quarter without days or figure is the day-weighted mean of its months`()
        throws
    {
        var book = try SectorBooks.members()
        try book.add("BTC", .networkHashrate, "2025-10", "1100 EH/s")
        try book.add("BTC", .networkHashrate, "2025-11", "1080 EH/s")
        let document = try ask(.sector, of: book, on: "2025Q4", since: "2025-12")
        let mean: Double = (1100.0 * 31 + 1080 * 30 + 1050 * 31) / 92
        #expect(abs(try #require(try document.headline(.networkHashrate)) - mean) < 1e-9)
        #expect(
            document.notes.contains(
                "Network hashrate: the day-weighted mean of published parts for 2025Q4, the"
                    + " published figure for the period for 2025-12."))
        book.allObservations.removeAll { $0.period.description == "2025-11" }
        #expect(try ask(.sector, of: book, on: "2025Q4").headline(.networkHashrate) == nil)
    }

    @Test func `power cost prefers the group's own figures to its members'`() throws {
        var book = try SectorBooks.network()
        for (ticker, efficiency, price) in [("AAA", "20", "40"), ("BBB", "17", "60")] {
            try book.add(ticker, .fleetEfficiency, "2025-12-31", "\(efficiency) J/TH")
            try book.add(ticker, .powerPrice, "2025-12", "\(price) USD/MWh")
        }
        let members = try ask(.sector, of: book)
        let efficiency: Double = (55.5 * 20 + 30 * 17) / 85.5
        let price: Double = (55.5 * 40 + 30 * 60) / 85.5
        #expect(
            abs(try #require(try members.headline(.powerCostPerExahash)) - efficiency * 24 * price)
                < 1e-6)
        #expect(
            members.notes.contains(
                "Power cost: fleet_efficiency is the hashrate-weighted mean of 2 of 3 members,"
                    + " power_price is the hashrate-weighted mean of 2 of 3 members."))

        try book.add("us-listed", .fleetEfficiency, "2025-12-31", "18 J/TH", status: .estimated)
        try book.add("us-listed", .powerPrice, "2025-12", "50 USD/MWh", status: .estimated)
        let own = try ask(.sector, of: book)
        #expect(try own.headline(.powerCostPerExahash) == 21_600)
        #expect(try own.headline(.blockRewardGrossProfit) == 18_900)
        #expect(abs(try #require(try own.headline(.grossMargin)) - 46.6667) < 0.0001)
        #expect(try own.headline(.grossMargin, "change_percent") == nil)
        let change: Double = 100 * (18_900.0 / 40_500 - 14_400.0 / 36_000)
        #expect(abs(try #require(try own.headline(.grossMargin, "change")) - change) < 1e-9)
        #expect(
            abs(try #require(try own.headline(.grossMargin, "change_bp")) - change * 100) < 1e-6)
        #expect(
            own.notes.contains(
                "Power cost: fleet_efficiency is the group's own figure of 2025-12-31 (estimated),"
                    + " power_price is the group's own figure of 2025-12 (estimated)."))
    }

    @Test func `the power cost of a quarter is at the power price of that quarter`() throws {
        var book = try SectorBooks.network()
        try book.add("us-listed", .fleetEfficiency, "2025-12-31", "20 J/TH")
        for (month, price) in [("2025-10", "40"), ("2025-11", "60"), ("2025-12", "80")] {
            try book.add("us-listed", .powerPrice, month, "\(price) USD/MWh")
        }
        let months: Double = 20 * 24 * (40.0 * 31 + 60 * 30 + 80 * 31) / 92
        let document = try ask(.sector, of: book, on: "2025Q4")
        #expect(abs(try #require(try document.headline(.powerCostPerExahash)) - months) < 1e-6)
        #expect(
            document.notes.contains(
                "Power cost: fleet_efficiency is the group's own figure of 2025-12-31, power_price"
                    + " is the group's own figure of 2025Q4."))

        try book.add("us-listed", .powerPrice, "2025Q4", "55 USD/MWh")
        let published = try ask(.sector, of: book, on: "2025Q4")
        #expect(try published.headline(.powerCostPerExahash) == 26_400)
    }

    @Test
    func `a change of power cost between different methods is not shown, and a note says why`()
        throws
    {
        var book = try SectorBooks.network()
        try book.add("us-listed", .fleetEfficiency, "2026-01-15", "18 J/TH")
        try book.add("us-listed", .powerPrice, "2026-01-15", "50 USD/MWh")
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .fleetEfficiency, "2025-12-31", "20 J/TH")
            try book.add(ticker, .powerPrice, "2025-12", "40 USD/MWh")
        }
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.grossMargin) != nil)
        #expect(try document.headline(.grossMargin, "previous") != nil)
        #expect(try document.headline(.grossMargin, "change") == nil)
        #expect(
            document.notes.contains(
                "Gross margin: no change shown, because power cost uses the group's own figures at"
                    + " one end and the members' at the other."))
    }

    @Test func `the revenue of a year ago has its change to today's`() throws {
        var book = try SectorBooks.network()
        try book.add("BTC", .networkHashrate, "2025-01-01/2025-01-15", "750 EH/s")
        try book.add("BTC", .btcPriceAverage, "2025-01-01/2025-01-15", "90000 USD/BTC")
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.blockRewardRevenueYearAgo) == 54_000)
        #expect(try document.headline(.blockRewardRevenueYearAgo, "change") == -13_500)
        #expect(try document.headline(.blockRewardRevenueYearAgo, "change_percent") == -25)
        #expect(
            try document.cell("headline", "block_reward_revenue_year_ago", "since")
                == .text("2025-01-01/2025-01-15"))
    }

    @Test func `multiples of the four-year reward, plain and scaled by the share`() throws {
        var book = try SectorBooks.network()
        for ticker in ["AAA", "BBB", "CCC"] {
            try book.add(ticker, .marketCap, "2026-01-15", "20.0 USD bn")
        }
        let document = try ask(.sector, of: book)
        let reward = Double(118_560) * 3.125 + Double(91_824) * 1.5625
        let multiple = 60e9 / (100_000 * reward)
        #expect(abs(try #require(try document.headline(.blockRewardMultiple)) - multiple) < 1e-12)
        #expect(
            abs(try #require(try document.headline(.blockRewardMultipleScaled)) - multiple / 0.09)
                < 1e-9)
    }

    @Test func `labels say what is of the day, what is an average, and whose change it is`() throws
    {
        let document = try ask(.sector, of: SectorBooks.network())
        func label(_ figure: Figure) throws -> String? {
            guard
                case .worded(let title, let shown) = try document.cell(
                    "headline", figure.code, "title")
            else { return nil }
            #expect(title == figure.title)
            return shown
        }
        #expect(try label(.hashprice) == "Hashprice on 2026-01-15")
        #expect(try label(.btcPrice) == "Bitcoin price on 2026-01-15")
        #expect(try label(.blockRewardRevenue) == "Block reward revenue (average)")
        #expect(try label(.networkHashrate) == "Network hashrate (average)")
        #expect(try label(.blockRewardRevenueYearAgo) == "Revenue a year ago, change to now")
        #expect(try label(.grossMargin) == "Gross margin")
    }

    @Test func `charts have the numbers of the tables`() throws {
        let document = try ask(.sector, of: SectorBooks.network())
        let table = try #require(document.tables.first { $0.name == "additions" })
        let series = try #require(document.charts.first { $0.name == "additions" }).series[0]
        let added = table.rows.map { row -> Number? in
            if case .number(let number) = row[4] { number } else { nil }
        }
        #expect(series.values == added.map(\.?.value))
        #expect(added.indices.map { series.numbers[$0] } == added)
    }
}
