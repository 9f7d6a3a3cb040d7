import Mining

/// A table with one optional entry for each subject and metric.
///
/// Each subject has an index, so that its name is looked up only once for many rows.
struct SubjectMetricTable<Entry> {
    private var indexes: [String: Int] = [:]
    private var entries: [Entry?] = []

    /// One more than the greatest raw value of a metric.
    private let width = (Metric.allCases.map(\.rawValue).max() ?? 0) + 1

    /// The index of a subject, which is added if it is new.
    mutating func index(of subject: String) -> Int {
        if let index = indexes[subject] { return index }
        let index = indexes.count
        indexes[subject] = index
        entries += Array(repeating: nil, count: width)
        return index
    }

    /// The subjects with the metrics that have an entry.
    var metrics: [String: Set<Metric>] {
        indexes.mapValues { index in
            Set(Metric.allCases.filter { self[index, $0] != nil })
        }
    }

    /// The entries of a metric, by subject.
    func values(of metric: Metric) -> [String: Entry] {
        indexes.compactMapValues { self[$0, metric] }
    }

    /// The entry of the subject with this index and a metric; nil if there is none.
    subscript(subject: Int, metric: Metric) -> Entry? {
        get { entries[subject * width + metric.rawValue] }
        set { entries[subject * width + metric.rawValue] = newValue }
    }
}
