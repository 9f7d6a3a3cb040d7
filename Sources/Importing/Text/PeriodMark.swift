import Mining

/// A mark in a period that tells published from expected figures: `1Q25A`, `2024 Actual`, `Q1A 2025`,
/// `FY25E`, `3Q25 (est.)`.
struct PeriodMark {
    /// The text without the mark.
    let period: String
    /// Whether the figures are published.
    let isActual: Bool

    /// Returns nil if the text is no period with such a mark.
    init?(_ text: String) {
        guard (3...80).contains(text.utf8.count), PeriodText(text) == nil else { return nil }
        let words = text.split { $0.isWhitespace || "()".contains($0) }.map(String.init)
        // The mark is nearly always at the end.
        for index in words.indices.reversed() {
            for (mark, isActual) in Self.marks {
                guard let rest = Self.word(words[index], without: mark) else { continue }
                let others = words[..<index] + (rest.isEmpty ? [] : [rest]) + words[(index + 1)...]
                let period = others.joined(separator: " ")
                guard PeriodText(period) != nil else { continue }
                self.period = period
                self.isActual = isActual
                return
            }
        }
        return nil
    }

    /// The period of published figures without its mark; any other text as it is.
    static func published(_ text: String) -> String {
        guard let mark = PeriodMark(text), mark.isActual else { return text }
        return mark.period
    }

    /// What is before a mark at the end of a word: empty if the word is the mark, else a number or a
    /// part of a year such as `Q1` or `1Q`. Nil if the mark is not there.
    private static func word(_ word: String, without mark: String) -> String? {
        guard word.lowercased().hasSuffix(mark) else { return nil }
        let rest = word.dropLast(mark.count)
        if rest.isEmpty { return "" }
        let before = rest.last == "-" ? rest.dropLast() : rest
        let isPart =
            before.count == 2 && before.first?.isNumber == true
            && "QqHh".contains(before.last ?? " ")
        return before.last?.isNumber == true || isPart ? String(before) : nil
    }

    private static let marks: [(text: String, isActual: Bool)] =
        ["a", "act", "act.", "actual", "actuals", "reported"].map { ($0, true) }
        + [
            "e", "est", "est.", "estimate", "estimates", "estimated", "expected", "f", "fcst",
            "forecast", "forecasts", "b", "budget", "p", "plan", "proj", "proj.", "projected",
            "projection", "projections", "guidance", "outlook", "consensus", "target", "targets",
        ].map { ($0, false) }
}
