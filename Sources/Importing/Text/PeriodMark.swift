import Mining

/// A mark after a period that tells published from expected figures: `1Q25A`, `2024 Actual`,
/// `FY25E`, `3Q25 (est.)`.
struct PeriodMark {
    /// The text before the mark.
    let period: String
    /// Whether the figures are published.
    let isActual: Bool

    /// Returns nil if the text is no period with such a mark.
    init?(_ text: String) {
        guard (3...40).contains(text.utf8.count), PeriodText(text) == nil else { return nil }
        let lower = text.lowercased()
        for (marks, isActual) in [(Self.actual, true), (Self.expected, false)] {
            for mark in marks where [mark, "\(mark))"].contains(where: lower.hasSuffix) {
                let rest =
                    text.prefix { $0 != "(" }.utf8.count < text.utf8.count
                    ? text.prefix { $0 != "(" } : text.dropLast(mark.count)
                let period = trimmed(rest.last == "-" ? rest.dropLast() : rest)
                guard period.last?.isNumber == true, PeriodText(period) != nil else { continue }
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

    private static let actual = ["a", "act", "act.", "actual", "actuals", "reported"]
    private static let expected = [
        "e", "est", "est.", "estimate", "estimated", "f", "fcst", "forecast", "b", "budget", "p",
        "proj",
        "proj.", "projected", "projection", "guidance", "consensus", "target",
    ]
}
