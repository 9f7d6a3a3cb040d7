/// A part of a year in a text: a quarter (`Q1`, `4Q`, `second quarter`), a half (`1H`, `H2`) or its
/// first months (`9M`).
struct YearPart {
    /// Whether the year is a calendar or a fiscal year.
    enum Kind {
        case calendar, fiscal

        /// Reads `fy`, `fiscal`, `cy` or `calendar`.
        init?(_ word: String) {
            switch word {
            case "fy", "fiscal": self = .fiscal
            case "cy", "calendar": self = .calendar
            default: return nil
            }
        }
    }

    /// The months of the year, counted from 0.
    let months: Range<Int>
    /// The kind of the year; nil if the part does not say it.
    let kind: Kind?

    /// Removes the part from the start of `words`; nil if they begin with none.
    init?(removingFrom words: inout ArraySlice<DateWords.Part>) {
        var rest = words
        var kind: Kind?
        // `F1Q26`
        if let letter = rest.first?.text, letter == "f" || letter == "c", rest.count > 2 {
            kind = letter == "f" ? .fiscal : .calendar
            rest.removeFirst()
        }
        guard let first = rest.popFirst(), let second = rest.popFirst() else { return nil }
        var (name, number) = first.isNumber ? (second.text, first) : (first.text, second)
        if first.isNumber, Self.ordinals.contains(second.text), let word = rest.popFirst() {
            name = word.text
        }
        var value = number.digits == 0 ? nil : number.number
        if let index = Self.numbers.firstIndex(of: first.text) {
            (name, value) = (second.text, index + 1)
            number = first
        }
        guard let value, number.digits < 2 || Self.monthWords.contains(name),
            let (months, own) = Self.months(name, value, isNumberFirst: first.text != name)
        else { return nil }
        self.months = months
        self.kind = kind ?? own
        words = rest
    }

    private static func months(
        _ name: String, _ number: Int, isNumberFirst: Bool
    ) -> (Range<Int>, Kind?)? {
        switch name {
        case "q", "qtr", "quarter", "cq", "fq":
            guard (1...4).contains(number) else { return nil }
            let kind: Kind? = name == "cq" ? .calendar : name == "fq" ? .fiscal : nil
            return (number * 3 - 3..<number * 3, kind)
        case "h", "half":
            guard (1...2).contains(number) else { return nil }
            return (number * 6 - 6..<number * 6, nil)
        case let name where monthWords.contains(name) && isNumberFirst:
            return [3, 6, 9, 12].contains(number) ? (0..<number, nil) : nil
        default: return nil
        }
    }

    private static let monthWords: Set<String> = ["m", "months"]
    private static let numbers = ["first", "second", "third", "fourth"]
    private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
}
