import Bookkeeping
import Mining

/// The walk of an export. It holds up to 32 MB of the book in memory, and keeps writers waiting until
/// it ends or is released.
final class SQLiteObservationWalk: ObservationWalk {
    /// What an export prints of one series, the vintages of a subject and metric: parameters are the
    /// code of the subject and the number of the metric. The source is a text, or the number of one
    /// that is missing.
    static let select = """
        SELECT
            period_end + period_offset AS period_start,
            period_end,
            published_on,
            coalesce(source.text, source) AS source,
            value,
            unit,
            decimals,
            status,
            observation.note AS note,
            observation.file AS file
        FROM subject
        CROSS JOIN observation ON observation.subject = subject.id
        LEFT JOIN source ON source.id = observation.source
        WHERE subject.code = ?1
            AND metric = ?2
        ORDER BY period_end, period_offset, published_on
        """

    private let book: SQLiteBook
    private let statement: Statement
    /// The series that are still to be read, the next one last.
    private var series: [(subject: String, metric: Metric)] = []
    private var subject = ""
    private var metric = Metric.deployedHashrate
    /// Whether the statement is on a row, which is one of `subject` and `metric`.
    private var isOnRow = false
    /// The number of `subject` in the batch; nil if no row of the series is in it yet.
    private var subjectNumber: Int32?
    /// The number of the file that the last row was imported from, which the book has.
    private var file: Int?

    init(_ book: SQLiteBook) throws(BookError) {
        self.book = book
        // Enough pages for sources that are not in the order of their figures.
        try book.connection.execute("PRAGMA cache_size = -32768")
        statement = try Statement(Self.select, on: book.connection)
        let metrics = Metric.allCases.sorted { $0.code > $1.code }
        for subject in try Self.subjects(of: book).reversed() {
            for metric in metrics { series.append((subject, metric)) }
        }
        isOnRow = try advance()
    }

    func next(into batch: inout ObservationBatch) throws(BookError) -> Bool {
        batch.removeAll()
        subjectNumber = nil
        guard isOnRow else { return false }
        // Rows are in the order of source numbers, which depends on the order of imports: those that
        // differ only in them, from `ties` on, are sorted by their sources.
        var ties = 0
        repeat {
            let period = try statement.period(first: 0, last: 1)
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
    private func advance() throws(BookError) -> Bool {
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

    /// Adds the row that the statement is on.
    private func append(
        _ period: Period, _ publishedOn: Day?, to batch: inout ObservationBatch
    ) throws(BookError) {
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
            _ = try book.file(statement, 9)
            self.file = file
        }
        let subject = subjectNumber ?? Int32(batch.subjects.add(subject))
        subjectNumber = subject
        batch.append(
            ObservationBatch.Row(
                subject: subject, metric: metric, period: period, value: value,
                publishedOn: publishedOn, source: Int32(source), status: status, note: note))
    }

    private static func subjects(of book: SQLiteBook) throws(BookError) -> [String] {
        try Statement(
            "SELECT code FROM subject ORDER BY code COLLATE BINARY", on: book.connection
        ).all { (row) throws(BookError) in try row.text(0) }
    }
}

extension SQLiteBook {
    package func everyObservation() throws(BookError) -> any ObservationWalk {
        try SQLiteObservationWalk(self)
    }
}

extension ObservationBatch {
    fileprivate var isFull: Bool {
        rows.count >= 1_024 || sources.bytes.count + notes.bytes.count >= 256 << 10
    }
}
