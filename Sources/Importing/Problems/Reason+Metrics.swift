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

    /// A text that is not the code of a figure that a claim can be about.
    package static func unknownFigure(_ text: String, nearest: String?) -> Self {
        Self(
            .unknownFigure,
            "\(quoted(text)) is not a figure, such as hashrate, hashrate.change, "
                + "hashrate.change_percent or gross_margin.change_bp"
                + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
}
