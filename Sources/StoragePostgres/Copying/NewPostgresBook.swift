import Bookkeeping
import CPostgres

/// A book in a schema that has none, which is being made from the rows of another one, in one transaction.
/// So a copy that fails or is interrupted leaves no table.
package final class NewPostgresBook: NewBook {
    private let book: PostgresBook
    private let connection: Connection
    /// The table whose rows are being sent, with the types of its columns.
    private var open: (table: BookTable, types: [Oid])?

    /// Makes a book at `address`, which libpq reads, from what `fill` adds to it, and returns what `fill`
    /// returns. Messages call the book `name`, which has no password. The server shows `program` to
    /// others.
    ///
    /// - Throws: what opening a book throws; `.cannotCreate` if the schema has a book, or other tables of
    ///   these names; `.busy`; what `fill` throws. There is no book then.
    package static func create<Value>(
        address: String, name: String, busyTimeout: Int = 10_000, program: String,
        _ fill: (any NewBook) throws(BookError) -> Value
    ) throws(BookError) -> Value {
        let book = try PostgresBook(
            connectedTo: address, name: name, busyTimeout: busyTimeout, program: program)
        return try book.transactionWithoutChecks(failure: \.self) { () throws(BookError) in
            guard try !book.isInSchema() else {
                throw .cannotCreate(
                    book: name,
                    reason: "there is a book; name a database or search_path without one")
            }
            try book.createTables()
            // What the migrations put there is among the rows of the book.
            let tables = BookTable.all(withUsers: true).map(\.name)
            try book.connection.execute("TRUNCATE \(tables.joined(separator: ", "))")
            return .commit(try fill(NewPostgresBook(book)))
        }
    }

    private init(_ book: PostgresBook) {
        self.book = book
        connection = book.connection
    }

    package var keepsUsers: Bool { true }

    package func add(_ rows: TableRows, to table: BookTable) throws(BookError) {
        let types = try begin(table)
        var binary = BinaryRows()
        for index in 0..<rows.count {
            binary.beginRow(columns: types.count)
            for ((column, value), type) in zip(zip(table.columns, rows[index]), types) {
                let problem = binary.append(value, as: type, column, of: rows)
                guard let problem else { continue }
                throw .unstorable(
                    book: connection.book, row: rows.title(of: index, in: table),
                    reason: "its \(column.name) \(problem)")
            }
        }
        try sending(table) { () throws(ServerError) in try connection.send(binary.bytes) }
    }

    package func complete(lastImport: Int) throws(BookError) {
        try end()
        _ = try connection.query("UPDATE minerbook SET last_import = $1", [.integer(lastImport)])
        // Corrections keep the numbers of subjects that were deleted.
        let numbers =
            [
                ("import_file", "SELECT max(id) FROM import_file"),
                ("source", "SELECT max(id) FROM source"),
                (
                    "subject",
                    """
                    SELECT greatest(
                        (SELECT max(id) FROM subject), (SELECT max(subject) FROM subject_correction))
                    """
                ),
            ]
            + BookTable.Kept.all.map {
                ($0.corrections.name, "SELECT max(id) FROM \($0.corrections.name)")
            }
        _ = try connection.pipeline(
            numbers.map { table, last in
                Query(
                    sql: """
                        SELECT setval(
                            pg_get_serial_sequence('\(table)', 'id'), greatest((\(last)), 0) + 1, false)
                        """)
            })
    }

    package func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        try book.rows(of: table)
    }

    package func lastImportNumber() throws(BookError) -> Int { try book.lastImportNumber() }

    // MARK: Sending

    /// Begins to send rows of a table, unless that is under way. Returns the types of its columns.
    private func begin(_ table: BookTable) throws(BookError) -> [Oid] {
        if let open, open.table == table { return open.types }
        try end()
        let types = try connection.types(of: table)
        try sending(table) { () throws(ServerError) in
            try connection.beginCopy(
                "COPY \(table.target) FROM STDIN (FORMAT binary)", PGRES_COPY_IN)
            try connection.send(BinaryRows.start)
        }
        open = (table, types)
        return types
    }

    /// Ends the sending of rows.
    private func end() throws(BookError) {
        guard let table = open?.table else { return }
        open = nil
        try sending(table) { () throws(ServerError) in
            try connection.send(BinaryRows.end)
            try connection.endSending()
        }
    }

    /// - Throws: `.unstorable` if the server refuses a row: a value that its type does not have, one that
    ///   breaks a constraint, or one that is too long.
    private func sending(
        _ table: BookTable, _ body: () throws(ServerError) -> Void
    ) throws(BookError) {
        do throws(ServerError) { try body() } catch {
            guard ["22", "23", "54"].contains(error.code.prefix(2)) else {
                throw BookError(error, book: connection.book)
            }
            let details = error.detail.map { " (\($0))" } ?? ""
            throw .unstorable(
                book: connection.book, row: "a row of \(table.name)",
                reason: error.message + details)
        }
    }
}

extension BinaryRows {
    /// Adds a value of a row. Returns what is wrong with it if the column cannot hold it.
    fileprivate mutating func append(
        _ value: TableRows.Value, as type: Oid, _ column: BookTable.Column, of rows: TableRows
    ) -> String? {
        switch value {
        case .null where column.kind == .keyDay || column.kind == .publicationDay: appendNoDay()
        case .null where column.isEmptyForNone: append([])
        case .null: appendNull()
        case .integer(let number):
            if !append(number, as: type) { return "\(number) is out of range" }
        case .text(let range):
            let text = rows.texts[range]
            if text.contains(0) { return "has a NUL character" }
            if (try? UTF8Span(validating: rows.texts.span.extracting(range))) == nil {
                return "is not valid UTF-8"
            }
            append(text)
        }
        return nil
    }
}
