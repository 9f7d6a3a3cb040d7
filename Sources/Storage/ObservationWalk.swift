import Mining

/// A walk over every vintage of a book, in batches, in the order of an export: by subject and
/// metric code, period, publication day (unknown ones first) and source, all by their bytes.
///
/// It holds a batch in memory, and up to 32 MB of the book. It keeps writers out until its end,
/// or until it is let go.
package final class ObservationWalk {
    private let database: Database
    private let statement: Statement
    /// The series that are still to be read, the next one last.
    private var series: [(subject: String, metric: Metric)] = []
    private var subject = ""
    private var metric = Metric.deployedHashrate
    /// Whether the statement stands on a row, which is one of `subject` and `metric`.
    private var isOnRow = false
    /// The number of `subject` in the batch; `nil` where no row of the series is there.
    private var subjectNumber: Int32?
    /// The number of the file that the last row was imported from, which the book has.
    private var file: Int?

    fileprivate init(_ database: Database) throws(StorageError) {
        self.database = database
        // Enough pages for sources to be at hand that don't lie in the order of their figures.
        try database.connection.execute("PRAGMA cache_size = -32768")
        statement = try Statement(Query.series.sql, on: database.connection)
        for subject in try Self.subjects(of: database).reversed() {
            for metric in Database.metricsByCode.reversed() { series.append((subject, metric)) }
        }
        isOnRow = try advance()
    }

    /// Fills `batch` anew with the next thousand observations or so; `false` after the last one.
    /// Those that differ in nothing but their sources and what they say come in one batch,
    /// however many there are.
    package func next(into batch: inout ObservationBatch) throws(StorageError) -> Bool {
        batch.removeAll()
        subjectNumber = nil
        guard isOnRow else { return false }
        // Rows lie in the order of source numbers, which depends on the order of imports: those
        // that differ in nothing else, from `ties` on, are sorted by their sources.
        var ties = 0
        repeat {
            let period = try database.period(statement, start: 0, end: 1)
            let publishedOn = try statement.publicationDay(2)
            let last = batch.rows.last
            if subjectNumber == nil || last?.period != period || last?.publishedOn != publishedOn {
                batch.sortBySource(from: ties)
                if batch.isFull { return true }
                ties = batch.rows.count
            }
            try append(period, publishedOn, to: &batch)
            isOnRow = try advance()
        } while isOnRow
        batch.sortBySource(from: ties)
        return true
    }

    /// Goes to the next row, of this series or of the next one that has any.
    private func advance() throws(StorageError) -> Bool {
        if isOnRow, try statement.step() { return true }
        statement.reset()
        while let (subject, metric) = series.popLast() {
            self.subject = subject
            self.metric = metric
            subjectNumber = nil
            try statement.bind(subject, at: 1)
            try statement.bind(metric.rawValue, at: 2)
            if try statement.step() { return true }
            statement.reset()
        }
        return false
    }

    /// Adds the row on which the statement stands.
    private func append(
        _ period: Period, _ publishedOn: Day?, to batch: inout ObservationBatch
    ) throws(StorageError) {
        let value = try statement.quantity(value: 4, unit: 5, decimals: 6)
        guard value.dimension == metric.dimension else { throw statement.unreadable(5) }
        guard let source = try statement.optionalText(3, { batch.sources.add(repairing: $0) })
        else {
            throw statement.unreadable(3)
        }
        let status = try statement.value(7, Status.init(rawValue:))
        let note = try statement.optionalText(8) { Int32(batch.notes.add(repairing: $0)) }
        let file = try statement.optionalInteger(9)
        if file != self.file {
            _ = try database.file(statement, 9)
            self.file = file
        }
        let subject = subjectNumber ?? Int32(batch.subjects.add(subject))
        subjectNumber = subject
        batch.append(
            ObservationBatch.Row(
                subject: subject, metric: metric, period: period, value: value,
                publishedOn: publishedOn, source: Int32(source), status: status, note: note))
    }

    private static func subjects(of database: Database) throws(StorageError) -> [String] {
        let statement = try Statement(
            "SELECT code FROM subject ORDER BY code COLLATE BINARY", on: database.connection)
        var codes: [String] = []
        while try statement.step() { codes.append(try statement.text(0)) }
        return codes
    }
}

extension Database {
    /// A walk over every vintage; in a `snapshot` all of it sees one state of the book.
    package func everyObservation() throws(StorageError) -> ObservationWalk {
        try ObservationWalk(self)
    }
}

extension ObservationBatch {
    fileprivate var isFull: Bool {
        rows.count >= 1_024 || sources.bytes.count + notes.bytes.count >= 256 << 10
    }
}
