import Mining

/// Finds the metric that a cell names.
struct MetricReader {
    private let options: ImportOptions
    private var metrics = ByteMemo<MeasuredMetric>(slots: 256)

    init(options: ImportOptions) {
        self.options = options
    }

    /// `nil` where it names none, which is reported.
    @inline(__always)
    mutating func read(_ column: Column, of row: inout Row) -> MeasuredMetric? {
        let metric = row.withCell(column) { cell in
            metrics.value(of: cell) {
                cell.text.flatMap { Metric(named: $0) }.map { MeasuredMetric($0, options) }
            }
        }
        if metric == nil, let text = row.requiredText(column) {
            row.report(column, Metric.problem(withName: text))
        }
        return metric
    }
}
