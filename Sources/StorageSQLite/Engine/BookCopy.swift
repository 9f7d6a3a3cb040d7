import Bookkeeping
import CSQLite
import Files
import SystemPackage

/// The copy of a book that an upgrade keeps: `NAME.backup-vN` beside it, N its version.
///
/// It appears under that name once it is complete and on the disk, with the mode and owner of the
/// book.
struct BookCopy {
    let path: String

    /// What the version follows in the names of copies.
    static let ending = ".backup-v"

    /// Copies every page (https://sqlite.org/backup.html). The caller holds the book's write lock,
    /// so no other process makes a copy of it meanwhile.
    ///
    /// - Throws: `BookError`; nothing is left of the copy.
    init(of book: BookFile, version: Int) throws(BookError) {
        let name = "\(book.path)\(Self.ending)\(version)"
        let names: PartNames
        let part: BookFile
        do throws(Errno) {
            names = try PartNames(in: FilePath(book.path).folder)
            let created = try names.create(mode: 0o600)
            try? created.descriptor.close()
            part = BookFile(path: created.path.string)
        } catch {
            throw .cannotCreate(book: name, reason: error.description)
        }
        do throws(BookError) {
            try part.takeModeAndOwner(of: book)
            try Self.copyPages(of: book.path, to: part.path)
            path = try part.move(toFirstFree: name)
        } catch {
            part.remove()
            throw error
        }
        PartNames.removeLeftovers(in: FilePath(book.path).folder)
    }

    /// Deletes the copy: the upgrade was refused, and the book is as before.
    func remove() { BookFile(path: path).remove() }

    /// A connection that is writing cannot be copied from, so another one reads.
    private static func copyPages(of path: String, to copy: String) throws(BookError) {
        let source = try Connection(path: path, mode: .reading, busyTimeout: 0)
        let target = try Connection(path: copy, mode: .writing(create: false), busyTimeout: 0)
        if try source.pages() != .unprotected { try target.protectNewFile() }
        guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw target.error(sqlite3_errcode(target.handle))
        }
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw target.error(code) }
    }
}
