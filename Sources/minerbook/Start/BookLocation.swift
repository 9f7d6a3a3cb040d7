import Bookkeeping
import StorageSQLite
import SystemPackage

/// Where a book is, as `--database` names it, and how to open it. The only place that knows which
/// storage engines there are: another one is another case here.
struct BookLocation {
    /// As the user named it.
    let path: String

    /// Where `--database` says, else `$MINERBOOK_DATABASE`, else `minerbook.db` in this folder.
    init(option: String?) {
        path = option ?? Streams.environment("MINERBOOK_DATABASE") ?? "minerbook.db"
    }

    /// - Throws: `BookError`. See `BookAccess` for what opening may change.
    func open(for access: BookAccess) throws(BookError) -> any OpenBook {
        try SQLiteBook(path: path, for: access)
    }

    /// An empty book in memory, which ends with the process.
    static func scratch() throws(BookError) -> any OpenBook { try SQLiteBook() }

    /// The files that the engine keeps beside the book while it is written.
    var journals: [FilePath] { SQLiteBook.journals(of: path) }

    /// How the paths of the copies begin that an upgrade of the book keeps.
    var copyStarts: [FilePath] { SQLiteBook.copyStarts(of: path) }

    /// Why a file that begins with these bytes must not be replaced: a storage engine could have
    /// written it. Nil if none could.
    static func refusal(ofFirstBytes bytes: [UInt8]) -> String? {
        SQLiteBook.isDatabase(firstBytes: bytes) ? "it is a database, such as a book" : nil
    }
}
