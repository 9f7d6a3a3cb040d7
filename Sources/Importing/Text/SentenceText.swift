/// Text from a file as a message shows it: in quotes, cut after 60 characters, with control and
/// invisible characters escaped so that they cannot affect a terminal.
func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

/// The same without the quotes, cut after `limit` characters.
func escaped(_ text: String, limit: Int = 60) -> String {
    var shown = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
        if count == limit { return shown + "…" }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
            .privateUse:
            shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: shown.unicodeScalars.append(scalar)
        }
    }
    return shown
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

/// `text` with a space for each run of line breaks, tabs and the spaces beside them; nil if it has
/// none.
func onOneLine(_ text: String) -> String? {
    let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}"]
    let scalars = text.unicodeScalars
    guard scalars.contains(where: breaks.contains) else { return nil }
    let words = scalars.split { breaks.contains($0) }.map { trimmed(String($0)) }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
}

/// `text` without the whitespace around it.
func trimmed(_ text: some StringProtocol) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}
