import Mining

/// Reads the names of metrics.
struct MetricReader {
    private let options: ImportOptions
    private var metrics = ByteCache<MetricSpec>(slots: 256)
    /// What labels mean, in lower case.
    private let labels: [String: MetricSpec]

    init(options: ImportOptions) {
        self.options = options
        labels = options.rules.labels.mapValues { $0.metric(options) }
    }

    /// The metric in a cell that must have one; nil if it is bad, which is reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row) -> MetricSpec? {
        let (labels, options) = (labels, options)
        let metric = row.withCell(column) { cell in
            metrics.value(of: cell) {
                guard let text = cell.text else { return nil }
                return labels[text.lowercased()]
                    ?? Metric(named: text).map { MetricSpec($0, options) }
            }
        }
        if metric == nil, let text = row.requiredText(column) {
            row.report(column, Metric.problem(withName: text))
        }
        return metric
    }
}
