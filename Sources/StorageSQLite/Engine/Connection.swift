import Bookkeeping
import CPages
import CSQLite

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// An open SQLite connection; closed when the last statement on it is released.
///
/// It knows nothing about books: `SQLiteBook` decides what is opened, and how.
final class Connection {
    let handle: OpaquePointer
    /// The path as the user wrote it, for messages.
    let path: String
    /// How long to wait for locks, in milliseconds.
    private let busyTimeout: Int32
    private var feeds: [String: Feed] = [:]

    enum Mode {
        case reading
        /// Without locks and without looking for a journal: for a file that no process can write.
        case readingUnchangeable
        case writing(create: Bool)
        /// In memory; the path is only used in messages.
        case inMemory

        fileprivate var flags: Int32 {
            switch self {
            case .reading: SQLITE_OPEN_READONLY
            case .readingUnchangeable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            case .writing(let create): SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0)
            case .inMemory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
            }
        }
    }

    /// Switches off SQLite's memory statistics, which nothing reads and which cost a mutex per
    /// allocation. This is only possible before SQLite is first used.
    private static let isFrugal = csqlite_configure_all(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK

    /// Registers the layer that keeps checksums of pages; after `isFrugal`, since this starts SQLite.
    private static let hasPageLayer = isFrugal && cpages_register() == SQLITE_OK

    /// Opens the file and sets what every connection needs: checksums of pages, protection against
    /// hostile files (https://sqlite.org/security.html), and how long to wait for locks. Errors call the
    /// file `shown`, or (nil) as `path`.
    init(
        path: String, named shown: String? = nil, mode: Mode, busyTimeout milliseconds: Int
    ) throws(BookError) {
        _ = Self.hasPageLayer
        // A relative path may look like a URI or like ":memory:".
        var name = path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
        if case .readingUnchangeable = mode { name = Self.unchangeable(name) }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            name, &opened, mode.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, cpages_layer())
        guard code == SQLITE_OK, let opened else {
            let message = Self.message(of: opened, code)
            sqlite3_close_v2(opened)
            throw BookError(code: code, message: message, path: shown ?? path)
        }
        handle = opened
        self.path = shown ?? path
        busyTimeout = Int32(clamping: milliseconds)
        sqlite3_busy_timeout(handle, busyTimeout)
        _ = csqlite_configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        _ = csqlite_configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        _ = csqlite_configure(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
        try execute("PRAGMA cell_size_check = ON")
    }

    deinit { sqlite3_close_v2(handle) }

    /// Whether the file could only be opened for reading, even if writing was asked for.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Rows that the last INSERT, UPDATE or DELETE wrote.
    var changes: Int { Int(sqlite3_changes64(handle)) }

    var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// Runs every statement of `sql` and ignores their rows.
    func execute(_ sql: String) throws(BookError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Ends a transaction and keeps what it wrote.
    ///
    /// - Throws: `.afterCommit` if that is kept, but a step after it failed; any other error if nothing
    ///   is kept.
    func commit() throws(BookError) {
        let code = sqlite3_exec(handle, "COMMIT", nil, nil, nil)
        if let error = errorAfterCommit(code) { throw error }
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// The error for a code that a commit ends with although the change is in the book; nil for other
    /// codes.
    func errorAfterCommit(_ code: Int32) -> BookError? {
        guard let step = Self.stepsAfterCommit[code] else { return nil }
        return .afterCommit(
            book: path, step: step, reason: String(cString: sqlite3_errstr(code)))
    }

    /// What can fail once the journal is deleted, which ends a transaction, by the code for it
    /// (https://sqlite.org/rescode.html).
    private static let stepsAfterCommit: [Int32: StepAfterCommit] = [
        SQLITE_IOERR | (5 << 8): .sync,  // SQLITE_IOERR_DIR_FSYNC
        SQLITE_IOERR | (6 << 8): .cut,  // SQLITE_IOERR_TRUNCATE
        SQLITE_IOERR | (8 << 8): .unlock,  // SQLITE_IOERR_UNLOCK
        SQLITE_IOERR | (9 << 8): .unlock,  // SQLITE_IOERR_RDLOCK: a lock for reading is left
    ]

    /// Calls `body` without waiting for locks.
    func withoutWaiting(_ body: () throws(BookError) -> Void) throws(BookError) {
        sqlite3_busy_timeout(handle, 0)
        defer { sqlite3_busy_timeout(handle, busyTimeout) }
        try body()
    }

    /// Switches a file with a write-ahead log to a rollback journal. Waits until no other program
    /// has it open, which SQLite does not do by itself.
    ///
    /// - Throws: `.busy` if another program still has it open after `milliseconds`.
    func endWALMode(within milliseconds: Int) throws(BookError) {
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while true {
            do {
                return try execute("PRAGMA journal_mode = DELETE")
            } catch {
                guard case .busy = error, ContinuousClock.now < end else { throw error }
                usleep(50_000)
            }
        }
    }

    /// The whole number in the first row and column of a query; 0 if there is no row.
    func integer(_ sql: String) throws(BookError) -> Int {
        let statement = try Statement(sql, on: self)
        return try statement.step() ? statement.integer(0) : 0
    }

    /// The virtual table `name` for rows in the program's memory, created once.
    func feed(
        _ name: String, columns: [String], column: @escaping Feed.Column
    ) throws(BookError) -> Feed {
        if let feed = feeds[name] { return feed }
        let feed = Feed(columns: columns, column: column)
        let code = sqlite3_create_module(handle, name, feed.module, feed.rows)
        guard code == SQLITE_OK else { throw error(code) }
        feeds[name] = feed
        return feed
    }

    /// SQLITE_IOERR_DATA, a macro that Swift does not import.
    static let wrongPage = SQLITE_IOERR | (32 << 8)

    func error(_ code: Int32) -> BookError {
        if code == Self.wrongPage {
            return .damaged(
                book: path, reason: "page \(cpages_wrong_page(handle)) does not match its checksum")
        }
        return BookError(code: code, message: Self.message(of: handle, code), path: path)
    }

    private static func message(of handle: OpaquePointer?, _ code: Int32) -> String {
        (handle.map(sqlite3_errmsg) ?? sqlite3_errstr(code)).map(String.init(cString:)) ?? ""
    }

    /// The file as a URI with `immutable=1` (https://sqlite.org/uri.html).
    private static func unchangeable(_ path: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            switch UInt8(byte) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return uri + "?immutable=1"
    }
}
