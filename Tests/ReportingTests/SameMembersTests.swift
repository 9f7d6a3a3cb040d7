import Mining
import TestSupport
import Testing

@testable import Reporting

/// On random books with missing members, no report prints a change between different members. The
/// expected changes come from plain loops over plain numbers.
@Suite("Changes over the same members, on random books")
struct SameMembersTests {
    /// What a member has at one end, by metric; a metric that is missing is not known.
    private typealias Figures = [Metric: Int]

    private struct Sample {
        /// At the base and now: the figures of each member of that end.
        var ends: [[String: Figures]] = [[:], [:]]
        let network = [1000, 1100]
        var book = ArrayBook()

        static let metrics: [Metric] = [
            .deployedHashrate, .marketCap, .hpcContracted, .btcMined, .btcHeld, .fleetEfficiency,
        ]

        init(_ random: inout SeededGenerator) throws {
            for ticker in ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"] {
                let joined = Int.random(in: 0..<5, using: &random) == 0
                let left = !joined && Int.random(in: 0..<8, using: &random) == 0
                try book.add(
                    members: ticker, joined: joined ? "2025-12-01" : "2025-09-01",
                    left: left ? "2025-12-10" : nil)
                for (end, month) in ["2025-11", "2025-12"].enumerated() {
                    var figures: Figures = [:]
                    for metric in Self.metrics where Int.random(in: 0..<4, using: &random) > 0 {
                        let value = Int.random(in: 1...500, using: &random)
                        figures[metric] = value
                        try book.add(ticker, metric, month, "\(value) \(Self.unit(of: metric))")
                    }
                    // A company that is not a member at an end may have figures there all the same.
                    if (end == 0 && joined) || (end == 1 && left) { continue }
                    ends[end][ticker] = figures
                }
            }
            for (month, hashrate) in zip(["2025-11", "2025-12"], network) {
                try book.add("BTC", .networkHashrate, month, "\(hashrate) EH/s")
                try book.add("us-listed", .powerPrice, month, "50 USD/MWh")
            }
        }

        private static func unit(of metric: Metric) -> String {
            switch metric {
            case .deployedHashrate: "EH/s"
            case .marketCap: "USD bn"
            case .hpcContracted: "MW"
            case .fleetEfficiency: "J/TH"
            default: "BTC"
            }
        }

        /// The members at an end that have all these metrics; empty if fewer than half of them do.
        func known(_ metrics: [Metric], at end: Int) -> Set<String> {
            let known = ends[end].filter { figures in
                metrics.allSatisfy { figures.value[$0] != nil }
            }
            return known.count * 2 >= ends[end].count ? Set(known.keys) : []
        }

        /// The members that a change may be over; nil if there is none.
        func comparable(_ metrics: [Metric]) -> Set<String>? {
            let (old, new) = (known(metrics, at: 0), known(metrics, at: 1))
            if old.isEmpty || new.isEmpty { return nil }
            if old == new { return new }
            let always = Set(ends[0].keys).intersection(ends[1].keys)
            let common = old.intersection(new)
            return common.isEmpty || common.count * 2 < always.count ? nil : common
        }

        /// The sum at both ends over the members that a change may be over.
        func sums(_ metric: Metric) -> (before: Double, now: Double, members: Int)? {
            comparable([metric]).map { tickers in
                let sums = ends.map { end in
                    tickers.reduce(0) { $0 + (end[$1]?[metric] ?? 0) }
                }
                return (Double(sums[0]), Double(sums[1]), tickers.count)
            }
        }

        /// The hashrate-weighted mean of the fleet efficiency at both ends.
        func means() -> (before: Double, now: Double, members: Int)? {
            comparable([.fleetEfficiency, .deployedHashrate]).map { tickers in
                let means = ends.map { end -> Double in
                    var (weight, total) = (0.0, 0.0)
                    for ticker in tickers {
                        let hashrate = Double(end[ticker]?[.deployedHashrate] ?? 0)
                        weight += hashrate
                        total += hashrate * Double(end[ticker]?[.fleetEfficiency] ?? 0)
                    }
                    return total / weight
                }
                return (means[0], means[1], tickers.count)
            }
        }
    }

    private func expectChange(
        _ document: Document, _ table: String, _ row: String,
        _ expected: (change: Double, members: Int)?, _ comment: Comment
    ) throws {
        let change = try document.number(table, row, "change")
        #expect(
            try document.number(table, row, "change_members")
                == expected.map { Double($0.members) },
            comment)
        guard let change, let expected else {
            #expect(change == nil && expected == nil, comment)
            return
        }
        #expect(abs(change - expected.change) <= 1e-9 * max(abs(expected.change), 1), comment)
    }

    /// The step to December in a table with a column for each month.
    private func expectStep(
        _ document: Document, _ table: String, _ figure: String,
        _ expected: (change: Double, members: Int)?
    ) throws {
        let rows = try #require(document.tables.first { $0.name == table }).rows
        guard rows.contains(where: { $0[0] == .text("\(figure).change") }) else {
            #expect(expected == nil)
            return
        }
        let change = try document.number(table, "\(figure).change", "2025-12")
        #expect(
            change.map { ($0 * 1e6).rounded() } == expected.map { ($0.change * 1e6).rounded() })
        #expect(
            try document.number(table, "\(figure).change_members", "2025-12")
                == expected.map { Double($0.members) })
    }

    @Test(arguments: 0..<300)
    func `each printed change is over the members with a figure at both ends`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sample = try Sample(&random)
        func ask(_ report: Report, metric: Metric? = nil) throws -> Document {
            var query = ReportQuery(
                on: try period("2025-12"), since: try period("2025-11"),
                scope: .group("us-listed"), maxAge: 5)
            query.from = try period("2025-11")
            query.metric = metric
            return report.result(for: query, from: sample.book).document
        }
        func difference(_ metric: Metric, scale: Double = 1) -> (Double, Int)? {
            sample.sums(metric).map { (($0.now - $0.before) * scale, $0.members) }
        }
        let sector = try ask(.sector)
        for (figure, metric, scale) in [
            (Figure.hashrate, Metric.deployedHashrate, 1.0), (.marketCap, .marketCap, 1e9),
            (.hpcContracted, .hpcContracted, 1),
        ] {
            try expectChange(
                sector, "headline", figure.code, difference(metric, scale: scale), "\(figure)")
        }
        let share = sample.sums(.deployedHashrate).map { sums in
            (
                100
                    * (sums.now / Double(sample.network[1]) - sums.before
                        / Double(sample.network[0])),
                sums.members
            )
        }
        try expectChange(sector, "headline", "network_share", share, "share")
        let cost = sample.means().map { (24 * 50 * ($0.now - $0.before), $0.members) }
        try expectChange(sector, "headline", "power_cost_per_exahash", cost, "power")

        let production = try ask(.production)
        for metric in [Metric.btcMined, .btcHeld] {
            try expectChange(production, "group", metric.code, difference(metric), "\(metric)")
        }
        try expectChange(
            try ask(.diversification), "group", "hpc_contracted", difference(.hpcContracted), "hpc")
        let trend = try ask(.trend)
        try expectStep(trend, "changes", "hashrate", difference(.deployedHashrate))
        try expectStep(trend, "changes", "hpc_contracted", difference(.hpcContracted))
        for metric in [Metric.btcMined, .deployedHashrate] {
            try expectStep(
                try ask(.matrix, metric: metric), "totals", metric.code, difference(metric))
        }
    }
}
