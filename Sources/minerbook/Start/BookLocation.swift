import Bookkeeping
import Mining
import StorageSQLite
import SystemPackage

/// The path of a book, as given by `--database`, and how to open it. Only this type knows which
/// storage engines exist; another engine is opened here.
struct BookLocation {
    /// The path as given, links not followed.
    let path: String
    /// How long to wait for other programs that use the book.
    let waiting: WaitingTime
    /// The value of `--database`; nil if it is not given.
    private let option: String?

    /// Uses the value of `--database`. If it is not given: `$MINERBOOK_DATABASE`, or `minerbook.db`
    /// in the current folder.
    init(option: String?, waiting: WaitingTime = .usual) {
        self.option = option
        self.waiting = waiting
        path = option ?? Streams.environment("MINERBOOK_DATABASE") ?? "minerbook.db"
    }

    /// - Throws: `BookError`. See `BookAccess` for what opening may change.
    func open(for access: BookAccess) throws(BookError) -> any OpenBook {
        try SQLiteBook(path: path, for: access, busyTimeout: milliseconds)
    }

    private var milliseconds: Int { waiting.seconds * 1000 }

    /// A command line about this book, to be copied from a message: `minerbook undo 3`, with
    /// `--database` if it was given.
    func commandLine(_ command: String) -> String {
        guard let option else { return "minerbook \(command)" }
        let isPlain = option.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0))
        }
        let word = isPlain ? option : "'\(option.replacing("'", with: "'\\''"))'"
        return "minerbook \(command) --database \(word)"
    }

    /// The program that keeps others from using the book, such as `python3 (process 1234)`; nil if
    /// there is none, or if the system does not tell. To be called when the book is not open.
    var user: String? { SQLiteBook.user(of: path) }

    /// An empty book in memory, which is discarded when the process ends.
    static func inMemory() throws(BookError) -> any OpenBook { try SQLiteBook() }

    /// Copies the book to a new file, or to one beside it with `moment` in its name, and returns the
    /// path of the copy.
    ///
    /// - Throws: `BookError`; then there is no copy.
    func backUp(to file: String?, at moment: Timestamp) throws(BookError) -> String {
        try SQLiteBook.backUp(path, to: file, at: moment, busyTimeout: milliseconds)
    }

    /// Replaces the book by a copy, and returns where the replaced book is kept; nil if there was none.
    ///
    /// - Throws: `BookError`; then the book is as it was.
    func restore(from file: String, at moment: Timestamp) throws(BookError) -> String? {
        try SQLiteBook.restore(path, from: file, at: moment, busyTimeout: milliseconds)
    }

    /// The copies beside the book, by name; empty if there are none.
    ///
    /// - Throws: `BookError`.
    func backups() throws(BookError) -> [BookBackup] { try SQLiteBook.backups(of: path) }

    /// The files, such as a journal, that the engine creates beside the book while writing to it.
    var journals: [FilePath] { SQLiteBook.journals(of: path) }

    /// The paths of the copies that an upgrade of the book makes, without the version at the end.
    var upgradeCopyPrefixes: [FilePath] { SQLiteBook.upgradeCopyPrefixes(of: path) }

    /// Why a file that begins with these bytes must not be overwritten: it may belong to a storage
    /// engine. Returns nil if it does not.
    static func reasonToKeep(firstBytes bytes: [UInt8]) -> String? {
        SQLiteBook.isDatabase(firstBytes: bytes) ? "it is a database, such as a book" : nil
    }
}
