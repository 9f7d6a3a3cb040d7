/// Observations with their lines, many at a time, as they go from files into books and back.
///
/// A row is a few numbers, so that millions of them pass without a text being copied or counted:
/// texts stand in tables beside the rows, which name them by number. Rows keep the order in which
/// they were appended.
package struct ObservationBatch: Sendable {
    /// One observation; `subject`, `source` and `note` are numbers of the batch's tables.
    package struct Row: Sendable {
        package var subject: Int32
        package var metric: Metric
        package var period: Period
        package var value: Quantity
        package var publishedOn: Day?
        package var source: Int32
        package var status: Status
        package var note: Int32?
        /// The physical line its record begins on; 0 where that is not told.
        package var line: Int

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

    package private(set) var rows: [Row] = [] { didSet { arrangement = nil } }
    /// The codes of subjects.
    package var subjects = TextTable()
    package var sources = TextTable()
    package var notes = TextTable()
    private var arrangement: [Int32]?

    /// No observations, and room for `count`.
    package init(reserving count: Int = 0) { rows.reserveCapacity(count) }

    package var count: Int { rows.count }

    /// Adds a row whose texts are in the tables.
    package mutating func append(_ row: Row) { rows.append(row) }

    /// Drops as many rows at the end; texts that only they name stay in the tables.
    package mutating func removeLast(_ count: Int) { rows.removeLast(count) }

    /// Takes everything out, and keeps the memory for what comes next.
    package mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        subjects.removeAll()
        sources.removeAll()
        notes.removeAll()
    }

    /// Sorts the rows from `start` on by the bytes of their sources.
    package mutating func sortBySource(from start: Int) {
        guard rows.count - start > 1 else { return }
        rows[start...].sort { [sources] in sources.precedes(Int($0.source), Int($1.source)) }
    }

    /// The observation at `index`, written out.
    package subscript(index: Int) -> Lined<Observation> {
        let row = rows[index]
        return Lined(
            value: Observation(
                subject: subjects[Int(row.subject)], metric: row.metric, period: row.period,
                value: row.value, publishedOn: row.publishedOn, source: sources[Int(row.source)],
                status: row.status, note: row.note.map { notes[Int($0)] }),
            line: row.line)
    }
}

extension ObservationBatch {
    /// The places of rows in the order of subject number, metric, period, day of publication and
    /// source number, those of equal ones in their own: rows that lie side by side in a book come
    /// side by side, and those of one key one after the other.
    package var keyOrder: [Int32] { arrangement ?? inKeyOrder() }

    /// Works out `keyOrder` ahead of its use.
    package mutating func arrange() { arrangement = inKeyOrder() }

    private func inKeyOrder() -> [Int32] {
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

    /// What tells rows of one series and last day apart.
    fileprivate var vintage: (Int, Int, Int32) {
        (period.first.number, publishedOn?.number ?? .min, source)
    }
}
