import Mining

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that may be a book, looked at before SQLite is let near it: opening a file for
/// writing may already change it (https://sqlite.org/lockingv3.html, hot journals).
struct BookFile {
    /// `application_id` of every book: "MINR" (https://sqlite.org/fileformat.html, offset 68).
    static let applicationID = 0x4D49_4E52

    enum Content {
        case absent
        /// No bytes: what an interrupted first write leaves, and what `mktemp` makes.
        case empty
        /// An SQLite file with this program's `application_id`.
        case book(version: Int)
        case foreign(reason: String)
    }

    let path: String

    func content() throws(StorageError) -> Content {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return .absent }
            throw failure()
        }
        // A pipe or terminal would keep the reader waiting.
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .foreign(reason: "it is not a file")
        }
        if status.st_size == 0 { return .empty }
        let header = try header()
        guard header.starts(with: Array("SQLite format 3\0".utf8)), header.count == 100 else {
            return .foreign(reason: "it is not an SQLite file")
        }
        guard Self.integer(header[68..<72]) == Self.applicationID else {
            return .foreign(reason: "it is another program's SQLite file")
        }
        return .book(version: Self.integer(header[60..<64]))
    }

    /// Whether nothing can be changing it: its folder can't be written and holds neither
    /// write-ahead log nor journal of it.
    var isUnchangeable: Bool {
        access(folder, W_OK) != 0 && access(path + "-wal", F_OK) != 0
            && access(path + "-journal", F_OK) != 0
    }

    /// The first name of `path.backup-vN`, `path.backup-vN-2`, … that is not taken.
    func backupPath(version: Int) -> String {
        let name = "\(path).backup-v\(version)"
        var candidate = name
        var number = 1
        while access(candidate, F_OK) == 0 {
            number += 1
            candidate = "\(name)-\(number)"
        }
        return candidate
    }

    /// Makes an empty file; throws where there is one of this name.
    func create() throws(StorageError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: Self.reason) }
        close(descriptor)
    }

    func remove() { unlink(path) }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The first 100 bytes, or all where there are fewer.
    private func header() throws(StorageError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw failure() }
        return Array(bytes.prefix(count))
    }

    private func failure() -> StorageError {
        .cannotOpen(path: path, reason: Self.reason)
    }

    /// Why the last call of the system failed, in its words.
    private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "" }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
