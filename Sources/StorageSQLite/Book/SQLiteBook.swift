import Bookkeeping
import Files
import Migrations
import Mining
import SystemPackage

/// An open book in an SQLite file. It implements the protocols of `Bookkeeping`; what may be written
/// is decided there.
///
/// Not `Sendable`: a connection stays on the thread that opened it. If the program ends in the middle
/// of a call, the book is as before.
///
/// **A book that nobody writes to is one file.** It uses SQLite's rollback journal: a writer changes
/// pages in memory while others read, and blocks them only while it commits. So there is no other
/// file except a journal during a commit, or once an import is larger than the page cache. A
/// write-ahead log would let readers read during a commit as well, but it writes every page of an
/// import twice, and its files stay if the last process to close the book may only read. After a
/// crash the next process that opens the book rolls the journal back
/// (https://sqlite.org/lockingv3.html).
package final class SQLiteBook {
    let connection: Connection
    /// The migrations that the program knows. The last one made the tables of this book.
    let migrations: [Migration]
    package private(set) var upgrade: Upgrade?
    /// The texts of numbers in rows, as far as they have been looked up.
    var known = KnownRows()
    private var kept: [Statement?] = Array(repeating: nil, count: Query.allCases.count)

    /// Opens the book at `path`. If another program has locked it, waits for `busyTimeout`
    /// milliseconds before it throws `.busy`.
    ///
    /// A file that is no book, or that a newer program has written, is not changed; an empty file
    /// only by `.writing(create: true)`, which makes it a book.
    package convenience init(
        path: String, for access: BookAccess, busyTimeout: Int = 10_000
    ) throws(BookError) {
        try self.init(
            path: path, for: access, busyTimeout: busyTimeout,
            migrations: Migrations.migrations)
    }

    /// An empty book in memory, discarded with this value.
    package init() throws(BookError) {
        migrations = Migrations.migrations
        connection = try Connection(path: "scratch book", mode: .inMemory, busyTimeout: 0)
        _ = try migrate()
        try connection.execute("PRAGMA foreign_keys = ON")
    }

    /// A book without rows in the empty file at `path`, which errors call `name`. If the program ends
    /// before the file has its name, nobody uses it, so it is not synced.
    init(emptyFile path: String, named name: String) throws(BookError) {
        migrations = Migrations.migrations
        connection = try Connection(
            path: path, named: name, mode: .writing(create: false), busyTimeout: 0)
        try connection.protectNewFile()
        try connection.execute("\(Self.pageSettings); PRAGMA synchronous = OFF")
        _ = try migrate()
    }

    /// `migrations` are those that the program knows; tests use their own.
    init(
        path: String, for access: BookAccess, busyTimeout: Int = 10_000, migrations: [Migration]
    ) throws(BookError) {
        self.migrations = migrations
        let file = BookFile(path: path)
        let content = try file.content()
        if case .foreign(let reason) = content { throw .notABook(book: path, reason: reason) }
        if case .book(let version) = content, version > migrations.count {
            throw .newer(book: path, found: version, known: migrations.count)
        }
        switch access {
        case .reading, .checking:
            let version: Int
            (connection, version) = try Self.reading(file, content, busyTimeout)
            // A book whose creation was interrupted is empty once the journal is rolled back.
            guard version > 0 else { throw .notABook(book: path, reason: "it is empty") }
            guard version == migrations.count else {
                throw .older(book: path, found: version, known: migrations.count)
            }
            if case .reading = access { try refuseAlteredTables() }
        case .writing(let create):
            connection = try Self.writing(file, content, create: create, busyTimeout)
            upgrade = try migrate()
            if upgrade == nil {
                try checkSchema(version: migrations.count)
                try refuseForeignIndexes()
            }
            // Rewriting frees the space of old tables, too. This may fail if the disk is full; the book
            // is sound either way.
            let isUpgraded = upgrade.map { $0.from > 0 } ?? false
            let hasChecksums = try connection.pages() != .unprotected
            if isUpgraded || !hasChecksums {
                try? connection.rewriteWithChecksums()
            }
            try connection.execute("PRAGMA foreign_keys = ON")
        }
    }

    /// The files that SQLite keeps beside a book while it is written
    /// (https://sqlite.org/tempfiles.html), links to the book followed.
    package static func journals(of path: String) -> [FilePath] {
        let place = place(of: path)
        return ["-journal", "-wal", "-shm"].map { place.adding($0) }
    }

    /// How the paths of the copies that an upgrade keeps begin: with links to the book not
    /// followed, and followed.
    package static func upgradeCopyPrefixes(of path: String) -> [FilePath] {
        [FilePath(path), place(of: path)].map { $0.adding(upgradeCopyEnding) }
    }

    static func place(of path: String) -> FilePath {
        (try? FilePlace(path))?.path ?? FilePath(path)
    }

    /// Whether a file with these first bytes is a database, or the journal or write-ahead log of one,
    /// which may hold what the database does not (https://sqlite.org/fileformat.html).
    package static func isDatabase(firstBytes bytes: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [
            BookFile.start, BookFile.journalStart,
            [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
        ]
        return starts.contains { bytes.starts(with: $0) }
    }

    static func reading(
        _ file: BookFile, _ content: BookFile.Content, _ busyTimeout: Int
    ) throws(BookError) -> (Connection, version: Int) {
        switch content {
        case .absent: throw .missing(book: file.path)
        case .empty: throw .notABook(book: file.path, reason: "it is empty")
        case .book, .foreign: break
        }
        do {
            return try readable(file, .reading, busyTimeout)
        } catch {
            switch error {
            case .interrupted:
                // SQLite repairs a book for a process that opens it for writing and reads it.
                do { _ = try readable(file, .writing(create: false), busyTimeout) } catch {
                    throw .interrupted(book: file.path)
                }
                return try readable(file, .reading, busyTimeout)
            case .cannotOpen where file.isUnchangeable, .readOnly where file.isUnchangeable:
                // A book that another program has put into WAL mode cannot be read in a read-only
                // folder, since its index cannot be created there.
                return try readable(file, .readingUnchangeable, busyTimeout)
            default: throw error
            }
        }
    }

    /// A connection, and the version of the book read through it: opening alone does not touch the
    /// file.
    private static func readable(
        _ file: BookFile, _ mode: Connection.Mode, _ busyTimeout: Int
    ) throws(BookError) -> (Connection, version: Int) {
        let connection = try Connection(path: file.path, mode: mode, busyTimeout: busyTimeout)
        return (connection, try connection.integer("PRAGMA user_version"))
    }

    private static func writing(
        _ file: BookFile, _ content: BookFile.Content, create: Bool, _ busyTimeout: Int
    ) throws(BookError) -> Connection {
        switch content {
        case .absent where !create: throw .missing(book: file.path)
        case .empty where !create: throw .notABook(book: file.path, reason: "it is empty")
        default: break
        }
        let connection: Connection
        do {
            connection = try Connection(
                path: file.path, mode: .writing(create: create), busyTimeout: busyTimeout)
        } catch {
            guard case .absent = content, case .cannotOpen(let path, let reason) = error else {
                throw error
            }
            throw .cannotCreate(book: path, reason: reason)
        }
        guard !connection.isReadOnly else { throw .readOnly(book: file.path) }
        switch content {
        case .absent, .empty: try connection.protectNewFile()
        case .book, .foreign: break
        }
        try connection.execute(pageSettings)
        try connection.endWALMode(within: busyTimeout)
        // EXTRA syncs the folder after the journal is deleted. Otherwise a power loss could bring
        // back the journal, and with it the book as it was before
        // (https://sqlite.org/pragma.html#pragma_synchronous).
        try connection.execute("PRAGMA synchronous = EXTRA")
        return connection
    }

    /// A batch of rows touches up to 48 MB of pages in a large book; with a smaller cache many are
    /// written twice. The page size applies to new and upgraded books; with 4 KB an import takes longer.
    private static let pageSettings = "PRAGMA page_size = 8192; PRAGMA cache_size = -49152"

    /// The statement of `query`, prepared once. The caller must reset it after stepping, since a
    /// statement in the middle of its rows blocks writers.
    func statement(_ query: Query) throws(BookError) -> Statement {
        if let statement = kept[query.rawValue] { return statement }
        let statement = try Statement(query.sql, on: connection, isKept: true)
        kept[query.rawValue] = statement
        return statement
    }
}

@available(*, unavailable)
extension SQLiteBook: Sendable {}
