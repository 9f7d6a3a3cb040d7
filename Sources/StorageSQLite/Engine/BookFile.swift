import Bookkeeping
import Files
import Mining
import SystemPackage

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

    func content() throws(BookError) -> Content {
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
        guard Self.isSQLite(header), header.count == 100 else {
            return .foreign(reason: "it is not an SQLite file")
        }
        guard Self.integer(header[68..<72]) == Self.applicationID else {
            return .foreign(reason: "it is another program's SQLite file")
        }
        return .book(version: Self.integer(header[60..<64]))
    }

    /// Whether it begins as every SQLite database does (https://sqlite.org/fileformat.html).
    var isSQLite: Bool { (try? header()).map(Self.isSQLite) ?? false }

    private static func isSQLite(_ header: [UInt8]) -> Bool {
        header.starts(with: Array("SQLite format 3\0".utf8))
    }

    /// Whether nothing can be changing it: its folder can't be written and holds neither
    /// write-ahead log nor journal of it.
    var isUnchangeable: Bool {
        access(folder, W_OK) != 0 && access(path + "-wal", F_OK) != 0
            && access(path + "-journal", F_OK) != 0
    }

    /// Makes an empty file with the mode and owner of `other`.
    ///
    /// - Throws: `.cannotCreate`, also where there is a file of this name.
    func create(like other: BookFile) throws(BookError) {
        var status = stat()
        guard stat(other.path, &status) == 0 else { throw other.failure() }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw cannotCreate() }
        defer { close(descriptor) }
        // The owner can be kept by root alone, and by others if it is their own.
        _ = fchown(descriptor, status.st_uid, status.st_gid)
        guard fchmod(descriptor, status.st_mode & 0o777) == 0 else { throw cannotCreate() }
    }

    /// Renames the file to `name`, or to `name-2`, `name-3`, … where that is taken, once its
    /// content is on the disk. Returns the path when the new name is on the disk as well.
    ///
    /// - Throws: `.cannotCreate`, `.inputOutput`.
    func move(toFirstFree name: String) throws(BookError) -> String {
        var candidate = name
        var number = 1
        while access(candidate, F_OK) == 0 {
            number += 1
            candidate = "\(name)-\(number)"
        }
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            defer { try? file.close() }
            try file.sync()
            guard rename(path, candidate) == 0 else { throw Errno(rawValue: errno) }
            try syncFolder(folder)
        } catch {
            throw .inputOutput(book: candidate, reason: "\(error)")
        }
        return candidate
    }

    func remove() { unlink(path) }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The first 100 bytes, or all where there are fewer.
    private func header() throws(BookError) -> [UInt8] {
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

    /// Why the last call of the system failed, in its words.
    private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "" }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
