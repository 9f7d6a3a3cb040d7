import Mining

/// Problems with the names of metrics and figures.
extension ImportProblem.Reason {
    /// A text that is not the name of a metric.
    package static func unknownMetric(_ text: String, nearest: String?) -> Self {
        Self(
            .unknownMetric,
            "\(quoted(text)) is not a metric"
                + suggestion(nearest, else: "minerbook list metrics shows them all"))
    }

    /// Labels of rows that are not metrics; not empty.
    static func unknownLabels(_ labels: [UnknownName]) -> Self {
        Self(.unknownMetric, UnknownName.sentence(about: labels, .labels, []))
    }

    /// A text that fits several metrics. `mapping` is an example for `--map`, if the text is a label
    /// in a file.
    package static func ambiguousMetric(
        _ text: String, choices: [String], mapping: String? = nil
    ) -> Self {
        Self(
            .ambiguousMetric,
            "\(quoted(text)) could be \(listed(choices, "or")); "
                + (mapping.map { "choose one, such as \(optionText("--map", $0))" }
                    ?? "write one of them"))
    }

    /// A text in the name of a column or label, after its metric, that is not a unit. `mapping`
    /// gives the name the usual unit. It is suggested unless the text shows that the figures are
    /// something else.
    static func unknownNameUnit(
        _ text: String, in column: FileColumn, of metric: Metric, _ mapping: String
    ) -> Self {
        let dimension = metric.unit.dimension
        let lower = text.lowercased()
        let isUnit = UnitWords(Substring(lower)).words.contains { $0.isFactor || $0.isCurrency }
        let words = GrowthLabel.words(in: lower)
        guard !isUnit, words.contains(where: otherFigures.contains) else {
            return unknownUnit(text, dimension, mapping: isUnit ? nil : mapping)
        }
        let option = optionText(
            column.index == nil ? "--ignore-row" : "--ignore-column", column.name)
        return Self(
            .unknownUnit,
            "\(quoted(text)) is not a unit of \(dimension.noun), and the figures may be something else "
                + "than \(metric); ignore them with \(option), or rename them")
    }

    /// Words in lower case which show that figures are of another metric or period.
    private static let otherFigures = GrowthLabel.wordsOfOtherFigures.union([
        "variance", "daily", "day", "weekly", "monthly", "quarterly", "annual", "annualized",
        "annualised", "ltm", "ttm", "average", "avg", "share", "index",
    ])

    /// A text that is not the code of a figure that a claim can be about.
    package static func unknownFigure(_ text: String, nearest: String?) -> Self {
        Self(
            .unknownFigure,
            "\(quoted(text)) is not a figure, such as hashrate, hashrate.change, "
                + "hashrate.change_percent or gross_margin.change_bp"
                + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
}
