import CSQLite
import Mining

/// The table of observations as an import writes it: in numbers, and many rows at a time.
///
/// Valid within one transaction.
final class ObservationTable {
    /// How many rows a statement takes in: as many as a processor's cache holds.
    static let rowsAtOnce = 1024

    let sources: SourceNumbers
    private let connection: Connection
    private let importNumber: Int
    private let cursor: VintageCursor
    private let feed: Feed
    private let insert: Statement
    private let update: Statement
    private let corrected: Statement
    private let lastPeriod: Statement
    private let described: Statement
    private var lastPeriods: [Int: Int] = [:]
    private var lastSeries = (series: -1, lastPeriod: 0)

    init(on connection: Connection, importNumber: Int) throws(StorageError) {
        self.connection = connection
        self.importNumber = importNumber
        sources = try SourceNumbers(on: connection)
        cursor = try VintageCursor(on: connection)
        feed = try connection.feed(
            "observation_feed", columns: Self.columns, column: WrittenRow.giveColumn)
        // Whatever else is wrong with a row ends the import; OR FAIL spares SQLite the copies of
        // pages by which it would undo a statement alone.
        insert = try Statement(
            """
            INSERT OR FAIL INTO observation (\(Self.columns.joined(separator: ", ")))
            SELECT \(Self.columns.joined(separator: ", ")) FROM observation_feed() WHERE true
            ON CONFLICT DO NOTHING
            """, on: connection, isKept: true)
        update = try Statement(
            """
            UPDATE observation
            SET value = ?7, unit = ?8, decimals = ?9, status = ?10, note = ?11, file = ?12,
                line = ?13
            WHERE subject = ?1 AND metric = ?2 AND period_end = ?3 AND period_offset = ?4
                AND published_on = ?5 AND source = ?6
            """, on: connection, isKept: true)
        corrected = try Statement(
            """
            SELECT published_on, source, value, unit, decimals, status, note, file, line
            FROM correction
            WHERE subject = ?1 AND metric = ?2 AND period_end = ?3 AND period_offset = ?4
                AND published_on = ?5 AND source = ?6 AND import = ?7
            """, on: connection, isKept: true)
        lastPeriod = try Statement(
            """
            SELECT period_end
            FROM observation
            WHERE subject = ?1 AND metric = ?2
            ORDER BY period_end DESC
            LIMIT 1
            """, on: connection, isKept: true)
        described = try Statement(
            """
            SELECT
                ?1 AS published_on,
                (SELECT text FROM source WHERE id = ?2) AS source,
                ?3 AS value,
                ?4 AS unit,
                ?5 AS decimals,
                ?6 AS status,
                import_file.import AS import,
                import_file.name AS file,
                ?8 AS line
            FROM (SELECT 1)
            LEFT JOIN import_file ON import_file.id = ?7
            """, on: connection, isKept: true)
    }

    private static let columns = [
        "subject", "metric", "period_end", "period_offset", "published_on", "source", "value",
        "unit", "decimals", "status", "note", "file", "line",
    ]

