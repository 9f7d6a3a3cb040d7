import Bookkeeping
import Mining

/// What an import writes to an SQLite book. Valid within one transaction.
final class SQLiteImportStore: ImportStore {
    let connection: Connection
    private let observations: ObservationTable
    private let numbers: SourceNumbers
    private let findSubject: Statement
    /// Nil until the import adds a subject.
    private var subjectNumbers: SubjectNumbers?
    /// Statements that many rows share, by their SQL.
    private var keptStatements: [String: Statement] = [:]

    init(on connection: Connection) throws(BookError) {
        self.connection = connection
        observations = try ObservationTable(on: connection)
        numbers = try SourceNumbers(on: connection)
        findSubject = try Statement(
            "SELECT id, kind FROM subject WHERE code = ?1", on: connection, isKept: true)
    }

    /// The statement with this SQL, prepared once.
    func kept(_ sql: String) throws(BookError) -> Statement {
        if let statement = keptStatements[sql] { return statement }
        let statement = try Statement(sql, on: connection, isKept: true)
        keptStatements[sql] = statement
        return statement
    }

    // MARK: The import and its files

    func addImport(version: String, at recorded: Timestamp) throws(BookError) -> Int {
        try Self.addImport(version: version, at: recorded, on: connection)
    }

    static func addImport(
        version: String, at recorded: Timestamp, on connection: Connection
    ) throws(BookError) -> Int {
        let insert = try Statement(
            "INSERT INTO import (recorded, version) VALUES (?1, ?2)", on: connection)
        try insert.bind(recorded.description, at: 1)
        try insert.bind(version, at: 2)
        try insert.run()
        return connection.lastInsertedRow
    }

    func addFile(_ name: String, kind: FileKind, ofImport number: Int) throws(BookError) -> Int {
        let insert = try Statement(
            "INSERT INTO import_file (import, name, sha256, kind) VALUES (?1, ?2, '', ?3)",
            on: connection)
        try insert.bind(number, at: 1)
        try insert.bind(name, at: 2)
        try insert.bind(kind.rawValue, at: 3)
        try insert.run()
        return connection.lastInsertedRow
    }

    func setDigest(_ sha256: String, ofFile number: Int) throws(BookError) {
        let update = try Statement(
            "UPDATE import_file SET sha256 = ?2 WHERE id = ?1", on: connection)
        try update.bind(number, at: 1)
        try update.bind(sha256, at: 2)
        try update.run()
    }

    func setRowCounts(_ rowCounts: RowCounts, ofFile number: Int) throws(BookError) {
        let update = try Statement(
            """
            UPDATE import_file
            SET inserted = ?2, unchanged = ?3, restated = ?4, corrected = ?5
            WHERE id = ?1
            """, on: connection)
        try update.bind(number, at: 1)
        try update.bind(rowCounts.inserted, at: 2)
        try update.bind(rowCounts.unchanged, at: 3)
        try update.bind(rowCounts.restated, at: 4)
        try update.bind(rowCounts.corrected, at: 5)
        try update.run()
    }

    // MARK: Subjects

    func subject(_ code: String) throws(BookError) -> StoredSubject? {
        defer { findSubject.reset() }
        try findSubject.bind(code, at: 1)
        guard try findSubject.step() else { return nil }
        guard let kind = Subject.Kind(rawValue: try findSubject.text(1)) else {
            throw findSubject.unreadable(1)
        }
        return StoredSubject(number: try findSubject.integer(0), kind: kind)
    }

    func addGroup(_ code: String, at place: RowPlace) throws(BookError) -> Int {
        let insert = try Statement(
            "INSERT INTO subject (code, kind, file, line, id) VALUES (?1, 'group', ?2, ?3, ?4)",
            on: connection)
        let number = try newNumber(of: .group, code)
        try insert.bind(code, at: 1)
        try insert.bind(place, at: 2)
        try insert.bind(number, at: 4)
        try insert.run()
        return number
    }

    /// A number for a subject that is not in the book.
    func newNumber(of kind: Subject.Kind, _ code: String) throws(BookError) -> Int {
        if let subjectNumbers { return subjectNumbers.number(of: kind, code) }
        let numbers = try SubjectNumbers(on: connection)
        subjectNumbers = numbers
        return numbers.number(of: kind, code)
    }

    // MARK: Observations

    func sourceNumbers(of texts: StringPool, used: [Bool]) throws(BookError) -> [Int] {
        try numbers.numbers(of: texts, used: used)
    }

    func lastPeriodEnds(of series: [SeriesKey]) throws(BookError) -> [Int?] {
        try series.map(observations.lastPeriodEnd)
    }

    func insert(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) -> [KeyedRow] {
        try observations.insert(rows, of: batch)
    }

    func vintages(at keys: [ObservationKey]) throws(BookError) -> StoredVintages {
        try observations.vintages(at: keys)
    }

    func replace(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) {
        try observations.replace(rows, of: batch)
    }

    func corrected(
        at key: ObservationKey, byImport number: Int
    ) throws(BookError) -> StoredObservation? {
        try observations.corrected(at: key, byImport: number)
    }

    func observation(
        _ row: StoredObservation, like other: Observation
    ) throws(BookError) -> Observation {
        try observations.observation(row, like: other)
    }
}

extension Statement {
    /// Binds the two parameters from `index` on: the file and the line of a row.
    func bind(_ place: RowPlace, at index: Int32) throws(BookError) {
        try bind(place.file, at: index)
        try bind(place.line, at: index + 1)
    }
}

extension SQLiteBook: WritableBook {
    package func importTransaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: (any ImportStore) throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        // Every number that an import writes has been looked up or given out before; SQLite looking
        // them up again, six per row, would take as long as everything else. This can only be said
        // outside a transaction (https://sqlite.org/pragma.html#pragma_foreign_keys).
        do { try connection.execute("PRAGMA foreign_keys = OFF") } catch { throw failure(error) }
        defer { try? connection.execute("PRAGMA foreign_keys = ON") }
        return try transaction(failure: failure) { () throws(Thrown) in
            let store: SQLiteImportStore
            do throws(BookError) {
                store = try SQLiteImportStore(on: connection)
            } catch {
                throw failure(error)
            }
            return try body(store)
        }
    }
}
