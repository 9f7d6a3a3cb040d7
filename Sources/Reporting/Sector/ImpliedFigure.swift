import Mining

/// A figure that follows from two claims of one publisher about one day, such as a gross margin from
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
    let formula: (Expression, Expression) -> Expression

    /// nil for a figure that follows from no two others.
    init?(_ figure: Figure) {
        switch figure {
        case .grossMargin:
            self.init(.blockRewardGrossProfit, "/", .blockRewardRevenue) {
                Formulas.percentage($0, of: $1)
            }
        case .blockRewardGrossProfit:
            self.init(.blockRewardRevenue, "×", .grossMargin) {
                Self.percent($1, of: $0)
            }
        case .powerCostPerExahash:
            self.init(.blockRewardRevenue, "−", .blockRewardGrossProfit) { .difference($0, $1) }
        case .blockRewardRevenue:
            self.init(.blockRewardGrossProfit, "/", .grossMargin) {
                Formulas.percentage($0, of: $1)
            }
        case .networkShare:
            self.init(.hashrate, "/", .networkHashrate) { Formulas.percentage($0, of: $1) }
        case .hashrate:
            self.init(.networkHashrate, "×", .networkShare) {
                Self.percent($1, of: $0)
            }
        case .networkHashrate:
            self.init(.hashrate, "/", .networkShare) { Formulas.percentage($0, of: $1) }
        case .blockRewardMultipleScaled:
            self.init(.blockRewardMultiple, "/", .networkShare) { Formulas.percentage($0, of: $1) }
        default: return nil
        }
    }

    private init(
        _ first: Figure, _ sign: String, _ second: Figure,
        formula: @escaping (Expression, Expression) -> Expression
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
    private static func percent(_ percentage: Expression, of whole: Expression) -> Expression {
        .quotient(.product([whole, percentage]), .constant(DecimalNumber(100)))
    }
}

extension Quantity {
    /// The printed value as a term of a formula, in `unit`.
    fileprivate func term(in unit: Unit) -> Expression {
        .constant(DecimalNumber(mantissa: Int128(base), decimals: unit.exponent))
    }
}
