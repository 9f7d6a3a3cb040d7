import Bookkeeping
import CSQLite
import Mining

/// The table of observations as an import reads and writes it: in numbers, and many rows at a time.
///
/// Valid within one transaction.
final class ObservationTable {
    /// How many rows one statement inserts: as many as fit into a processor's cache.
    static let rowsAtOnce = 1024

    private let connection: Connection
    private let cursor: VintageCursor
    private let feed: Feed
    private let insert: Statement
    private let update: Statement
    private let corrected: Statement
    private let lastPeriod: Statement
    private let described: Statement

    init(on connection: Connection) throws(BookError) {
        self.connection = connection
        cursor = try VintageCursor(on: connection)
        feed = try connection.feed(
            "observation_feed", columns: Self.columns, column: WrittenRow.giveColumn)
        // Any other error of a row ends the import. With OR FAIL SQLite makes no copies of pages to
        // undo a single statement.
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
            SELECT \(StoredObservation.columns)
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

    func insert(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) -> [KeyedRow] {
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

    /// Adds the rows whose keys the table does not have, and returns their number.
    private func write(
        _ rows: ArraySlice<KeyedRow>, of batch: NumberedBatch
    ) throws(BookError) -> Int {
        try batch.batch.notes.bytes.span.withUnsafeBytes { (notes) throws(BookError) in
            let written = rows.map { WrittenRow($0.key, batch.rows[$0.index], batch, notes: notes) }
            try written.span.withUnsafeBufferPointer { (written) throws(BookError) in
                try feed.lend(written.baseAddress, count: written.count) {
                    () throws(BookError) in try insert.run()
                }
            }
        }
        return connection.changes
    }

    /// Whether the row stored for its key is this one, rather than one that was there before.
    private func isWritten(_ row: KeyedRow, of batch: NumberedBatch) throws(BookError) -> Bool {
        var isWritten = false
        try cursor.forEachVintage(at: row.key) { stored in
            if stored.isVintage(of: row.key) {
                isWritten = stored.fileID == batch.file && stored.line == batch.rows[row.index].line
            }
        }
        return isWritten
    }

    func replace(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) {
        cursor.reset()
        for row in rows {
            let new = batch.rows[row.index]
            try update.bind(row.key)
            try update.bind(Int(new.value.digits), at: 7)
            try update.bind(new.value.unit.rawValue, at: 8)
            try update.bind(new.value.decimals, at: 9)
            try update.bind(new.status.rawValue, at: 10)
            try update.bind(new.note.map { batch.batch.notes[Int($0)] }, at: 11)
            try update.bind(batch.file, at: 12)
            try update.bind(new.line, at: 13)
            try update.run()
        }
    }

    func vintages(at keys: [ObservationKey]) throws(BookError) -> StoredVintages {
        defer { cursor.reset() }
        var vintages = StoredVintages(reserving: keys.count)
        for key in keys {
            try cursor.forEachVintage(at: key) { vintages.append($0) }
            vintages.endKey()
        }
        return vintages
    }

    func corrected(
        at key: ObservationKey, byImport number: Int
    ) throws(BookError) -> StoredObservation? {
        defer { corrected.reset() }
        try corrected.bind(key)
        try corrected.bind(number, at: 7)
        return try corrected.step() ? StoredObservation.read(corrected) : nil
    }

    func lastPeriodEnd(of series: SeriesKey) throws(BookError) -> Int? {
        defer { lastPeriod.reset() }
        try lastPeriod.bind(series.subject, at: 1)
        try lastPeriod.bind(series.metric, at: 2)
        return try lastPeriod.step() ? lastPeriod.integer(0) : nil
    }

    func observation(
        _ row: StoredObservation, like other: Observation
    ) throws(BookError) -> Observation {
        defer { described.reset() }
        let values = [
            row.publishedOn, row.sourceID, row.value, row.unitID, row.decimals, row.statusID,
            row.fileID,
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
        observation.origin = nil
        if let number = try described.optionalInteger(6) {
            observation.origin = Origin(
                importNumber: number, file: try described.text(7),
                line: try described.optionalInteger(8) ?? 0)
        }
        return observation
    }
}

extension StoredObservation {
    /// The columns that `read` expects.
    static let columns = "published_on, source, value, unit, decimals, status, note, file, line"

    /// The present row of a statement that selects `columns` from column `start` on.
    static func read(_ row: Statement, from start: Int32 = 0) throws(BookError) -> Self {
        StoredObservation(
            publishedOn: try row.integer(start), sourceID: try row.integer(start + 1),
            value: try row.integer(start + 2), unitID: try row.integer(start + 3),
            decimals: try row.integer(start + 4), statusID: try row.integer(start + 5),
            note: try row.optionalText(start + 6), fileID: try row.optionalInteger(start + 7),
            line: try row.optionalInteger(start + 8))
    }
}

extension Statement {
    /// Binds parameters 1 to 4: subject, metric and period.
    func bind(period key: ObservationKey) throws(BookError) {
        try bind(key.subject, at: 1)
        try bind(key.metric, at: 2)
        try bind(key.periodEnd, at: 3)
        try bind(key.periodOffset, at: 4)
    }

    /// Binds parameters 1 to 6: the whole key.
    func bind(_ key: ObservationKey) throws(BookError) {
        try bind(period: key)
        try bind(key.publishedOn, at: 5)
        try bind(key.source, at: 6)
    }
}

/// A row of the table, as the feed gives it to SQLite.
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
        file = batch.file
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
