import Mining

/// Finds out what single days stand for, if a file gives them as the periods of a metric that is
/// measured over a period.
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
    /// What the dates stand for. Only complete if `isMonthly`.
    private(set) var likely = LikelyLength()

    /// A scan without dates yet. `day` is the first one to add.
    init(first day: Day, line: Int) {
        first = (day, line)
    }

    /// Adds a date of a subject whose fiscal year ends in month `fiscalYearEnd`.
    mutating func add(_ day: Day, fiscalYearEnd: Int?) {
        count += 1
        if areFirstOfMonth, day != day.firstOfMonth { areFirstOfMonth = false }
        if areEndOfMonth, day < day.lastOfMonth.advanced(by: -3) { areEndOfMonth = false }
        guard isMonthly else { return }
        likely.add(day, fiscalYearEnd: fiscalYearEnd)
    }

    /// Whether all dates are the first of a month, or all are at the end of one.
    var isMonthly: Bool { areFirstOfMonth || areEndOfMonth }
}
