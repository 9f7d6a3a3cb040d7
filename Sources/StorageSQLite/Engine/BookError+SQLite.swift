import Bookkeeping
import CSQLite

extension BookError {
    /// What an SQLite result code means for a book; the one place where SQLite's text enters.
    ///
    /// The program's statements are tested. So if SQLite cannot make sense of one (`SQLITE_ERROR`:
    /// no such table), the tables are not the program's; if rows break a constraint
    /// (`SQLITE_CONSTRAINT`), the rows are not (https://sqlite.org/rescode.html).
    init(code: Int32, message: String, path: String) {
        switch code {
        case SQLITE_READONLY | (4 << 8):
            // SQLITE_READONLY_DBMOVED: another process has replaced the file.
            self = .busy(book: path)
            return
        case SQLITE_READONLY | (3 << 8), SQLITE_READONLY | (1 << 8), SQLITE_READONLY | (2 << 8):
            // SQLITE_READONLY_ROLLBACK, _RECOVERY and _CANTLOCK.
            self = .interrupted(book: path)
            return
        default: break
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy(book: path)
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(book: path)
        case SQLITE_CANTOPEN: self = .cannotOpen(book: path, reason: message)
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_FORMAT, SQLITE_CONSTRAINT,
            SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE:
            self = .damaged(book: path, reason: message)
        case SQLITE_IOERR, SQLITE_FULL, SQLITE_NOLFS:
            self = .inputOutput(book: path, reason: message)
        default: self = .unexpected(book: path, reason: message)
        }
    }
}
