import Mining

/// A figure that follows from two claims of one publisher about one day, such as a gross margin from
/// a gross profit and a revenue.
struct ImpliedFigure {
    /// In the unit of the figure.
    let value: Double
    /// For a note: `block_reward_gross_profit / block_reward_revenue, as JPMorgan printed them for
    /// 2025-07, is 53.9 %`.
    let words: String
}

extension SectorClaims {
    /// What earlier claims imply for a figure, day by day. Days with a claim of the figure itself are
    /// left out: what was printed counts.
    func implied(_ figure: Figure, before day: Day) -> [ImpliedFigure] {
        guard let rule = Rule(figure) else { return [] }
        let printed = Set(earlier(than: day, of: figure).map(\.on.last))
        let divisors = earlier(than: day, of: rule.second)
        return earlier(than: day, of: rule.first).flatMap { one in
            divisors.filter { other in
                other.publisher == one.publisher && other.on.last == one.on.last
                    && !printed.contains(one.on.last)
            }.compactMap { other in rule.implied(figure, from: one, other) }
        }
    }
}

/// How a figure follows from two others.
private struct Rule {
    let first: Figure
    let second: Figure
    let sign: String
    let formula: (Double, Double) -> Double

    /// nil for a figure that follows from no two others.
    init?(_ figure: Figure) {
        switch figure {
        case .grossMargin:
            self.init(.blockRewardGrossProfit, "/", .blockRewardRevenue) { 100 * $0 / $1 }
        case .blockRewardGrossProfit:
            self.init(.blockRewardRevenue, "×", .grossMargin) { $0 * $1 / 100 }
        case .powerCostPerExahash:
            self.init(.blockRewardRevenue, "−", .blockRewardGrossProfit) { $0 - $1 }
        case .blockRewardRevenue:
            self.init(.blockRewardGrossProfit, "/", .grossMargin) { 100 * $0 / $1 }
        case .networkShare: self.init(.hashrate, "/", .networkHashrate) { 100 * $0 / $1 }
        case .hashrate: self.init(.networkHashrate, "×", .networkShare) { $0 * $1 / 100 }
        case .networkHashrate: self.init(.hashrate, "/", .networkShare) { 100 * $0 / $1 }
        case .blockRewardMultipleScaled:
            self.init(.blockRewardMultiple, "/", .networkShare) { 100 * $0 / $1 }
        default: return nil
        }
    }

    private init(
        _ first: Figure, _ sign: String, _ second: Figure,
        formula: @escaping (Double, Double) -> Double
    ) {
        self.first = first
        self.second = second
        self.sign = sign
        self.formula = formula
    }

    /// nil if the formula divides by zero.
    func implied(_ figure: Figure, from one: Claim, _ other: Claim) -> ImpliedFigure? {
        let value = formula(one.value.value(in: first.unit), other.value.value(in: second.unit))
        guard value.isFinite else { return nil }
        let shown = Number(value, decimals: abs(value) < 100 ? 1 : 0).text
        return ImpliedFigure(
            value: value,
            words: "\(first.code) \(sign) \(second.code), as \(one.publisher) printed them for "
                + "\(one.on), is \(shown) \(figure.unit)")
    }
}
