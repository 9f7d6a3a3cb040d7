import Mining

/// One call of `import`, as the book remembers it.
package struct Import: Sendable, Hashable {
    package struct File: Sendable, Hashable {
        package var name: String
        /// Of its bytes, as hexadecimal digits.
        package var sha256: String
        package var kind: FileKind
        package var tally: Tally
    }

    /// Counted from 1.
    package var number: Int
    package var recorded: Timestamp
    /// The version of the program.
    package var version: String
    /// When it was taken back; `nil` while it stands.
    package var undone: Timestamp?
    /// In the order they were applied in.
    package var files: [File]
}

extension Database {
    /// Every import, the first one first.
    package func imports() throws(StorageError) -> [Import] {
        let statement = try Statement(
            """
            SELECT
                number, recorded, version, import_file.id,
                name, sha256, kind, inserted, unchanged, restated, corrected,
                undone
            FROM import
            LEFT JOIN import_file ON import_file.import = number
            ORDER BY number, import_file.id
            """, on: connection)
        var imports: [Import] = []
        while try statement.step() {
            let number = try statement.integer(0)
            if imports.last?.number != number {
                guard let recorded = Timestamp(try statement.text(1)) else {
                    throw statement.unreadable(1)
                }
                imports.append(
                    Import(
                        number: number, recorded: recorded, version: try statement.text(2),
                        undone: try statement.optionalTimestamp(11), files: []))
            }
            guard !statement.isNull(3) else { continue }
            guard let kind = FileKind(rawValue: try statement.text(6)) else {
                throw statement.unreadable(6)
            }
            imports[imports.count - 1].files.append(
                Import.File(
                    name: try statement.text(4), sha256: try statement.text(5), kind: kind,
                    tally: Tally(
                        inserted: try statement.integer(7), unchanged: try statement.integer(8),
                        restated: try statement.integer(9),
                        corrected: try statement.integer(10))))
        }
        return imports
    }

    /// Runs `body` as one import: one transaction and one number.
    ///
    /// `version` is the program's, `recorded` the time it happens at. The body names its files
    /// and records their rows, companies first, since other rows name them; in whatever order
    /// rows of one kind come, the book is the same afterwards. Where it throws, or ends in
    /// `.rollBack`, the book is as before, and the number is free again. `failure` is as in
    /// `transaction`.
    package func recordImport<Value, Failure: Error>(
        version: String, at recorded: Timestamp, failure: (StorageError) -> Failure,
        _ body: (ImportSession) throws(Failure) -> Ending<Value>
    ) throws(Failure) -> Value {
        // Every number that a session writes it has looked up or given out itself; SQLite
        // looking them up again, six a row, would take as long as all the rest. It can be told
        // so only outside a transaction (https://sqlite.org/pragma.html#pragma_foreign_keys).
        do { try connection.execute("PRAGMA foreign_keys = OFF") } catch { throw failure(error) }
        defer { try? connection.execute("PRAGMA foreign_keys = ON") }
        return try transaction(failure: failure) { () throws(Failure) in
            let session: ImportSession
            do throws(StorageError) {
                session = try ImportSession(on: self, version: version, at: recorded)
            } catch {
                throw failure(error)
            }
            let ending = try body(session)
            if case .commit = ending {
                do throws(StorageError) { try session.finish() } catch { throw failure(error) }
            }
            return ending
        }
    }
}
