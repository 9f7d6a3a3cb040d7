/// The first section of a number format, taken apart.
struct FormatSection {
    /// What is shown of a date; nil if it is none.
    private(set) var date: NumberFormat.DateParts?
    /// Whether it applies to some numbers only, as `[>=1000000]` says.
    private(set) var hasCondition = false
    /// Whether it has a place for the number.
    private(set) var hasDigits = false
    private(set) var percentSigns = 0
    /// The number of commas behind the digits; each divides the number by a thousand.
    private(set) var trailingCommas = 0
    /// The texts before and behind the number.
    private(set) var prefix = ""
    private(set) var suffix = ""

    private var letters: Set<Character> = []
    /// Whether it shows a duration, such as `[h]:mm`, in which hours can be more than 24.
    private var isDuration = false

    init(_ code: String) {
        guard code.lowercased() != "general" else { return }
        var rest = Array(code)[...]
        scanning: while let character = rest.popFirst() {
            switch character {
            case ";": break scanning
            case "\"":
                add(String(rest.prefix { $0 != "\"" }))
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\": if let next = rest.popFirst() { add(String(next)) }
            // `_x` is a space as wide as x; `*x` fills the cell with x.
            case "_", "*": _ = rest.popFirst()
            case "[":
                take(bracket: String(rest.prefix { $0 != "]" }))
                rest = rest.drop { $0 != "]" }.dropFirst()
            case "0", "#", "?":
                hasDigits = true
                trailingCommas = 0
            case ",": if hasDigits { trailingCommas += 1 }
            case ".": trailingCommas = 0
            case "%":
                percentSigns += 1
                add("%")
            case "E", "e":
                // The exponent of a scientific number, or the year of an era.
                if rest.first == "+" || rest.first == "-" {
                    rest = rest.dropFirst().drop { $0 == "0" || $0 == "#" }
                }
            case "$", "€", "£", "¥", " ": add(String(character))
            case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S":
                letters.insert(Character(character.lowercased()))
            default: break
            }
        }
        prefix = Self.trimmed(prefix)
        suffix = Self.trimmed(suffix, keepsSpaceBefore: true)
        date = dateParts
    }

    private var dateParts: NumberFormat.DateParts? {
        if isDuration { return nil }
        // A date has digits only for fractions of seconds.
        if hasDigits, !letters.contains("s") { return nil }
        if letters.contains("d") { return .day }
        let hasTime = letters.contains("h") || letters.contains("s")
        if letters.contains("y") {
            if hasTime { return .day }
            return letters.contains("m") ? .month : .year
        }
        if hasTime { return .time }
        return letters.contains("m") ? .month : nil
    }

    private mutating func add(_ text: String) {
        if hasDigits { suffix += text } else { prefix += text }
    }

    /// A color, a condition, a duration, or a currency with a language: `[$€-407]`, `[$-409]`.
    private mutating func take(bracket: String) {
        if let first = bracket.first, "<>=".contains(first) { hasCondition = true }
        if ["h", "hh", "m", "mm", "s", "ss"].contains(bracket.lowercased()) { isDuration = true }
        guard bracket.first == "$" else { return }
        let parts = bracket.dropFirst().split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let sign = String(parts[0])
        guard sign == "$", parts.count == 2 else { return add(sign) }
        add(Self.dollars[parts[1].lowercased()] ?? "$")
    }

    /// The signs of the dollars that are not those of the United States, by language.
    private static let dollars: [String: String] = [
        "1009": "CA$", "c0c": "CA$", "en-ca": "CA$", "fr-ca": "CA$",
        "c09": "A$", "en-au": "A$", "1409": "NZ$", "en-nz": "NZ$",
        "c04": "HK$", "zh-hk": "HK$", "3c09": "HK$", "en-hk": "HK$",
        "1004": "S$", "zh-sg": "S$", "4809": "S$", "en-sg": "S$", "404": "NT$", "zh-tw": "NT$",
    ]

    /// Without spaces around it; with `keepsSpaceBefore` those before it become one.
    private static func trimmed(_ text: String, keepsSpaceBefore: Bool = false) -> String {
        var words = text.drop(while: \.isWhitespace)
        while words.last?.isWhitespace == true { words.removeLast() }
        return keepsSpaceBefore && !words.isEmpty && text.first?.isWhitespace == true
            ? " \(words)" : String(words)
    }
}
