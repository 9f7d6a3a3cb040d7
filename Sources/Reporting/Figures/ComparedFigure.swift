import Mining

/// A figure on the day reported on, compared with its value at the base: one line of a report.
///
/// The sector's headline, the tables of a group's sums and the network's figures are all made of
/// these. `ReportColumn` has their common columns. A class, because the columns share it instead of
/// copying its texts.
final class ComparedFigure {
    let definition: FigureDefinition
    let now: ComputedFigure
    /// nil for a figure that has no base.
    let before: ComputedFigure?
    /// Why `now` and `before` cannot be compared, as the end of a sentence; nil if they can.
    let mismatch: String?
    /// The value of `now` with its interval; nil if it is not known.
    let estimate: Estimate?
    /// The value of `before`; nil if it is not known.
    let previous: Estimate?
    /// Empty if one of the two is not known or they cannot be compared.
    let change: FigureChange

    /// A figure without a base.
    convenience init(_ definition: FigureDefinition, _ now: ComputedFigure) {
        self.init(definition, now, before: nil, mismatch: nil)
    }

    /// Compares `now` with `before`, unless `mismatch` says why they are not comparable.
    init(
        _ definition: FigureDefinition, _ now: ComputedFigure, before: ComputedFigure?,
        mismatch: String?
    ) {
        self.definition = definition
        self.now = now
        self.before = before
        self.mismatch = mismatch
        estimate = Estimate(now.expression)
        previous = Estimate(before?.expression)
        change = FigureChange(
            from: mismatch == nil ? before?.expression : nil, previous, to: now.expression,
            estimate)
    }

    /// A figure of the past whose change is the one to the value of `later`.
    init(_ definition: FigureDefinition, _ past: ComputedFigure, changingTo later: Expression?) {
        self.definition = definition
        now = past
        before = nil
        mismatch = nil
        estimate = Estimate(past.expression)
        previous = nil
        change = FigureChange(from: past.expression, estimate, to: later, Estimate(later))
    }

    var unit: FigureUnit { definition.unit }

    /// The change relative to the base; nil for a percentage, whose change is only ever given in
    /// points.
    var percentChange: Estimate? { unit.isPercentage ? nil : change.percent }
}

extension ComparedFigure {
    /// Compares two sums or averages and finds out whether they are comparable.
    ///
    /// `needsSameBasis` asks that both were computed in the same way. `spans` are the periods of
    /// a figure that adds up over time.
    convenience init(
        _ definition: FigureDefinition, _ now: ComputedFigure, before: ComputedFigure,
        needsSameBasis: Bool = false, over spans: (now: Period, before: Period)? = nil
    ) {
        self.init(
            definition, now, before: before,
            mismatch: Self.mismatch(now, before, needsSameBasis: needsSameBasis, over: spans))
    }

    private static func mismatch(
        _ now: ComputedFigure, _ before: ComputedFigure, needsSameBasis: Bool,
        over spans: (now: Period, before: Period)?
    ) -> String? {
        guard now.expression != nil, before.expression != nil else { return nil }
        if let (now, before) = spans, !now.isAsLong(as: before) {
            return "the periods have \(now.days) and \(before.days) days"
        }
        if let one = now.coverage, let other = before.coverage, one.tickers != other.tickers {
            return "the two sums are of different members"
        }
        guard needsSameBasis, let one = now.basis, let other = before.basis, one != other
        else { return nil }
        return "the methods differ (now: \(one); before: \(other))"
    }
}

extension Period {
    /// Whether sums over the two can be compared: same number of days, or of whole months.
    fileprivate func isAsLong(as other: Period) -> Bool {
        days == other.days || wholeMonths != nil && wholeMonths == other.wholeMonths
    }
}
