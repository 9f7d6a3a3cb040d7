import Mining

/// Text from a file as a message shows it: in quotes, cut after 60 characters, with hidden characters
/// written out.
func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

/// The same without the quotes, cut after `limit` characters.
func escaped(_ text: String, limit: Int = 60) -> String {
    let start = String(text.unicodeScalars.prefix(limit)).visible
    return text.unicodeScalars.count > limit ? start + "…" : start
}

/// `a`, `a and b`, `a, b and c`; empty for an empty list.
func listed(_ items: [String], _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}

/// The same with at most `limit` items: `a, b and 3 more`.
func listed(_ items: [String], atMost limit: Int) -> String {
    guard items.count > limit else { return listed(items, "and") }
    return items.prefix(limit).joined(separator: ", ") + " and \(items.count - limit) more"
}

/// `1 field`, `2 fields`.
func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// The number in `text`, which must have only digits; nil if it is anything else or outside `range`.
func wholeNumber(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy({ $0 &- .zero <= 9 }) else { return nil }
    return Int(text).flatMap { range.contains($0) ? $0 : nil }
}

/// `text` with a space for each run of line breaks, tabs and the spaces beside them, and without
/// characters that only format it, such as zero-width spaces.
func onOneLine(_ text: String) -> String {
    let breaks: Set<Unicode.Scalar> = [
        "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    let words = text.unicodeScalars.split { breaks.contains($0) }.map { word in
        var seen = String.UnicodeScalarView()
        seen.append(
            contentsOf: word.filter { $0.properties.generalCategory != .format || !$0.isHidden })
        return trimmed(String(seen))
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
}

/// `text` without the whitespace around it.
func trimmed(_ text: some StringProtocol) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}
