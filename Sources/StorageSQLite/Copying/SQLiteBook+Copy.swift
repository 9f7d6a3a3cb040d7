import Bookkeeping

extension SQLiteBook: TableReader {
    package var keepsUsers: Bool { false }

    package func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        try SQLiteTableWalk(over: table, on: connection)
    }

    package func lastImportNumber() throws(BookError) -> Int {
        try connection.lastImportNumber()
    }
}

extension Connection {
    /// The last number that was given to an import, as SQLite counts them
    /// (https://sqlite.org/autoinc.html).
    func lastImportNumber() throws(BookError) -> Int {
        try integer(
            """
            SELECT max(
                (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'import'),
                (SELECT coalesce(max(number), 0) FROM import))
            """)
    }
}
