import Bookkeeping
import Files
import Mining
import SystemPackage

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

    enum Content {
        case absent
        /// No bytes: what an interrupted first write leaves, and what `mktemp` creates.
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
        let header = try header()
        guard header.starts(with: Self.start), header.count == 100 else {
            return .foreign(reason: "it is not an SQLite file")
        }
        guard Self.integer(header[68..<72]) == Self.applicationID else {
            return .foreign(reason: "it is another program's SQLite file")
        }
        return .book(version: Self.integer(header[60..<64]))
    }

    /// Whether no process can change it: its folder is read-only and has neither a write-ahead log nor
    /// a journal of it.
    var isUnchangeable: Bool {
        access(folder, W_OK) != 0 && access(path + "-wal", F_OK) != 0
            && access(path + "-journal", F_OK) != 0
    }

    /// - Throws: `.cannotCreate`.
    func takeModeAndOwner(of other: BookFile) throws(BookError) {
        var status = stat()
        guard stat(other.path, &status) == 0 else { throw other.failure() }
        // The owner can be kept by root alone, and by others if it is their own.
        _ = chown(path, status.st_uid, status.st_gid)
        guard chmod(path, status.st_mode & 0o777) == 0 else { throw cannotCreate() }
    }

    /// Renames the file to `name`, or to `name-2`, `name-3`, … if that is taken, be it by a link that
    /// leads to nothing, once its content is on the disk. Returns the path when the new name is on
    /// the disk as well.
    ///
    /// - Throws: `.inputOutput`.
    func move(toFirstFree name: String) throws(BookError) -> String {
        var candidate = name
        var number = 1
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .readOnly, options: .closeOnExec)
            defer { try? file.close() }
            try file.sync()
            while try !moveUnlessTaken(to: candidate) {
                number += 1
                candidate = "\(name)-\(number)"
            }
            try syncFolder(FilePath(path).folder)
        } catch {
            throw .inputOutput(book: candidate, reason: "\(error)")
        }
        return candidate
    }

    /// Returns false if there is a file with that name.
    private func moveUnlessTaken(to name: String) throws(Errno) -> Bool {
        if link(path, name) == 0 {
            unlink(path)
            return true
        }
        if errno == EEXIST { return false }
        // A file system without hard links: the name is taken first, and then replaced.
        let taken = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard taken >= 0 else {
            guard errno == EEXIST else { throw Errno(rawValue: errno) }
            return false
        }
        close(taken)
        guard rename(path, name) == 0 else {
            let error = Errno(rawValue: errno)
            unlink(name)
            throw error
        }
        return true
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

    /// Why the last system call failed.
    private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "" }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
