import Mining
import Testing

@testable import Reporting

@Suite("The trend report")
struct TrendReportTests {
    /// Three members; CCC is not known before December.
    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add(members: "CCC", joined: "2025-12-01")
        for (end, one, other) in [
            ("10-31", "10", "20"), ("11-30", "11", "20"), ("12-31", "13", "21"),
        ] {
            try book.add("AAA", .deployedHashrate, "2025-\(end)", "\(one).0 EH/s")
            try book.add("BBB", .deployedHashrate, "2025-\(end)", "\(other).0 EH/s")
        }
        try book.add("CCC", .deployedHashrate, "2025-12-31", "100.0 EH/s")
        return book
    }

    private func ask(_ book: ArrayBook) throws -> Document {
        var query = ReportQuery(on: try period("2025-12"), scope: .group("us-listed"))
        query.from = try period("2025-10")
        return Report.trend.result(for: query, from: book).document
    }

    @Test func `a member that joined is no growth: the like-for-like change stands beside it`()
        throws
    {
        let document = try ask(try book())
        #expect(try document.number("computed", "hashrate", "2025-11") == 31)
        #expect(try document.number("computed", "hashrate", "2025-12") == 134)
        #expect(try document.shown("changes", "hashrate.change", "2025-11") == "+1.0")
        #expect(try document.shown("changes", "hashrate.change", "2025-12") == "+3.0l")
        #expect(try document.number("changes", "hashrate.change_members", "2025-12") == 2)
    }

    @Test func `a note says in which periods a figure has no value, and why`() throws {
        let notes = try ask(try book()).notes
        #expect(
            notes.contains(
                "Market cap, Block reward multiple, Block reward multiple, scaled: no value in 2025-10, "
                    + "2025-11, 2025-12; in 2025-12 because the book has no current market_cap of any "
                    + "of the 3 members."), "\(notes)")
        var book = try book()
        try book.add("BTC", .networkHashrate, "2025-10", "900 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12", "900 EH/s")
        #expect(
            try ask(book).notes.contains(
                "Network hashrate, Share of the network: no value in 2025-11, because "
                    + "network_hashrate over 2025-11 is not known."))
    }

    @Test func `a change has no more digits than the values beside it`() throws {
        var book = try book()
        for (month, hashrate) in [
            ("2025-10", "810.4567"), ("2025-11", "817.0001"), ("2025-12", "1025.123"),
        ] {
            try book.add("BTC", .networkHashrate, month, "\(hashrate) EH/s")
        }
        let document = try ask(book)
        #expect(try document.shown("computed", "network_hashrate", "2025-11") == "817")
        #expect(try document.shown("changes", "network_hashrate.change", "2025-11") == "+7")
    }

    @Test func `the chart has the numbers of the tables`() throws {
        var book = try book()
        try book.claim("hashrate", "2025-11-15", "31 EH/s")
        let document = try ask(book)
        let chart = try #require(document.charts.first { $0.name == "hashrate" })
        #expect(chart.series[0].numbers[0]?.text == "30.0")
        #expect(
            chart.series[0].numbers[0]?.text
                == (try document.shown("computed", "hashrate", "2025-10")))
        #expect(chart.series[1].numbers.values.map(\.text) == ["31"])
    }

    @Test func `the line breaks where the members change and where a period is missing`() throws {
        let chart = try #require(try ask(try book()).charts.first { $0.name == "hashrate" })
        #expect(chart.series[0].values == [30, 31, 134])
        #expect(chart.series[0].breaks == [2])
        var book = try book()
        book.allObservations.removeAll { $0.period.last.description == "2025-11-30" }
        try book.claim("hashrate", "2025-11-15", "31 EH/s")
        var query = ReportQuery(on: try period("2025-12"), scope: .group("us-listed"), maxAge: 5)
        query.from = try period("2025-10")
        let document = Report.trend.result(for: query, from: book).document
        let gap = try #require(document.charts.first { $0.name == "hashrate" })
        #expect(gap.axis.count == 4)
        #expect(gap.series[0].values == [30, nil, nil, 134])
        // The place of the claim interrupts no line, the missing month does.
        #expect(gap.series[0].skips == [1])
    }
}

