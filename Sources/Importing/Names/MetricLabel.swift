import Mining

/// What a site's label of a metric means: `network_hashrate:TH/s`.
struct MetricLabel: Sendable {
    let metric: Metric
    /// The unit of values without one; nil if the label does not say it.
    let unit: String?

    /// Reads the code or name of a metric, optionally with a unit.
    ///
    /// - Throws: `ImportProblem.Reason` if it is not one.
    init(_ text: String) throws(ImportProblem.Reason) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let metric = Metric(named: name) else { throw Metric.problem(withName: name) }
        self.metric = metric
        unit = parts.count > 1 ? String(parts[1]) : nil
    }

    /// The metric, with its unit as that of values without one.
    func metric(_ options: ImportOptions) -> MetricSpec {
        var options = options
        if let unit { options.defaults[.unit] = unit }
        return MetricSpec(metric, options)
    }
}
