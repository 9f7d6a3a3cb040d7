import Mining

/// A figure that follows from two claims of one publisher about one time, such as a gross margin from
/// a gross profit and a revenue.
struct ImpliedFigure {
    /// In the unit of the figure.
    let value: Expression
    /// For a note: `Block reward gross profit / Block reward revenue, as JPMorgan printed them for
    /// 2025-07, is 53.9 %`.
    let words: String
}

extension SectorClaims {
    /// What earlier claims imply for a figure, day by day. Days with a claim of the figure itself are
    /// left out: what was printed counts.
    func implied(_ figure: Figure, before day: Day) -> [ImpliedFigure] {
        let printed = Set(earlier(than: day, of: figure).map(\.on.last))
        return Rule.rules(for: figure).flatMap { rule in
            let others = earlier(than: day, of: rule.second)
            return earlier(than: day, of: rule.first).flatMap { one in
                others.filter { other in
                    other.publisher == one.publisher && other.on.isAbout(one.on)
                        && !printed.contains(one.on.last)
                }.compactMap { other in rule.implied(figure, from: one, other) }
            }
        }
    }
}

extension Period {
    /// Whether what was printed for both can be combined: they are the same, or one is the last day of
    /// the other, as a hashrate and the network's hashrate are. A quarter and its last month are not.
    fileprivate func isAbout(_ other: Period) -> Bool {
        self == other || last == other.last && (isDay || other.isDay)
    }
}

/// How a figure follows from two others.
private struct Rule {
    let first: Figure
    let second: Figure
    let sign: String
    let formula: (Expression, Expression) -> Expression

    /// Those by which a figure follows from two others; empty if it follows from none.
    static func rules(for figure: Figure) -> [Rule] {
        switch figure {
        case .grossMargin:
            [Rule(.blockRewardGrossProfit, "/", .blockRewardRevenue, Formulas.percentage)]
        case .blockRewardGrossProfit:
            [
                Rule(.blockRewardRevenue, "×", .grossMargin, percent),
                Rule(.blockRewardRevenue, "−", .powerCostPerExahash) { .difference($0, $1) },
            ]
        case .powerCostPerExahash:
            [Rule(.blockRewardRevenue, "−", .blockRewardGrossProfit) { .difference($0, $1) }]
        case .blockRewardRevenue:
            [Rule(.blockRewardGrossProfit, "/", .grossMargin, Formulas.percentage)]
        case .networkShare: [Rule(.hashrate, "/", .networkHashrate, Formulas.percentage)]
        case .hashrate: [Rule(.networkHashrate, "×", .networkShare, percent)]
        case .networkHashrate: [Rule(.hashrate, "/", .networkShare, Formulas.percentage)]
        case .blockRewardMultipleScaled:
            [Rule(.blockRewardMultiple, "/", .networkShare, Formulas.percentage)]
        default: []
        }
    }

    private init(
        _ first: Figure, _ sign: String, _ second: Figure,
        _ formula: @escaping (Expression, Expression) -> Expression
    ) {
        self.first = first
        self.second = second
        self.sign = sign
        self.formula = formula
    }

    /// nil if the formula divides by zero.
    func implied(_ figure: Figure, from one: Claim, _ other: Claim) -> ImpliedFigure? {
        let implied = formula(one.value.term(in: first.unit), other.value.term(in: second.unit))
        guard let value = implied.value else { return nil }
        let shown = Number(value, decimals: abs(value) < 100 ? 1 : 0).text
        return ImpliedFigure(
            value: implied,
            words: "\(first.title) \(sign) \(second.title), as \(one.publisher) printed them for "
                + "\(one.on), is \(shown) \(figure.unit)")
    }

    /// A percentage of a figure.
    private static func percent(of whole: Expression, _ percentage: Expression) -> Expression {
        .quotient(.product([whole, percentage]), .constant(DecimalNumber(100)))
    }
}

extension Quantity {
    /// The printed value as a term of a formula, in `unit`.
    fileprivate func term(in unit: Unit) -> Expression {
        .constant(DecimalNumber(mantissa: Int128(base), decimals: unit.exponent))
    }
}
