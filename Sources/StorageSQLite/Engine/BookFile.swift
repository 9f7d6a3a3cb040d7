import Bookkeeping
import Mining

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that may be a book. It is examined before SQLite opens it, since opening a file for writing
/// may already change it (https://sqlite.org/lockingv3.html, hot journals).
struct BookFile {
    /// `application_id` of every book: "MINR" (https://sqlite.org/fileformat.html, offset 68).
    static let applicationID = 0x4D49_4E52

    /// How every SQLite database begins (https://sqlite.org/fileformat.html).
    static let start = Array("SQLite format 3\0".utf8)

    /// How every rollback journal of SQLite begins.
    static let journalStart: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

    enum Content {
        case absent
        /// No bytes, or only those of an interrupted first write; what `mktemp` creates, too.
        case empty
        /// An SQLite file with this program's `application_id`.
        case book(version: Int)
        case foreign(reason: String)
    }

    let path: String

    func content() throws(BookError) -> Content {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return .absent }
            throw failure()
        }
        // Reading a pipe or terminal would block.
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .foreign(reason: "it is not a file")
        }
        if status.st_size == 0 { return .empty }
        let header = try firstBytes(of: path)
        guard header.starts(with: Self.start), header.count == 100 else {
            return wasBeingCreated ? .empty : .foreign(reason: "it is not an SQLite file")
        }
        guard Self.integer(header[68..<72]) == Self.applicationID else {
            return .foreign(reason: "it is another program's SQLite file")
        }
        return .book(version: Self.integer(header[60..<64]))
    }

    /// Whether no process can change it: its folder is read-only and has neither a write-ahead log nor
    /// a journal of it.
    var isUnchangeable: Bool { access(folder, W_OK) != 0 && !hasJournal }

    /// Whether a write-ahead log or a journal of it is beside it.
    var hasJournal: Bool {
        access(path + "-wal", F_OK) == 0 || access(path + "-journal", F_OK) == 0
    }

    /// - Throws: `.cannotCreate`.
    func takeModeAndOwner(of other: BookFile) throws(BookError) {
        var status = stat()
        guard stat(other.path, &status) == 0 else { throw other.failure() }
        // Only root can give a file to another owner, so a failure is ignored.
        _ = chown(path, status.st_uid, status.st_gid)
        guard chmod(path, status.st_mode & 0o777) == 0 else { throw cannotCreate() }
    }

    func remove() { unlink(path) }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether the journal beside the file says that the file was empty before the first write. After
    /// a power loss any of the new pages may be missing; SQLite will empty the file again
    /// (https://sqlite.org/fileformat.html#the_rollback_journal).
    private var wasBeingCreated: Bool {
        guard let journal = try? firstBytes(of: SQLiteBook.place(of: path).string + "-journal")
        else { return false }
        return journal.starts(with: Self.journalStart) && journal.count >= 20
            && Self.integer(journal[16..<20]) == 0
    }

    /// The first 100 bytes, or all if there are fewer.
    private func firstBytes(of path: String) throws(BookError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure() }
        return Array(bytes.prefix(count))
    }

    private func failure() -> BookError {
        .cannotOpen(book: path, reason: Self.reason)
    }

    private func cannotCreate() -> BookError {
        .cannotCreate(book: path, reason: Self.reason)
    }

    /// Why the last system call failed.
    private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "" }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
