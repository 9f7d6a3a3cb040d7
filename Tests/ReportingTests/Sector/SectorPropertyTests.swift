import Mining
import TestSupport
import Testing

@testable import Reporting

/// The sector report against a naive computation, on random books with members that join and leave,
/// restatements, estimates and gaps.
@Suite("The sector report against a naive computation")
struct SectorPropertyTests {
    @Test(arguments: 0..<300)
    func `sums, changes and counts agree on random books, whatever the order of rows`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let naive = NaiveSector(seed: seed, &random)
        let query = ReportQuery(
            on: Period(day: try #require(Day(number: naive.on))),
            since: Period(day: try #require(Day(number: naive.since))), scope: .group("g"),
            knownOn: naive.known.flatMap(Day.init(number:)), maxAge: naive.maxAge)
        let document = SectorReport(query, from: try naive.book(&random)).result.document

        let members = naive.members(on: naive.on).count
        #expect(try document.headline(.companies) == Double(members))
        for (figure, metric, scale) in [
            (Figure.hashrate, Metric.deployedHashrate, 10.0), (.marketCap, .marketCap, 1e-8),
            (.hpcContracted, .hpcContracted, 10),
        ] {
            let now = naive.sum(metric, on: naive.on)
            let before = naive.sum(metric, on: naive.since)
            #expect(try document.headline(figure) == now.map { Double($0.tenths) / scale })
            #expect(
                try document.headline(figure, "previous")
                    == before.map { Double($0.tenths) / scale })
            let change = naive.change(from: before, to: now)
            #expect(try document.headline(figure, "change") == change.map { Double($0) / scale })
            guard let now else { continue }
            #expect(try document.headline(figure, "missing") == Double(members - now.rows.count))
            #expect(
                try document.headline(figure, "estimated")
                    == Double(now.rows.count { $0.status == .estimated }))
            #expect(
                try document.headline(figure, "carried")
                    == Double(now.rows.count { $0.day < naive.on }))
            let half = 0.5 / scale * Double(now.rows.count)
            let low = try #require(try document.headline(figure, "low"))
            #expect(abs(low - (Double(now.tenths) / scale - half)) < half * 1e-6)
        }
    }
}
