/// A figure that does not fit others of the same time: one of them is on another scale.
package struct Disproportion: Sendable, Hashable {
    /// The figure that is judged.
    package let figure: Observation
    /// The figures that it was compared with; at least one.
    package let others: [Observation]
    /// The amount that follows from the others.
    package let expected: Quantity
    /// How it follows from them: `btc_mined × btc_price`.
    package let formula: String
    /// Whether the figure is part of the other one.
    package let isPart: Bool

    /// Compares a figure with the partners of a relation, in their order. Nil if they fit, or if one
    /// of them is zero or negative, which has no size to compare; but a part must not be above a
    /// whole of zero.
    package init?(_ relation: FigureRelation, _ figure: Observation, _ others: [Observation]) {
        let value = figure.value.value(in: figure.metric.unit)
        let values = others.map { $0.value.value(in: $0.metric.unit) }
        guard figure.value.base > 0,
            let amount = relation.amount(figure.period, values), amount.isFinite,
            amount > 0 || amount == 0 && relation.isPart,
            value > amount * relation.high || value < amount * (relation.low ?? 0),
            let expected = others.count == 1 && relation.formula == others[0].metric.code
                ? others[0].value : Quantity(about: amount, figure.metric.unit)
        else { return nil }
        self.figure = figure
        self.others = others
        self.expected = expected
        formula = relation.formula
        isPart = relation.isPart
    }

    /// What the figure does not fit, after its value: `but btc_mined × btc_price is …`.
    package var sentence: String {
        if isPart {
            return "more than the \(formula) of that time, \(expected); is one of the two wrong?"
        }
        let figures = others.map { "\($0.metric) \($0.value)" }.joined(separator: ", ")
        return "but \(formula) is \(expected)"
            + (formula == others[0].metric.code ? "" : " (\(figures))")
            + "; is one of the units wrong?"
    }
}

extension Quantity {
    /// An amount of a few digits. Nil if it is too large.
    fileprivate init?(about amount: Double, _ unit: Unit) {
        if unit.dimension == .money {
            self.init(wholeDollars: amount)
            return
        }
        var decimals = 0
        var power = 1.0
        while decimals < unit.exponent, abs(amount) * power < 100 {
            decimals += 1
            power *= 10
        }
        guard let digits = Int64(exactly: (amount * power).rounded()) else { return nil }
        self.init(digits: digits, unit: unit, decimals: decimals)
    }
}
