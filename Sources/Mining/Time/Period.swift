/// A first and a last day, both included; of an instant the two are the same.
package struct Period: Sendable, Hashable {
    package let first: Day
    package let last: Day

    /// `nil` where `first` is after `last`.
    package init?(_ first: Day, _ last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// All days there are.
    package static let always = Period(validFirst: .first, last: .last)

    package init(day: Day) {
        first = day
        last = day
    }

    /// `nil` where year or month does not exist.
    package init?(year: Int, month: Int) {
        self.init(year: year, firstMonth: month, months: 1)
    }

    /// `quarter` is 1 … 4 of the calendar year.
    package init?(year: Int, quarter: Int) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(year: year, firstMonth: quarter * 3 - 2, months: 3)
    }

    package init?(year: Int) {
        self.init(year: year, firstMonth: 1, months: 12)
    }

    /// `months` whole months from `firstMonth` on, which may run into the next year.
    package init?(year: Int, firstMonth: Int, months: Int) {
        let end = firstMonth + months - 2
        guard months >= 1, let first = Day(year: year, month: firstMonth, day: 1),
            let last = Day(lastOf: end % 12 + 1, year: year + end / 12)
        else { return nil }
        self.first = first
        self.last = last
    }

    package var days: Int { last.number - first.number + 1 }

    package var isDay: Bool { first == last }

    package func contains(_ other: Period) -> Bool { first <= other.first && other.last <= last }

    /// The number of whole months, where the period is made of such; else `nil`.
    package var wholeMonths: Int? {
        guard first == first.firstOfMonth, last.isLastOfMonth else { return nil }
        let (start, end) = (first.components, last.components)
        return (end.year - start.year) * 12 + end.month - start.month + 1
    }

    /// What the period stands for when figures are asked for it: a single day its month to
    /// date, anything else itself (docs/formulas.md, Time).
    package var monthToDate: Period {
        isDay ? Period(validFirst: first.firstOfMonth, last: last) : self
    }

    /// The period before it that a change is taken from where nothing else was asked for: of
    /// a day the last day of the previous month; of whole months as many months before; of
    /// another interval as many days before.
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

    /// The period after it that is as long: of whole months as many months, else as many days.
    /// `nil` at the end of the calendar.
    package var next: Period? {
        let start = last.advanced(by: 1)
        guard start > last else { return nil }
        guard let months = wholeMonths else {
            return Period(start, start.advanced(by: days - 1))
        }
        let (year, month, _) = start.components
        return Period(year: year, firstMonth: month, months: months)
    }

    /// The calendar quarter that a day lies in.
    package init(quarterOf day: Day) {
        let (year, month, _) = day.components
        let first = (month - 1) / 3 * 3 + 1
        self = Period(year: year, firstMonth: first, months: 3) ?? Period(day: day)
    }

    /// The same period a year before; whole months stay whole (February 2025 is compared with
    /// all 29 days of February 2024). `nil` before year 1.
    package var yearBefore: Period? {
        guard let first = first.yearBefore, let last = last.yearBefore else { return nil }
        return Period(first, wholeMonths == nil ? last : last.lastOfMonth)
    }

    private init(validFirst first: Day, last: Day) {
        self.first = first
        self.last = last
    }
}

extension Period: Comparable {
    /// By last day, then by first: the order in which a book keeps them.
    package static func < (left: Period, right: Period) -> Bool {
        (left.last, left.first) < (right.last, right.first)
    }
}

extension Period: CustomStringConvertible {
    /// The shortest form that `PeriodText` reads: `2025-12-31`, `2025-12`, `2025Q4`, `2025`,
    /// else the ISO interval `2026-01-01/2026-01-15`.
    package var description: String { String(capacity: Self.longestText) { write(to: &$0) } }

    /// Appends `description`.
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

    /// The most bytes that a `description` has.
    package static let longestText = 2 * Day.textLength + 1
}
