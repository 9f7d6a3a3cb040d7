import Bookkeeping

extension PostgresBook: TableReader {
    package var keepsUsers: Bool { true }

    package func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        try PostgresTableWalk(over: table, on: connection)
    }

    package func lastImportNumber() throws(BookError) -> Int {
        // Another program may have added an import by itself.
        let rows = try connection.query(
            "SELECT greatest(last_import, (SELECT max(number) FROM import)) FROM minerbook")
        return try connection.only(rows).integer(0)
    }
}
