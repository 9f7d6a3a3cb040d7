/// A unit in the words of a statement: `$ in thousands`, `in millions of U.S. dollars`, `$'000`.
enum UnitPhrase {
    /// The text in lower case, with the words of statements in the short form that units have:
    /// `$ thousand`.
    static func short(_ text: String) -> String {
        var short = text.lowercased().replacing("u.s.", with: "us").replacing("’", with: "'")
        short = withThousands(short).replacing(",", with: " ")
        // `US$m` is `$ m`.
        for sign in ["us$", "us $", "usd$"] { short = short.replacing(sign, with: "$") }
        short = short.replacing("$", with: "$ ")
        let words = short.split { $0.isWhitespace }.filter { $0 != "in" && $0 != "of" }.map {
            word in
            // `Mio.` and `bn.`
            word.last == "." && UnitText.Scale(word.dropLast()) != nil ? word.dropLast() : word
        }
        return words.joined(separator: " ").replacing("us dollar", with: "dollar")
    }

    /// Replaces the zeros of `$000s`, `$'000` and `in 000s` by `thousand`. If the text has a number
    /// such as `5,000`, it stays as it is.
    private static func withThousands(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let zeros = rest.firstRange(of: "000") {
            let before = rest[..<zeros.lowerBound]
            let isNumber = before.last.map { $0.isNumber || $0 == "," || $0 == "." } ?? false
            let after = rest[zeros.upperBound...]
            guard !isNumber, after.first?.isNumber != true else { return text }
            result += (before.last == "'" ? before.dropLast() : before) + " thousand "
            rest = after
            for end in ["'s", "s"] where rest.hasPrefix(end) {
                rest = rest.dropFirst(end.count)
                break
            }
        }
        return result + rest
    }
}
