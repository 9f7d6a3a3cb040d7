import Mining
import TestSupport
import Testing

@testable import Reporting

/// Flows over periods that nobody published.
@Suite("Periods that nobody published")
struct MissingPeriodTests {
    /// Bitcoin mined by RIOT in each of these periods.
    private func book(_ mined: [(period: String, value: Int)]) throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        for (period, value) in mined { try book.add("RIOT", .btcMined, period, "\(value) BTC") }
        return book
    }

    private func flow(_ text: String, in book: ArrayBook, knownOn: String? = nil) throws
        -> ComputedFigure
    {
        let reader = Reader(book, knownOn: try knownOn.map(day), maxAge: nil)
        return try reader.flow(.btcMined, of: "RIOT", over: period(text))
    }

    private func value(_ text: String, _ mined: [(period: String, value: Int)]) throws -> Double? {
        try flow(text, in: book(mined)).expression?.value
    }

    private let quarters = [("2025Q1", 1530), ("2025Q2", 1426), ("2025Q3", 1406)]

    @Test func `the fourth quarter is the year less the other quarters, marked as derived`() throws
    {
        let figure = try flow("2025Q4", in: book(quarters + [("2025", 5686)]))
        #expect(figure.expression?.value == 1324)
        #expect(figure.expression?.arithmetic == "5,686 − (1,530 + 1,426 + 1,406)")
        #expect(figure.marks == [.derived])
        #expect(
            figure.basis
                == "2025 less 2025Q1, 2025Q2 and 2025Q3, known since 2025-12-31")
        // Half a bitcoin for three figures, and five for 1,530, whose zero is not significant.
        #expect(figure.expression?.halfWidth == 6.5)
    }

    /// A missing period, what is published, and what follows.
    private static let determined: [(String, [(String, Int)], Int)] = [
        // The year and nine months, the half-year and a quarter, year-to-date figures.
        ("2025Q4", [("2025", 100), ("2025-01/2025-09", 70)], 30),
        ("2025Q2", [("2025-01/2025-06", 50), ("2025Q1", 20)], 30),
        ("2025Q3", [("2025-01/2025-09", 70), ("2025-01/2025-06", 50)], 20),
        ("2025Q1", [("2025", 100), ("2025-04/2025-12", 70)], 30),
        ("2025-07/2025-12", [("2025", 100), ("2025Q1", 20), ("2025Q2", 30)], 50),
        // Months.
        ("2025-07", [("2025Q3", 60), ("2025-08", 21), ("2025-09", 19)], 20),
        ("2025-08", [("2025Q3", 60), ("2025-07", 21), ("2025-09", 19)], 20),
        ("2025-02", [("2025-01/2025-02", 41), ("2025-01", 21)], 20),
        // Parts of parts: the quarter is known by its months only.
        (
            "2025Q2",
            [("2025-01/2025-06", 50), ("2025-01", 5), ("2025-02", 6), ("2025-03", 9)], 30
        ),
        // A fiscal year that ends in September.
        (
            "2025Q3",
            [
                ("2024-10/2025-09", 100), ("2024Q4", 20), ("2025Q1", 25), ("2025Q2", 25),
            ], 30
        ),
        // Trailing twelve months: the year, less its nine months, plus the nine months after.
        (
            "2025Q3 TTM",
            [("2024", 100), ("2024-01/2024-09", 70), ("2025-01/2025-09", 90)], 120
        ),
        // The same from quarters.
        (
            "TTM 2025-06-30",
            [
                ("2024", 100), ("2024Q1", 10), ("2024Q2", 20), ("2025Q1", 30), ("2025Q2", 40),
            ], 140
        ),
        // Days.
        ("2026-01-01/2026-01-15", [("2026-01", 31), ("2026-01-16/2026-01-31", 16)], 15),
    ]

    @Test(arguments: determined)
    func `a period is what published periods leave of a longer one`(
        period: String, mined: [(String, Int)], expected: Int
    ) throws {
        #expect(try value(period, mined) == Double(expected))
    }

    private static let undetermined: [(String, [(String, Int)])] = [
        // A gap, an overlap, no longer period, and one that is too far away.
        ("2025Q4", [("2025", 100), ("2025Q1", 20), ("2025Q3", 20)]),
        ("2025Q4", [("2025", 100), ("2025-01/2025-08", 60), ("2025Q3", 20)]),
        ("2025Q4", [("2025Q1", 20), ("2025Q2", 20), ("2025Q3", 20)]),
        ("2025", [("2020-01/2025-12", 600), ("2020-01/2024-12", 500)]),
    ]

    @Test(arguments: undetermined)
    func `a period that published ones do not determine is missing`(
        period: String, mined: [(String, Int)]
    ) throws {
        let figure = try flow(period, in: book(mined))
        #expect(figure.expression == nil)
        #expect(figure.reason == "the book has no btc_mined of RIOT over \(period)")
    }

    @Test func `a published figure counts, and then the sum of published parts`() throws {
        let year = quarters + [("2025", 5686)]
        let months = [("2025-10", 437), ("2025-11", 428), ("2025-12", 460)]
        let sum = try flow("2025Q4", in: book(year + months))
        #expect(sum.expression?.value == 1325)
        #expect(sum.basis == "the sum of 3 published parts")
        let published = try flow("2025Q4", in: book(year + months + [("2025Q4", 1323)]))
        #expect(published.expression?.value == 1323)
        #expect(published.marks.isEmpty)
    }

    @Test func `quarters of a year are subtracted rather than its nine months`() throws {
        // The sum of the three quarters is 4,362: the nine months were restated.
        let mined = quarters + [("2025-01/2025-09", 4360), ("2025", 5686)]
        #expect(try value("2025Q4", mined) == 1324)
    }

    @Test func `the shortest longer period counts`() throws {
        let mined = quarters + [("2025", 5686), ("2025-07/2025-12", 2730)]
        #expect(try value("2025Q4", mined) == 1324)
        #expect(try value("2025Q4", mined + [("2025-08", 470)]) == 1324)
        #expect(try value("2025Q4", [("2025Q3", 1406), ("2025-07/2025-12", 2731)]) == 1325)
    }

    @Test func `a derived figure is known once the last of its inputs is published`() throws {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        try book.add(
            "RIOT", .btcMined, "2025-01/2025-09", "4362 BTC", published: "2025-10-30")
        try book.add("RIOT", .btcMined, "2025", "5686 BTC", published: "2026-03-02")
        #expect(try flow("2025Q4", in: book, knownOn: "2026-03-01").expression == nil)
        let figure = try flow("2025Q4", in: book, knownOn: "2026-03-02")
        #expect(figure.expression?.value == 1324)
        #expect(figure.basis == "2025 less 2025-01-01/2025-09-30, known since 2026-03-02")
    }

    @Test func `an input that was restated marks the result`() throws {
        var book = try book(quarters)
        try book.add("RIOT", .btcMined, "2025", "5686 BTC", published: "2026-03-02")
        try book.add(
            "RIOT", .btcMined, "2025", "5711 BTC", published: "2026-08-01", source: "10-K/A",
            status: .restated)
        let figure = try flow("2025Q4", in: book)
        #expect(figure.expression?.value == 1349)
        #expect(figure.marks == [.derived, .restated])
        #expect(
            figure.basis
                == "2025 less 2025Q1, 2025Q2 and 2025Q3, of which 2025 was restated, known since "
                + "2026-08-01")
        // Before the restatement was public, nothing was mixed.
        #expect(try flow("2025Q4", in: book, knownOn: "2026-04-01").marks == [.derived])
    }

    @Test func `an estimated input makes the result an estimate`() throws {
        var book = try book(quarters)
        try book.add("RIOT", .btcMined, "2025", "5686 BTC", status: .estimated)
        #expect(try flow("2025Q4", in: book).marks == [.estimated, .derived])
    }

    @Test func `a result below zero is missing, and the reason names the contradiction`() throws {
        let figure = try flow("2025Q4", in: book(quarters + [("2025", 4000)]))
        #expect(figure.expression == nil)
        #expect(
            figure.reason
                == "the published btc_mined of RIOT contradict each other: 2025 less 2025Q1, "
                + "2025Q2 and 2025Q3 is below zero")
    }

    @Test func `averages are not subtracted`() throws {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        try book.add("RIOT", .operatingHashrate, "2025", "30 EH/s")
        try book.add("RIOT", .operatingHashrate, "2025-01/2025-09", "28 EH/s")
        let reader = Reader(book, knownOn: nil, maxAge: nil)
        let figure = try reader.total(.operatingHashrate, of: "RIOT", over: period("2025Q4"))
        #expect(figure.expression == nil)
    }

    @Test func `every report of flows has the missing quarter`() throws {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        try book.add("RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s")
        for (metric, unit) in [
            (Metric.btcMined, "BTC"), (.revenue, "USD m"), (.costOfRevenue, "USD m"),
            (.hpcRevenue, "USD m"),
        ] {
            let half = metric == .costOfRevenue ? 10 : 20
            try book.add("RIOT", metric, "2025", "\(100) \(unit)")
            try book.add("RIOT", metric, "2025-01/2025-09", "\(100 - half) \(unit)")
        }
        let production = try ask(.production, of: book, on: "2025Q4", since: nil)
        #expect(try production.shown("RIOT", "btc_mined") == "20d")
        let economics = try ask(.economics, of: book, on: "2025Q4", since: nil)
        #expect(try economics.company("RIOT", "company_gross_margin") == 50)
        let diversification = try ask(.diversification, of: book, on: "2025Q4", since: nil)
        #expect(try diversification.company("RIOT", "hpc_revenue_share") == 100)
        let coverage = try ask(.coverage, of: book, on: "2025Q4", since: nil)
        #expect(try coverage.number("companies", "RIOT", "missing") == 0)
    }

    @Test func `thousands of periods that begin on one day take no longer than reading them`()
        throws
    {
        let first = try day("2009-01-01")
        let published = try (1..<6000).map { length in
            Observation(
                subject: "RIOT", metric: .btcMined,
                period: try #require(Period(first, first.advanced(by: length))),
                value: try quantity("\(length) BTC", Metric.btcMined.dimension), source: "")
        }
        let last = first.advanced(by: 5999)
        let clock = ContinuousClock()
        var chain: PeriodChain?
        let time = clock.measure { chain = PeriodChain(over: Period(day: last), in: published) }
        #expect(chain?.parts.added.map(\.period.days) == [6000])
        #expect(chain?.parts.subtracted.map(\.period.days) == [5999])
        #expect(time < .seconds(5), "\(time)")
    }

    @Test func `a day that is missing among many years of days follows from the year`() throws {
        let first = try day("2009-01-01").number
        let missing = try day("2015-06-15")
        var published = try (first..<(first + 6000)).filter { $0 != missing.number }.map { number in
            Observation(
                subject: "RIOT", metric: .btcMined,
                period: Period(day: try #require(Day(number: number))),
                value: try quantity("1 BTC", Metric.btcMined.dimension), source: "")
        }
        published.append(
            Observation(
                subject: "RIOT", metric: .btcMined, period: try period("2015"),
                value: try quantity("366 BTC", Metric.btcMined.dimension), source: ""))
        published.sort { $0.period < $1.period }
        let chain = PeriodChain(over: Period(day: missing), in: published)
        #expect(chain?.parts.added.map(\.period) == [try period("2015")])
        #expect(chain?.parts.subtracted.count == 364)
    }
}
