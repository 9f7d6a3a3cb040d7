/// The label of a row with the growth of the row above: `% growth`, `YoY`, `Revenue growth (q/q)`.
struct GrowthLabel {
    /// Whether the label can mean nothing else.
    let isCertain: Bool
    /// Whether it means growth if the figures are percentages: `Change`.
    let isLikely: Bool

    /// Reads a label. `above` are the words of the label above, which may be repeated.
    init(_ text: String, above: Set<Substring>) {
        let words = Self.words(in: text)
        let isAboutGrowth = words.allSatisfy { Self.fillers.contains($0) || above.contains($0) }
        let hasMark = words.contains { Self.marks.contains($0) && !above.contains($0) }
        let hasChange = words.contains { Self.changes.contains($0) && !above.contains($0) }
        isCertain = isAboutGrowth && (hasMark || (hasChange && words.contains("%")))
        isLikely = isAboutGrowth && hasChange
    }

    /// The words of a label in lower case; `%` and `y/y` are words.
    static func words(in text: String) -> [Substring] {
        text.lowercased().replacing("%", with: " % ")
            .split { !$0.isLetter && !$0.isNumber && $0 != "%" && $0 != "/" }
    }

    private static let marks: Set<Substring> = [
        "growth", "yoy", "y/y", "qoq", "q/q", "mom", "m/m", "over",
    ]
    private static let changes: Set<Substring> = ["change", "chg", "increase", "decrease", "delta"]
    private static let fillers = marks.union(changes).union([
        "%", "pct", "percent", "percentage", "in", "on", "year", "quarter", "month", "vs",
        "prior", "previous", "annual", "quarterly", "monthly", "sequential", "rate",
    ])
}
