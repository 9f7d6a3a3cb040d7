import Mining

/// The table of observations as an import writes it: in numbers, a statement a row.
///
/// Valid within one transaction.
final class ObservationTable {
    /// The primary key, in the order of its columns.
    struct Key {
        var subject: Int
        var metric: Int
        var periodEnd: Int
        var periodStart: Int
        var publishedOn: Int
        var source: Int
    }

    /// What the table holds for a key.
    struct Row {
        var publishedOn: Int
        var source: Int
        var value: Int
        var unit: Int
        var decimals: Int
        var status: Int
        var note: String?
        /// `nil` for a row that another program wrote.
        var file: Int?
        var line: Int?

        /// Whether it says the same, in whatever unit.
        func says(_ observation: Observation) -> Bool {
            value == Int(observation.value.base) && status == observation.status.rawValue
                && note.map(ExactText.init) == observation.note.map(ExactText.init)
        }
    }

    let sources: SourceNumbers
    private let connection: Connection
    private let importNumber: Int
    private let insert: Statement
    private let update: Statement
    private let vintages: Statement
    private let corrected: Statement
    private let lastPeriod: Statement
    private let described: Statement
    private var lastPeriods: [Int: Int] = [:]
    private var lastSeries = (series: -1, lastPeriod: 0)

    init(on connection: Connection, importNumber: Int) throws(StorageError) {
        self.connection = connection
        self.importNumber = importNumber
        sources = try SourceNumbers(on: connection)
        insert = try Statement(
            """
            INSERT INTO observation (
                subject, metric, period_end, period_start, published_on, source,
                value, unit, decimals, status, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            ON CONFLICT DO NOTHING
            """, on: connection, isKept: true)
        update = try Statement(
            """
            UPDATE observation
            SET value = ?7, unit = ?8, decimals = ?9, status = ?10, note = ?11, file = ?12,
                line = ?13
            WHERE subject = ?1 AND metric = ?2 AND period_end = ?3 AND period_start = ?4
                AND published_on = ?5 AND source = ?6
            """, on: connection, isKept: true)
        vintages = try Statement(
            """
            SELECT published_on, source, value, unit, decimals, status, note, file, line
            FROM observation
            WHERE subject = ?1 AND metric = ?2 AND period_end = ?3 AND period_start = ?4
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

    /// Adds a row; `false` where the table has one of this key, which stays as it is.
    func insert(
        _ observation: Observation, at key: Key, file: Int, line: Int
    ) throws(StorageError) -> Bool {
        try insert.bind(key)
        try insert.bind(observation, file: file, line: line)
        try insert.run()
        return connection.changes > 0
    }

    /// Replaces what the table has for the key.
    func update(
        _ observation: Observation, at key: Key, file: Int, line: Int
    ) throws(StorageError) {
        try update.bind(key)
        try update.bind(observation, file: file, line: line)
        try update.run()
    }

    /// All vintages of the key's period.
    func vintages(at key: Key) throws(StorageError) -> [Row] {
        defer { vintages.reset() }
        try vintages.bind(period: key)
        var rows: [Row] = []
        while try vintages.step() { rows.append(try vintages.row()) }
        return rows
    }

    /// What the table had for the key before this import corrected it.
    func corrected(at key: Key) throws(StorageError) -> Row? {
        defer { corrected.reset() }
        try corrected.bind(key)
        try corrected.bind(importNumber, at: 7)
        return try corrected.step() ? corrected.row() : nil
    }

    /// The last day of the latest period that the book knew of subject and metric when this
    /// import met them first: no later period can be known from before. `Int.min` for none.
    func lastKnownPeriod(of key: Key) throws(StorageError) -> Int {
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

    private func lastStoredPeriod(of key: Key) throws(StorageError) -> Int {
        defer { lastPeriod.reset() }
        try lastPeriod.bind(key.subject, at: 1)
        try lastPeriod.bind(key.metric, at: 2)
        return try lastPeriod.step() ? lastPeriod.integer(0) : .min
    }

    /// A row as the observation it is, `like` one of the same period.
    func observation(_ row: Row, like other: Observation) throws(StorageError) -> Observation {
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
    fileprivate func bind(period key: ObservationTable.Key) throws(StorageError) {
        try bind(key.subject, at: 1)
        try bind(key.metric, at: 2)
        try bind(key.periodEnd, at: 3)
        try bind(key.periodStart, at: 4)
    }

    fileprivate func bind(_ key: ObservationTable.Key) throws(StorageError) {
        try bind(period: key)
        try bind(key.publishedOn, at: 5)
        try bind(key.source, at: 6)
    }

    /// Parameters 7 to 13: what is not the key.
    fileprivate func bind(
        _ observation: Observation, file: Int, line: Int
    ) throws(StorageError) {
        try bind(Int(observation.value.base), at: 7)
        try bind(observation.value.unit.rawValue, at: 8)
        try bind(observation.value.decimals, at: 9)
        try bind(observation.status.rawValue, at: 10)
        try bind(observation.note, at: 11)
        try bind(file, at: 12)
        try bind(line, at: 13)
    }

    fileprivate func row() throws(StorageError) -> ObservationTable.Row {
        ObservationTable.Row(
            publishedOn: try integer(0), source: try integer(1), value: try integer(2),
            unit: try integer(3), decimals: try integer(4), status: try integer(5),
            note: try optionalText(6), file: try optionalInteger(7), line: try optionalInteger(8))
    }
}
