import Bookkeeping
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("What a book answers")
struct BookTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    private func latest(
        _ metric: Metric = .deployedHashrate, at day: String, knownOn: String? = nil
    ) throws -> String? {
        let found = try book.database.latest(
            metric, of: "RIOT", at: required(Day(day)),
            knownOn: knownOn.map { try required(Day($0)) })
        return found.map { "\($0.value)" }
    }

    @Test func `the latest period is chosen first, then its vintage`() throws {
        try book.record([
            Observation(
                "RIOT", .deployedHashrate, "2025-09-30", "36 EH/s", published: "2025-10-03"),
            Observation(
                "RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s", published: "2026-01-06"),
            Observation(
                "RIOT", .deployedHashrate, "2025-09-30", "36.5 EH/s", published: "2026-02-20",
                status: .restated),
        ])
        #expect(try latest(at: "2026-03-01") == "38.5 EH/s")
        #expect(try latest(at: "2025-12-31") == "38.5 EH/s")
        #expect(try latest(at: "2025-12-30") == "36.5 EH/s")
        #expect(try latest(at: "2025-09-29") == nil)
    }

    @Test func `with a day, only what was public by then counts`() throws {
        try book.record([
            Observation(
                "RIOT", .deployedHashrate, "2025-09-30", "36 EH/s", published: "2025-10-03"),
            Observation("RIOT", .deployedHashrate, "2025-11-30", "37 EH/s"),
            Observation(
                "RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s", published: "2026-01-06"),
            Observation(
                "RIOT", .deployedHashrate, "2025-12-31", "38.4 EH/s", published: "2026-02-06"),
        ])
        #expect(try latest(at: "2026-03-01", knownOn: "2026-03-01") == "38.4 EH/s")
        #expect(try latest(at: "2026-03-01", knownOn: "2026-02-05") == "38.5 EH/s")
        // Without a publication date a figure is public from the end of its period.
        #expect(try latest(at: "2026-03-01", knownOn: "2026-01-05") == "37 EH/s")
        #expect(try latest(at: "2026-03-01", knownOn: "2025-11-29") == "36 EH/s")
        #expect(try latest(at: "2026-03-01", knownOn: "2025-10-02") == nil)
    }

    @Test
    func `within a period the best status counts, then the publication date, then the source`()
        throws
    {
        try book.record([
            Observation(
                "RIOT", .btcHeld, "2025-12-31", "1 BTC", published: "2026-03-01", status: .estimated
            ),
            Observation(
                "RIOT", .btcHeld, "2025-12-31", "2 BTC", published: "2026-02-01",
                status: .aggregated),
        ])
        #expect(try latest(.btcHeld, at: "2026-01-01") == "2 BTC")
        try book.record([
            Observation("RIOT", .btcHeld, "2025-12-31", "3 BTC", source: "z", status: .preliminary)
        ])
        #expect(try latest(.btcHeld, at: "2026-01-01") == "3 BTC")
        try book.record([
            Observation(
                "RIOT", .btcHeld, "2025-12-31", "4 BTC", published: "2026-01-02", source: "b"),
            Observation(
                "RIOT", .btcHeld, "2025-12-31", "5 BTC", published: "2026-01-02", source: "a"),
        ])
        #expect(try latest(.btcHeld, at: "2026-01-01") == "4 BTC")
    }

    @Test func `an unknown subject and an unknown series have no figures`() throws {
        let day = Day.last
        #expect(try book.database.latest(.btcHeld, of: "NOPE", at: day, knownOn: nil) == nil)
        #expect(try book.database.latest(.btcHeld, of: "RIOT", at: day, knownOn: nil) == nil)
        #expect(try book.database.earliestDay(of: .btcHeld, of: "RIOT") == nil)
        #expect(try book.database.vintages(.btcHeld, of: "NOPE", within: .always).isEmpty)
        #expect(try book.database.vintages(of: "NOPE", metric: nil).isEmpty)
    }

    @Test func `the subject of an answer is as the book writes it`() throws {
        try book.record([Observation("RIOT", .btcHeld, "2025-12-31", "1 BTC")])
        let found = try book.database.latest(.btcHeld, of: "riot", at: .last, knownOn: nil)
        #expect(found?.subject == "RIOT")
    }

    @Test func `an export is ordered by codes, periods, publication date and source`() throws {
        try book.record([Membership(group: "abc", ticker: "RIOT")])
        let rows = try [
            Observation("BTC", .difficulty, "2025-12-31", "148 T"),
            Observation("CLSK", .btcMined, "2025-11", "587 BTC"),
            Observation("CLSK", .btcMined, "2025-12-31/2025-12-31", "20 BTC"),
            Observation("MARA", .btcHeld, "2025-12-31", "1 BTC", source: "b"),
            Observation("MARA", .btcHeld, "2025-12-31", "2 BTC", published: "1970-01-02"),
            Observation(
                "MARA", .btcHeld, "2025-12-31", "3 BTC", published: "2026-01-05", source: "a"),
            Observation(
                "MARA", .btcHeld, "2025-12-31", "3 BTC", published: "2026-01-05", source: "b"),
            Observation(
                "MARA", .btcHeld, "2025-12-31", "3 BTC", published: "2026-01-05", source: "é"),
            Observation("MARA", .deployedHashrate, "2025-09-30", "60 EH/s"),
            Observation("RIOT", .revenue, "2025", "600 USD m"),
            Observation("RIOT", .revenue, "2025-10-01/2025-12-31", "160 USD m"),
            Observation("RIOT", .revenue, "2025-12", "50 USD m"),
            Observation("abc", .fleetEfficiency, "2025-12-31", "18 J/TH"),
        ]
        try book.record(rows.reversed())
        #expect(try book.export() == rows)
        #expect(
            try book.database.vintages(of: "MARA", metric: nil).map(\.withoutOrigin)
                == Array(rows[3...8]))
    }

    @Test func `a walk blocks writers until it ends or is released`() throws {
        try book.record([
            Observation("RIOT", .btcMined, "2025-11", "1 BTC"),
            Observation("RIOT", .btcMined, "2025-12", "1 BTC"),
        ])
        let reader = try SQLiteBook(path: book.path, for: .reading)
        var walk: ObservationWalk? = try reader.everyObservation()
        var batch = ObservationBatch()
        #expect(try walk?.next(into: &batch) == true)
        #expect(batch.rows.count == 2)
        #expect(try walk?.next(into: &batch) == false)
        #expect(batch.rows.isEmpty)
        try book.record([Observation("RIOT", .btcMined, "2026-01", "1 BTC")])

        walk = try reader.everyObservation()
        walk = nil
        try book.record([Observation("RIOT", .btcMined, "2026-02", "1 BTC")])
    }

    @Test func `a book without figures has none to walk over`() throws {
        #expect(try book.export().isEmpty)
    }

    @Test func `a walk returns everything once, wherever its batches end`() throws {
        let start = try required(Day("2000-01-01"))
        // Runs of vintages that differ only in their sources, longer and shorter than a batch, and
        // across the ends of batches.
        var rows: [Observation] = []
        for (offset, count) in [900, 300, 1, 2_100, 1_023, 1, 1, 5].enumerated() {
            for source in 0..<count {
                rows.append(
                    Observation(
                        subject: offset < 4 ? "MARA" : "RIOT", metric: .btcHeld,
                        period: Period(day: start.advanced(by: offset)),
                        value: try Quantity("\(source) BTC", in: .bitcoin),
                        source: String(10_000 + source), note: "\(offset)"))
            }
        }
        try book.record(rows.reversed())
        #expect(try book.export() == rows)
    }

    @Test func `invalid UTF-8 is replaced`() throws {
        try book.record([Observation("RIOT", .btcHeld, "2025-12-31", "1 BTC", source: "a")])
        #expect(
            try book.shell("UPDATE source SET text = CAST(x'C3A9FF41' AS TEXT) WHERE id = 1") == "")
        #expect(try book.export().map(\.source) == ["é\u{FFFD}A"])
    }

    /// Vintages that share parts of their keys in every combination, with one value per key.
    private static func vintages(seed: UInt64) throws -> [Observation] {
        var generator = SeededGenerator(seed: seed)
        var vintages: [Observation] = []
        let day = try required(Day("2025-12-20"))
        for _ in 0..<120 {
            let last = day.advanced(by: .random(in: 0..<4, using: &generator))
            let period = try required(
                Period(last.advanced(by: -.random(in: 0..<2, using: &generator)), last))
            let published: Day? =
                Bool.random(using: &generator)
                ? nil : day.advanced(by: .random(in: -1..<6, using: &generator))
            var observation = Observation(
                subject: ["RIOT", "MARA"].randomElement(using: &generator) ?? "RIOT",
                metric: [.btcMined, .btcSold].randomElement(using: &generator) ?? .btcMined,
                period: period, value: try Quantity("0 BTC", in: .bitcoin),
                publishedOn: published,
                source: ["", "a", "b", "é", "e\u{301}"].randomElement(using: &generator) ?? "")
            let source = Array(observation.source.utf8)
            guard
                !vintages.contains(where: {
                    var other = $0
                    other.status = .reported
                    other.value = observation.value
                    return other == observation && Array(other.source.utf8) == source
                })
            else { continue }
            observation.status = Status.allCases.randomElement(using: &generator) ?? .reported
            observation.value = try Quantity(
                "\(Int.random(in: 1...3, using: &generator)) BTC", in: .bitcoin)
            vintages.append(observation)
        }
        return vintages
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `the order of imports never matters, and answers are those of an array`(
        seed: UInt64
    ) throws {
        let vintages = try Self.vintages(seed: seed)
        var generator = SeededGenerator(seed: seed &+ 1_000)
        try book.record(vintages)
        let shuffled = try ScratchBook()
        let mixed = vintages.shuffled(using: &generator)
        for start in stride(from: 0, to: mixed.count, by: 25) {
            try shuffled.record(Array(mixed[start..<min(start + 25, mixed.count)]))
        }
        #expect(try book.export() == shuffled.export())
        var array = ArrayBook()
        array.allObservations = vintages
        let start = try required(Day("2025-12-18"))
        for subject in ["RIOT", "MARA"] {
            for metric in [Metric.btcMined, .btcSold] {
                let first = try book.database.earliestDay(of: metric, of: subject)
                #expect(first == array.earliestDay(of: metric, of: subject))
                for offset in 0..<8 {
                    let day = start.advanced(by: offset)
                    for known in [nil, start.advanced(by: 1), start.advanced(by: 4)] {
                        let expected = array.latest(metric, of: subject, at: day, knownOn: known)
                        for database in [book.database, shuffled.database] {
                            let found = try database.latest(
                                metric, of: subject, at: day, knownOn: known)
                            #expect(found?.withoutOrigin == expected)
                            #expect(
                                found.map { Array($0.source.utf8) }
                                    == expected.map { Array($0.source.utf8) })
                        }
                    }
                    let period = try required(Period(start, day))
                    #expect(
                        try shuffled.database.vintages(metric, of: subject, within: period)
                            .map(\.withoutOrigin)
                            == array.vintages(metric, of: subject, within: period))
                }
            }
        }
    }
}
