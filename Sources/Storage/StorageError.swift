import CSQLite
import Mining

/// Why a book could not be opened, read or written, as facts.
///
/// `description` is the sentence to print: where, what, and what to do. Every failed call of
/// this module leaves the book as it was.
package enum StorageError: Error, Sendable, Hashable {
    /// There is no file of that name.
    case noSuchBook(path: String)
    /// The file is there and cannot be opened or read.
    case cannotOpen(path: String, reason: String)
    /// The file, or the copy before a migration, cannot be made.
    case cannotCreate(path: String, reason: String)
    /// A file of something else, or of nothing yet. It was not touched.
    case notABook(path: String, reason: String)
    /// A book of a newer program, whose tables this one can't know. It was not touched.
    case newerVersion(path: String, found: Int, known: Int)
    /// A book of an older program, opened for reading, which never changes it.
    case olderVersion(path: String, found: Int, known: Int)
    /// A migration does not fit the book. The book is as before it.
    case migrationFailed(path: String, migration: String, reason: String)
    /// A table, index or trigger is not that of the book's version, so that writing could lose what
    /// it had. It was not touched.
    case foreignSchema(path: String, SchemaDifference)
    /// The file is not as SQLite or this program leaves one.
    case damaged(path: String, reason: String)
    /// Whoever wrote last was interrupted, and the file can't be mended where it can't be
    /// written.
    case interrupted(path: String)
    /// Another program was writing, or reading while this one wanted to write, for longer than
    /// the time to wait.
    case busy(path: String)
    /// The file or its folder can't be written.
    case readOnly(path: String)
    /// Reading or writing failed below SQLite: a full or faulty disk.
    case inputOutput(path: String, reason: String)
    /// A value that contradicts its column's rule.
    case unreadable(path: String, column: String, value: String)
    /// A row names a subject that the book doesn't have.
    case unknownSubject(code: String)
    /// A row makes a company or group of a code that is something else.
    case codeTaken(code: String, by: Subject.Kind, wanted: Subject.Kind)
    /// No import has this number; `last` is the greatest that one has, `nil` in an empty book.
    case noSuchImport(number: Int, last: Int?)
    case undoneAlready(number: Int, at: Timestamp)
    /// An import that can't be taken back, since something later rests on it.
    case importNeeded(number: Int, by: Dependence)
    /// Anything else that SQLite refuses: an error of this program.
    case unexpected(path: String, reason: String)
}

extension StorageError {
    /// What an SQLite result code means for a book; the one place where SQLite's text enters.
    ///
    /// Statements are the program's own and are tested, so one that SQLite can't make sense of
    /// (`SQLITE_ERROR`: no such table) means that the tables are not the program's
    /// (https://sqlite.org/rescode.html).
    init(code: Int32, message: String, path: String) {
        switch code {
        case SQLITE_READONLY | (3 << 8), SQLITE_READONLY | (1 << 8), SQLITE_READONLY | (2 << 8):
            // SQLITE_READONLY_ROLLBACK, _RECOVERY and _CANTLOCK.
            self = .interrupted(path: path)
            return
        default: break
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy(path: path)
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
        case SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: message)
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_FORMAT:
            self = .damaged(path: path, reason: message)
        case SQLITE_IOERR, SQLITE_FULL, SQLITE_NOLFS:
            self = .inputOutput(path: path, reason: message)
        default: self = .unexpected(path: path, reason: message)
        }
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noSuchBook(let path):
            "\(path): there is no such book; make one with init or import, or name another "
                + "with --database"
        case .cannotOpen(let path, let reason):
            "\(path): cannot be opened: \(reason)"
        case .cannotCreate(let path, let reason):
            "\(path): cannot be created: \(reason)"
        case .notABook(let path, let reason):
            "\(path): is not a minerbook book: \(reason); it was left untouched"
        case .newerVersion(let path, let found, let known):
            "\(path): has schema \(found), but this program knows up to \(known); use a newer "
                + "minerbook; the book was left untouched"
        case .olderVersion(let path, let found, let known):
            "\(path): has schema \(found), but this program reads \(known); run init on it to "
                + "upgrade it, which keeps a copy of it"
        case .migrationFailed(let path, let migration, let reason):
            "\(path): could not be upgraded by \(migration): \(reason); the book is as before"
        case .foreignSchema(let path, let difference):
            "\(path): \(difference), so nothing is written to this book; restore a backup, or "
                + "export it with --output FOLDER and import those files into a new book"
        case .damaged(let path, let reason):
            "\(path): is damaged: \(reason); run check for details, and restore a backup"
        case .interrupted(let path):
            "\(path): was left in the middle of a write; open it once where file and folder can "
                + "be written, which mends it"
        case .busy(let path):
            "\(path): is in use by another program; try again"
        case .readOnly(let path):
            "\(path): cannot be written; check the permissions of the file and its folder"
        case .inputOutput(let path, let reason):
            "\(path): reading or writing failed: \(reason); check the disk"
        case .unreadable(let path, let column, let value):
            "\(path): \(column) holds \(value), which cannot be; run check for details, and "
                + "restore a backup"
        case .unknownSubject(let code):
            "no company or group is called \"\(code)\"; import companies first"
        case .codeTaken(let code, let kind, let wanted):
            "\"\(code)\" is a \(kind.rawValue) of the book and can't be a \(wanted.rawValue) too; "
                + "choose another code"
        case .noSuchImport(let number, let last):
            "there is no import \(number); "
                + (last.map { "the last is \($0); see minerbook list imports" }
                    ?? "this book has none")
        case .undoneAlready(let number, let moment):
            "import \(number) was undone already, at \(moment)"
        case .importNeeded(let number, let dependence):
            "import \(number) cannot be undone: \(dependence)"
        case .unexpected(let path, let reason):
            "\(path): SQLite refused a statement: \(reason); please report this"
        }
    }
}
