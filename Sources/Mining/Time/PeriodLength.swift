/// How long a period is that a file writes as a single day: many files date the revenue of a quarter
/// with the quarter's last day. The raw values are what options and profiles accept.
package enum PeriodLength: String, Sendable, Hashable, CaseIterable {
    /// The day itself.
    case day
    case month, quarter, half, year
    case fiscalQuarter = "fiscal-quarter"
    case fiscalYear = "fiscal-year"

    /// Whether the period depends on the fiscal year of a company.
    package var isFiscal: Bool { self == .fiscalQuarter || self == .fiscalYear }

    /// How many months it has; nil for a day.
    package var months: Int? {
        switch self {
        case .day: nil
        case .month: 1
        case .quarter, .fiscalQuarter: 3
        case .half: 6
        case .year, .fiscalYear: 12
        }
    }

    /// The period of this length that `day` can stand for: the one that contains it, if it is the
    /// first day, the first day of the last month, or one of the last four days, because the last
    /// trading day of a month can be three days before its end.
    ///
    /// Nil for any other day, or if the length is fiscal and `fiscalYearEnd` (1 … 12) is not known.
    package func period(of day: Day, fiscalYearEnd: Int?) -> Period? {
        guard let months else { return Period(day: day) }
        guard !isFiscal || (1...12).contains(fiscalYearEnd ?? 0) else { return nil }
        // Months are counted from the one after the fiscal year end.
        let offset = isFiscal ? (fiscalYearEnd ?? 12) % 12 : 0
        let number = day.monthNumber - offset
        let start = number / months * months + offset
        guard
            let period = Period(
                year: start / 12, firstMonth: start % 12 + 1, months: months)
        else { return nil }
        let isLast = day >= period.last.advanced(by: -3)
        return isLast || day == period.first || day == period.last.firstOfMonth ? period : nil
    }
}
