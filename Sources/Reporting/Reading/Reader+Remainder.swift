import Mining

/// Flows over periods that nobody published, such as a fourth quarter: what is left of a longer
/// period that was (docs/formulas.md, Periods that nobody published).
extension Reader {
    /// A flow over a period for which the book has neither a figure nor parts that cover it;
    /// marked as derived. Without a value if published periods do not determine it.
    ///
    /// Every input must have been public by the day of the reader, so the figure is known from the
    /// day on which the last of them was published.
    func remainder(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        let vintages = try book.vintages(metric, of: subject, within: period.surroundings)
            .filter { $0.isKnown(on: knownOn) }
        guard let parts = PeriodParts(of: period, in: vintages.counting(knownOn: nil)) else {
            return ComputedFigure(reason: "the book has no \(metric) of \(subject) over \(period)")
        }
        let expression = Expression.difference(
            .total(parts.added.map { .observed(input($0)) }),
            .total(parts.subtracted.map { .observed(input($0)) }))
        if !metric.mayBeNegative, let value = expression.value, value < 0 {
            return ComputedFigure(
                reason: "the published \(metric) of \(subject) contradict each other: "
                    + "\(parts.description) is below zero")
        }
        var marks = Number.Mark.marks(of: parts.all) + [.derived]
        var basis = parts.description
        var restated: [Observation] = []
        for part in parts.all where try isRestated(part) { restated.append(part) }
        if !restated.isEmpty {
            marks.append(.restated)
            let names = restated.map { "\($0.period)" }.joined(separator: ", ")
            basis += ", of which \(names) \(restated.count == 1 ? "was" : "were") restated"
        }
        if let day = parts.all.map(\.publicFrom).max() { basis += ", known since \(day)" }
        return ComputedFigure(expression: expression, basis: basis, marks: marks)
    }
}

extension Expression {
    /// The sum, or the only term itself.
    fileprivate static func total(_ terms: [Expression]) -> Expression {
        terms.count == 1 ? terms[0] : .sum(terms)
    }
}

extension Period {
    /// From 366 days before it to 366 days after it: where a year that contains it, or the years
    /// before and after it, may be.
    fileprivate var surroundings: Period {
        Period(first.advanced(by: -366), last.advanced(by: 366)) ?? self
    }
}
