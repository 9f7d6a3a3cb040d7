/// Many observations with their line numbers, in the compact form in which they move from files
/// into books and back.
///
/// A row consists of a few numbers. Texts are in the pools `subjects`, `sources` and `notes`, and
/// rows refer to them by number, so millions of rows pass without copying or reference-counting a
/// text. Rows keep the order in which they were appended.
package struct ObservationBatch: Sendable {
    /// One observation.
    package struct Row: Sendable {
        /// The number of the subject's code in the pool `subjects`.
        package var subject: Int32
        /// What was measured.
        package var metric: Metric
        /// The period it is about.
        package var period: Period
        /// The published value.
        package var value: Quantity
        /// The publication date, or nil if unknown.
        package var publishedOn: Day?
        /// The number of the source in the pool `sources`; the source is empty if not given.
        package var source: Int32
        /// How reliable it is.
        package var status: Status
        /// The number of the remark in the pool `notes`, or nil if there is none.
        package var note: Int32?
        /// The line on which its record begins, counted from 1; 0 if unknown.
        package var line: Int

        /// A row with these properties.
        package init(
            subject: Int32, metric: Metric, period: Period, value: Quantity, publishedOn: Day?,
            source: Int32, status: Status, note: Int32?, line: Int = 0
        ) {
            self.subject = subject
            self.metric = metric
            self.period = period
            self.value = value
            self.publishedOn = publishedOn
            self.source = source
            self.status = status
            self.note = note
            self.line = line
        }
    }

    /// The observations, in the order in which they were appended.
    package private(set) var rows: [Row] = [] { didSet { cachedKeyOrder = nil } }
    /// The codes of the subjects.
    package var subjects = StringPool()
    /// The sources.
    package var sources = StringPool()
    /// The remarks.
    package var notes = StringPool()
    private var cachedKeyOrder: [Int32]?

    /// An empty batch with memory reserved for `count` rows.
    package init(reserving count: Int = 0) { rows.reserveCapacity(count) }

    /// How many observations it holds.
    package var count: Int { rows.count }

    /// Adds a row whose texts are already in the pools.
    package mutating func append(_ row: Row) { rows.append(row) }

    /// Removes the last `count` rows. Texts that only they use stay in the pools.
    package mutating func removeLast(_ count: Int) { rows.removeLast(count) }

    /// Keeps the rows whose indexes `isKept` returns true for. Texts that only the others use stay in
    /// the pools.
    package mutating func keepRows(where isKept: (Int) -> Bool) {
        rows = rows.indices.filter(isKept).map { rows[$0] }
    }

    /// Removes all rows and texts but keeps the memory for the next ones.
    package mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        subjects.removeAll()
        sources.removeAll()
        notes.removeAll()
    }

    /// Sorts the rows from index `start` on by the bytes of their sources.
    package mutating func sortBySource(from start: Int) {
        guard rows.count - start > 1 else { return }
        rows[start...].sort { [sources] in sources.precedes(Int($0.source), Int($1.source)) }
    }

    /// The row at `index` with its texts.
    package subscript(index: Int) -> Located<Observation> {
        let row = rows[index]
        return Located(
            value: Observation(
                subject: subjects[Int(row.subject)], metric: row.metric, period: row.period,
                value: row.value, publishedOn: row.publishedOn, source: sources[Int(row.source)],
                status: row.status, note: row.note.map { notes[Int($0)] }),
            line: row.line)
    }
}

extension ObservationBatch {
    /// The indices of the rows, sorted by the key of a book: subject number, metric, period,
    /// publication date and source number. Rows with the same key keep their order.
    ///
    /// Storing rows in this order is fast because neighbours in the list are neighbours in the book.
    package var keyOrder: [Int32] { cachedKeyOrder ?? sortedByKey() }

    /// Computes `keyOrder` now, so that reading it later takes no time. A change of the rows
    /// discards it.
    package mutating func cacheKeyOrder() { cachedKeyOrder = sortedByKey() }

    private func sortedByKey() -> [Int32] {
        let rows = rows.span
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (one, two) = (Int(left), Int(right))
            if rows[one].series != rows[two].series { return rows[one].series < rows[two].series }
            if rows[one].period.last != rows[two].period.last {
                return rows[one].period.last < rows[two].period.last
            }
            return rows[one].vintage == rows[two].vintage
                ? left < right : rows[one].vintage < rows[two].vintage
        }
        var order = rows.indices.map { Int32($0) }
        let isOrdered = order.indices.dropFirst().allSatisfy { precedes(order[$0 - 1], order[$0]) }
        if !isOrdered { order.sort(by: precedes) }
        return order
    }
}

extension ObservationBatch.Row {
    /// Subject and metric as one number.
    fileprivate var series: Int { Int(subject) << 16 | metric.rawValue }

    /// The rest of the key, for rows with the same series and last day.
    fileprivate var vintage: (Int, Int, Int32) {
        (period.first.number, publishedOn?.number ?? .min, source)
    }
}
