/// A month and a number without a year of four digits, such as `Dec-25`, as spreadsheets write months.
/// It may be December 2025, or the 25th of December of a year that is not given. Only the other texts
/// of a column can show which: see `ShortMonthScan`.
package struct ShortMonthText: Sendable {
    /// The number of the month, 1 … 12.
    package let month: Int
    /// The number beside it, of one or two digits.
    package let number: Int
    /// Whether the number has two digits and follows the month, as the year of a month does.
    package let mayHaveYear: Bool

    /// Returns nil if the text has any other form.
    package init?(_ text: some StringProtocol) {
        guard let parts = DateWords(text)?.parts, parts.count == 2,
            let first = parts.first, let last = parts.last, first.isNumber != last.isNumber,
            let month = MonthName.number(of: first.isNumber ? last.text : first.text),
            let number = first.number ?? last.number, (1...2).contains(first.digits + last.digits)
        else { return nil }
        self.month = month
        self.number = number
        mayHaveYear = last.digits == 2
    }

    /// The month of the year 20xx.
    package var period: Period? { mayHaveYear ? Period(year: 2000 + number, month: month) : nil }

    /// The month's name and its year, 20xx, as they can be written without doubt: `Dec 2025`.
    package var clearText: String { "\(MonthName.short(month)) \(2000 + number)" }

    /// Whether the number can be a day of the month.
    package var mayBeDay: Bool { Day(year: 2024, month: month, day: number) != nil }

    /// Whether the number can be a day that stands for a month or more: its first or one of its last
    /// days.
    package var mayBeEnd: Bool { mayBeDay && !(2...27).contains(number) }
}
