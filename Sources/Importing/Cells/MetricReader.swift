import Mining

/// Reads the names of metrics.
struct MetricReader {
    private let options: ImportOptions
    private var metrics = ByteCache<MetricSpec>(slots: 256)

    init(options: ImportOptions) {
        self.options = options
    }

    /// The metric in a cell that must have one; nil if it is bad, which is reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row) -> MetricSpec? {
        let metric = row.withCell(column) { cell in
            metrics.value(of: cell) {
                cell.text.flatMap { Metric(named: $0) }.map { MetricSpec($0, options) }
            }
        }
        if metric == nil, let text = row.requiredText(column) {
            row.report(column, Metric.problem(withName: text))
        }
        return metric
    }
}
