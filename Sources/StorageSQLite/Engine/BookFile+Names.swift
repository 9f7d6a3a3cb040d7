import Bookkeeping
import Files
import SystemPackage

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// New names of a complete file. Each is on the disk, as is the content of the file, when the call
/// returns. All throw `.inputOutput`; a new name that is not on the disk is taken back then.
extension BookFile {
    /// Renames the file to `name`, or to `name-2`, `name-3`, … if that is taken, even by a link
    /// that leads to nothing. Returns the path.
    func move(toFirstFree name: String) throws(BookError) -> String {
        try naming(name) {
            let path = try firstFree(name) { candidate in try moveUnlessTaken(to: candidate) }
            try Self.settle(path)
            return path
        }
    }

    /// Renames the file unless there is one with that name; returns whether there was none.
    func move(unlessTaken name: String) throws(BookError) -> Bool {
        try naming(name) {
            guard try moveUnlessTaken(to: name) else { return false }
            try Self.settle(name)
            return true
        }
    }

    /// Renames the file to the path of another one, which it replaces.
    /// `syncName` makes sure that this is on the disk.
    func move(over other: BookFile) throws(BookError) {
        try naming(other.path) {
            guard rename(path, other.path) == 0 else { throw Errno(rawValue: errno) }
        }
    }

    /// Gives the file a second name (a hard link), `name` or `name-2`, `name-3`, … Returns the
    /// path. In a file system without hard links the file is renamed.
    func addName(firstFree name: String) throws(BookError) -> String {
        try naming(name) {
            let path = try firstFree(name) { candidate in
                if createLink(to: candidate) { return true }
                return errno == EEXIST ? false : try moveUnlessTaken(to: candidate)
            }
            // It may be the only name of the file by now, and stays.
            try syncFolder(FilePath(path).folder)
            return path
        }
    }

    /// Returns once the name of a book that replaced another one is on the disk. The other one is called
    /// `kept` now.
    ///
    /// - Throws: `.afterCommit`.
    func syncName(keptAs kept: String) throws(BookError) {
        do throws(Errno) { try syncFolder(FilePath(path).folder) } catch {
            throw .afterCommit(
                book: path, step: .sync, reason: error.description, kept: kept)
        }
    }

    /// Copies the bytes of the file to a new one, `name` or `name-2`, `name-3`, … Returns its path, and
    /// the descriptor of this file, which is still open: closing it ends the locks of the process on it
    /// (https://sqlite.org/howtocorrupt.html, section 2.2).
    func copied(
        toFirstFree name: String
    ) throws(BookError) -> (path: String, open: FileDescriptor) {
        var open: FileDescriptor?
        do {
            let names = try PartNames(in: FilePath(name).folder)
            let part = try names.create(mode: 0o600)
            defer { try? part.descriptor.close() }
            let copy = BookFile(path: part.path.string)
            // Without effect once it is moved. The names keep others from taking it for a leftover.
            defer { withExtendedLifetime(names) { copy.remove() } }
            try copy.takeModeAndOwner(of: self)
            let source = try FileDescriptor.open(
                FilePath(path), .readOnly, options: .closeOnExec)
            open = source
            try source.readPieces { try part.descriptor.writeAll($0) }
            return (try copy.move(toFirstFree: name), source)
        } catch {
            try? open?.close()
            throw .inputOutput(book: name, reason: "\(error)")
        }
    }

    private func naming<Value>(
        _ name: String, _ body: () throws -> Value
    ) throws(BookError) -> Value {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
            defer { try? file.close() }
            try file.sync()
            return try body()
        } catch {
            throw .inputOutput(book: name, reason: "\(error)")
        }
    }

    /// Returns once a new name of a file is on the disk; else takes the name back.
    private static func settle(_ name: String) throws {
        do {
            try syncFolder(FilePath(name).folder)
        } catch {
            unlink(name)
            throw error
        }
    }

    private func firstFree(
        _ name: String, _ take: (String) throws -> Bool
    ) throws -> String {
        var candidate = name
        var number = 1
        while try !take(candidate) {
            number += 1
            candidate = "\(name)-\(number)"
        }
        return candidate
    }

    /// Returns false if there is a file with that name.
    private func moveUnlessTaken(to name: String) throws -> Bool {
        if createLink(to: name) {
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

    private func createLink(to name: String) -> Bool { link(path, name) == 0 }
}
