import Mining

/// The period that the dates of a fact mean.
struct FactPeriod: Hashable {
    let period: Period
    /// Whether the dates are those of a fiscal year of 52 or 53 weeks, which was read as whole
    /// months.
    let isSnapped: Bool

    /// How far the ends of a year of 52 or 53 weeks may be from those of its months: it ends on the
    /// last Saturday of a month, say.
    private static let tolerance = 6

    /// `start` is nil for a value of one date. Nil if `start` is after `end`.
    init?(from start: Day?, to end: Day) {
        guard let start else {
            period = Period(day: end)
            isSnapped = false
            return
        }
        guard let exact = Period(start, end) else { return nil }
        let snapped = Self.wholeQuarters(near: exact)
        period = snapped ?? exact
        isSnapped = snapped != nil && snapped != exact
    }

    /// The quarters, half years or years whose ends are near those of `exact`; nil if there are none.
    private static func wholeQuarters(near exact: Period) -> Period? {
        let starts = [exact.first.firstOfMonth, exact.first.lastOfMonth.advanced(by: 1)]
        let ends = [exact.last.lastOfMonth, exact.last.firstOfMonth.advanced(by: -1)]
        guard let first = nearest(to: exact.first, in: starts),
            let last = nearest(to: exact.last, in: ends),
            let period = Period(first, last), let months = period.wholeMonths,
            months.isMultiple(of: 3)
        else { return nil }
        return period
    }

    private static func nearest(to day: Day, in days: [Day]) -> Day? {
        days.filter { abs($0.number - day.number) <= tolerance }
            .min { abs($0.number - day.number) < abs($1.number - day.number) }
    }
}
