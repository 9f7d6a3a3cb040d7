import Mining
import TestSupport
import Testing

@testable import Reporting

/// Intervals of whole reports, checked against the rule of docs/formulas.md computed directly.
@Suite("Intervals of reports")
struct IntervalTests {
    /// A formula computed again with one observation changed.
    private func value(_ expression: Expression, _ moved: Int?, _ direction: Double) -> Double {
        switch expression {
        case .observed(let input):
            let value = input.observation.value.value(in: input.unit)
            guard input.id == moved else { return value }
            return value + direction * input.observation.value.halfUnit(in: input.unit)
        case .constant(let number): return Double(number)
        case .sum(let terms): return terms.reduce(0) { $0 + value($1, moved, direction) }
        case .product(let factors): return factors.reduce(1) { $0 * value($1, moved, direction) }
        case .difference(let left, let right):
            return value(left, moved, direction) - value(right, moved, direction)
        case .quotient(let left, let right):
            return value(left, moved, direction) / value(right, moved, direction)
        }
    }

    private func bruteHalfWidth(_ expression: Expression) -> Double {
        let still = value(expression, nil, 0)
        return expression.inputs.reduce(0) { total, input in
            total
                + max(
                    abs(value(expression, input.id, 1) - still),
                    abs(value(expression, input.id, -1) - still))
        }
    }

    /// Three members with most metrics on two days and two months, and the network.
    private func book(_ random: inout SeededGenerator) throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        for ticker in ["AAA", "BBB", "CCC"] {
            for metric in Metric.allCases where metric.subjects.contains(.company) {
                for period in ["2025-11", "2025-12"]
                where Int.random(in: 0..<5, using: &random) > 0 {
                    try book.add(
                        ticker, metric, period,
                        "\(Int.random(in: 1...99_999, using: &random)) \(metric.unit)")
                }
            }
        }
        for day in ["2025-11-30", "2025-12-31"] {
            let price = Int.random(in: 20_000...120_000, using: &random)
            let difficulty = Int.random(in: 80...160, using: &random)
            try book.add("BTC", .btcPrice, day, "\(price) USD/BTC")
            try book.add("BTC", .difficulty, day, "\(difficulty)000000000001 difficulty")
        }
        for month in ["2025-11", "2025-12"] {
            try book.add("BTC", .btcPriceAverage, month, "90123 USD/BTC")
            try book.add("BTC", .networkHashrate, month, "1053.7 EH/s")
            try book.add("BTC", .feeReward, month, "21.4 BTC/day")
        }
        return book
    }

    @Test(arguments: Report.allCases, 0..<8)
    func `are the sum of the effects of each observation`(report: Report, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var query = ReportQuery(on: try period("2025-12"), scope: .group("us-listed"))
        query.company = Company(ticker: "AAA", name: "A")
        query.metric = .btcMined
        query.from = try period("2025-11")
        let result = report.result(for: query, from: try book(&random))
        var checked = 0
        for explained in result.explainedFigures {
            guard let expression = explained.figure.expression, let width = expression.halfWidth
            else { continue }
            let brute = bruteHalfWidth(expression)
            let value = abs(expression.value ?? 0)
            #expect(
                abs(width - brute) <= 1e-9 * max(brute, value, 1e-12),
                "\(explained.definition.code) \(explained.subject): \(width), not \(brute)")
            checked += 1
        }
        let hasFigures = ![Report.coverage, .restatements, .conflicts].contains(report)
        #expect((checked > 0) == hasFigures)
    }
}
