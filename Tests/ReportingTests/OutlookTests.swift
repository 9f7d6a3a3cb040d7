import Mining
import Testing

@testable import Reporting

@Suite("The outlook on other prices and network hashrates")
struct OutlookTests {
    private func book(power: String? = "50.0 USD/MWh", network: String? = "1000.0 EH/s") throws
        -> ArrayBook
    {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10.0 EH/s")
        try book.add("us-listed", .fleetEfficiency, "2025-12-31", "20.0 J/TH")
        if let power { try book.add("us-listed", .powerPrice, "2025-12", power) }
        if let network { try book.add("BTC", .networkHashrate, "2025-12", network) }
        try book.add("BTC", .btcPriceAverage, "2025-12", "90000.0 USD/BTC")
        try book.add("BTC", .btcPrice, "2025-12-31", "88000.0 USD/BTC")
        return book
    }

    private func ask(
        _ book: ArrayBook, price: String? = nil, network: String? = nil
    ) throws -> Document {
        var query = ReportQuery(on: try period("2025-12"), scope: .group("us-listed"))
        query.price = price.flatMap { DecimalNumber($0.utf8) }
        query.networkHashrate = network.flatMap { DecimalNumber($0.utf8) }
        return Report.outlook.result(for: query, from: book).document
    }

    @Test func `the average price is shown without the network's hashrate`() throws {
        let document = try ask(try book(network: nil))
        #expect(try document.number("outlook", "btc_price_average", "value") == 90_000)
        #expect(
            document.notes.contains {
                $0.hasPrefix("Network hashrate, Block reward revenue")
                    && $0.contains("network_hashrate over 2025-12 is not known")
            })
    }

    @Test(arguments: ["-15.8 USD/MWh", "0 USD/MWh"])
    func `no break-even is shown if power costs nothing or less`(power: String) throws {
        let document = try ask(try book(power: power))
        for figure in [
            "break_even_price", "break_even_price_distance", "break_even_network_hashrate",
            "break_even_network_hashrate_distance",
        ] {
            #expect(try document.number("outlook", figure, "value") == nil)
        }
        #expect(!document.notes.contains { $0.hasPrefix("Block rewards only pay") })
        #expect(document.notes.contains { $0.contains("power costs nothing or less") })
    }

    @Test func `break-even and grid start from the averages, and a note says so`() throws {
        let document = try ask(try book())
        // 144 × 3.125 × 90,000 / 1,000 = 40,500; power costs 24,000.
        let price = try #require(try document.number("outlook", "break_even_price", "value"))
        #expect(abs(price - 90_000 * 24.0 / 40.5) < 1e-6)
        let distance = try #require(
            try document.number("outlook", "break_even_price_distance", "value"))
        #expect(abs(distance - (24.0 / 40.5 - 1) * 100) < 1e-9)
        #expect(
            document.notes.first
                == "All changes are from the averages over 2025-12: 90,000 USD/BTC and 1,000 EH/s. "
                + "On 2025-12-31 bitcoin cost 88,000 USD/BTC.")
        let margin = try #require(document.tables.first { $0.name == "margin" })
        #expect(margin.columns[1].name == "btc_price")
        #expect(margin.columns.map(\.title).contains("network +10 % = 1,100 EH/s"))
    }

    @Test func `a price and a network hashrate that are asked about are compared with the base`()
        throws
    {
        let document = try ask(try book(), price: "70000", network: "900")
        let scenario = try #require(document.tables.first)
        #expect(scenario.name == "scenario")
        #expect(
            scenario.title
                == "At 70,000 USD/BTC and 900 EH/s, compared with the averages over 2025-12")
        #expect(try document.number("scenario", "block_reward_revenue", "value") == 35_000)
        #expect(try document.number("scenario", "block_reward_revenue", "previous") == 40_500)
        #expect(try document.number("scenario", "block_reward_gross_profit", "value") == 11_000)
        #expect(try document.number("scenario", "btc_price_average", "change") == -20_000)
        let margin = try #require(try document.number("scenario", "gross_margin", "value"))
        #expect(abs(margin - 11_000.0 / 350) < 1e-9)
    }

    @Test func `what is not asked about is as in the base`() throws {
        let document = try ask(try book(), price: "45000")
        #expect(try document.number("scenario", "block_reward_revenue", "value") == 20_250)
        #expect(try document.number("scenario", "network_hashrate", "value") == 1_000)
        #expect(try document.number("scenario", "network_hashrate", "change") == 0)
    }
}
