import Mining

/// The most likely length of the periods that dates stand for: the longest one that every date fits
/// and that divides the distances between them.
struct LikelyLength {
    /// The greatest number of months that divides all distances between the dates; 0 if all are in
    /// one month.
    private(set) var monthStep = 0
    private var firstMonth: Int?
    /// The lengths that every date fits.
    private(set) var lengths = PeriodLength.allCases.filter { $0 != .day }

    /// Adds a date of a subject whose fiscal year ends in month `fiscalYearEnd`.
    mutating func add(_ day: Day, fiscalYearEnd: Int?) {
        let month = day.monthNumber
        let first = firstMonth ?? month
        firstMonth = first
        monthStep = greatestCommonDivisor(monthStep, abs(month - first))
        lengths.removeAll { $0.period(of: day, fiscalYearEnd: fiscalYearEnd) == nil }
    }

    /// Adds the dates of another subject. The distances between the dates of two subjects do not count.
    mutating func add(_ other: LikelyLength) {
        monthStep = greatestCommonDivisor(monthStep, other.monthStep)
        lengths.removeAll { !other.lengths.contains($0) }
    }

    /// The length; months if no longer one fits.
    var length: PeriodLength {
        let fitting = lengths.filter { monthStep % ($0.months ?? 1) == 0 && monthStep > 0 }
        // Of two with as many months, the calendar's comes first.
        func rank(_ length: PeriodLength) -> (Int, Int) {
            (length.months ?? 0, length.isFiscal ? 0 : 1)
        }
        return fitting.max { rank($0) < rank($1) } ?? .month
    }
}

private func greatestCommonDivisor(_ one: Int, _ two: Int) -> Int {
    two == 0 ? one : greatestCommonDivisor(two, one % two)
}
