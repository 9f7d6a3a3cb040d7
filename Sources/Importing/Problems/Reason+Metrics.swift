/// Problems with the names of metrics and figures.
extension ImportProblem.Reason {
    /// A text that is not the name of a metric.
    package static func unknownMetric(_ text: String, nearest: String?) -> Self {
        Self(
            .unknownMetric,
            "\(quoted(text)) is not a metric"
                + suggestion(nearest, else: "minerbook list metrics shows them all"))
    }

    /// A text that fits several metrics.
    package static func ambiguousMetric(_ text: String, choices: [String]) -> Self {
        Self(
            .ambiguousMetric, "\(quoted(text)) could be \(listed(choices, "or")); write one of them"
        )
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
