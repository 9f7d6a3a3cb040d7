/// The last day of the latest period that the book had of each subject and metric when an import
/// first met them. Rows of a later period cannot be in the book, unless this import added them.
struct SeriesEnds {
    private var ends: [Int: Int] = [:]
    /// Rows of one series come one after the other, so most questions repeat the last one.
    private var last = (series: -1, end: 0)

    /// `Int.min` if the book had none.
    mutating func end(
        of key: ObservationKey, in store: any ImportStore
    ) throws(BookError) -> Int {
        let series = key.subject << 16 | key.metric
        if last.series == series { return last.end }
        if let end = ends[series] {
            last = (series, end)
        } else {
            let end = try store.lastPeriodEnd(ofSubject: key.subject, metric: key.metric) ?? .min
            last = (series, end)
            ends[series] = end
        }
        return last.end
    }
}
