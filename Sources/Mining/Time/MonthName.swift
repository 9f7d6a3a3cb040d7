/// The names of months in English, in full or as their first three letters; also `Sept`.
enum MonthName {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// The number of the month, 1 … 12, with a name in lower case; nil if there is none.
    static func number(of name: String) -> Int? {
        if name == "sept" { return 9 }
        let index = names.firstIndex { name == $0 || name.count == 3 && $0.hasPrefix(name) }
        return index.map { $0 + 1 }
    }

    /// The first three letters of the month with a number, 1 … 12: `Dec`.
    static func short(_ number: Int) -> String {
        names[(number - 1) % names.count].prefix(3).withCapital
    }
}
