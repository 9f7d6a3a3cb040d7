/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// Stored and compared as one integer: the number of days since 1970-01-01. The conversion follows
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (https://howardhinnant.github.io/date_algorithms.html): it counts in eras of 400 years, and
/// years begin in March, so that the leap day is the last day of a year.
package struct Day: Sendable, Hashable {
    /// Days since 1970-01-01; negative before it.
    package let number: Int

    /// 0001-01-01.
    package static let first = Day(unchecked: -719_162)
    /// 9999-12-31.
    package static let last = Day(unchecked: 2_932_896)

    /// The earliest accepted publication date, 1970-01-02.
    ///
    /// Many programs turn an empty date into 1970-01-01, and books store an observation's unknown
    /// publication date as day number 0, so no publication date may be that day or an earlier one.
    package static let firstOfPublication = Day(unchecked: 1)

    /// The day of bitcoin's first block, 2009-01-03. No period of a figure ends before it: many
    /// programs turn an empty date into a day of 1899, 1900 or 1970.
    package static let firstOfBitcoin = Day(unchecked: 14_247)

    private init(unchecked number: Int) { self.number = number }

    /// Returns nil outside `first`…`last`.
    package init?(number: Int) {
        guard Self.first.number <= number, number <= Self.last.number else { return nil }
        self.number = number
    }

    /// Returns nil if the calendar has no such day, such as 2025-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.daysIn(month: month, of: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// The last day of a month. Returns nil if the year or month does not exist.
    package init?(lastOf month: Int, year: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(validYear: year, month: month, day: Self.daysIn(month: month, of: year))
    }

    private init(validYear year: Int, month: Int, day: Int) {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// How many days a month has; `month` is 1 … 12.
    package static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// The number of months since the year 0.
    package var monthNumber: Int {
        let (year, month, _) = components
        return year * 12 + month - 1
    }

    /// Year, month (1 … 12) and day of the month (1 … 31).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// Whether this is the last day of its month.
    package var isLastOfMonth: Bool {
        let (year, month, day) = components
        return day == Self.daysIn(month: month, of: year)
    }

    /// The first day of the same month.
    package var firstOfMonth: Day {
        let (year, month, _) = components
        return Day(validYear: year, month: month, day: 1)
    }

    /// The last day of the same month.
    package var lastOfMonth: Day {
        let (year, month, _) = components
        return Day(validYear: year, month: month, day: Self.daysIn(month: month, of: year))
    }

    /// The same day one year earlier; 29 February becomes 28 February. Nil if that is before year 1.
    package var yearBefore: Day? {
        let (year, month, day) = components
        guard year > 1 else { return nil }
        return Day(
            validYear: year - 1, month: month,
            day: min(day, Self.daysIn(month: month, of: year - 1)))
    }

    /// This day moved by `days`, which may be negative, and limited to `first`…`last`.
    package func advanced(by days: Int) -> Day {
        Day(unchecked: min(max(number + days, Self.first.number), Self.last.number))
    }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
    /// ISO 8601: `2026-01-15`.
    package var description: String { String(capacity: Self.textLength) { write(to: &$0) } }

    /// Appends `description` to a buffer.
    package func write(to output: inout OutputSpan<UInt8>) {
        let (year, month, day) = components
        output.append(digits: UInt64(year), width: 4)
        output.append("-")
        output.append(digits: UInt64(month), width: 2)
        output.append("-")
        output.append(digits: UInt64(day), width: 2)
    }

    /// The number of bytes of `description`, the same for all days.
    package static let textLength = 10

    /// Reads ISO 8601 `2026-01-15`. Returns nil for any other form and for days that do not exist.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = wholeNumber(bytes[0..<4]), let month = wholeNumber(bytes[5..<7]),
            let day = wholeNumber(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
