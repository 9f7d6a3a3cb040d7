import Mining

/// The months of a file that may stand for longer periods, for each metric of each subject.
struct OpenMonths {
    private var scans = SubjectMetricTable<OpenMonthScan>()
    /// The subject of the last month, which the next one often has too.
    private var last: (code: String, index: Int)?
    /// Whether the file writes out a month or a quarter of a metric: `2025-12-01/2025-12-31` or
    /// `2025Q4`. Then it does not name quarters after their last month. Indexed by the raw value of
    /// the metric.
    private var haveOwnNames = Array(
        repeating: false, count: (Metric.allCases.map(\.rawValue).max() ?? 0) + 1)

    /// Whether the months of a metric of a subject may stand for longer periods, as far as is known.
    @inline(__always)
    mutating func mayBeLonger(_ metric: Metric, of subject: Subject) -> Bool {
        scans[index(of: subject), metric]?.areCertain != true
    }

    /// Adds a month that may stand for a longer period. `isMissing`: it has no figure.
    mutating func add(
        _ month: Period, _ metric: Metric, of subject: Subject, isMissing: Bool, line: Int
    ) {
        let index = index(of: subject)
        var scan = scans[index, metric] ?? OpenMonthScan(first: month, line: line)
        scan.add(month, fiscalYearEnd: subject.fiscalYearEnd, isMissing: isMissing)
        scans[index, metric] = scan
    }

    /// Adds a period whose length is certain.
    @inline(__always)
    mutating func addCertain(_ period: Period, _ metric: Metric) {
        guard !haveOwnNames[metric.rawValue], (28...92).contains(period.days) else { return }
        haveOwnNames[metric.rawValue] = [1, 3].contains(period.wholeMonths)
    }

    /// The problem of the months of a metric, and the line of the first one; nil if there is none.
    func problem(of metric: Metric) -> (line: Int, reason: ImportProblem.Reason)? {
        guard !haveOwnNames[metric.rawValue] else { return nil }
        let scans = scans.values(of: metric).values
        // Months with gaps are months if another subject of the file has months.
        let hasMonths = scans.contains(where: \.areCertain)
        let found = scans.filter { $0.mayBeLonger && ($0.areEvenlyApart || !hasMonths) }
            .sorted { $0.first.line < $1.first.line }
        guard let scan = found.first else { return nil }
        var likely = scan.likely
        for other in found.dropFirst() { likely.add(other.likely) }
        return (scan.first.line, .distantMonths(scan.first.month, likely))
    }

    @inline(__always)
    private mutating func index(of subject: Subject) -> Int {
        if let last, last.code == subject.code { return last.index }
        let index = scans.index(of: subject.code)
        last = (subject.code, index)
        return index
    }
}
