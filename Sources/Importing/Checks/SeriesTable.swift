import Mining

/// What is remembered of each subject and metric. A subject has a place in it, which is looked up
/// once for all rows that speak of it.
struct SeriesTable<Content> {
    private var places: [String: Int] = [:]
    private var contents: [Content?] = []

    /// One more than the greatest raw value of a metric.
    private let width = (Metric.allCases.map(\.rawValue).max() ?? 0) + 1

    /// The place of a subject.
    mutating func place(of subject: String) -> Int {
        if let place = places[subject] { return place }
        let place = places.count
        places[subject] = place
        contents += Array(repeating: nil, count: width)
        return place
    }

    subscript(place: Int, metric: Metric) -> Content? {
        get { contents[place * width + metric.rawValue] }
        set { contents[place * width + metric.rawValue] = newValue }
    }
}
