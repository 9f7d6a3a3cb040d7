import Bookkeeping
import Files
import Mining
import SystemPackage

/// A book in a new file, which is being made from the rows of another one.
///
/// The file has a temporary name until it is complete and on the disk, so a copy that fails or is killed
/// leaves no book.
package final class NewSQLiteBook: NewBook {
    private let file: BookCopy
    /// What errors call the book.
    private let name: String
    /// Writes; nil once the book is complete.
    private var writer: Connection?
    /// Reads the complete book from its file.
    private var reader: Connection?
    /// The statement that inserts into the table that was written to last.
    private var insert: (table: BookTable, statement: Statement)?

    /// Makes a book at `path` from what `fill` adds to it, and returns what `fill` returns. The file has
    /// the mode and owner of the one at `model`, or (nil) those of any new file.
    ///
    /// - Throws: `.cannotCreate` if there is a file, `.cannotOpen` if there is a journal of another book;
    ///   `.inputOutput`; what `fill` throws. There is no new file then.
    package static func create<Value>(
        at path: String, like model: String?,
        _ fill: (any NewBook) throws(BookError) -> Value
    ) throws(BookError) -> Value {
        let book = BookFile(path: path)
        guard case .absent = try book.content() else {
            throw .cannotCreate(
                book: path, reason: "there is a file with that name; name a new one")
        }
        try SQLiteBook.refuseJournal(of: book, path)
        let new = try NewSQLiteBook(at: path, like: model)
        let value = try fill(new)
        try new.file.keep(as: path)
        return value
    }

    private init(at path: String, like model: String?) throws(BookError) {
        name = path
        file = try BookCopy(
            in: FilePath(path).folder, like: model.map(BookFile.init), named: path)
        let writer = try file.emptyBook(named: path).connection
        // Rows that have orphans in the book have them in the copy: foreign keys are not checked.
        try writer.execute("BEGIN IMMEDIATE")
        // What the migrations put there is among the rows of the book. Corrections are deleted last,
        // since triggers add some.
        for table in BookTable.all(withUsers: false) {
            try writer.execute("DELETE FROM \(table.name)")
        }
        self.writer = writer
    }

    package var keepsUsers: Bool { false }

    package func add(_ rows: TableRows, to table: BookTable) throws(BookError) {
        let statement = try statement(for: table)
        for index in 0..<rows.count {
            var parameter: Int32 = 0
            for (column, value) in zip(table.columns, rows[index]) {
                parameter += 1
                try statement.bind(value, as: column.kind, of: rows, at: parameter)
            }
            if table.name == "source", case .text(let range)? = rows[index].last {
                let digest = SourceDigest.digest(of: rows.texts.span.extracting(range))
                try statement.bind(digest, at: parameter + 1)
            }
            try statement.run()
        }
    }

    package func complete(lastImport: Int) throws(BookError) {
        guard let writer else { return }
        insert = nil
        // SQLite has counted the numbers of the imports that were added.
        if try writer.lastImportNumber() < lastImport {
            try writer.execute(
                """
                DELETE FROM sqlite_sequence WHERE name = 'import';
                INSERT INTO sqlite_sequence (name, seq) VALUES ('import', \(lastImport));
                """)
        }
        do throws(BookError) { try writer.commit() } catch .afterCommit(_, _, let reason, _) {
            // The file is not used then.
            throw .inputOutput(book: name, reason: reason)
        }
        self.writer = nil
        reader = try file.reader(named: name)
    }

    package func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        try SQLiteTableWalk(over: table, on: try completeBook())
    }

    package func lastImportNumber() throws(BookError) -> Int {
        try completeBook().lastImportNumber()
    }

    private func completeBook() throws(BookError) -> Connection {
        guard let reader else {
            throw .unexpected(book: name, reason: "the new book is read before it is complete")
        }
        return reader
    }

    private func statement(for table: BookTable) throws(BookError) -> Statement {
        if let insert, insert.table == table { return insert.statement }
        guard let writer else {
            throw .unexpected(book: name, reason: "the new book is complete already")
        }
        let statement = try Statement(table.insert, on: writer, isKept: true)
        insert = (table, statement)
        return statement
    }
}

extension Statement {
    /// Binds a value of a row, in the form in which a file stores it.
    fileprivate func bind(
        _ value: TableRows.Value, as kind: BookTable.Column.Kind, of rows: TableRows,
        at parameter: Int32
    ) throws(BookError) {
        switch (value, kind) {
        case (.null, .keyDay): try bind(Day.unknownKey, at: parameter)
        case (.null, .publicationDay): try bind(Day.unknownPublication, at: parameter)
        case (.null, _): try bind(nil as Int?, at: parameter)
        case (.integer(let seconds), .moment):
            try bind(Timestamp(secondsSince1970: seconds).description, at: parameter)
        case (.integer(let number), _): try bind(number, at: parameter)
        case (.text(let range), _): try bind(rows.texts.span.extracting(range), at: parameter)
        }
    }
}
