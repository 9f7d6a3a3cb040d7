import Mining
import Testing

@testable import Reporting

@Suite("The valuation report")
struct ValuationReportTests {
    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .marketCap, "2026-01-15", "4.0 USD bn")
        try book.add("AAA", .totalDebt, "2025-12-31", "1.5 USD bn")
        try book.add("AAA", .cash, "2025-12-31", "500 USD m")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "50.0 EH/s")
        try book.add("AAA", .powerCapacity, "2026-01-15", "1000 MW")
        try book.add("AAA", .btcHeld, "2026-01-15", "10000 BTC")
        try book.add("BTC", .btcPrice, "2026-01-15", "100000 USD/BTC")
        return book
    }

    @Test func `enterprise value adds debt and subtracts cash, but not bitcoin`() throws {
        let report = try ask(.valuation, of: try smallBook())
        #expect(try report.company("AAA", "enterprise_value") == 5e9)
        #expect(try report.company("AAA", "market_cap_per_exahash") == 80e6)
        #expect(try report.company("AAA", "enterprise_value_per_exahash") == 100e6)
        #expect(try report.company("AAA", "enterprise_value_per_megawatt") == 5e6)
        #expect(try report.company("AAA", "btc_value_share") == 25)
        #expect(try report.shown("AAA", "market_cap") == "4,000")
        #expect(try report.shown("AAA", "enterprise_value")?.hasSuffix("c") == true)
        #expect(try report.company("BBB", "market_cap") == nil)
    }

    @Test func `notes say of which days debt, cash and shares are`() throws {
        var book = try smallBook()
        for ticker in ["BBB", "CCC", "DDD"] {
            if ticker != "BBB" { try book.add(members: ticker) }
            try book.add(ticker, .totalDebt, "2025-09-30", "1.0 USD bn")
            try book.add(ticker, .sharesOutstanding, "2025-06-30", "520000000 shares")
        }
        try book.add("DDD", .totalDebt, "2025-12-31", "2.0 USD bn")
        let report = try ask(.valuation, of: book)
        let notes = report.notes.filter {
            $0.hasPrefix("Debt: ") || $0.hasPrefix("Cash: ") || $0.hasPrefix("Shares: ")
        }
        #expect(
            notes == [
                "Debt: of 2025-12-31 (2 companies), 2025-09-30 (BBB, CCC).",
                "Cash: of 2025-12-31.", "Shares: of 2025-06-30.",
            ])
    }

    @Test func `a figure that no company has comes with the most common reason`() throws {
        var book = try smallBook()
        try book.add(members: "CCC")
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .sharesOutstanding, "2025-06-30", "520000000 shares")
        }
        let report = try ask(.valuation, of: book)
        #expect(
            report.notes.contains(
                "Dilution is known for no company: the book has no newer shares_outstanding than at "
                    + "the base (2 companies)."), "\(report.notes)")
    }

    @Test func `cash above market cap and debt gives a negative enterprise value`() throws {
        var book = try smallBook()
        try book.add("AAA", .cash, "2026-01-15", "6.0 USD bn")
        let report = try ask(.valuation, of: book)
        #expect(try report.company("AAA", "enterprise_value") == -0.5e9)
        #expect(try report.company("AAA", "enterprise_value_per_exahash") == -10e6)
    }

    @Test func `market caps, including derived ones, equal those of the sector report`() throws {
        var book = try smallBook()
        try book.add("BBB", .marketCap, "2026-01-10", "5.0 USD bn")
        try book.add("BBB", .sharePrice, "2026-01-15", "10.00 USD")
        try book.add("BBB", .sharesOutstanding, "2025-09-30", "520000000 shares")
        let report = try ask(.valuation, of: book)
        #expect(try report.tickers("companies") == ["BBB", "AAA"])
        #expect(try report.company("BBB", "market_cap") == 5.2e9)
        #expect(report.notes.contains("Market cap: share price times shares for BBB."))
        let sector = try ask(.sector, of: book)
        for ticker in ["AAA", "BBB"] {
            #expect(
                try report.company(ticker, "market_cap")
                    == sector.number("members", ticker, "market_cap"))
        }
    }

    @Test func `the price of an ADS is divided by the shares it stands for`() throws {
        var book = try smallBook()
        try book.add("BBB", .sharePrice, "2026-01-15", "0.70 USD")
        try book.add("BBB", .sharesOutstanding, "2025-09-30", "9000000000 shares")
        #expect(try ask(.valuation, of: book).company("BBB", "market_cap") == 6.3e9)
        book.allShareBases = [
            ShareBasis(ticker: "BBB", adsRatio: ShareRatio(15, 1), source: "https://example.com")
        ]
        let report = try ask(.valuation, of: book)
        #expect(try report.company("BBB", "market_cap") == 420e6)
        #expect(try report.tickers("companies") == ["AAA", "BBB"])
        #expect(
            report.notes.contains("BBB: the price is per ADS of 15 shares (https://example.com)."))
        let sector = try ask(.sector, of: book)
        #expect(try sector.number("members", "BBB", "market_cap") == 420e6)
    }

    @Test(
        "price and share count are taken to the same side of a split",
        arguments: [
            ("2025-12-01", "25:1", "4.00 USD", "10000000 shares"),
            ("2025-12-01", "1:20", "80.00 USD", "250000000 shares"),
            // Both are from before, or from after the split.
            ("2026-01-15", "25:1", "4.00 USD", "250000000 shares"),
            ("2025-09-30", "25:1", "4.00 USD", "250000000 shares"),
        ])
    func splits(from: String, split: String, price: String, shares: String) throws {
        var book = try smallBook()
        try book.add("BBB", .sharePrice, "2026-01-14", price)
        try book.add("BBB", .sharesOutstanding, "2025-09-30", shares)
        book.allShareBases = [
            ShareBasis(ticker: "BBB", from: try day(from), split: ShareRatio(split))
        ]
        let value = try #require(try ask(.valuation, of: book).company("BBB", "market_cap"))
        let expected = split == "1:20" ? 50e6 * 20 : 1e9
        #expect(abs(value - expected) < 1)
    }

    @Test func `a price older than the split is multiplied by the shares of before`() throws {
        var book = try smallBook()
        try book.add("BBB", .sharePrice, "2026-01-14", "100.00 USD")
        try book.add("BBB", .sharesOutstanding, "2026-01-15", "250000000 shares")
        book.allShareBases = [
            ShareBasis(ticker: "BBB", from: try day("2026-01-15"), split: ShareRatio(25, 1))
        ]
        #expect(try ask(.valuation, of: book).company("BBB", "market_cap") == 1e9)
    }

    @Test func `a filing after a split has restated earlier share counts`() throws {
        var book = try smallBook()
        try book.add("BBB", .sharePrice, "2026-01-15", "4.00 USD")
        try book.add(
            "BBB", .sharesOutstanding, "2025-09-30", "250000000 shares", published: "2025-11-10")
        book.allShareBases = [
            ShareBasis(ticker: "BBB", from: try day("2025-10-15"), split: ShareRatio(25, 1))
        ]
        #expect(try ask(.valuation, of: book).company("BBB", "market_cap") == 1e9)
    }

    @Test func `a published market cap that does not fit price times shares is marked`() throws {
        var book = try smallBook()
        try book.add("BBB", .marketCap, "2026-01-15", "393 USD m")
        try book.add("BBB", .sharePrice, "2026-01-10", "0.70 USD")
        try book.add("BBB", .sharesOutstanding, "2025-09-30", "8414000000 shares")
        let report = try ask(.valuation, of: book)
        #expect(try report.company("BBB", "market_cap") == 393e6)
        #expect(try report.shown("BBB", "market_cap")?.hasSuffix("m") == true)
        #expect(
            report.notes.last
                == "BBB: the published market cap (393 USD m, 2026-01-15) does not fit share price "
                + "× shares (5890 USD m, 2026-01-10); is one of them per ADS, or from before a "
                + "split (minerbook list share_basis)?")
        var estimate = book
        try estimate.add("BBB", .marketCap, "2026-01-15", "394 USD m", status: .estimated)
        estimate.allObservations.removeAll { $0.metric == .marketCap && $0.status == .reported }
        #expect(
            try ask(.valuation, of: estimate).shown("BBB", "market_cap")?.hasSuffix("m") == false)
        book.allShareBases = [ShareBasis(ticker: "BBB", adsRatio: ShareRatio(15, 1))]
        #expect(try ask(.valuation, of: book).shown("BBB", "market_cap")?.hasSuffix("m") == false)
    }

    @Test func `dilution leaves splits aside`() throws {
        var book = try smallBook()
        try book.add("AAA", .sharesOutstanding, "2025-12-31", "400000000 shares")
        try book.add("AAA", .sharesOutstanding, "2026-01-15", "10100000000 shares")
        book.allShareBases = [
            ShareBasis(ticker: "AAA", from: try day("2026-01-10"), split: ShareRatio(25, 1))
        ]
        #expect(try ask(.valuation, of: book).company("AAA", "dilution") == 1)
    }

    @Test func `dilution is the growth of the number of shares`() throws {
        var book = try smallBook()
        try book.add("AAA", .sharesOutstanding, "2025-12-31", "400000000 shares")
        try book.add("AAA", .sharesOutstanding, "2026-01-15", "410000000 shares")
        try book.add("BBB", .sharesOutstanding, "2025-12-31", "0 shares")
        let report = try ask(.valuation, of: book)
        #expect(try report.company("AAA", "dilution") == 2.5)
        #expect(
            report.notes.contains(
                "Dilution of BBB is undefined: shares_outstanding is not above zero."))
    }

    @Test func `a figure divided by a hashrate or market cap of zero is undefined`() throws {
        var book = try smallBook()
        try book.add("BBB", .marketCap, "2026-01-15", "0 USD")
        try book.add("BBB", .btcHeld, "2026-01-15", "1 BTC")
        try book.add("BBB", .deployedHashrate, "2026-01-15", "0 EH/s")
        let report = try ask(.valuation, of: book)
        #expect(
            report.notes.contains(
                "Market cap per EH/s of BBB is undefined: deployed_hashrate is not above zero."))
        #expect(
            report.notes.contains(
                "Bitcoin in market cap of BBB is undefined: market_cap is not above zero."))
    }

    @Test func `without a bitcoin price the report says so`() throws {
        var book = try smallBook()
        book.allObservations.removeAll { $0.metric == .btcPrice }
        #expect(
            try ask(.valuation, of: book).notes.last
                == "Bitcoin in market cap: not enough data: the book has no current btc_price of BTC "
                + "on 2026-01-15.")
    }

    @Test func `a figure that was not yet public is not used`() throws {
        var book = try smallBook()
        try book.add(
            "AAA", .totalDebt, "2026-01-10", "9.0 USD bn", published: "2026-03-01")
        #expect(try ask(.valuation, of: book).company("AAA", "enterprise_value") == 12.5e9)
        #expect(
            try ask(.valuation, of: book, knownOn: "2026-01-31")
                .company("AAA", "enterprise_value") == 5e9)
    }
}
