import Bookkeeping
import Foundation
import Mining
import StoragePostgres
import TestSupport
import Testing

/// A book on several machines is asked in boxes, with statements of its own. They must find what
/// those for one server find.
@Suite("Lookups in boxes", .enabled(if: ScratchSchema.server != nil))
struct BoxesTests {
    private static let tickers = ["RIOT", "MARA", "CLSK", "É"]

    /// Companies with one figure each, so many days before today: the searches for the latest day
    /// are the last 10 days, then 400, then all.
    private static let distances = [0, 9, 10, 11, 399, 400, 401, 402, 9_000]
    private static let metrics = [Metric.btcMined, .btcHeld, .revenue]

    /// The last days of periods: in the last days before today by the clock, in the year before
    /// them, long ago, and in the future.
    private static let days = {
        let today = Int(Date().timeIntervalSince1970 / 86_400)
        let ago = [-30, 0, 1, 9, 10, 11, 12, 40, 399, 400, 401, 410, 411, 2_000, 9_000]
        return ago.compactMap { Day(number: today - $0) }
    }()

    /// Observations with different keys. Many periods end on the same day, and many have several
    /// vintages.
    private static func observations(_ generator: inout SeededGenerator) throws -> [Observation] {
        var all: [String: Observation] = [:]
        for number in 1...250 {
            let last = try #require(days.randomElement(using: &generator))
            let metric = try #require(metrics.randomElement(using: &generator))
            let length =
                metric == .btcHeld ? 0 : [0, 0, 30, 91].randomElement(using: &generator) ?? 0
            var observation = try Observation(
                try #require(tickers.randomElement(using: &generator)), metric, "\(last)",
                "\(number) \(metric == .revenue ? "USD" : "BTC")")
            observation.period = try required(Period(last.advanced(by: -length), last))
            observation.publishedOn = [nil, 0, 1, 45].randomElement(using: &generator)?
                .map { last.advanced(by: $0) }
            observation.source = ["", "a", "b"].randomElement(using: &generator) ?? ""
            observation.status = Bool.random(using: &generator) ? .reported : .estimated
            let key =
                "\(observation.subject) \(metric) \(observation.period) "
                + "\(String(describing: observation.publishedOn)) \(observation.source)"
            all[key] = observation
        }
        return try all.values.sorted { "\($0)" < "\($1)" }
            + distances.map { distance in
                let today = Int(Date().timeIntervalSince1970 / 86_400)
                return try Observation(
                    "D\(distance)", .btcHeld, "\(required(Day(number: today - distance)))",
                    "\(distance) BTC")
            }
    }

    private struct Answers: Equatable {
        var latest: [Observation?] = []
        var vintages: [[Observation]] = []
        var earliest: [Day?] = []
    }

    /// The answers to questions about all series, asked together. Two codes are the same company,
    /// and two are none.
    private static func answers(of book: PostgresBook) throws -> Answers {
        try book.compute(failure: \.self) { () throws(BookError) in
            var answers = Answers()
            let companies = tickers + distances.map { "D\($0)" }
            for subject in companies + ["riot", "é", "nothing"] {
                for metric in metrics {
                    answers.earliest.append(try book.earliestDay(of: metric, of: subject))
                    for day in days {
                        for knownOn in [nil, day, day.advanced(by: -1)] {
                            answers.latest.append(
                                try book.latest(metric, of: subject, at: day, knownOn: knownOn))
                        }
                        answers.vintages.append(
                            try book.vintages(
                                metric, of: subject,
                                within: Period(day.advanced(by: -35), day) ?? Period(day: day)))
                    }
                }
            }
            return answers
        }
    }

    @Test(arguments: 1...6)
    func `they find what lookups one by one find`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let observations = try Self.observations(&generator)
        let books = [try ScratchSchema().book(), try ScratchSchema().distributedBook()]
        for book in books {
            try book.record(companies: Self.tickers + Self.distances.map { "D\($0)" })
            // The second part meets what the first one has added.
            for part in [observations.prefix(150), observations.suffix(150)] {
                try book.record(Array(part))
            }
        }
        let (one, several) = (try Self.answers(of: books[0]), try Self.answers(of: books[1]))
        #expect(Set(one.latest.compactMap { $0?.subject }).count == 13)
        #expect(one.latest == several.latest)
        #expect(one.vintages == several.vintages)
        #expect(one.earliest == several.earliest)
        let counts = try books.map { try $0.imports().flatMap(\.files).map(\.rowCounts) }
        #expect(counts[0] == counts[1])
    }

    @Test func `figures of many companies on one day are found again`() throws {
        let book = try ScratchSchema().distributedBook()
        let tickers = (1...60).map { "C\($0)" }
        try book.record(companies: tickers)
        func record(_ value: Int) throws {
            try book.record(
                tickers.map { try Observation($0, .btcHeld, "2025-12-31", "\(value) BTC") })
        }
        try record(1)
        try record(1)
        try record(2)
        let counts = try book.imports().flatMap(\.files).map(\.rowCounts).sorted {
            ($0.inserted, $0.unchanged) > ($1.inserted, $1.unchanged)
        }
        #expect(counts.map(\.inserted) == [60, 60, 0, 0])
        #expect(counts.map(\.unchanged) == [0, 0, 60, 0])
        #expect(counts.map(\.corrected) == [0, 0, 0, 60])
        let replaced = try book.replacedObservations(of: "C7", metric: .btcHeld)
        #expect(replaced.map { "\($0.old.value)" } == ["1 BTC"])
    }
}
