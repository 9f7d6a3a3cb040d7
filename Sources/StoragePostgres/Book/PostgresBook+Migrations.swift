import Bookkeeping
import PostgresMigrations

extension PostgresBook {
    /// What a book says of its tables.
    struct Layout {
        /// The number of migrations that made them.
        var version: Int
        /// Whether the large ones are on several machines.
        var isDistributed: Bool
    }

    /// The layout of the book; nil if the schema has none.
    func layout() throws(BookError) -> Layout? {
        do throws(ServerError) {
            let rows = try connection.attempt(
                "SELECT version, to_regclass('minerbook_node') IS NOT NULL FROM minerbook")
            return try layout(in: rows)
        } catch {
            if error.isMissingTable { return nil }
            throw BookError(error, book: connection.book)
        }
    }

    private func layout(in rows: Rows) throws(ServerError) -> Layout {
        guard rows.count == 1, let version = try? rows[0].integer(0),
            let isDistributed = try? rows[0].integer(1)
        else {
            throw ServerError(code: "XX001", message: "the table minerbook does not have one row")
        }
        return Layout(version: version, isDistributed: isDistributed == 1)
    }

    /// Brings the book up to the last migration, all of them in one transaction: it either ends with the
    /// last, or the book is as before. Returns nil if there was nothing to do.
    ///
    /// - Throws: `.cannotCreate` if the schema has other tables of these names; `.upgradeFailed`,
    ///   `.busy`.
    func migrate() throws(BookError) -> Upgrade? {
        guard connection.encoding == "UTF8" else {
            throw .cannotCreate(
                book: connection.book,
                reason: "the database has the encoding \(connection.encoding); create one with "
                    + "ENCODING 'UTF8'")
        }
        return try transactionWithoutChecks(failure: \.self) { () throws(BookError) in
            // Another process may have upgraded it meanwhile. After an error the transaction could not
            // go on, so the table is looked for first.
            let exists =
                try connection.query("SELECT to_regclass('minerbook') IS NOT NULL").first?.integer(
                    0)
            let before = exists == 1 ? try layout()?.version ?? 0 : 0
            guard before < postgresMigrations.count else { return .commit(nil) }
            for migration in postgresMigrations[before...] {
                try run(migration, isFirst: before == 0)
            }
            _ = try connection.query(
                "UPDATE minerbook SET version = $1", [.integer(postgresMigrations.count)])
            try synchronizeCatalogue()
            return .commit(Upgrade(from: before, to: postgresMigrations.count, copy: nil))
        }
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
