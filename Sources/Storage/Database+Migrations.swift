import Migrations
import Mining

extension Database {
    /// Brings the book up to `migrations`, all of them in one transaction: it either ends with
    /// the last, or the book is as before.
    ///
    /// A book that holds something is first copied to `NAME.backup-vN` beside it, N its
    /// version; a file of that name is never overwritten.
    func upgrade(with migrations: [Migration]) throws(StorageError) {
        let before = try version()
        guard before < migrations.count else { return }
        try transaction(failure: \.self) { () throws(StorageError) in
            // Another program may have been faster.
            let version = try version()
            guard version < migrations.count else { return .commit(()) }
            if version > 0 { try backUpBeforeMigration(of: version) }
            for migration in migrations[version...] {
                try run(migration)
            }
            try SourceNumbers.addDigests(on: connection)
            try connection.execute(
                """
                PRAGMA application_id = \(BookFile.applicationID);
                PRAGMA user_version = \(migrations.count);
                """)
            return .commit(())
        }
        // What the old tables took is given back, where there is room for that: the book is sound
        // either way.
        if before > 0 { try? connection.execute("VACUUM") }
    }

    /// How many migrations made the book: 0 for an empty file.
    private func version() throws(StorageError) -> Int {
        let version = try connection.integer("PRAGMA user_version")
        guard version == 0 else { return version }
        guard try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 else {
            throw .notABook(path: connection.path, reason: "it is another program's SQLite file")
        }
        return 0
    }

    private func run(_ migration: Migration) throws(StorageError) {
        do {
            try connection.execute(migration.sql)
        } catch {
            switch error {
            case .damaged(let path, let reason), .unexpected(let path, let reason):
                throw .migrationFailed(path: path, migration: migration.name, reason: reason)
            default: throw error
            }
        }
    }

    /// The transaction that is open keeps other writers away, and has changed nothing yet. A
    /// connection that is writing cannot be copied from, so a second one reads.
    private func backUpBeforeMigration(of version: Int) throws(StorageError) {
        let source = try Connection(path: connection.path, mode: .reading, busyTimeout: 0)
        try source.copy(to: BookFile(path: connection.path).backupPath(version: version))
    }
}
