import Bookkeeping
import Files
import Migrations
import Mining
import SystemPackage

extension SQLiteBook {
    /// Copies the book at `path` to a new file, as it is between two writes; others may read and write
    /// it meanwhile. Returns the path of the copy, which was read back as a whole.
    ///
    /// Without a `target` the copy is beside the book, with `moment` in its name.
    ///
    /// - Throws: `.cannotCreate` if `target` exists; what opening a book throws; `.damaged`. Nothing is
    ///   left of the copy then.
    package static func backUp(
        _ path: String, to target: String?, at moment: Timestamp, busyTimeout: Int = 10_000
    ) throws(BookError) -> String {
        let book = BookFile(path: path)
        let source = try source(book, busyTimeout)
        let name = target ?? "\(path).backup-\(moment.inFileName)"
        let copy = try BookCopy(
            of: source, in: FilePath(name).folder, like: book, named: name)
        try copy.verified(as: path)
        guard target != nil else { return try copy.keep(asFirstFree: name) }
        try copy.keep(as: name)
        return name
    }

    /// Replaces the book at `path` by the book in `backup`, which is read as a whole first. Returns
    /// where the replaced book is kept, with `moment` in its name; nil if there was none.
    ///
    /// The pages are written in one transaction, so that other processes that have the book open go on
    /// with the restored one. A book that is too damaged for that is replaced as a file.
    ///
    /// - Throws: what opening `backup` throws; `.notABook` if another program's file is at `path`;
    ///   `.cannotOpen` if a journal of a damaged or missing book is there; `.busy`. The book is as it
    ///   was then.
    package static func restore(
        _ path: String, from backup: String, at moment: Timestamp, busyTimeout: Int = 10_000
    ) throws(BookError) -> String? {
        let book = BookFile(path: place(of: path).string)
        let old = try book.content()
        if case .foreign(let reason) = old { throw .notABook(book: path, reason: reason) }
        let source = try source(BookFile(path: backup), busyTimeout)
        let isNew = if case .absent = old { true } else { false }
        let copy = try BookCopy(
            of: source, in: FilePath(book.path).folder,
            like: isNew ? BookFile(path: backup) : book, named: path)
        let restored = try copy.verified(as: backup)
        guard !isNew else {
            try refuseJournal(of: book, path)
            try copy.keep(as: book.path)
            return nil
        }
        let name = "\(book.path).replaced-\(moment.inFileName)"
        do {
            return try replacePages(of: book, path, by: restored, keepingAs: name, busyTimeout)
        } catch {
            guard case .damaged = error else { throw error }
            try refuseJournal(of: book, path)
            let kept = try book.addName(firstFree: name)
            try copy.replace(book, keptAs: kept)
            return kept
        }
    }

    /// Overwrites a book with the pages that `restored` reads. Returns the path of a copy of the
    /// old book.
    ///
    /// - Throws: `.damaged` if the book cannot be locked for that; `.busy`.
    private static func replacePages(
        of book: BookFile, _ path: String, by restored: Connection, keepingAs name: String,
        _ busyTimeout: Int
    ) throws(BookError) -> String {
        let connection = try Connection(
            path: book.path, mode: .writing(create: false), busyTimeout: busyTimeout)
        guard !connection.isReadOnly else { throw .readOnly(book: path) }
        try connection.endWALMode(within: busyTimeout)
        try connection.execute("PRAGMA synchronous = EXTRA")
        // Pages are overwritten, whatever is in them.
        try connection.tolerateWrongPages()
        var kept = ""
        // Closing any descriptor of the book ends the lock, so this one stays open until the pages
        // are written.
        var open: FileDescriptor?
        defer { try? open?.close() }
        do throws(BookError) {
            try restored.whileLocked { () throws(BookError) in
                try connection.takePages(of: restored, named: path) { () throws(BookError) in
                    (kept, open) = try book.copied(toFirstFree: name)
                }
            }
        } catch {
            guard case .afterCommit(_, let step, let reason, _) = error else { throw error }
            throw .afterCommit(book: path, step: step, reason: reason, kept: kept)
        }
        connection.sealPages()
        return kept
    }

    /// Throws `.cannotOpen` if a journal is beside the book: SQLite would apply it to the restored
    /// one.
    static func refuseJournal(of book: BookFile, _ path: String) throws(BookError) {
        guard book.hasJournal else { return }
        throw .cannotOpen(
            book: path,
            reason: "a journal of another book is beside it; move it to another folder, with the "
                + "book if there is one")
    }

    /// The copies of the book at `path` that are beside it, by name: every book whose name begins with
    /// that of the book and a point. Empty if there are none.
    ///
    /// - Throws: `.cannotOpen`, if the folder cannot be read.
    package static func backups(of path: String) throws(BookError) -> [BookBackup] {
        let place = place(of: path)
        guard let file = place.lastComponent?.string else { return [] }
        let names: [String]
        do throws(Errno) {
            names = try fileNames(in: place.folder)
        } catch {
            throw .cannotOpen(book: path, reason: error.description)
        }
        return names.sorted().filter { $0.hasPrefix("\(file).") }.compactMap { name in
            let path = place.folder == "." ? name : place.folder.appending(name).string
            return backup(BookFile(path: path))
        }
    }

    /// What a copy has; nil if it is no book.
    private static func backup(_ file: BookFile) -> BookBackup? {
        guard case .book(let version)? = try? file.content() else { return nil }
        let connection = try? Connection(path: file.path, mode: .reading, busyTimeout: 0)
        let statement = connection.flatMap {
            try? Statement("SELECT count(*), max(recorded) FROM import", on: $0)
        }
        guard let statement, (try? statement.step()) == true else {
            return BookBackup(path: file.path, version: version, imports: nil, last: nil)
        }
        return BookBackup(
            path: file.path, version: version, imports: try? statement.integer(0),
            last: try? statement.optionalTimestamp(1))
    }

    /// A connection that reads a book of this version or an older one.
    private static func source(
        _ book: BookFile, _ busyTimeout: Int
    ) throws(BookError) -> Connection {
        let content = try book.content()
        if case .foreign(let reason) = content { throw .notABook(book: book.path, reason: reason) }
        let (connection, version) = try reading(book, content, busyTimeout)
        let known = Migrations.migrations.count
        guard version <= known else {
            throw .newer(book: book.path, found: version, known: known)
        }
        guard version > 0 else { throw .notABook(book: book.path, reason: "it is empty") }
        return connection
    }
}

extension Timestamp {
    /// `20260115T123000Z`.
    fileprivate var inFileName: String {
        String(description.filter { $0 != "-" && $0 != ":" })
    }
}
