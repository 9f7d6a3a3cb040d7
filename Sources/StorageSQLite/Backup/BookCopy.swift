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
    convenience init(
        of source: Connection, in folder: FilePath, like model: BookFile, named name: String
    ) throws(BookError) {
        try self.init(in: folder, like: model, named: name)
        try Self.copyPages(of: source, to: part.path, named: name)
    }

    /// An empty file, to be filled. It has the mode and owner of `model`, or (nil) those of any new file.
    ///
    /// - Throws: `.cannotCreate`, which calls it `name`.
    init(in folder: FilePath, like model: BookFile?, named name: String) throws(BookError) {
        self.folder = folder
        do throws(Errno) {
            names = try PartNames(in: folder)
            let created = try names.create(mode: model == nil ? 0o644 : 0o600)
            try? created.descriptor.close()
            part = BookFile(path: created.path.string)
        } catch {
            throw .cannotCreate(book: name, reason: error.description)
        }
        if let model { try part.takeModeAndOwner(of: model) }
    }

    /// Makes the empty file a book without rows, which errors call `name`.
    func emptyBook(named name: String) throws(BookError) -> SQLiteBook {
        try SQLiteBook(emptyFile: part.path, named: name)
    }

    /// A connection that reads the file, which errors call `name`.
    func reader(named name: String) throws(BookError) -> Connection {
        try Connection(path: part.path, named: name, mode: .reading, busyTimeout: 0)
    }

    deinit {
        if !isKept { part.remove() }
        PartNames.removeLeftovers(in: folder)
    }

    /// Reads the whole copy, and makes sure that nothing in it is damaged. Returns the connection that
    /// reads it.
    ///
    /// - Throws: `.damaged`, which names the book `path`.
    @discardableResult
    func verified(as path: String) throws(BookError) -> Connection {
        let connection = try Connection(path: part.path, mode: .reading, busyTimeout: 0)
        let lines = try Statement("PRAGMA integrity_check", on: connection).all {
            (row) throws(BookError) in try row.text(0)
        }
        if let line = lines.first, line != "ok" { throw .damaged(book: path, reason: line) }
        return connection
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

    /// Replaces a book that is too damaged for any process to use. That book is also called `kept`.
    ///
    /// - Throws: `.inputOutput`, and `.afterCommit` once it is in place.
    func replace(_ book: BookFile, keptAs kept: String) throws(BookError) {
        try part.move(over: book)
        isKept = true
        try book.syncName(keptAs: kept)
    }

    private static func copyPages(
        of source: Connection, to copy: String, named name: String
    ) throws(BookError) {
        try source.whileLocked { () throws(BookError) in
            let (pages, _, wrong) = try source.comparePages()
            if let page = wrong.first {
                throw .damaged(
                    book: source.path, reason: "page \(page) does not match its checksum")
            }
            // Free pages may have any content.
            try source.tolerateWrongPages()
            let target = try Connection(path: copy, mode: .writing(create: false), busyTimeout: 0)
            if pages != .unprotected { try target.protectNewFile() }
            do throws(BookError) {
                try target.takePages(of: source, named: name)
            } catch .afterCommit(_, _, let reason, _) {
                // Only the copy was written, and it is not used.
                throw .inputOutput(book: name, reason: reason)
            }
        }
    }
}

extension Connection {
    /// Calls `body` while the connection holds a lock for reading.
    func whileLocked(_ body: () throws(BookError) -> Void) throws(BookError) {
        try execute("BEGIN")
        defer { try? execute("ROLLBACK") }
        // The first query takes the lock.
        _ = try integer("PRAGMA user_version")
        try body()
    }

    /// Replaces all pages by those that `source` reads, in one transaction. `name` is what errors call
    /// the file that is written. `source` must hold a lock for reading (`whileLocked`).
    ///
    /// `locked` is called when no other process can read or write the file any more, and before
    /// anything is written; what it throws ends the call.
    func takePages(
        of source: Connection, named name: String,
        locked: () throws(BookError) -> Void = {}
    ) throws(BookError) {
        guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
            throw error(sqlite3_errcode(handle))
        }
        defer { sqlite3_backup_finish(backup) }
        func failure(_ code: Int32) -> BookError {
            if code == Self.wrongPage { return source.error(code) }
            return BookError(
                code: code, message: String(cString: sqlite3_errstr(code)), path: name)
        }
        // The first step locks the file, even if it copies nothing.
        let locking = sqlite3_backup_step(backup, 0)
        guard locking == SQLITE_OK else { throw failure(locking) }
        try locked()
        // Both files are locked, so that only the end of the transaction can lock and unlock.
        let copying = sqlite3_backup_step(backup, -1)
        guard copying == SQLITE_DONE else { throw errorAfterCommit(copying) ?? failure(copying) }
    }
}
