/// The mark of a footnote at the end of a name: `BTC held*`, `MARA (1)`, `Marathon Digital¹`,
/// `CleanSpark[2]`.
enum FootnoteMark {
    /// The name before the mark at its end; nil if it has none. A number in square brackets needs a
    /// space before it: `prices[1]` is an element of an array in JSON.
    static func name(before text: String) -> String? {
        guard let last = text.last else { return nil }
        if signs.contains(last) { return trimmed(text.dropLast()) }
        guard let (name, mark) = brackets(in: text), let end = name.last,
            end.isWhitespace || last == ")", 1...2 ~= mark.count, mark.allSatisfy(\.isNumber)
        else { return nil }
        return trimmed(name)
    }

    /// The name of a company before the marks at its end, with or without a space before them; nil if
    /// it has none.
    static func company(before text: String) -> String? {
        var name = text
        while let last = name.last {
            if signs.contains(last) {
                name = trimmed(name.dropLast())
            } else if let (before, mark) = brackets(in: name), isMark(mark), !before.isEmpty {
                name = trimmed(before)
            } else {
                break
            }
        }
        return name == text || name.isEmpty ? nil : name
    }

    /// The raised digits.
    static let digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    private static let signs = "*†‡§" + digits

    /// Whether the text in brackets behind a company is a mark: `1`, `1,2`, `a`, `*`. A `m` may be a
    /// factor.
    private static func isMark(_ text: Substring) -> Bool {
        let marks = text.split(separator: ",").map { trimmed($0) }
        return !marks.isEmpty
            && marks.allSatisfy { mark in
                mark.count < 3 && mark.allSatisfy { $0.isNumber || signs.contains($0) }
                    || mark.count == 1 && mark.allSatisfy { $0.isASCII && $0.isLowercase }
                        && UnitText(mark).scale == nil
            }
    }

    /// The texts before and in the brackets at the end of a text; nil if there are none.
    private static func brackets(in text: String) -> (before: Substring, inside: Substring)? {
        for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
            guard text.last == close, let start = text.lastIndex(of: open) else { continue }
            return (text[..<start], text[text.index(after: start)...].dropLast())
        }
        return nil
    }
}
