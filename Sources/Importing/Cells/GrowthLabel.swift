/// The label of a row with the growth of the row above: `% growth`, `YoY`, `Revenue growth (q/q)`.
struct GrowthLabel {
    /// Whether the label can mean nothing else.
    let isCertain: Bool
    /// Whether it means growth if the figures are percentages: `Change`, `Growth`. `Growth capex` below
    /// `Capex` may be an amount.
    let isLikely: Bool

    /// Reads a label. `above` has the words of the label above, which this one may repeat.
    init(_ text: String, above: Set<Substring>) {
        let words = Self.words(in: text)
        let isAboutGrowth = words.allSatisfy { Self.fillers.contains($0) || above.contains($0) }
        let isComparison = words.contains { Self.comparisons.contains($0) && !above.contains($0) }
        let isChange = words.contains { Self.changes.contains($0) && !above.contains($0) }
        let hasPercent = words.contains { Self.percents.contains($0) }
        isCertain = isAboutGrowth && (isComparison || (isChange && hasPercent))
        isLikely = isAboutGrowth && isChange
    }

    /// The words of a label in lower case; `%` and `y/y` are words.
    static func words(in text: String) -> [Substring] {
        text.lowercased().replacing("%", with: " % ")
            .split { !$0.isLetter && !$0.isNumber && $0 != "%" && $0 != "/" }
    }

    /// The words of growth, in lower case.
    static let wordsOfGrowth = comparisons.union(changes).union(percents)

    /// Words of growth, and words which show that figures are sums, plans or ranks of a metric, in lower
    /// case.
    static let wordsOfOtherFigures = wordsOfGrowth.union([
        "ytd", "qtd", "mtd", "cumulative", "cum", "target", "targets", "guidance", "rank",
    ])

    private static let comparisons: Set<Substring> = ["yoy", "y/y", "qoq", "q/q", "mom", "m/m"]
    private static let changes: Set<Substring> = [
        "growth", "over", "change", "chg", "increase", "decrease", "delta",
    ]
    private static let percents: Set<Substring> = ["%", "pct", "percent", "percentage"]
    private static let fillers = wordsOfGrowth.union([
        "in", "on", "year", "quarter", "month", "vs", "prior", "previous", "annual", "quarterly",
        "monthly", "sequential", "rate",
    ])
}
