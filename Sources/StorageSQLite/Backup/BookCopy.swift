import Bookkeeping
import CSQLite
import Files
import SystemPackage

/// A copy of a book, complete and on the disk, under a temporary name in the folder where it will be.
///
/// It is removed with this value unless it was given a name.
final class BookCopy {
    private let part: BookFile
    /// Keeps other processes from taking the copy for a leftover.
    private let names: PartNames
    private let folder: FilePath
    private var isKept = false

    /// Copies every page that `source` reads (https://sqlite.org/backup.html). The copy has the mode
    /// and owner of `model`. `name` is what errors call it.
    ///
    /// - Throws: `BookError`; nothing is left of the copy.
    init(
        of source: Connection, in folder: FilePath, like model: BookFile, named name: String
    ) throws(BookError) {
        self.folder = folder
        do throws(Errno) {
            names = try PartNames(in: folder)
            let created = try names.create(mode: 0o600)
            try? created.descriptor.close()
            part = BookFile(path: created.path.string)
        } catch {
            throw .cannotCreate(book: name, reason: error.description)
        }
        try part.takeModeAndOwner(of: model)
        try Self.copyPages(of: source, to: part.path)
    }

    deinit {
        if !isKept { part.remove() }
        PartNames.removeLeftovers(in: folder)
    }

    /// Reads the whole copy, and makes sure that nothing in it is damaged.
    ///
    /// - Throws: `.damaged`, which names the book `path`.
    func verify(as path: String) throws(BookError) {
        let connection = try Connection(path: part.path, mode: .reading, busyTimeout: 0)
        let lines = try Statement("PRAGMA integrity_check", on: connection).all {
            (row) throws(BookError) in try row.text(0)
        }
        if let line = lines.first, line != "ok" { throw .damaged(book: path, reason: line) }
    }

    /// Gives it the name `name`, or `name-2`, `name-3`, … if that is taken, and returns its path.
    ///
    /// - Throws: `.inputOutput`.
    func keep(asFirstFree name: String) throws(BookError) -> String {
        let path = try part.move(toFirstFree: name)
        isKept = true
        return path
    }

    /// Gives it the name `name`.
    ///
    /// - Throws: `.cannotCreate` if there is a file with that name, `.inputOutput`.
    func keep(as name: String) throws(BookError) {
        guard try part.move(unlessTaken: name) else {
            throw .cannotCreate(book: name, reason: "there is a file with that name")
        }
        isKept = true
    }

    /// Puts it in the place of a book, or where none is.
    ///
    /// - Throws: `.inputOutput`.
    func replace(_ book: BookFile) throws(BookError) {
        try part.move(over: book)
        isKept = true
    }

    private static func copyPages(of source: Connection, to copy: String) throws(BookError) {
        let target = try Connection(path: copy, mode: .writing(create: false), busyTimeout: 0)
        // So that the system crashes with the whole copy on the disk, or before it has a name.
        try target.execute("PRAGMA synchronous = FULL")
        if try source.pages() != .unprotected { try target.protectNewFile() }
        guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw target.error(sqlite3_errcode(target.handle))
        }
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        switch code {
        case SQLITE_DONE: return
        case SQLITE_BUSY, SQLITE_LOCKED: throw .busy(book: source.path)
        case Connection.wrongPage: throw source.error(code)
        default: throw target.error(code)
        }
    }
}
