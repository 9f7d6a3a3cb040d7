import Bookkeeping
import Mining

/// What an import writes to a PostgreSQL book. Valid within one transaction.
final class PostgresImportStore: ImportStore {
    let connection: Connection
    /// Whether the observations are on several machines.
    let isDistributed: Bool
    /// The texts of sources that were looked up.
    var sources: [Int: String] = [0: ""]
    /// Import and name of the files that were looked up; the line has no meaning.
    var files: [Int: Origin] = [:]

    /// The numbers of deleted subjects, by kind and code in lower case; nil until a subject is
    /// added.
    private var formerNumbers: [[UInt8]: Int]?

    /// `isDistributed`: the observations are on several machines.
    init(on connection: Connection, isDistributed: Bool) {
        self.connection = connection
        self.isDistributed = isDistributed
    }

    // MARK: The import and its files

    func addImport(version: String, at recorded: Timestamp) throws(BookError) -> Int {
        try Self.addImport(version: version, at: recorded, on: connection)
    }

    /// Adds an import, and says to the triggers that it makes the changes of this transaction.
    static func addImport(
        version: String, at recorded: Timestamp, on connection: Connection
    ) throws(BookError) -> Int {
        let rows = try connection.query(
            """
            WITH next AS (
                UPDATE minerbook SET last_import = last_import + 1 RETURNING last_import
            )
            INSERT INTO import (number, recorded, version)
            SELECT last_import, $1, $2 FROM next
            RETURNING
                number, set_config('minerbook.import', number::text, true),
                set_config('minerbook.moment', extract(epoch FROM recorded)::text, true)
            """, [.moment(recorded), .text(version)])
        return try connection.only(rows).integer(0)
    }

    func addFile(_ name: String, kind: FileKind, ofImport number: Int) throws(BookError) -> Int {
        let rows = try connection.query(
            "INSERT INTO import_file (import, name, kind) VALUES ($1, $2, $3) RETURNING id",
            [.integer(number), .text(name), .text(kind.rawValue)])
        return try connection.only(rows).integer(0)
    }

    func setDigest(_ sha256: String, ofFile number: Int) throws(BookError) {
        try connection.enqueue(
            "UPDATE import_file SET sha256 = $2 WHERE id = $1", [.integer(number), .text(sha256)])
    }

    func setRowCounts(_ rowCounts: RowCounts, ofFile number: Int) throws(BookError) {
        try connection.enqueue(
            """
            UPDATE import_file
            SET inserted = $2, unchanged = $3, restated = $4, corrected = $5
            WHERE id = $1
            """,
            [
                .integer(number), .integer(rowCounts.inserted), .integer(rowCounts.unchanged),
                .integer(rowCounts.restated), .integer(rowCounts.corrected),
            ])
    }

    // MARK: Subjects

    func subject(_ code: String) throws(BookError) -> StoredSubject? {
        let rows = try connection.query(
            #"SELECT id, kind FROM subject WHERE lower(code) = lower($1 COLLATE "C")"#,
            [.text(code)])
        guard let row = rows.first else { return nil }
        guard let kind = Subject.Kind(rawValue: try row.text(1)) else { throw row.unreadable(1) }
        return StoredSubject(number: try row.integer(0), kind: kind)
    }

    func addGroup(_ code: String, at place: RowPlace) throws(BookError) -> Int {
        let insert = try insertSubject(.group, code, "file, line", place.parameters)
        let rows = try connection.query(insert.sql + " RETURNING id", insert.parameters)
        return try connection.only(rows).integer(0)
    }

    /// Adds a subject with these values of `columns`. A subject that comes back gets its number
    /// back, because corrections of its figures keep it.
    func insertSubject(
        _ kind: Subject.Kind, _ code: String, _ columns: String, _ values: [Parameter]
    ) throws(BookError) -> Query {
        var names = "kind, code, \(columns)"
        var parameters = [.text(kind.rawValue), .text(code)] + values
        if let number = try takeFormerNumber(of: kind, code) {
            names += ", id"
            parameters.append(.integer(number))
        }
        let places = parameters.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return Query(
            sql: "INSERT INTO subject (\(names)) VALUES (\(places))", parameters: parameters)
    }

    private func takeFormerNumber(
        of kind: Subject.Kind, _ code: String
    ) throws(BookError) -> Int? {
        if formerNumbers == nil {
            var numbers: [[UInt8]: Int] = [:]
            let deleted = try connection.query(
                """
                SELECT subject, kind || ' ' || code FROM subject_correction
                WHERE change = 'delete' AND subject NOT IN (SELECT id FROM subject)
                ORDER BY id
                """)
            for row in deleted { numbers[try row.text(1).foldedCode] = try row.integer(0) }
            formerNumbers = numbers
        }
        return formerNumbers?.removeValue(forKey: "\(kind.rawValue) \(code)".foldedCode)
    }

    // MARK: Series

    func lastPeriodEnds(of series: [SeriesKey]) throws(BookError) -> [Int?] {
        if isDistributed { return try lastPeriodEndsInBoxes(of: series) }
        let rows = try connection.query(
            """
            SELECT number, latest.period_end
            FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY
                AS series (subject, metric, number)
            CROSS JOIN LATERAL (
                SELECT period_end
                FROM observation
                WHERE observation.subject = series.subject AND observation.metric = series.metric
                ORDER BY period_end DESC
                LIMIT 1
            ) AS latest
            """, [.integers(series.map(\.subject)), .integers(series.map(\.metric))])
        var ends: [Int?] = Array(repeating: nil, count: series.count)
        for row in rows { ends[try row.integer(0) - 1] = try row.integer(1) }
        return ends
    }
}

extension RowPlace {
    /// File and line.
    var parameters: [Parameter] { [.integer(file), .integer(line)] }
}

extension Connection {
    /// The only row of a statement that always has one.
    func only(_ rows: Rows) throws(BookError) -> Row {
        guard let row = rows.first else {
            throw .damaged(book: book, reason: "the table minerbook does not have one row")
        }
        return row
    }
}

extension PostgresBook: WritableBook {
    package func importTransaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: (any ImportStore) throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        try transaction(failure: failure) { () throws(Thrown) in
            try body(PostgresImportStore(on: connection, isDistributed: isDistributed))
        }
    }
}
