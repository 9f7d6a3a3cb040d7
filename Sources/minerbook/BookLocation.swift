import Bookkeeping
import StorageSQLite

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
    var journals: [String] { SQLiteBook.journals(of: path) }

    /// Whether there is a file at `path` that a storage engine could have written: a book, or
    /// another database.
    static func isDatabase(at path: String) -> Bool { SQLiteBook.isDatabase(at: path) }
}