    /// Adds `rows`, of which none has the key of another; returns those whose key the table has,
    /// which stays as it is. It is fastest in the order of keys.
    func insert(_ rows: [KeyedRow], of batch: NumberedBatch) throws(StorageError) -> [KeyedRow] {
        cursor.reset()
        var left: [KeyedRow] = []
        for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
            let some = rows[start..<min(start + Self.rowsAtOnce, rows.count)]
            guard try write(some, of: batch) < some.count else { continue }
            for row in some where try !isWritten(row, of: batch) { left.append(row) }
            cursor.reset()
        }
        return left
    }

    /// Adds those rows whose key the table does not have; returns how many they are.
    private func write(
        _ rows: ArraySlice<KeyedRow>, of batch: NumberedBatch
    ) throws(StorageError) -> Int {
        try batch.batch.notes.bytes.span.withUnsafeBytes { (notes) throws(StorageError) in
            let written = rows.map { WrittenRow($0.key, batch.rows[$0.index], batch, notes: notes) }
            try written.span.withUnsafeBufferPointer { (written) throws(StorageError) in
                try feed.lend(written.baseAddress, count: written.count) {
                    () throws(StorageError) in try insert.run()
                }
            }
        }
        return connection.changes
    }

    /// Whether the row of its key is this one, rather than one that was there before.
    private func isWritten(_ row: KeyedRow, of batch: NumberedBatch) throws(StorageError) -> Bool {
        let held = try self.row(at: row.key)
        return held?.file == batch.file.number && held?.line == batch.rows[row.index].line
    }

    /// Replaces what the table has for the key.
    func update(_ row: KeyedRow, of batch: NumberedBatch) throws(StorageError) {
        cursor.reset()
        let new = batch.rows[row.index]
        try update.bind(row.key)
        try update.bind(Int(new.value.digits), at: 7)
        try update.bind(new.value.unit.rawValue, at: 8)
        try update.bind(new.value.decimals, at: 9)
        try update.bind(new.status.rawValue, at: 10)
        try update.bind(new.note.map { batch.batch.notes[Int($0)] }, at: 11)
        try update.bind(batch.file.number, at: 12)
        try update.bind(new.line, at: 13)
        try update.run()
    }

    /// All vintages of the key's period. It is fastest in the order of keys.
    func vintages(at key: ObservationKey) throws(StorageError) -> [ObservationRow] {
        try cursor.vintages(at: key)
    }

    /// What the table has for the key. It is fastest in the order of keys.
    func row(at key: ObservationKey) throws(StorageError) -> ObservationRow? {
        try vintages(at: key).first { $0.isHeld(at: key) }
    }

    /// Lets go of what it read.
    func endBatch() { cursor.reset() }

    /// What the table had for the key before this import corrected it.
    func corrected(at key: ObservationKey) throws(StorageError) -> ObservationRow? {
        defer { corrected.reset() }
        try corrected.bind(key)
        try corrected.bind(importNumber, at: 7)
        return try corrected.step() ? corrected.observationRow() : nil
    }

    /// The last day of the latest period that the book knew of subject and metric when this
    /// import met them first: no later period can be known from before. `Int.min` for none.
    func lastKnownPeriod(of key: ObservationKey) throws(StorageError) -> Int {
        let series = key.subject << 16 | key.metric
        if lastSeries.series == series { return lastSeries.lastPeriod }
        if let period = lastPeriods[series] {
            lastSeries = (series, period)
        } else {
            lastSeries = (series, try lastStoredPeriod(of: key))
            lastPeriods[series] = lastSeries.lastPeriod
        }
        return lastSeries.lastPeriod
    }

    private func lastStoredPeriod(of key: ObservationKey) throws(StorageError) -> Int {
        defer { lastPeriod.reset() }
        try lastPeriod.bind(key.subject, at: 1)
        try lastPeriod.bind(key.metric, at: 2)
        return try lastPeriod.step() ? lastPeriod.integer(0) : .min
    }

    /// A row as the observation it is, `like` one of the same period.
    func observation(
        _ row: ObservationRow, like other: Observation
    ) throws(StorageError) -> Observation {
        defer { described.reset() }
        let values = [
            row.publishedOn, row.source, row.value, row.unit, row.decimals, row.status, row.file,
            row.line,
        ]
        for (index, value) in values.enumerated() {
            try described.bind(value, at: Int32(index + 1))
        }
        _ = try described.step()
        var observation = other
        observation.publishedOn = try described.publicationDay(0)
        observation.source = try described.text(1)
        observation.value = try described.quantity(value: 2, unit: 3, decimals: 4)
        observation.status = try described.value(5, Status.init(rawValue:))
        observation.note = row.note
        observation.origin = try described.origin(import: 6, file: 7, line: 8)
        return observation
    }
}

/// A row of the table as the feed gives it to SQLite.
private struct WrittenRow {
    let key: ObservationKey
    let value: Quantity
    let status: Status
    let note: UnsafeRawBufferPointer?
    let file: Int
    let line: Int

    @inline(__always)
    init(
        _ key: ObservationKey, _ row: ObservationBatch.Row, _ batch: NumberedBatch,
        notes: UnsafeRawBufferPointer
    ) {
        self.key = key
        value = row.value
        status = row.status
        note = row.note.map {
            UnsafeRawBufferPointer(rebasing: notes[batch.batch.notes.range(of: Int($0))])
        }
        file = batch.file.number
        line = row.line
    }

    /// The columns in the order of `ObservationTable.columns`.
    static let giveColumn: Feed.Column = { cursor, result, column in
        guard let row = Feed.row(at: cursor, as: WrittenRow.self)?.pointee else {
            return SQLITE_OK
        }
        switch column {
        case 0: sqlite3_result_int64(result, Int64(row.key.subject))
        case 1: sqlite3_result_int64(result, Int64(row.key.metric))
        case 2: sqlite3_result_int64(result, Int64(row.key.periodEnd))
        case 3: sqlite3_result_int64(result, Int64(row.key.periodOffset))
        case 4: sqlite3_result_int64(result, Int64(row.key.publishedOn))
        case 5: sqlite3_result_int64(result, Int64(row.key.source))
        case 6: sqlite3_result_int64(result, row.value.digits)
        case 7: sqlite3_result_int64(result, Int64(row.value.unit.rawValue))
        case 8: sqlite3_result_int64(result, Int64(row.value.decimals))
        case 9: sqlite3_result_int64(result, Int64(row.status.rawValue))
        case 10: if let note = row.note { Feed.give(note, to: result) }
        case 11: sqlite3_result_int64(result, Int64(row.file))
        default: sqlite3_result_int64(result, Int64(row.line))
        }
        return SQLITE_OK
    }
}
