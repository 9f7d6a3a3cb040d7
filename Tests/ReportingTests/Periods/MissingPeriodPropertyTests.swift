import Mining
import TestSupport
import Testing

@testable import Reporting

/// Periods that nobody published, in random books.
@Suite("Periods that nobody published: random books")
struct MissingPeriodPropertyTests {
    /// Months, quarters, half-years, nine months, years and fiscal years of two years.
    private static func periods() throws -> [Period] {
        var periods: [Period] = []
        for start in 0..<24 {
            for months in [1, 3, 6, 9, 12] where start + months <= 24 {
                guard start.isMultiple(of: months == 1 ? 1 : 3) else { continue }
                let (year, month) = (2024 + start / 12, start % 12 + 1)
                periods.append(
                    try #require(Period(year: year, firstMonth: month, months: months)))
            }
        }
        return periods
    }

    private func mined(_ period: Period, _ value: Int) throws -> Observation {
        Observation(
            subject: "RIOT", metric: .btcMined, period: period,
            value: try quantity("\(value) BTC", Metric.btcMined.dimension))
    }

    private func value(_ period: Period, in book: ArrayBook) -> Double? {
        let reader = Reader(book, knownOn: nil, maxAge: nil)
        let figure = reader.flow(.btcMined, of: "RIOT", over: period)
        return figure.expression?.exact.map { Double($0) }
    }

    @Test(arguments: 0..<150)
    func `a flow is known if published periods connect its ends, and then it is the true one`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let months = (0..<24).map { _ in Int.random(in: 0...500, using: &generator) }
        func truth(_ period: Period) throws -> Int {
            let (year, month, _) = period.first.components
            let start = (year - 2024) * 12 + month - 1
            return months[start..<(start + (try #require(period.wholeMonths)))].reduce(0, +)
        }
        let all = try Self.periods()
        let published = all.shuffled(using: &generator)
            .prefix(Int.random(in: 1...12, using: &generator))
        var book = ArrayBook()
        book.allObservations = try published.map { try mined($0, try truth($0)) }
        for period in all {
            // The days that published periods lead to, one after the other, in either direction.
            let near = published.filter { part in
                part.first.number >= period.first.number - 366
                    && part.last.number <= period.last.number + 366
            }
            var reached: Set<Int> = [period.first.number]
            var grows = true
            while grows {
                let ends = near.flatMap { part in
                    let ends = [part.first.number, part.last.number + 1]
                    return ends.contains(where: reached.contains) ? ends : []
                }
                grows = !reached.isSuperset(of: ends)
                reached.formUnion(ends)
            }
            let known = value(period, in: book)
            if reached.contains(period.last.number + 1) {
                #expect(known == Double(try truth(period)))
            } else {
                #expect(known == nil)
            }
        }
    }

    @Test(arguments: 0..<150)
    func `derived quarters add up to the year exactly`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        // A fiscal year, of which one quarter is not published. The figures contradict each other
        // as restated ones do.
        let start = [1, 4, 7, 10].randomElement(using: &generator) ?? 1
        let quarters = try (0..<4).map { number in
            let month = start - 1 + 3 * number
            return try #require(
                Period(year: 2024 + month / 12, firstMonth: month % 12 + 1, months: 3))
        }
        let year = try #require(Period(quarters[0].first, quarters[3].last))
        let missing = Int.random(in: 0..<4, using: &generator)
        var book = ArrayBook()
        book.allObservations = [
            try mined(year, Int.random(in: 3_000...9_000, using: &generator))
        ]
        for (number, quarter) in quarters.enumerated() where number != missing {
            let value = Int.random(in: 0...1_000, using: &generator)
            if Bool.random(using: &generator) {
                book.allObservations.append(try mined(quarter, value))
                continue
            }
            for month in 0..<3 {
                let offset = start - 1 + 3 * number + month
                let month = Period(year: 2024 + offset / 12, month: offset % 12 + 1)
                book.allObservations.append(try mined(try #require(month), value / 3))
            }
        }
        // Nine months that are not the sum of their quarters.
        if missing == 3, Bool.random(using: &generator) {
            let nine = try #require(Period(quarters[0].first, quarters[2].last))
            book.allObservations.append(
                try mined(nine, Int.random(in: 0...3_000, using: &generator)))
        }
        // The values are whole numbers, so that their sum is exact.
        let shown = try quarters.map { try #require(value($0, in: book)) }
        #expect(shown.reduce(0, +) == value(year, in: book))
    }
}
