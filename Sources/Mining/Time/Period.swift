/// A range of days, both ends included. A point in time, such as the date of a balance sheet, is a
/// period of one day.
package struct Period: Sendable, Hashable {
    /// The first day.
    package let first: Day
    /// The last day; never before `first`.
    package let last: Day

    /// Returns nil if `first` is after `last`.
    package init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// All days of the calendar.
    package static let always = Period(validFirst: .first, last: .last)

    /// The period of a single day.
    package init(day: Day) {
        first = day
        last = day
    }

    /// A calendar month. Returns nil if the year or month does not exist.
    package init?(year: Int, month: Int) {
        self.init(year: year, firstMonth: month, months: 1)
    }

    /// A calendar quarter. Returns nil unless `quarter` is 1 … 4 and the year exists.
    package init?(year: Int, quarter: Int) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(year: year, firstMonth: quarter * 3 - 2, months: 3)
    }

    /// A calendar year. Returns nil if it does not exist.
    package init?(year: Int) {
        self.init(year: year, firstMonth: 1, months: 12)
    }

    /// `months` whole months from `firstMonth` on, which may continue into later years. Returns nil
    /// if `months` is below 1 or a day of the period does not exist.
    package init?(year: Int, firstMonth: Int, months: Int) {
        let end = firstMonth + months - 2
        guard months >= 1, let first = Day(year: year, month: firstMonth, day: 1),
            let last = Day(lastOf: end % 12 + 1, year: year + end / 12)
        else { return nil }
        self.first = first
        self.last = last
    }

    /// The whole months that end with the month of a day. Returns nil as above.
    package init?(months: Int, endingIn day: Day) {
        let start = day.monthNumber + 1 - months
        self.init(year: start / 12, firstMonth: start % 12 + 1, months: months)
    }

    /// How many days it has; at least 1.
    package var days: Int { last.number - first.number + 1 }

    /// Whether it is a single day.
    package var isDay: Bool { first == last }

    /// Whether all days of `other` are days of this period.
    package func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }

    /// From the first day of both periods to the last day of both.
    package func joined(with other: Period) -> Period {
        if contains(other) { return self }
        return Period(validFirst: min(first, other.first), last: max(last, other.last))
    }

    /// How many calendar months it has, or nil if it does not consist of whole months.
    package var wholeMonths: Int? {
        guard first == first.firstOfMonth, last.isLastOfMonth else { return nil }
        let (start, end) = (first.components, last.components)
        return (end.year - start.year) * 12 + end.month - start.month + 1
    }

    /// The period over which a figure for this period is computed: for a single day the month to
    /// date, otherwise the period itself (docs/formulas.md, Time).
    package var monthToDate: Period {
        isDay ? Period(validFirst: first.firstOfMonth, last: last) : self
    }

    /// The period that this one is compared with unless another is given: for a single day the
    /// last day of the previous month; for whole months the same number of months before; for any
    /// other range the same number of days before.
    package var previous: Period {
        let before = first.advanced(by: -1)
        if isDay { return Period(day: first.firstOfMonth.advanced(by: -1)) }
        guard let months = wholeMonths else {
            return Period(validFirst: first.advanced(by: -days), last: before)
        }
        var start = before.firstOfMonth
        for _ in 1..<months { start = start.advanced(by: -1).firstOfMonth }
        return Period(validFirst: start, last: before)
    }

    /// The period of the same length that follows: as many whole months, or else as many days.
    /// Nil if it would exceed the calendar.
    package var next: Period? {
        let start = last.advanced(by: 1)
        guard start > last else { return nil }
        guard let months = wholeMonths else {
            return Period(start, start.advanced(by: days - 1))
        }
        let (year, month, _) = start.components
        return Period(year: year, firstMonth: month, months: months)
    }

    /// The calendar quarter that contains a day.
    package init(quarterOf day: Day) {
        let (year, month, _) = day.components
        let first = (month - 1) / 3 * 3 + 1
        self = Period(year: year, firstMonth: first, months: 3) ?? Period(day: day)
    }

    /// The twelve months that end with its last day. Those that end with a month are whole months:
    /// February 2025 gives March 2024 to February 2025. Nil if they would begin before year 1.
    package var trailingYear: Period? {
        if last.isLastOfMonth {
            let (year, month, _) = last.components
            return month == 12
                ? Period(year: year) : Period(year: year - 1, firstMonth: month + 1, months: 12)
        }
        return last.yearBefore.flatMap { Period($0.advanced(by: 1), last) }
    }

    /// The same period one year earlier. Whole months stay whole: February 2025 becomes all 29
    /// days of February 2024. Nil if it would begin before year 1.
    package var yearBefore: Period? {
        guard let first = first.yearBefore, let last = last.yearBefore else { return nil }
        return Period(first, wholeMonths == nil ? last : last.lastOfMonth)
    }

    /// Whether flows over both can be compared: they have as many days, or as many whole months.
    package func isAsLong(as other: Period) -> Bool {
        days == other.days || wholeMonths != nil && wholeMonths == other.wholeMonths
    }

    private init(validFirst first: Day, last: Day) {
        self.first = first
        self.last = last
    }
}

extension Period: Comparable {
    /// Sorts by last day, then by first day, which is the order of periods in a book.
    package static func < (left: Period, right: Period) -> Bool {
        (left.last, left.first) < (right.last, right.first)
    }
}

extension Period: CustomStringConvertible {
    /// The shortest form that `PeriodText` reads: `2025-12-31`, `2025-12`, `2025Q4` or `2025`, and
    /// for any other range the ISO 8601 interval `2026-01-01/2026-01-15`.
    package var description: String { String(capacity: Self.longestText) { write(to: &$0) } }

    /// Appends `description` to a buffer.
    package func write(to output: inout OutputSpan<UInt8>) {
        if isDay { return first.write(to: &output) }
        let (year, month, _) = first.components
        switch wholeMonths {
        case 1:
            output.append(digits: UInt64(year), width: 4)
            output.append("-")
            output.append(digits: UInt64(month), width: 2)
        case 3 where month % 3 == 1:
            output.append(digits: UInt64(year), width: 4)
            output.append("Q")
            output.append(digits: UInt64(month / 3 + 1))
        case 12 where month == 1:
            output.append(digits: UInt64(year), width: 4)
        default:
            first.write(to: &output)
            output.append("/")
            last.write(to: &output)
        }
    }

    /// The maximum number of bytes of `description`.
    package static let longestText = 2 * Day.textLength + 1
}
