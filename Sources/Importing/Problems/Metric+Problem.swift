import Mining

extension Metric {
    /// The problem with `text`, which is not the name of a metric.
    package static func problem(withName text: String) -> ImportProblem.Reason {
        let choices = suggestions(for: text)
        return choices.count > 1
            ? .ambiguousMetric(text, choices: choices.map(\.code))
            : .unknownMetric(text, nearest: choices.first?.code)
    }
}
