/// A period that a text describes by its length and its last day, as statements do: `Three months
/// ended December 31, 2025`, `Year ended June 30, 2025`, `As of December 31, 2025`.
struct EndedPeriod {
    let period: Period

    /// Returns nil if the text has another form, if its last day is ambiguous, or if a period of
    /// months does not end with the last day of a month.
    init?(_ text: String) {
        var words = text.lowercased().split(separator: " ")
        if words.first == "for" { words.removeFirst() }
        if words.first == "the" { words.removeFirst() }
        guard let end = words.firstIndex(where: Self.marks.contains), end < 4 else { return nil }
        let last = words[(end + 1)...].joined(separator: " ")
        if words[..<end] == ["as"] || end == 0 && words[end] == "at" {
            guard let day = Self.day(last) else { return nil }
            period = Period(day: day)
            return
        }
        guard Self.isEnd(words[end]), let months = Self.months(words[..<end]),
            let day = Self.day(last) ?? Self.lastOfShortMonth(last), day.isLastOfMonth,
            let period = Period(months: months, endingIn: day)
        else { return nil }
        self.period = period
    }

    /// The words before the last day.
    private static let marks: Set<Substring> = ["ended", "ending", "of", "at"]

    /// Whether a word comes before the last day of a period of months.
    static func isEnd(_ word: some StringProtocol) -> Bool { word == "ended" || word == "ending" }

    /// How many months these words mean: `three months`, `9-month period`, `fiscal year`, `quarters`.
    /// Nil for any others.
    static func months(_ words: some Collection<some StringProtocol>) -> Int? {
        let names = words.joined(separator: "-").split(separator: "-").map(String.init)
            .filter { !["fiscal", "period", "periods"].contains($0) }
        switch names {
        case ["month"]: return 1
        case ["quarter"], ["quarters"]: return 3
        case ["half"], ["half", "year"]: return 6
        case ["year"], ["years"]: return 12
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

    /// The last day of a month such as `Mar-25`; nil if the number may be the first or one of the
    /// last days of the month.
    private static func lastOfShortMonth(_ text: String) -> Day? {
        guard let month = ShortMonthText(text), !month.mayBeEnd else { return nil }
        return month.period?.last
    }
}
