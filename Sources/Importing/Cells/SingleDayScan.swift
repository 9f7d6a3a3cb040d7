import Mining

/// What the dates of a metric show that is measured over a period, if its periods are written as
/// single days.
///
/// Days that are all the first of a month, or all at the end of one, nearly always stand for months,
/// quarters or years.
struct SingleDayScan {
    private(set) var count = 0
    /// The first date and its line.
    private(set) var first: (day: Day, line: Int)
    private(set) var areFirstOfMonth = true
    /// Whether all dates are one of the last four days of a month, as the last trading day is.
    private(set) var areEndOfMonth = true
    /// The greatest number of months that divides all distances between the dates; 0 if all are in
    /// one month.
    private(set) var monthStep = 0
    /// The lengths of period that every date fits.
    private var lengths = PeriodLength.allCases.filter { $0 != .day }

    /// A scan without dates that will begin with this one.
    init(first day: Day, line: Int) {
        first = (day, line)
    }

    /// Adds a date of a subject whose fiscal year ends in month `fiscalYearEnd`.
    mutating func add(_ day: Day, fiscalYearEnd: Int?) {
        count += 1
        if areFirstOfMonth, day != day.firstOfMonth { areFirstOfMonth = false }
        if areEndOfMonth, day < day.lastOfMonth.advanced(by: -3) { areEndOfMonth = false }
        guard isMonthly else { return }
        monthStep = greatestCommonDivisor(monthStep, abs(day.month - first.day.month))
        lengths.removeAll { $0.period(of: day, fiscalYearEnd: fiscalYearEnd) == nil }
    }

    /// Whether all dates are the first of a month, or all are at the end of one.
    var isMonthly: Bool { areFirstOfMonth || areEndOfMonth }

    /// The length of period that the dates most likely stand for: the longest that fits the
    /// distances between them.
    var likelyLength: PeriodLength {
        let fitting = lengths.filter { monthStep % ($0.months ?? 1) == 0 && monthStep > 0 }
        // Of two with as many months, the calendar's comes first.
        func rank(_ length: PeriodLength) -> (Int, Int) {
            (length.months ?? 0, length.isFiscal ? 0 : 1)
        }
        return fitting.max { rank($0) < rank($1) } ?? .month
    }
}

extension Day {
    /// The number of months since the year 0.
    fileprivate var month: Int {
        let (year, month, _) = components
        return year * 12 + month - 1
    }
}

private func greatestCommonDivisor(_ one: Int, _ two: Int) -> Int {
    two == 0 ? one : greatestCommonDivisor(two, one % two)
}
