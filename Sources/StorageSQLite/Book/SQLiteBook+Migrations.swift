import Bookkeeping
import Files
import Migrations
import Mining
import SystemPackage

extension SQLiteBook {
    /// Brings the book up to `migrations`, all of them in one transaction: it either ends with
    /// the last, or the book is as before. Returns nil if there was nothing to do.
    ///
    /// A book that holds something is first copied to `NAME.backup-vN` beside it, N its
    /// version; a file of that name is never overwritten.
    ///
    /// - Throws: `.alteredSchema` where the book's tables and triggers are not those of its version;
    ///   `.upgradeFailed`, `.busy`. No copy is left then.
    func migrate() throws(BookError) -> Upgrade? {
        let before = try version()
        guard before < migrations.count else { return nil }
        var copy: String?
        let upgrade: Upgrade?
        do throws(BookError) {
            upgrade = try transactionWithoutCatalogue(failure: \.self) { () throws(BookError) in
                // Another process may have upgraded it meanwhile.
                let version = try version()
                guard version < migrations.count else { return .commit(nil) }
                if version > 0 {
                    try checkSchema(version: version)
                    copy = try copyBeforeUpgrade(version: version)
                }
                for migration in migrations[version...] {
                    try run(migration)
                }
                try SourceNumbers.addDigests(on: connection)
                try synchronizeCatalogue()
                try connection.execute(
                    """
                    PRAGMA application_id = \(BookFile.applicationID);
                    PRAGMA user_version = \(migrations.count);
                    """)
                return .commit(
                    Upgrade(from: version, to: migrations.count, copy: copy))
            }
        } catch {
            if case .afterCommit(let book, let step, let reason, _) = error {
                throw .afterCommit(book: book, step: step, reason: reason, kept: copy)
            }
            if let copy { BookFile(path: copy).remove() }
            throw error
        }
        return upgrade
    }

    /// Copies the book to `NAME.backup-vN` beside it, N its version, and returns the path. The caller
    /// holds the write lock, so no other process makes a copy meanwhile. A connection that is writing
    /// cannot be copied from, so another one reads.
    private func copyBeforeUpgrade(version: Int) throws(BookError) -> String {
        let book = BookFile(path: connection.path)
        let name = "\(book.path)\(Self.upgradeCopyEnding)\(version)"
        let source = try Connection(path: book.path, mode: .reading, busyTimeout: 0)
        return try BookCopy(
            of: source, in: FilePath(book.path).folder, like: book, named: name
        ).keep(asFirstFree: name)
    }

    /// What the version follows in the names of copies before an upgrade.
    static let upgradeCopyEnding = ".backup-v"

    /// Refuses a book that is not what the first `version` migrations make.
    ///
    /// - Throws: `.alteredSchema`, of the first difference that could lose or alter something.
    func checkSchema(version: Int) throws(BookError) {
        let found = try schemaDifferences(version: version).first(where: \.preventsWriting)
        if let found { throw .alteredSchema(book: connection.path, difference: found.description) }
    }

    /// Refuses a book of this version whose rows another program has made to mean something else. Nobody
    /// needs to look at a book that this program has written last, since it looked before.
    ///
    /// - Throws: `.damaged`, of the first difference that could alter a figure.
    func refuseAlteredTables() throws(BookError) {
        guard try connection.pages() != .protected else { return }
        let found = try schemaDifferences(version: migrations.count)
            .first(where: \.preventsReading)
        if let found { throw .damaged(book: connection.path, reason: found.description) }
        try refuseForeignIndexes()
    }

    /// Refuses a book that another program has written last, if an index by which subjects or the files
    /// of an import are found has the rows of something else: companies would be missing, or `undo`
    /// would do nothing, without a word. `check` compares the indexes of the larger tables.
    ///
    /// - Throws: `.damaged`.
    func refuseForeignIndexes() throws(BookError) {
        guard try connection.pages() != .protected else { return }
        for table in ["subject", "import_file"] {
            let statement = try Statement("PRAGMA integrity_check(\(table))", on: connection)
            guard try statement.step() else { continue }
            let finding = try statement.text(0)
            if finding != "ok" { throw .damaged(book: connection.path, reason: finding) }
        }
    }

    /// How the schema differs from what the first `version` migrations make.
    func schemaDifferences(version: Int) throws(BookError) -> [SchemaDifference] {
        let schema = try Schema(of: connection)
        if version > 0, schema.digest == migrations[version - 1].schemaDigest {
            return schema.objectsOnOnePage
        }
        return schema.objectsOnOnePage
            + schema.differences(from: try Schema(madeBy: migrations.prefix(version)))
    }

    /// The number of migrations that made the book; 0 for an empty file.
    private func version() throws(BookError) -> Int {
        let version = try connection.integer("PRAGMA user_version")
        guard version == 0 else { return version }
        guard try connection.integer("SELECT count(*) FROM sqlite_schema") == 0 else {
            throw .notABook(book: connection.path, reason: "it is another program's SQLite file")
        }
        return 0
    }

    private func run(_ migration: Migration) throws(BookError) {
        do {
            try connection.execute(migration.sql)
        } catch {
            switch error {
            case .damaged(let path, let reason), .unexpected(let path, let reason):
                throw .upgradeFailed(book: path, step: migration.name, reason: reason)
            default: throw error
            }
        }
    }
}