/// The sums below a matrix of companies.
@Suite("The matrix report")
struct MatrixReportTests {
    private func ask(_ metric: Metric, _ book: ArrayBook) throws -> Document {
        var query = ReportQuery(on: try period("2025-12"), scope: .group("us-listed"))
        query.from = try period("2025-11")
        query.metric = metric
        return Report.matrix.result(for: query, from: book).document
    }

    @Test func `sums have their members, and a change over the same members`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        for (ticker, month, mined) in [
            ("AAA", "2025-11", 100), ("BBB", "2025-11", 50), ("AAA", "2025-12", 110),
            ("BBB", "2025-12", 45), ("CCC", "2025-12", 500),
        ] {
            try book.add(ticker, .btcMined, month, "\(mined) BTC")
        }
        let document = try ask(.btcMined, book)
        #expect(try document.shown("totals", "btc_mined", "2025-11")?.hasSuffix("i") == true)
        #expect(try document.number("totals", "btc_mined", "2025-12") == 655)
        #expect(try document.number("totals", "members", "2025-11") == 2)
        #expect(try document.number("totals", "btc_mined.change", "2025-11") == nil)
        #expect(try document.number("totals", "btc_mined.change", "2025-12") == 5)
        #expect(try document.shown("totals", "btc_mined.change", "2025-12")?.last == "l")
        #expect(try document.number("totals", "btc_mined.change_members", "2025-12") == 2)
    }

    @Test func `market caps are published ones or price times shares, as in every report`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .marketCap, "2025-11-30", "4.0 USD bn")
        try book.add("AAA", .marketCap, "2025-12-31", "5.0 USD bn")
        try book.add("BBB", .sharesOutstanding, "2025-09-30", "100000000 shares")
        try book.add("BBB", .sharePrice, "2025-11-30", "10.00 USD")
        try book.add("BBB", .sharePrice, "2025-12-31", "12.00 USD")
        let document = try ask(.marketCap, book)
        #expect(try document.number("companies", "AAA", "2025-12") == 5e9)
        #expect(try document.number("companies", "BBB", "2025-11") == 1e9)
        #expect(try document.number("companies", "BBB", "2025-12") == 1.2e9)
        #expect(try document.shown("companies", "BBB", "2025-12") == "1,200d")
        #expect(try document.number("totals", "market_cap", "2025-12") == 6.2e9)
        #expect(try document.number("totals", "market_cap.change", "2025-12") == 1.2e9)
    }

    @Test func `no change of market caps that are published at one end and derived at the other`()
        throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .marketCap, "2025-11-30", "4.0 USD bn")
        try book.add("AAA", .sharesOutstanding, "2025-09-30", "100000000 shares")
        try book.add("AAA", .sharePrice, "2025-12-31", "50.00 USD")
        let totals = try #require(ask(.marketCap, book).tables.first { $0.name == "totals" })
        #expect(totals.rows.map { $0[0] } == [.text("market_cap"), .text("members")])
        #expect(try ask(.marketCap, book).number("totals", "market_cap", "2025-12") == 5e9)
    }

    @Test func `the power cost of a bitcoin is published, or computed as in economics`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .powerCostPerBtc, "2025-12", "40000 USD/BTC")
        try book.add("BBB", .powerCost, "2025-12", "3.0 USD m")
        try book.add("BBB", .btcMined, "2025-12", "100 BTC")
        let document = try ask(.powerCostPerBtc, book)
        #expect(try document.number("companies", "AAA", "2025-12") == 40_000)
        #expect(try document.number("companies", "BBB", "2025-12") == 30_000)
        #expect(try document.shown("companies", "BBB", "2025-12")?.last == "d")
        #expect(try document.number("companies", "BBB", "2025-11") == nil)
    }

    @Test func `prices have no sum`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .sharePrice, "2025-12-31", "10.00 USD")
        #expect(try ask(.sharePrice, book).tables.map(\.name) == ["companies"])
    }
}
