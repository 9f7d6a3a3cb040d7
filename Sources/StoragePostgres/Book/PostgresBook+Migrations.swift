import Bookkeeping
import PostgresMigrations

extension PostgresBook {
    /// What a book says of its tables.
    struct Layout {
        /// The number of migrations that made them.
        var version: Int
        /// Whether the large ones are on several machines.
        var isDistributed: Bool
        /// Why figures would be read from a table that is not the book's; nil if none would.
        var difference: String?
    }

    /// The layout of the book; nil if the schema has none.
    func layout() throws(BookError) -> Layout? {
        do throws(ServerError) {
            let rows = try connection.attempt(
                """
                SELECT
                    version, to_regclass('minerbook_node') IS NOT NULL,
                    (SELECT min(difference) FROM (\(Self.hiddenTables)) AS hidden)
                FROM minerbook
                """, [.texts(Self.tables)])
            return try layout(in: rows)
        } catch {
            if error.isMissingTable { return nil }
            throw BookError(error, book: connection.book)
        }
    }

    /// What to throw where the server finds no book. It answers a user who may not use the schema
    /// of a book as if there were none.
    func errorWithoutBook() throws(BookError) -> BookError {
        let schema = try connection.query(
            """
            SELECT min(nspname::text)
            FROM pg_class
            JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE relname = 'minerbook' AND NOT has_schema_privilege(pg_namespace.oid, 'USAGE')
                AND lower(nspname) IN (
                    SELECT lower(replace(trim(BOTH ' "' FROM name), '$user', current_user))
                    FROM unnest(string_to_array(current_setting('search_path'), ',')) AS name)
            """
        ).first?.optionalText(0)
        guard let schema else { return .missing(book: connection.book) }
        return .notPermitted(
            book: connection.book,
            reason: "permission denied for schema \(schema), which has a book")
    }

    private func layout(in rows: Rows) throws(ServerError) -> Layout {
        guard rows.count == 1, let version = try? rows[0].integer(0),
            let isDistributed = try? rows[0].integer(1)
        else {
            throw ServerError(code: "XX001", message: "the table minerbook does not have one row")
        }
        return Layout(
            version: version, isDistributed: isDistributed == 1,
            difference: (try? rows[0].optionalText(2)) ?? nil)
    }

    /// Whether the schema has the tables of a book, of any version.
    func isInSchema() throws(BookError) -> Bool {
        let rows = try connection.query("SELECT to_regclass('minerbook') IS NOT NULL")
        return try rows.first?.integer(0) == 1
    }

    /// Brings the book up to the last migration, all of them in one transaction: it either ends
    /// with the last, or the book is as before. Returns nil if there was nothing to do.
    ///
    /// - Throws: `.cannotCreate` if the schema has other tables of these names; `.upgradeFailed`,
    ///   `.busy`.
    func migrate() throws(BookError) -> Upgrade? {
        try transactionWithoutChecks(failure: \.self) { () throws(BookError) in
            // Another process may have upgraded it meanwhile. After an error the transaction could
            // not go on, so the table is looked for first.
            let before = try isInSchema() ? try layout()?.version ?? 0 : 0
            guard before < postgresMigrations.count else { return .commit(nil) }
            try createTables(after: before)
            try synchronizeCatalogue()
            return .commit(Upgrade(from: before, to: postgresMigrations.count, copy: nil))
        }
    }

    /// Runs all migrations after the first `before`, within a transaction.
    ///
    /// - Throws: `.cannotCreate`, `.upgradeFailed`.
    func createTables(after before: Int = 0) throws(BookError) {
        guard connection.encoding == "UTF8" else {
            throw .cannotCreate(
                book: connection.book,
                reason: "the database has the encoding \(connection.encoding); create one with "
                    + "ENCODING 'UTF8'")
        }
        for migration in postgresMigrations[before...] {
            try run(migration, isFirst: before == 0)
        }
        _ = try connection.query(
            "UPDATE minerbook SET version = $1", [.integer(postgresMigrations.count)])
    }

    private func run(
        _ migration: (name: String, sql: String), isFirst: Bool
    ) throws(BookError) {
        do throws(ServerError) {
            try connection.attemptAll(migration.sql)
        } catch {
            let book = connection.book
            if error.isOfConnection { throw BookError(error, book: book) }
            throw isFirst
                ? .cannotCreate(book: book, reason: error.message)
                : .upgradeFailed(book: book, step: migration.name, reason: error.message)
        }
    }
}
