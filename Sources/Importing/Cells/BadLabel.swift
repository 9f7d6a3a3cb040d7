import Mining

/// A text in a column of metrics that is not a metric. It is reported once for the file, not for
/// each row.
struct BadLabel {
    /// Why it is no metric.
    enum Reason {
        /// It fits several metrics; `remedy` is an example for `--map`.
        case ambiguous(choices: [String], remedy: String)
        /// The unit in it is not one of the metric.
        case other(ImportProblem.Reason)
        /// It is the name of no metric.
        case unknown
    }

    let text: String
    /// The name of the column.
    let column: String
    let line: Int
    let reason: Reason
}

extension BadLabel.Reason {
    /// The problem of a row with the label `text`.
    func reason(about text: String) -> ImportProblem.Reason {
        switch self {
        case .ambiguous(let choices, let remedy):
            .ambiguousMetric(text, choices: choices, mapping: remedy)
        case .other(let reason): reason
        case .unknown: Metric.problem(withName: text)
        }
    }
}

extension BadLabel {
    /// What the label may mean instead.
    var likelyMeaning: UnknownName {
        let column = FileColumn(index: nil, name: text)
        let metrics = MetricColumn.suggestions(for: column)
        var unknown = UnknownName(name: text)
        if metrics.count > 1 {
            unknown.choices = metrics.map(\.code)
        } else if let metric = metrics.first {
            unknown.meaning = MetricColumn.mapping(of: column, to: metric)
        }
        return unknown
    }
}
