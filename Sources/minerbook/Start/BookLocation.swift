import Bookkeeping
import Files
import Mining
import StorageSQLite
import SystemPackage

#if POSTGRES
    import StoragePostgres
#endif

/// Where a book is, as given by `--database`, and how to open it: the path of a file, or the address of a
/// PostgreSQL server. Only this type knows which storage engines exist; another engine is opened here.
struct BookLocation {
    /// The path of a file as given, links not followed, or the address of a server without passwords.
    let path: String
    /// The address of the server; nil for a file.
    private let server: ServerAddress?
    /// How long to wait for other programs that use the book.
    let waiting: WaitingTime
    /// Whether `--database` is given.
    private let isGiven: Bool

    /// Uses the value of `--database`. If it is not given: `$MINERBOOK_DATABASE`, or `minerbook.db`
    /// in the current folder.
    init(option: String?, waiting: WaitingTime = .usual) {
        let text = option ?? Streams.environment("MINERBOOK_DATABASE") ?? "minerbook.db"
        server = ServerAddress(text)
        path = server?.shown ?? text
        isGiven = option != nil
        self.waiting = waiting
    }

    /// The path of the file; nil if the book is on a server.
    var file: String? { server == nil ? path : nil }

    /// - Throws: `BookError`. See `BookAccess` for what opening may change.
    func open(for access: BookAccess) throws(BookError) -> any OpenBook {
        guard let server else {
            return try SQLiteBook(path: path, for: access, busyTimeout: milliseconds)
        }
        #if POSTGRES
            return try PostgresBook(
                address: server.text, name: path, for: access, busyTimeout: milliseconds,
                program: Minerbook.programTitle)
        #else
            throw server.needsPostgres
        #endif
    }

    /// The same for merging two books, which must be files.
    func openForMerging(_ access: BookAccess) throws(BookError) -> any MergeableBook {
        guard let server else {
            return try SQLiteBook(path: path, for: access, busyTimeout: milliseconds)
        }
        #if POSTGRES
            throw .unsupported(
                book: server.shown,
                reason:
                    "a book on a server is no file, and merge needs files; copy it to one first: "
                    + "minerbook copy \(quotedPath) copy.db")
        #else
            throw server.needsPostgres
        #endif
    }

    /// Makes a new book here from what `fill` adds to it, and returns what `fill` returns. If `other`, the
    /// book that is copied, is a file as well, the new one has its mode and owner.
    ///
    /// - Throws: `BookError`, such as `.cannotCreate` if there is a file or a book already; what `fill`
    ///   throws. Nothing is left of the new book then.
    func create<Value>(
        like other: BookLocation, _ fill: (any NewBook) throws(BookError) -> Value
    ) throws(BookError) -> Value {
        guard let server else {
            return try NewSQLiteBook.create(at: path, like: other.file, fill)
        }
        #if POSTGRES
            return try NewPostgresBook.create(
                address: server.text, name: path, busyTimeout: milliseconds,
                program: Minerbook.programTitle, fill)
        #else
            throw server.needsPostgres
        #endif
    }

    /// Whether this is the same file, or the same address, as another location.
    func isSame(as other: BookLocation) -> Bool {
        if let server { return server.text == other.server?.text }
        return other.file.map(isSameFile) ?? false
    }

    /// Whether `path` leads to the same file.
    func isSameFile(as path: String) -> Bool {
        guard let identity = (try? FilePlace(self.path))?.identity else { return false }
        return (try? FilePlace(path))?.identity == identity
    }

    private var milliseconds: Int { waiting.seconds * 1000 }

    /// A command line about this book, to be copied from a message: `minerbook undo 3`, with
    /// `--database` if it was given.
    func commandLine(_ command: String) -> String {
        isGiven ? "minerbook \(command) --database \(quotedPath)" : "minerbook \(command)"
    }

    /// The path or address as a word of a shell.
    private var quotedPath: String {
        let isPlain = path.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0))
        }
        return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
    }

    /// The program that keeps others from using the book, such as `python3 (process 1234)`; nil if
    /// there is none, or if the system does not tell. To be called when the book is not open. (A server
    /// says it with the error.)
    var user: String? { file.flatMap(SQLiteBook.user(of:)) }

    /// An empty book in memory, which is discarded when the process ends.
    static func inMemory() throws(BookError) -> any OpenBook { try SQLiteBook() }

    /// Copies the book to a new file, or to one beside it with `moment` in its name, and returns the
    /// path of the copy.
    ///
    /// - Throws: `BookError`; then there is no copy.
    func backUp(to copy: String?, at moment: Timestamp) throws(BookError) -> String {
        try refuseServer(insteadOfBackup: "pg_dump copies it")
        return try SQLiteBook.backUp(path, to: copy, at: moment, busyTimeout: milliseconds)
    }

    /// Replaces the book by a copy, and returns where the replaced book is kept; nil if there was none.
    ///
    /// - Throws: `BookError`; then the book is as it was.
    func restore(from copy: String, at moment: Timestamp) throws(BookError) -> String? {
        try refuseServer(insteadOfBackup: "pg_restore or psql puts a copy of pg_dump back")
        return try SQLiteBook.restore(path, from: copy, at: moment, busyTimeout: milliseconds)
    }

    /// The copies beside the book, by name; empty if there are none.
    ///
    /// - Throws: `BookError`.
    func backups() throws(BookError) -> [BookBackup] {
        try refuseServer(insteadOfBackup: "pg_dump makes copies where you say")
        return try SQLiteBook.backups(of: path)
    }

    private func refuseServer(insteadOfBackup program: String) throws(BookError) {
        guard let server else { return }
        throw .unsupported(book: server.shown, reason: "a book on a server is no file; \(program)")
    }

    /// The files, such as a journal, that the engine creates beside the book while writing to it.
    var journals: [FilePath] { file.map(SQLiteBook.journals(of:)) ?? [] }

    /// The paths of the copies that an upgrade of the book makes, without the version at the end.
    var upgradeCopyPrefixes: [FilePath] { file.map(SQLiteBook.upgradeCopyPrefixes(of:)) ?? [] }

    /// Why a file that begins with these bytes must not be overwritten: it may belong to a storage
    /// engine. Returns nil if it does not.
    static func reasonToKeep(firstBytes bytes: [UInt8]) -> String? {
        SQLiteBook.isDatabase(firstBytes: bytes) ? "it is a database, such as a book" : nil
    }
}

#if !POSTGRES
    extension ServerAddress {
        fileprivate var needsPostgres: BookError {
            .unsupported(
                book: shown,
                reason:
                    "this minerbook is built without PostgreSQL; make build POSTGRES=1 makes one "
                    + "with it")
        }
    }
#endif
