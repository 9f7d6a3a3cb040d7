import Mining
import Testing

@testable import Reporting

/// Published market caps, and share price times shares.
@Suite("The sector report: market cap")
struct SectorMarketCapTests {
    @Test func `a newer share price times shares replaces an older market cap, and a note says so`()
        throws
    {
        var book = try SectorBooks.members()
        try book.add("AAA", .marketCap, "2026-01-10", "5.0 USD bn")
        try book.add("AAA", .sharePrice, "2026-01-15", "10.00 USD")
        try book.add("AAA", .sharesOutstanding, "2025-09-30", "520000000 shares")
        try book.add("BBB", .marketCap, "2026-01-15", "1.5 USD bn")
        try book.add("BBB", .sharePrice, "2026-01-15", "99.00 USD")
        try book.add("BBB", .sharesOutstanding, "2025-09-30", "520000000 shares")
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.marketCap) == 6.7e9)
        #expect(try document.shown("members", "AAA", "market_cap") == "5.20d")
        #expect(
            document.notes.contains("Market cap: share price times shares for AAA."))
        guard case .number(let number) = try document.cell("members", "AAA", "market_cap") else {
            Issue.record("no market cap")
            return
        }
        #expect(number.marks == [.derived])
    }

    @Test
    func `a change of market cap between different methods is not shown, and a note says why`()
        throws
    {
        var book = try SectorBooks.members()
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .marketCap, "2025-12-31", "5.0 USD bn")
            try book.add(ticker, .marketCap, "2026-01-15", "5.5 USD bn")
        }
        #expect(try ask(.sector, of: book).headline(.marketCap, "change") == 1e9)
        book.allObservations.removeAll {
            $0.metric == .marketCap && $0.subject == "AAA"
                && $0.period.last.description == "2026-01-15"
        }
        try book.add("AAA", .sharePrice, "2026-01-15", "10.00 USD")
        try book.add("AAA", .sharesOutstanding, "2025-09-30", "520000000 shares")
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.marketCap) == 10.7e9)
        #expect(try document.headline(.marketCap, "previous") == 10e9)
        #expect(try document.headline(.marketCap, "change") == nil)
        #expect(
            document.notes.contains(
                "Market cap: no change shown, because the market cap of AAA is published at one end"
                    + " and share price times shares at the other."))
        // With a price for the earlier day, both ends are derived.
        try book.add("AAA", .sharePrice, "2025-12-30", "9.00 USD")
        #expect(try ask(.sector, of: book).headline(.marketCap, "previous") == 9.68e9)
        #expect(try ask(.sector, of: book).headline(.marketCap, "change") == 1.02e9)
    }

    @Test func `a market cap older than two weeks is missing`() throws {
        var book = try SectorBooks.members()
        for ticker in ["AAA", "BBB", "CCC"] {
            try book.add(
                ticker, .marketCap, ticker == "CCC" ? "2025-12-31" : "2026-01-01", "5.0 USD bn")
        }
        #expect(try ask(.sector, of: book).headline(.marketCap) == 10e9)
        #expect(try ask(.sector, of: book).headline(.marketCap, "missing") == 1)
    }

    @Test func `notes say how many market caps are price times shares, and how old the shares are`()
        throws
    {
        var book = try SectorBooks.members()
        for (ticker, day) in [("AAA", "2025-01-15"), ("BBB", "2025-01-10")] {
            try book.add(ticker, .sharePrice, "2026-01-15", "10.00 USD/share")
            try book.add(ticker, .sharesOutstanding, day, "100000001 shares")
        }
        try book.add("CCC", .marketCap, "2026-01-15", "5.0 USD bn")
        let document = try ask(.sector, of: book)
        #expect(
            document.notes.contains(
                "Market cap: 1 of 3 members' figures are published, 2 are share price times shares, 1 "
                    + "rests on a share count more than a year old (BBB 2025-01-10)."))
        #expect(document.notes.contains("Shares: of 2025-01-15 (AAA), 2025-01-10 (BBB)."))
        #expect(try document.headline(.marketCap, "carried") == 1)
        // Older than a year, in every report.
        #expect(try document.shown("members", "AAA", "market_cap") == "1.000d")
        #expect(try document.shown("members", "BBB", "market_cap") == "1.000cd")
        let valuation = try ask(.valuation, of: book)
        #expect(try valuation.shown("BBB", "market_cap") == "1,000cd")
        #expect(valuation.notes.contains("Shares: of 2025-01-15 (AAA), 2025-01-10 (BBB)."))
    }
}
