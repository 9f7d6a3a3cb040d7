/// A period in a form that reports print, and that is no code: `December 2025`, `Q1'25`, `9M 2025`,
/// `Three months ended December 31, 2025`.
///
/// A part of a year may come before or behind it: `H1 FY26`, `2025 1H`, `First quarter of 2025`.
struct PrintedPeriod {
    let period: PeriodText
    /// See `PeriodText.parsed`.
    let isFixed: Bool

    /// Returns nil if the text has another form, or leaves anything open, as `Dec-25` does.
    init?(_ text: String) {
        if let ended = EndedPeriod(text) {
            period = .calendar(ended.period)
            // A single day may stand for a longer period.
            isFixed = !ended.period.isDay
        } else if let words = DateWords(text) {
            guard let found = Self.month(words.parts) ?? Self.partOfYear(words.parts[...]) else {
                return nil
            }
            self = found
        } else {
            return nil
        }
    }

    private init(_ period: PeriodText, isFixed: Bool) {
        self.period = period
        self.isFixed = isFixed
    }

    /// `December 2025`, `2025-Dec`, `Dec '25`.
    private static func month(_ parts: [DateWords.Part]) -> PrintedPeriod? {
        guard parts.count == 2, let word = parts.firstIndex(where: { !$0.isNumber }),
            let month = MonthName.number(of: parts[word].text)
        else { return nil }
        let year = parts[1 - word]
        guard year.digits == 4 || word == 0 && year.digits == 2 && year.hasApostrophe else {
            return nil
        }
        let period = self.year(year).flatMap { Period(year: $0, month: month) }
        return period.map { PrintedPeriod(.calendar($0), isFixed: false) }
    }

    /// A part and a year in either order, or a year marked as fiscal or calendar: `FY25`.
    private static func partOfYear(_ parts: ArraySlice<DateWords.Part>) -> PrintedPeriod? {
        var rest = parts
        var part = YearPart(removingFrom: &rest)
        if part != nil, rest.first?.text == "of" { rest.removeFirst() }
        guard let (number, yearKind) = yearAndKind(&rest) else { return nil }
        if part == nil { part = YearPart(removingFrom: &rest) }
        guard rest.isEmpty, part != nil || yearKind != nil else { return nil }
        let months = part?.months ?? 0..<12
        switch (part?.kind ?? yearKind, yearKind ?? part?.kind) {
        case (.fiscal, .fiscal):
            return PrintedPeriod(.fiscal(year: number, months: months), isFixed: false)
        case (.calendar, .fiscal), (.fiscal, .calendar): return nil
        case (let kind, _):
            let period = Period(
                year: number, firstMonth: months.lowerBound + 1, months: months.count)
            return period.map { PrintedPeriod(.calendar($0), isFixed: kind != nil) }
        }
    }

    /// Takes `2025`, `'25`, `FY25`, `CY 2025`, `2025 FY` or `fiscal year 2025`.
    private static func yearAndKind(
        _ rest: inout ArraySlice<DateWords.Part>
    ) -> (year: Int, kind: YearPart.Kind?)? {
        var kind: YearPart.Kind?
        if let word = rest.first, !word.isNumber {
            guard let found = YearPart.Kind(word.text) else { return nil }
            kind = found
            rest.removeFirst()
            if word.text.count > 2, rest.first?.text == "year" { rest.removeFirst() }
            if rest.first?.hasMark == true { return nil }
        }
        guard let number = rest.first.flatMap(year) else { return nil }
        rest.removeFirst()
        if kind == nil, let word = rest.first, word.text.count == 2 {
            kind = YearPart.Kind(word.text)
            if kind != nil { rest.removeFirst() }
        }
        return (number, kind)
    }

    private static func year(_ part: DateWords.Part) -> Int? {
        switch part.digits {
        case 4: part.number
        case 2: part.number.map { 2000 + $0 }
        default: nil
        }
    }
}
