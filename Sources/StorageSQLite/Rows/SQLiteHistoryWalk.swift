import Bookkeeping
import Mining

/// The walk over all versions of observations. SQLite sorts them, in a temporary file if they are
/// many, and keeps writers waiting until the walk ends or is released.
final class SQLiteHistoryWalk: HistoryWalk {
    /// The present rows, and those that were replaced or deleted. For a row without an import that
    /// stands, `previous` is the last import that stands and ended an earlier version of the row.
    /// The source is a text, or the number of one that is missing.
    private static let select = """
        SELECT
            coalesce(subject.code, (
                SELECT max(code) FROM subject_correction AS old WHERE old.subject = version.subject
            )) AS subject,
            version.metric AS metric,
            period_end + period_offset AS period_start,
            period_end,
            published_on,
            coalesce(source.text, source) AS source,
            value,
            unit,
            decimals,
            status,
            version.note AS note,
            version.file AS file,
            version.line AS line,
            present,
            version.import AS import,
            CASE WHEN
                import_file.import IS NULL
                OR import_file.import IN (SELECT number FROM import WHERE undone IS NOT NULL)
            THEN (
                SELECT max(old.import)
                FROM correction AS old JOIN import ON import.number = old.import
                WHERE
                    import.undone IS NULL
                    AND old.subject = version.subject AND old.metric = version.metric
                    AND old.period_end = version.period_end
                    AND old.period_offset = version.period_offset
                    AND old.published_on = version.published_on AND old.source = version.source
                    AND (present = 1 OR old.id < version.id)
            ) END AS previous
        FROM (
            SELECT
                subject, metric, period_end, period_offset, published_on, source, value, unit,
                decimals, status, note, file, line, 1 AS present, NULL AS import, 0 AS id
            FROM observation
            UNION ALL
            SELECT
                subject, metric, period_end, period_offset, published_on, source, value, unit,
                decimals, status, note, file, line, 0 AS present, import, id
            FROM correction
        ) AS version
        LEFT JOIN subject ON subject.id = version.subject
        LEFT JOIN source ON source.id = version.source
        LEFT JOIN import_file ON import_file.id = version.file
        ORDER BY
            version.metric, coalesce(import_file.import, 0), period_end, period_offset,
            subject.code COLLATE BINARY, published_on, source.text, present, version.id
        """

    private let statement: Statement
    private let lifespans: Lifespans
    private let unknownMetrics: Set<Int>
    /// By the number of the file.
    private let files: [Int: FilePosition]
    private var isAtEnd = false

    init(_ book: SQLiteBook, _ lifespans: Lifespans) throws(BookError) {
        self.lifespans = lifespans
        unknownMetrics = try book.unknownMetrics()
        files = try book.filePositions()
        // Enough pages for sources that are not in the order of their figures, and for sorting.
        try book.connection.execute("PRAGMA cache_size = -32768")
        statement = try Statement(Self.select, on: book.connection)
    }

    func next(into batch: inout HistoryBatch) throws(BookError) -> Bool {
        batch.removeAll()
        while !batch.isFull, !isAtEnd {
            guard try statement.step() else {
                isAtEnd = true
                break
            }
            if try unknownMetrics.contains(statement.integer(1)) { continue }
            let file = try statement.optionalInteger(11)
            let place = file.flatMap { files[$0] }
            if file != nil, place == nil { throw statement.unreadable(11) }
            guard let lifespan = try lifespan(place) else { continue }
            batch.append(try row(place, into: &batch.observations), lifespan, place)
        }
        return batch.count > 0
    }

    private func lifespan(_ file: FilePosition?) throws(BookError) -> Lifespan? {
        let (number, previous) = (file?.importNumber, try statement.optionalInteger(15))
        if try statement.integer(13) == 1 {
            return lifespans.ofPresent(recordedBy: number, after: previous)
        }
        return lifespans.ofReplaced(
            recordedBy: number, by: try statement.optionalInteger(14), after: previous)
    }

    /// The row that the statement is on, with its texts in the pools of `batch`.
    private func row(
        _ file: FilePosition?, into batch: inout ObservationBatch
    ) throws(BookError) -> ObservationBatch.Row {
        let metric = try statement.value(1, Metric.init(rawValue:))
        let value = try statement.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw statement.unreadable(7) }
        guard let subject = try statement.optionalText(0, { batch.subjects.add(repairing: $0) })
        else { throw statement.unreadable(0) }
        guard let source = try statement.optionalText(5, { batch.sources.add(repairing: $0) })
        else { throw statement.unreadable(5) }
        return ObservationBatch.Row(
            subject: Int32(subject), metric: metric,
            period: try statement.period(first: 2, last: 3), value: value,
            publishedOn: try statement.publicationDay(4), source: Int32(source),
            status: try statement.value(9, Status.init(rawValue:)),
            note: try statement.optionalText(10) { Int32(batch.notes.add(repairing: $0)) },
            line: file == nil ? 0 : try statement.optionalInteger(12) ?? 0)
    }
}

extension SQLiteBook: BookHistory {
    package func observationHistory(
        _ lifespans: Lifespans
    ) throws(BookError) -> any HistoryWalk {
        try SQLiteHistoryWalk(self, lifespans)
    }
}
