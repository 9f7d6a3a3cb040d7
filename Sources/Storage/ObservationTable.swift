import Mining

/// The table of observations as an import writes it: in numbers, and many rows at a time.
///
/// Valid within one transaction.
final class ObservationTable {
    /// Observations of one file that are to be written, and the file's number.
    struct Batch {
        let rows: [Lined<Observation>]
        let file: Int
    }

    /// A row of a batch: its key, and where in `Batch.rows` it stands.
    struct KeyedRow {
        var key: ObservationKey
        var index: Int
    }

    /// How many rows one statement inserts: what a statement costs before and after its rows is
    /// shared by them, to no more gain beyond this.
    static let rowsAtOnce = 32

    let sources: SourceNumbers
    private let connection: Connection
    private let importNumber: Int
    private let cursor: VintageCursor
    private let insert: Statement
    private let insertMany: Statement
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
        insert = try Statement(Self.insertion(of: 1), on: connection, isKept: true)
        insertMany = try Statement(
            Self.insertion(of: Self.rowsAtOnce), on: connection, isKept: true)
        update = try Statement(
            """
            UPDATE observation
            SET value = ?7, unit = ?8, decimals = ?9, status = ?10, note = ?11, file = ?12,
                line = ?13
            WHERE subject = ?1 AND metric = ?2 AND period_end = ?3 AND period_start = ?4
                AND published_on = ?5 AND source = ?6
            """, on: connection, isKept: true)
        corrected = try Statement(
            """
            SELECT published_on, source, value, unit, decimals, status, note, file, line
            FROM correction
            WHERE subject = ?1 AND metric = ?2 AND period_end = ?3 AND period_start = ?4
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

    /// A statement that inserts `count` rows, and passes over those whose key the table has.
    ///
    /// Whatever else is wrong with a row ends the import; OR FAIL spares SQLite the copies of
    /// pages by which it would undo a statement alone.
    private static func insertion(of count: Int) -> String {
        let row = "(" + Array(repeating: "?", count: 13).joined(separator: ", ") + ")"
        return """
            INSERT OR FAIL INTO observation (
                subject, metric, period_end, period_start, published_on, source,
                value, unit, decimals, status, note, file, line)
            VALUES \(Array(repeating: row, count: count).joined(separator: ", "))
            ON CONFLICT DO NOTHING
            """
    }

    /// Adds `rows`, of which none has the key of another; returns those whose key the table has,
    /// which stays as it is. It is fastest in the order of keys.
    func insert(_ rows: [KeyedRow], of batch: Batch) throws(StorageError) -> [KeyedRow] {
        cursor.reset()
        var left: [KeyedRow] = []
        var start = 0
        while start < rows.count {
            let isFull = rows.count - start >= Self.rowsAtOnce
            let statement = isFull ? insertMany : insert
            let end = start + (isFull ? Self.rowsAtOnce : 1)
            var parameter: Int32 = 0
            for index in start..<end {
                try statement.bind(rows[index], of: batch, after: parameter)
                parameter += 13
            }
            try statement.run()
            if connection.changes < end - start {
                for row in rows[start..<end] where try !isWritten(row, of: batch) {
                    left.append(row)
                }
            }
            start = end
        }
        return left
    }

    /// Whether the row of its key is this one, rather than one that was there before.
    private func isWritten(_ row: KeyedRow, of batch: Batch) throws(StorageError) -> Bool {
        defer { cursor.reset() }
        let held = try self.row(at: row.key)
        return held?.file == batch.file && held?.line == batch.rows[row.index].line
    }

    /// Replaces what the table has for the key.
    func update(_ row: KeyedRow, of batch: Batch) throws(StorageError) {
        cursor.reset()
        try update.bind(row, of: batch)
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
        observation.publishedOn = try described.keyDay(0)
        observation.source = try described.text(1)
        observation.value = try described.quantity(value: 2, unit: 3, decimals: 4)
        observation.status = try described.value(5, Status.init(rawValue:))
        observation.note = row.note
        observation.origin = try described.origin(import: 6, file: 7, line: 8)
        return observation
    }
}

extension Statement {
    /// Binds the 13 parameters after `start`.
    fileprivate func bind(
        _ row: ObservationTable.KeyedRow, of batch: ObservationTable.Batch, after start: Int32 = 0
    ) throws(StorageError) {
        // A span lends its elements, where an array gives copies.
        let rows = batch.rows.span
        try bind(row.key, after: start)
        try bind(Int(rows[row.index].value.value.base), at: start + 7)
        try bind(rows[row.index].value.value.unit.rawValue, at: start + 8)
        try bind(rows[row.index].value.value.decimals, at: start + 9)
        try bind(rows[row.index].value.status.rawValue, at: start + 10)
        try bind(rows[row.index].value.note, at: start + 11)
        try bind(batch.file, at: start + 12)
        try bind(rows[row.index].line, at: start + 13)
    }
}
