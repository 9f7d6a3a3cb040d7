import Mining

/// An import under way: takes in the rows of its files and counts what became of them.
///
/// A row whose key the book has with equal content is left alone; one with other content
/// replaces it, and the old row is kept as a correction. Two rows of one import with the same
/// key and different contents are a conflict: the first one stays, and the caller must not
/// keep the import.
package final class ImportSession {
    /// A file of this import.
    package struct File: Sendable, Hashable {
        package let name: String
        /// Its number in the book; those of earlier imports are lower.
        let number: Int
        let importNumber: Int

        func origin(line: Int) -> Origin {
            Origin(importNumber: importNumber, file: name, line: line)
        }
    }

    /// How many changes and conflicts are kept one by one; the others are only counted.
    package static let listLimit = 1_000

    /// The import's number, counted from 1.
    package let number: Int
    /// All files together.
    package var tally: Tally { tallies.values.reduce(into: Tally()) { $0 += $1 } }
    /// The first `listLimit` figures that were restated or corrected, in the order of rows.
    package private(set) var changes: [Change] = []
    /// The first `listLimit` conflicts, in the order of rows.
    package private(set) var conflicts: [Conflict] = []
    /// All conflicts.
    package private(set) var conflictCount = 0

    let database: Database
    let recorded: Timestamp
    let observations: ObservationTable
    var companies = FirstRows<String, Company>()
    var aliases = FirstRows<Alias, Alias>()
    var memberships = FirstRows<Membership, Membership>()
    var claims = FirstRows<ClaimKey, Claim>()
    private var tallies: [Int: Tally] = [:]
    private var subjects: [ExactText: KnownSubject] = [:]
    private let findSubject: Statement

    init(on database: Database, version: String, at recorded: Timestamp) throws(StorageError) {
        let connection = database.connection
        let insert = try Statement(
            "INSERT INTO import (recorded, version) VALUES (?1, ?2)", on: connection)
        try insert.bind(recorded.description, at: 1)
        try insert.bind(version, at: 2)
        try insert.run()
        number = connection.lastInsertedRow
        findSubject = try Statement(
            "SELECT id, kind FROM subject WHERE code = ?1", on: connection, isKept: true)
        observations = try ObservationTable(on: connection, importNumber: number)
        self.database = database
        self.recorded = recorded
    }

    /// Names the next file that rows come from.
    package func addFile(name: String, kind: FileKind) throws(StorageError) -> File {
        let insert = try Statement(
            "INSERT INTO import_file (import, name, sha256, kind) VALUES (?1, ?2, '', ?3)",
            on: database.connection)
        try insert.bind(number, at: 1)
        try insert.bind(name, at: 2)
        try insert.bind(kind.rawValue, at: 3)
        try insert.run()
        let file = File(
            name: name, number: database.connection.lastInsertedRow, importNumber: number)
        tallies[file.number] = Tally()
        return file
    }

    /// Writes down which bytes a file held, once they have all been read: their SHA-256 in
    /// hexadecimal digits.
    package func setDigest(_ sha256: String, of file: File) throws(StorageError) {
        let update = try Statement(
            "UPDATE import_file SET sha256 = ?2 WHERE id = ?1", on: database.connection)
        try update.bind(file.number, at: 1)
        try update.bind(sha256, at: 2)
        try update.run()
    }

    /// Writes down what only the end of an import knows.
    func finish() throws(StorageError) {
        try checkParents()
        let update = try Statement(
            """
            UPDATE import_file
            SET inserted = ?2, unchanged = ?3, restated = ?4, corrected = ?5
            WHERE id = ?1
            """, on: database.connection)
        for (file, tally) in tallies {
            try update.bind(file, at: 1)
            try update.bind(tally.inserted, at: 2)
            try update.bind(tally.unchanged, at: 3)
            try update.bind(tally.restated, at: 4)
            try update.bind(tally.corrected, at: 5)
            try update.run()
        }
    }

    func isOfThisImport(fileNumber: Int) -> Bool { tallies[fileNumber] != nil }

    func count(_ rows: Tally, of file: File) { tallies[file.number, default: Tally()] += rows }

    func note(_ change: Change) {
        if changes.count < Self.listLimit { changes.append(change) }
    }

    /// `conflict` is made only where it is kept.
    func note(
        _ conflict: @autoclosure () throws(StorageError) -> Conflict
    ) throws(StorageError) {
        conflictCount += 1
        if conflicts.count < Self.listLimit { conflicts.append(try conflict()) }
    }

    /// The subject with this code, whatever its letter case; `nil` where the book has none.
    func subject(_ code: String) throws(StorageError) -> KnownSubject? {
        let code = ExactText(code)
        if let known = subjects[code] { return known }
        defer { findSubject.reset() }
        try findSubject.bind(code.text, at: 1)
        guard try findSubject.step() else { return nil }
        guard let kind = Subject.Kind(rawValue: try findSubject.text(1)) else {
            throw findSubject.unreadable(1)
        }
        let subject = KnownSubject(number: try findSubject.integer(0), kind: kind)
        subjects[code] = subject
        return subject
    }

    /// The number of the company with this ticker.
    func company(_ ticker: String) throws(StorageError) -> Int {
        guard let subject = try subject(ticker), subject.kind == .company else {
            throw .unknownSubject(code: ticker)
        }
        return subject.number
    }
}

/// A subject of the book.
struct KnownSubject {
    let number: Int
    let kind: Subject.Kind
}
