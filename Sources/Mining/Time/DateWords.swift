/// A short text as words and numbers: `1H'25` is `1`, `h` and `25`.
///
/// Words and numbers may touch, or be separated by spaces, one of the marks `-`, `–`, `/`, `.`, `,`
/// and `_`, and an apostrophe.
struct DateWords {
    /// A word in lower case, or a number.
    struct Part {
        var text: String
        var isNumber: Bool
        /// Whether a mark is before it.
        var hasMark = false
        /// Whether an apostrophe is before it.
        var hasApostrophe = false

        /// The number; nil for a word.
        var number: Int? { isNumber ? Int(text) : nil }
        /// How many digits it has; 0 for a word.
        var digits: Int { isNumber ? text.utf8.count : 0 }
    }

    private(set) var parts: [Part] = []

    /// Returns nil if the text has anything else, or begins or ends with a separator.
    init?(_ text: some StringProtocol) {
        guard (1...60).contains(text.utf8.count) else { return nil }
        var (marks, apostrophes, isSeparated) = (0, 0, true)
        for character in text {
            let isNumber = character.isASCII && character.isNumber
            guard isNumber || character.isASCII && character.isLetter else {
                if Self.marks.contains(character) {
                    marks += 1
                } else if Self.apostrophes.contains(character) {
                    apostrophes += 1
                } else if character != " " {
                    return nil
                }
                guard !parts.isEmpty, marks < 2, apostrophes < 2 else { return nil }
                isSeparated = true
                continue
            }
            if let last = parts.last, !isSeparated, last.isNumber == isNumber {
                parts[parts.count - 1].text += character.lowercased()
            } else {
                parts.append(
                    Part(
                        text: character.lowercased(), isNumber: isNumber, hasMark: marks > 0,
                        hasApostrophe: apostrophes > 0))
            }
            (marks, apostrophes, isSeparated) = (0, 0, false)
        }
        guard !isSeparated else { return nil }
    }

    private static let marks: Set<Character> = ["-", "–", "/", ".", ",", "_"]
    private static let apostrophes: Set<Character> = ["'", "’", "‘"]
}
