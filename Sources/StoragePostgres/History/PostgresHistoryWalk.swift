import Bookkeeping
import Mining

/// The walk over all versions of observations, which the server sorts.
final class PostgresHistoryWalk: HistoryWalk {
    /// The present rows, and those that were replaced or deleted. For a row without an import that
    /// stands, `previous` is the last import that stands and ended an earlier version of the row.
    private static let select = """
        SELECT
            coalesce(subject.code, (
                SELECT max(code) FROM subject_correction AS old WHERE old.subject = version.subject
            )) AS subject,
            version.metric AS metric, period_start, period_end, published_on, source.text AS source,
            value, unit, decimals, status, version.note AS note, version.file AS file,
            version.line AS line, present, version.import AS import,
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
                    AND old.period_start = version.period_start
                    AND old.published_on = version.published_on AND old.source = version.source
                    AND (present OR old.id < version.id)
            ) END AS previous
        FROM (
            SELECT
                subject, metric, period_start, period_end, published_on, source, value, unit,
                decimals, status, note, file, line, true AS present, NULL::integer AS import,
                0::bigint AS id
            FROM observation
            UNION ALL
            SELECT
                subject, metric, period_start, period_end, published_on, source, value, unit,
                decimals, status, note, file, line, false AS present, import, id
            FROM correction
        ) AS version
        LEFT JOIN subject ON subject.id = version.subject
        LEFT JOIN source ON source.id = version.source
        LEFT JOIN import_file ON import_file.id = version.file
        ORDER BY
            version.metric, coalesce(import_file.import, 0), period_end, period_start, subject.code,
            published_on, source.text, present, version.id
        """

    private let cursor: Cursor
    private let lifespans: Lifespans
    /// By the number of the file.
    private let files: [Int: FilePosition]
    private var rows: Rows?
    /// The index of the next row in `rows`.
    private var next = 0

    init(_ book: PostgresBook, _ lifespans: Lifespans) throws(BookError) {
        self.lifespans = lifespans
        files = try book.filePositions()
        cursor = try Cursor(Self.select, of: book)
        rows = try cursor.next(Self.rowsAtOnce)
    }

    private static let rowsAtOnce = 2_048

    func next(into batch: inout HistoryBatch) throws(BookError) -> Bool {
        batch.removeAll()
        while !batch.isFull, let rows {
            try append(rows[next], to: &batch)
            next += 1
            if next == rows.count {
                self.rows = try cursor.next(Self.rowsAtOnce)
                next = 0
            }
        }
        return batch.count > 0
    }

    /// Appends a row if a snapshot has it.
    private func append(_ row: Row, to batch: inout HistoryBatch) throws(BookError) {
        guard let metric = Metric(rawValue: try row.integer(1)) else { return }
        let file = try row.optionalInteger(11)
        let place = file.flatMap { files[$0] }
        if file != nil, place == nil { throw row.unreadable(11) }
        let (number, previous) = (place?.importNumber, try row.optionalInteger(15))
        let lifespan =
            try row.integer(13) == 1
            ? lifespans.ofPresent(recordedBy: number, after: previous)
            : lifespans.ofReplaced(
                recordedBy: number, by: try row.optionalInteger(14), after: previous)
        guard let lifespan else { return }
        let observation = try self.row(row, metric, place, into: &batch.observations)
        batch.append(observation, lifespan, place)
    }

    private func row(
        _ row: Row, _ metric: Metric, _ file: FilePosition?, into batch: inout ObservationBatch
    ) throws(BookError) -> ObservationBatch.Row {
        let value = try row.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw row.unreadable(7) }
        guard let subject = try row.textBytes(0) else { throw row.unreadable(0) }
        guard let source = try row.textBytes(5) else { throw row.unreadable(5) }
        return ObservationBatch.Row(
            subject: Int32(batch.subjects.add(subject.span)), metric: metric,
            period: try row.period(first: 2, last: 3), value: value,
            publishedOn: try row.keyDay(4), source: Int32(batch.sources.add(source.span)),
            status: try row.value(9, Status.init(rawValue:)),
            note: try row.textBytes(10).map { Int32(batch.notes.add($0.span)) },
            line: file == nil ? 0 : try row.optionalInteger(12) ?? 0)
    }
}
