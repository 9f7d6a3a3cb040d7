import Mining
import Testing

@testable import Reporting

@Suite("Why a figure is missing")
struct MissingFigureTests {
    /// The code and the evidence of a metric of RIOT in the report on coverage.
    private func why(_ metric: Metric, in book: ArrayBook, on: String, knownOn: String? = nil)
        throws -> String?
    {
        let document = try ask(.coverage, of: book, on: on, since: nil, knownOn: knownOn)
        let table = try #require(document.tables.first { $0.name == "coverage" })
        func text(_ row: [Cell], _ column: String) -> String {
            guard let index = table.columns.firstIndex(where: { $0.name == column }) else {
                return "no such column"
            }
            return switch row[index] {
            case .text(let text): text
            case .worded(let code, _): code
            default: "-"
            }
        }
        let row = table.rows.first {
            text($0, "ticker") == "RIOT" && text($0, "metric") == metric.code
        }
        return row.map { "\(text($0, "why_missing")) \(text($0, "evidence_period"))" }
    }

    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "RIOT", "MARA", joined: "2024-01-01")
        for metric in [Metric.btcSold, .btcMined] {
            try book.add("MARA", metric, "2025-12", "1 BTC")
        }
        try book.add("MARA", .hpcContracted, "2025-12-31", "1 MW")
        return book
    }

    @Test func `a metric without any figure was never published`() throws {
        #expect(try why(.btcSold, in: smallBook(), on: "2025-12") == "never_published -")
        #expect(try why(.revenue, in: smallBook(), on: "2025-12") == nil)
    }

    @Test func `a known figure has no reason`() throws {
        var book = try smallBook()
        try book.add("RIOT", .btcMined, "2025-12", "460 BTC")
        #expect(try why(.btcMined, in: book, on: "2025-12") == "- -")
    }

    @Test func `a source with nothing later has stopped`() throws {
        var book = try smallBook()
        try book.add("RIOT", .btcMined, "2025-09", "445 BTC")
        try book.add("RIOT", .hpcContracted, "2024-09-30", "1 MW")
        #expect(try why(.btcMined, in: book, on: "2025-12") == "stopped 2025-09")
        // A figure of somebody else does not show that the company went on.
        try book.add(
            "RIOT", .btcHeld, "2025-12-31", "18000 BTC", source: "https://treasuries.example/x",
            status: .aggregated)
        #expect(try why(.btcMined, in: book, on: "2025-12") == "stopped 2025-09")
        // For more than a year the company has published other figures without this one.
        #expect(try why(.hpcContracted, in: book, on: "2025-12") == "stopped 2024-09-30")
    }

    @Test func `a source with a later period is not imported yet`() throws {
        var book = try smallBook()
        try book.add("RIOT", .btcMined, "2025-09", "445 BTC")
        try book.add("RIOT", .btcHeld, "2025-12-31", "18000 BTC", published: "2026-01-05")
        #expect(try why(.btcMined, in: book, on: "2025-12") == "not_imported 2025-12-31")
        #expect(
            try why(.btcMined, in: book, on: "2025-12", knownOn: "2025-12-31")
                == "stopped 2025-09")
        // A gap in the same series, and a day before the first figure.
        try book.add("MARA", .btcMined, "2025-07", "1 BTC")
        #expect(try why(.btcMined, in: book, on: "2025-08") == "not_imported 2025-09")
        try book.add("RIOT", .btcMined, "2025-11", "428 BTC")
        #expect(try why(.btcMined, in: book, on: "2025-10") == "not_imported 2025-11")
    }

    @Test func `other sources are the same if their host or the text before a colon is`() throws {
        for (source, other, expected) in [
            ("https://miner.example/a", "https://miner.example/b", "not_imported 2025-12-31"),
            ("https://miner.example/a", "https://other.example/a", "stopped 2025-09"),
            ("JPMorgan: note 1", "jpmorgan: note 2", "not_imported 2025-12-31"),
            ("JPMorgan: note 1", "Jefferies: note 1", "stopped 2025-09"),
        ] {
            var book = try smallBook()
            try book.add(
                "RIOT", .btcMined, "2025-09", "445 BTC", source: source, status: .aggregated)
            try book.add(
                "RIOT", .btcHeld, "2025-12-31", "18000 BTC", source: other, status: .aggregated)
            #expect(try why(.btcMined, in: book, on: "2025-12") == expected)
        }
    }

    @Test func `a quarter that covers the month, or whose successor is not over, is no gap`()
        throws
    {
        var book = try smallBook()
        try book.add("RIOT", .btcMined, "2025Q4", "1324 BTC")
        #expect(try why(.btcMined, in: book, on: "2025-12") == "other_period 2025Q4")
        #expect(try why(.btcMined, in: book, on: "2026-01-15") == "not_due 2025Q4")
        #expect(try why(.btcMined, in: book, on: "2026-03") == "stopped 2025Q4")
    }

    @Test func `a figure of another source after the day is a gap, not the end of a series`() throws
    {
        var book = try smallBook()
        for (day, source) in [("2025-12-19", "press"), ("2026-01-16", "other")] {
            try book.add(
                "RIOT", .marketCap, day, "6 USD bn", source: source, status: .aggregated)
        }
        #expect(try why(.marketCap, in: book, on: "2026-01-15") == "gap 2026-01-16")
        #expect(
            try why(.marketCap, in: book, on: "2026-01-15", knownOn: "2026-01-15")
                == "stopped 2025-12-19")
    }

    @Test func `people read only what the book shows`() throws {
        let period = try period("2025Q4")
        let reasons: [MissingFigure] = [
            .neverPublished, .otherPeriod(period), .notDue(period), .notImported(period),
            .gap(period), .stopped(period),
        ]
        #expect(
            reasons.map(\.text) == [
                "not in the book", "in the book only over 2025Q4", "not due yet: last over 2025Q4",
                "not in the book, but its source has 2025Q4",
                "not in the book; the next is of 2025Q4", "nothing newer in the book than 2025Q4",
            ])
    }
}
