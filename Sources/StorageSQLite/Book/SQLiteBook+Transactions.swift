import Bookkeeping

extension SQLiteBook {
    @discardableResult
    package func transaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: () throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        try transactionWithoutCatalogue(failure: failure) { () throws(Thrown) in
            // Within the transaction, so that rolling it back undoes this, too.
            do throws(BookError) { try synchronizeCatalogue() } catch { throw failure(error) }
            return try body()
        }
    }

    /// A transaction of a book whose tables are not yet those of this program.
    @discardableResult
    func transactionWithoutCatalogue<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: () throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        try perform("BEGIN IMMEDIATE", failure)
        let ending: Ending<Value>
        do throws(Thrown) {
            ending = try body()
        } catch {
            rollBack()
            throw error
        }
        switch ending {
        case .commit(let value):
            do throws(Thrown) {
                do { try connection.commit() } catch { throw failure(error) }
            } catch {
                rollBack()
                throw error
            }
            connection.sealPages()
            return value
        case .rollBack(let value):
            rollBack()
            return value
        }
    }

    package func snapshot<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value {
        try perform("BEGIN", failure)
        defer { rollBack() }
        return try body()
    }

    package func compute<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value {
        if connection.isInTransaction { return try body() }
        return try snapshot(failure: failure, body)
    }

    private func perform<Thrown: Error>(
        _ sql: String, _ failure: (BookError) -> Thrown
    ) throws(Thrown) {
        known = KnownRows()
        do { try connection.execute(sql) } catch { throw failure(error) }
    }

    /// SQLite has rolled back by itself after some errors, and refuses to do it twice.
    private func rollBack() {
        known = KnownRows()
        guard connection.isInTransaction else { return }
        try? connection.execute("ROLLBACK")
    }
}
