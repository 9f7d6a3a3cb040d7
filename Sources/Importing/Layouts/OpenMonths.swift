import Mining

/// The months of a file that may stand for longer periods, for each metric of each subject.
struct OpenMonths {
    private struct Series: Hashable {
        let subject: String
        let metric: Metric
    }

    private var scans: [Series: OpenMonthScan] = [:]
    /// Whether a month of the metric is written in full, such as `2025-12-01/2025-12-31`, so that the
    /// file does not name longer periods after months. By the raw value of the metric.
    private var haveFullMonths = Array(
        repeating: false, count: (Metric.allCases.map(\.rawValue).max() ?? 0) + 1)

    /// Whether the months of a metric of a subject may stand for longer periods, as far as is known.
    @inline(__always)
    func mayBeLonger(_ metric: Metric, of subject: Subject) -> Bool {
        scans[Series(subject: subject.code, metric: metric)]?.areCertain != true
    }

    /// Adds a month that may stand for a longer period.
    mutating func add(_ month: Period, _ metric: Metric, of subject: Subject, line: Int) {
        scans[
            Series(subject: subject.code, metric: metric),
            default: OpenMonthScan(first: month, line: line)
        ].add(month, fiscalYearEnd: subject.fiscalYearEnd)
    }

    /// Adds a period whose length is certain.
    @inline(__always)
    mutating func addCertain(_ period: Period, _ metric: Metric) {
        guard !haveFullMonths[metric.rawValue], (28...31).contains(period.days) else { return }
        haveFullMonths[metric.rawValue] = period.wholeMonths == 1
    }

    /// The problem of the months of a metric, and the line of the first one; nil if there is none.
    func problem(of metric: Metric) -> (line: Int, reason: ImportProblem.Reason)? {
        guard !haveFullMonths[metric.rawValue] else { return nil }
        let found = scans.filter { $0.key.metric == metric }.values
            .compactMap { scan in scan.step.map { (scan: scan, step: $0) } }
            .sorted { $0.scan.first.line < $1.scan.first.line }
        guard let first = found.first else { return nil }
        var likely = first.scan.likely
        for other in found.dropFirst() { likely.add(other.scan.likely) }
        return (
            first.scan.first.line,
            .distantMonths(first.scan.first.month, step: first.step, likely: likely.length)
        )
    }
}
