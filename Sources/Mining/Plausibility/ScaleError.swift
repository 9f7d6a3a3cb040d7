/// Two values of one metric that differ by so large a factor that one of them is probably in the
/// wrong unit.
package struct ScaleError: Sendable, Hashable {
    /// How often the other value fits into this one; below 1 if this one is smaller. Never zero.
    package let ratio: Double
    /// The power of ten that `ratio` is close to (within a quarter); nil if to none.
    package let power: Int?
    /// How far `ratio` is from that power of ten: 0.05 if it is 5 % above. Zero if `power` is nil.
    package let deviation: Double
    /// The unit with which both values would be of the same size; nil if there is none.
    package let likelyUnit: Unit?
    /// The splits between the two, which are taken into account: `25:1 split on 2025-08-01`.
    package let splits: [String]
    /// Whether a split that is not in the book could explain it.
    package let mayBeSplit: Bool

    /// Compares `value` with `other`. Nil if neither is at least `factor` times the other, if one of
    /// them is zero, or if their signs differ.
    package init?(_ value: Quantity, _ other: Quantity, atLeast factor: Double) {
        self.init(value, other, atLeast: factor, times: 1, splits: [], hasShareBasis: false)
    }

    /// Compares two figures of a metric after converting share prices and numbers of shares to the
    /// same basis. Nil as above.
    package init?(
        _ one: DatedQuantity, _ other: DatedQuantity, of metric: Metric, atLeast factor: Double,
        _ history: ShareHistory
    ) {
        guard metric.hasShareBasis else {
            self.init(one.value, other.value, atLeast: factor)
            return
        }
        let conversion = history.conversion(from: other.publicFrom, to: one.publicFrom)
        self.init(
            one.value, other.value, atLeast: factor,
            times: metric == .sharePrice ? 1 / conversion.ratio : conversion.ratio,
            splits: conversion.reasons, hasShareBasis: true)
    }

    /// `times` is the factor by which splits multiply the other value.
    private init?(
        _ value: Quantity, _ other: Quantity, atLeast factor: Double, times: Double,
        splits: [String], hasShareBasis: Bool
    ) {
        guard value.base != 0, other.base != 0, (value.base < 0) == (other.base < 0) else {
            return nil
        }
        let ratio = Double(value.base) / (Double(other.base) * times)
        self.splits = splits
        mayBeSplit = hasShareBasis && (1...Self.greatestSplit).contains(max(ratio, 1 / ratio))
        guard ratio >= factor || ratio <= 1 / factor else { return nil }
        self.ratio = ratio
        let parts = [-12, -9, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 9, 12].map { power in
            (power, power < 0 ? ratio * Self.tenTo(-power) : ratio / Self.tenTo(power))
        }
        let close = parts.first { (0.8...1.25).contains($0.1) }
        power = close?.0
        deviation = close.map { $0.1 - 1 } ?? 0
        likelyUnit = power.flatMap { value.unit.smaller(byPower: $0) }
    }

    /// The largest split or reverse split that a listed company makes: 250 for 1.
    private static let greatestSplit = 250.0

    private static func tenTo(_ power: Int) -> Double {
        (0..<power).reduce(1.0) { product, _ in product * 10 }
    }
}

extension Unit {
    /// The unit that is 10^`power` times smaller, in the same dimension; nil if there is none.
    fileprivate func smaller(byPower power: Int) -> Unit? {
        let name = code.prefix { $0 != " " }
        return Unit.allCases.first {
            $0.dimension == dimension && $0.exponent == exponent - power
                && ($0.code.prefix { $0 != " " } == name || dimension != .count)
        }
    }
}

extension Metric {
    /// The factor from which on a change from one period to the next is unlikely. Figures that vary
    /// a lot have a higher one, which finds only wrong units.
    package var unlikelyFactor: Double {
        switch self {
        case .btcSold, .powerCredits, .hostingRevenue, .hpcRevenue, .feeReward, .netIncome, .capex,
            .interestExpense, .impairment, .restrictedCash, .hpcBacklog:
            300
        default: 10
        }
    }

    /// From which factor on a value is unlikely to restate another one of the same period.
    package static let unlikelyRestatement = 9.0
}
