import Mining

/// What is remembered of each subject and metric; cheap to ask again of the subject last asked
/// of, as most rows of a file do.
struct SeriesTable<Content> {
    private var subjects: [String: Int] = [:]
    private var rows: [[Content?]] = []
    private var last = (subject: "", row: -1)

    subscript(subject: String, metric: Metric) -> Content? {
        mutating get { rows[row(of: subject)][metric.rawValue] }
        set { rows[row(of: subject)][metric.rawValue] = newValue }
    }

    private mutating func row(of subject: String) -> Int {
        if last.row >= 0, last.subject == subject { return last.row }
        let row = subjects[subject] ?? rows.count
        if row == rows.count {
            subjects[subject] = row
            let count = Metric.allCases.map(\.rawValue).max() ?? 0
            rows.append(Array(repeating: nil, count: count + 1))
        }
        last = (subject, row)
        return row
    }
}
