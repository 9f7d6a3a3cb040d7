/// A period that a text describes by its length and its last day, as statements do: `Three months
/// ended December 31, 2025`, `Year ended June 30, 2025`, `As of December 31, 2025`.
struct EndedPeriod {
    let period: Period

    /// Returns nil if the text has another form, if its last day can be read in two ways, or if
    /// months do not end with a month.
    init?(_ text: String) {
        var words = text.lowercased().split(separator: " ")
        if words.first == "for" { words.removeFirst() }
        if words.first == "the" { words.removeFirst() }
        guard let end = words.firstIndex(where: Self.marks.contains), end < 4 else { return nil }
        guard let day = Self.day(words[(end + 1)...].joined(separator: " ")) else { return nil }
        let names = words[..<end].flatMap { $0.split(separator: "-") }.map(String.init)
        if names == ["as"] || names.isEmpty && words[end] == "at" {
            period = Period(day: day)
            return
        }
        guard words[end] != "of", words[end] != "at", let months = Self.months(names),
            day.isLastOfMonth
        else { return nil }
        let (year, month, _) = day.components
        let start = year * 12 + month - months
        guard
            let period = Period(year: start / 12, firstMonth: start % 12 + 1, months: months)
        else { return nil }
        self.period = period
    }

    /// The words before the last day.
    private static let marks: Set<Substring> = ["ended", "ending", "of", "at"]

    /// `three months`, `9-month period`, `fiscal year`, `quarter`.
    private static func months(_ words: [String]) -> Int? {
        let names = words.filter { $0 != "fiscal" && $0 != "period" }
        switch names {
        case ["month"]: return 1
        case ["quarter"]: return 3
        case ["half"], ["half", "year"]: return 6
        case ["year"]: return 12
        default: break
        }
        guard names.count == 2, names[1] == "months" || names[1] == "month" else { return nil }
        let number = numbers.firstIndex(of: names[0]).map { $0 + 1 } ?? Int(names[0])
        return number.flatMap { (1...12).contains($0) ? $0 : nil }
    }

    private static let numbers = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ]

    /// The day, or the last day of the month; nil if the text is neither, or may be several days.
    private static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        if case .calendar(let month)? = PeriodText(text), month.wholeMonths == 1 {
            return month.last
        }
        guard let date = DateText(text), date.kind != .epoch else { return nil }
        if date.kind == .dayFirst { return date.readings[.dmy] }
        let days = Set(date.readings.values)
        return days.count == 1 ? days.first : nil
    }
}
