import Mining

/// Reads the labels of metrics as headers are read: codes, names and labels that options map, with
/// their unit.
struct MetricReader {
    /// What a label means.
    enum Label {
        case metric(MetricSpec)
        /// An option ignores the rows with the label.
        case ignored
        /// The label is not a metric. Indirect, to keep `Label` small: every row copies one.
        indirect case bad(BadLabel.Reason)
    }

    private let options: ImportOptions
    private var labels = ByteCache<Label>(slots: 256)
    /// What a profile's labels mean, in lower case.
    private let siteLabels: [String: MetricSpec]
    /// Collects the bad labels and those that options name.
    private let findings: LabelFindings

    init(options: ImportOptions, findings: LabelFindings) {
        self.options = options
        self.findings = findings
        siteLabels = options.rules.labels.mapValues { $0.metric(options) }
    }

    /// What the label in a cell means; nil if the cell is empty or not text.
    @inline(__always)
    mutating func label(_ column: FileColumn, of row: Row) -> Label? {
        let (siteLabels, options, findings) = (siteLabels, options, findings)
        return row.withCell(column) { cell in
            labels.value(of: cell) {
                guard let text = cell.text, !text.isEmpty else { return nil }
                return Self.label(text, siteLabels, options, findings)
            }
        }
    }

    /// The metric in a cell that must have one; nil if it is bad, which is reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row) -> MetricSpec? {
        let label = label(column, of: row)
        if case .metric(let metric) = label { return metric }
        report(label, column, of: &row)
        return nil
    }

    private func report(_ label: Label?, _ column: FileColumn, of row: inout Row) {
        guard let text = row.requiredText(column), case .bad(let reason) = label else { return }
        if findings.collectsBadLabels {
            row.report(BadLabel(text: text, column: column.name, line: row.line, reason: reason))
        } else {
            row.report(column, reason.reason(about: text))
        }
    }

    private static func label(
        _ cellText: String, _ siteLabels: [String: MetricSpec], _ options: ImportOptions,
        _ findings: LabelFindings
    ) -> Label {
        let text = cellText.hasHiddenCharacter ? onOneLine(cellText) : cellText
        let mapping = options.mapping(ofLabel: text)
        if let mapping { findings.addUse(of: mapping) }
        if case .ignored = mapping?.meaning { return .ignored }
        if mapping == nil, let metric = siteLabels[text.lowercased()] ?? named(text, options) {
            return .metric(metric)
        }
        guard !options.areArguments else { return .bad(.unknown) }
        let column = FileColumn(index: nil, name: text)
        switch MetricColumn.read(column, as: mapping?.meaning, options) {
        case .metric(let figure):
            findings.addReading("\(text) as \(figure.meaning)")
            return .metric(MetricSpec(figure.metric.metric, options, labelUnit: figure.unit))
        case .ambiguous(_, let choices, let remedy):
            return .bad(.ambiguous(choices: choices.map(\.code), remedy: remedy))
        case .problem(let reason): return .bad(.other(reason))
        case .notMetric: return .bad(.unknown)
        }
    }

    private static func named(_ text: String, _ options: ImportOptions) -> MetricSpec? {
        Metric(named: text).map { MetricSpec($0, options) }
    }
}
