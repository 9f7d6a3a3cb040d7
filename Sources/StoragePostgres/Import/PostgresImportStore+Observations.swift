import Bookkeeping
import Mining

/// All rows of a batch come and go at once: new ones by COPY, others as arrays, one for each
/// column.
extension PostgresImportStore {
    /// A batch of a file has about as many.
    var rowsAtOnce: Int { 32_768 }

    /// Nearly always all rows are new: the session asks for those that may be stored. So they are
    /// added at once, and one by one if one was stored.
    func insert(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) -> [KeyedRow] {
        if rows.isEmpty { return [] }
        _ = try connection.query("SAVEPOINT before_rows")
        do throws(ServerError) {
            try add(rows, of: batch)
        } catch {
            guard error.isRepeatedKey else { throw BookError(error, book: connection.book) }
            return try insertOneByOne(rows, of: batch)
        }
        try connection.enqueue("RELEASE SAVEPOINT before_rows")
        return []
    }

    /// Goes back to the savepoint, and inserts the rows whose keys are not stored.
    private func insertOneByOne(
        _ rows: [KeyedRow], of batch: NumberedBatch
    ) throws(BookError) -> [KeyedRow] {
        let parameters = WrittenRows.parameters(rows, of: batch)
        let results = try connection.pipeline([
            Query(sql: "ROLLBACK TO SAVEPOINT before_rows"),
            Query(sql: "RELEASE SAVEPOINT before_rows"),
            Query(sql: "\(WrittenRows.insert) ON CONFLICT DO NOTHING", parameters: parameters),
            // Those that are stored with another file or line were there before.
            Query(
                sql: """
                    SELECT number
                    FROM \(WrittenRows.table)
                    JOIN observation AS old ON \(WrittenRows.isKey(of: "old"))
                    WHERE (old.file, old.line) IS DISTINCT FROM (new.file, new.line)
                    ORDER BY number
                    """, parameters: parameters),
        ])
        return try results[3].all { (row) throws(BookError) in rows[try row.integer(0) - 1] }
    }

    /// Adds rows that have other keys than all rows there are. COPY is the fastest way to do that,
    /// but it would send each row to another machine by itself, where INSERT sends thousands at
    /// once (postgres_fdw of PostgreSQL 15).
    private func add(_ rows: [KeyedRow], of batch: NumberedBatch) throws(ServerError) {
        if isDistributed {
            _ = try connection.attempt(
                WrittenRows.insert, WrittenRows.parameters(rows, of: batch))
        } else {
            try connection.copy(
                WrittenRows.copyText(rows, of: batch), into: "observation (\(WrittenRows.columns))")
        }
    }

    func replace(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) {
        if rows.isEmpty { return }
        guard isDistributed else {
            return try connection.enqueue(
                WrittenRows.update(from: WrittenRows.table), WrittenRows.parameters(rows, of: batch)
            )
        }
        // A join would fetch and lock all rows of all machines, to find these.
        for row in rows {
            try connection.enqueue(
                WrittenRows.update(from: WrittenRows.tableOfOne),
                WrittenRows.parameters([row], of: batch))
        }
    }

    func vintages(at keys: [ObservationKey]) throws(BookError) -> StoredVintages {
        if isDistributed { return try vintagesInBoxes(at: keys) }
        var vintages = StoredVintages(reserving: keys.count)
        if keys.isEmpty { return vintages }
        let rows = try connection.query(
            """
            SELECT number, \(StoredObservation.columns)
            FROM unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[]) WITH ORDINALITY
                AS key (subject, metric, period_end, period_start, number)
            CROSS JOIN LATERAL (
                SELECT *
                FROM observation
                WHERE observation.subject = key.subject AND observation.metric = key.metric
                    AND observation.period_end = key.period_end
                    AND observation.period_start = key.period_start
                OFFSET 0
            ) AS o
            ORDER BY number, o.published_on, o.source
            """,
            [
                .integers(keys.map(\.subject)), .integers(keys.map(\.metric)),
                .days(keys.map(\.periodEnd)), .days(keys.map(\.periodStart)),
            ])
        var next = 0
        for number in 1...keys.count {
            while next < rows.count, try rows[next].integer(0) == number {
                vintages.append(try .read(rows[next], from: 1))
                next += 1
            }
            vintages.endKey()
        }
        return vintages
    }

    func corrected(
        at key: ObservationKey, byImport number: Int
    ) throws(BookError) -> StoredObservation? {
        try connection.query(
            """
            SELECT \(StoredObservation.columns)
            FROM correction AS o
            WHERE subject = $1 AND metric = $2 AND period_end = $3 AND period_start = $4
                AND published_on = $5 AND source = $6 AND import = $7
            """,
            [
                .integer(key.subject), .integer(key.metric), .day(key.periodEnd),
                .day(key.periodStart), .day(key.publicationDay), .integer(key.source),
                .integer(number),
            ]
        ).first.map { (row) throws(BookError) in try StoredObservation.read(row, from: 0) }
    }

    func observation(
        _ row: StoredObservation, like other: Observation
    ) throws(BookError) -> Observation {
        func read<Value>(_ column: String, _ number: Int, _ value: Value?) throws(BookError)
            -> Value
        {
            guard let value else {
                throw .unreadable(book: connection.book, column: column, value: "\"\(number)\"")
            }
            return value
        }
        var observation = other
        observation.publishedOn =
            row.publishedOn == Day.unknownPublication
            ? nil : try read("published_on", row.publishedOn, Day(number: row.publishedOn))
        observation.source = try source(row.sourceID)
        let unit = try read("unit", row.unitID, Unit(rawValue: row.unitID))
        observation.value = try read(
            "value", row.value,
            Quantity(digits: Int64(row.value), unit: unit, decimals: row.decimals))
        observation.status = try read("status", row.statusID, Status(rawValue: row.statusID))
        observation.note = row.note
        observation.origin = nil
        if let number = row.fileID {
            observation.origin = try file(number)
            observation.origin?.line = row.line ?? 0
        }
        return observation
    }
}

extension StoredObservation {
    /// The columns of an observation `o` that `read` expects.
    static let columns =
        "o.published_on, o.source, o.value, o.unit, o.decimals, o.status, o.note, o.file, o.line"

    /// A row of `columns`, which begin at column `start`.
    static func read(_ row: Row, from start: Int32) throws(BookError) -> Self {
        let published = try row.integer(start)
        return StoredObservation(
            publishedOn: published == PostgresType.noDay ? Day.unknownPublication : published,
            sourceID: try row.integer(start + 1), value: try row.integer(start + 2),
            unitID: try row.integer(start + 3), decimals: try row.integer(start + 4),
            statusID: try row.integer(start + 5), note: try row.optionalText(start + 6),
            fileID: try row.optionalInteger(start + 7), line: try row.optionalInteger(start + 8))
    }
}

extension ObservationKey {
    var periodStart: Int { periodEnd + periodOffset }

    /// The publication date as a parameter.
    var publicationDay: Int {
        publishedOn == Day.unknownPublication ? PostgresType.noDay : publishedOn
    }
}
