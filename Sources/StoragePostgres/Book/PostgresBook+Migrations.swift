import Bookkeeping
import PostgresMigrations

extension PostgresBook {
    /// The number of migrations that made the book; nil if the schema has none.
    func version() throws(BookError) -> Int? {
        do throws(ServerError) {
            let rows = try connection.attempt("SELECT version FROM minerbook")
            return try version(in: rows)
        } catch {
            if error.isMissingTable { return nil }
            throw BookError(error, book: connection.book)
        }
    }

    private func version(in rows: Rows) throws(ServerError) -> Int {
        guard rows.count == 1, let version = try? rows[0].integer(0) else {
            throw ServerError(code: "XX001", message: "the table minerbook does not have one row")
        }
        return version
    }

    /// Whether the schema has the tables of a book, of any version.
    func isInSchema() throws(BookError) -> Bool {
        let rows = try connection.query("SELECT to_regclass('minerbook') IS NOT NULL")
        return try rows.first?.integer(0) == 1
    }

    /// Brings the book up to the last migration, all of them in one transaction: it either ends with the
    /// last, or the book is as before. Returns nil if there was nothing to do.
    ///
    /// - Throws: `.cannotCreate` if the schema has other tables of these names; `.upgradeFailed`,
    ///   `.busy`.
    func migrate() throws(BookError) -> Upgrade? {
        try transactionWithoutChecks(failure: \.self) { () throws(BookError) in
            // Another process may have upgraded it meanwhile. After an error the transaction could not
            // go on, so the table is looked for first.
            let before = try isInSchema() ? try version() ?? 0 : 0
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
