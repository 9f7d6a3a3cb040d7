/// The last day of the latest period that the book had of each subject and metric when an import
/// first met them. Rows of a later period cannot be in the book, unless this import added them.
struct SeriesEnds {
    private var ends: [SeriesKey: Int] = [:]
    /// Rows of one series come one after the other, so most questions repeat the last one.
    private var last: (series: SeriesKey, end: Int)?

    /// Looks up the series of `rows` that this import meets for the first time.
    mutating func read(of rows: [KeyedRow], in store: any ImportStore) throws(BookError) {
        var new: [SeriesKey] = []
        var previous: SeriesKey?
        for row in rows {
            let series = row.key.series
            guard series != previous else { continue }
            previous = series
            if ends[series] == nil { new.append(series) }
        }
        if new.isEmpty { return }
        for (series, end) in zip(new, try store.lastPeriodEnds(of: new)) {
            ends[series] = end ?? .min
        }
    }

    /// `Int.min` if the book had none. The series must have been read.
    mutating func end(of key: ObservationKey) -> Int {
        let series = key.series
        if let last, last.series == series { return last.end }
        let end = ends[series] ?? .min
        last = (series, end)
        return end
    }
}
