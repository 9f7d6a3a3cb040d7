/// The part of a period that statements print once, above several years or dates: `Three Months Ended
/// September 30,` above `2025` and `2024`, or `Quarter ended` above `Sep 30, 2025`.
package struct PeriodHeading: Sendable, Hashable {
    /// A text that has several headings, or one that does not say which months it means.
    package struct Unclear: Error {}

    /// How many months it is about.
    package let months: Int
    /// Such as `three months ended`.
    private let length: String
    /// The last month and its day, such as `September 30`, without the year; empty for none.
    private let end: String

    /// The heading in a text; nil if there is none.
    ///
    /// - Throws: `Unclear`.
    package init?(in text: String) throws(Unclear) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
            .map { $0.trimming(",.;:()-–—") }.filter { !$0.isEmpty }
        var found: Set<PeriodHeading> = []
        for index in words.indices where EndedPeriod.isEnd(words[index]) {
            guard let heading = PeriodHeading(words, endAt: index) else { throw Unclear() }
            found.insert(heading)
        }
        guard let heading = found.first else { return nil }
        guard found.count == 1 else { throw Unclear() }
        self = heading
    }

    /// Whether a text has a heading, clear or not.
    package static func isIn(_ text: String) -> Bool {
        do { return try PeriodHeading(in: text) != nil } catch { return true }
    }

    /// The period that the heading names with the year, month or day below it, as a text for
    /// `PeriodText`: `Three months ended September 30, 2025`. Nil if they name none.
    package func period(above text: String) -> String? {
        let isYear = PeriodText.isYear(text)
        let ending = isYear ? "\(end), \(text)" : text
        guard let period = EndedPeriod("\(length) \(ending)")?.period,
            isYear || end.isEmpty || isEnd(period.last)
        else { return nil }
        return "\(length.withCapital) \(ending)"
    }

    /// Reads the heading whose word `ended` is at an index.
    private init?(_ words: [String], endAt index: Int) {
        let found = (1...3).reversed().lazy.filter { $0 <= index }.compactMap { count in
            EndedPeriod.months(words[(index - count)..<index]).map { (count, $0) }
        }.first
        guard let (count, months) = found else { return nil }
        // `Three and nine months ended` are two periods.
        let before = words[..<(index - count)].last { $0 != "the" }
        guard !["and", "&", "or", "to"].contains(before) else { return nil }
        let after = words[(index + 1)...].prefix(2)
        let hasMonth = after.contains { MonthName.number(of: $0) != nil }
        guard hasMonth || after.first?.contains(where: \.isNumber) != true else { return nil }
        self.months = months
        length = words[(index - count)...index].joined(separator: " ")
        end =
            !hasMonth
            ? ""
            : after.filter {
                MonthName.number(of: $0) != nil || $0.utf8.count <= 2 && Int($0) != nil
            }
            .map(\.withCapital).joined(separator: " ")
    }

    /// Whether a day is the last day of the heading's period in its year.
    private func isEnd(_ day: Day) -> Bool {
        EndedPeriod("month ended \(end), \(day.components.year)")?.period.last == day
    }
}

extension Substring {
    /// The text without some characters at its ends.
    fileprivate func trimming(_ marks: String) -> String {
        var rest = drop { marks.contains($0) }
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
