/// How a transaction ends that did not fail, and what it gives.
package enum Ending<Value> {
    case commit(Value)
    /// Leaves the book as it was: a dry run, or rows that turned out bad.
    case rollBack(Value)
}

extension Ending: Sendable where Value: Sendable {}

extension Database {
    /// Runs `body` as one transaction: all that it writes is kept, or nothing where it throws
    /// or says so. Other writers wait meanwhile; readers see the book as it was.
    ///
    /// `failure` makes the caller's error of one of ours, so that the body may throw its own:
    /// `\.self` where it throws `StorageError` or `any Error`. Transactions don't nest.
    @discardableResult
    package func transaction<Value, Failure: Error>(
        failure: (StorageError) -> Failure,
        _ body: () throws(Failure) -> Ending<Value>
    ) throws(Failure) -> Value {
        try perform("BEGIN IMMEDIATE", failure)
        let ending: Ending<Value>
        do throws(Failure) {
            ending = try body()
        } catch {
            rollBack()
            throw error
        }
        switch ending {
        case .commit(let value):
            do throws(Failure) {
                try perform("COMMIT", failure)
            } catch {
                rollBack()
                throw error
            }
            return value
        case .rollBack(let value):
            rollBack()
            return value
        }
    }

    /// Runs `body`, all of whose reading sees one state of the book, and is far faster than
    /// the same calls outside: each of those would lock and unlock the file.
    ///
    /// Writers can't commit before it ends, so it should not wait for a person; an export waits
    /// for those who read what it prints.
    package func snapshot<Value, Failure: Error>(
        failure: (StorageError) -> Failure,
        _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try perform("BEGIN", failure)
        defer { rollBack() }
        return try body()
    }

    private func perform<Failure: Error>(
        _ sql: String, _ failure: (StorageError) -> Failure
    ) throws(Failure) {
        known = KnownRows()
        do { try connection.execute(sql) } catch { throw failure(error) }
    }

    /// SQLite has rolled back by itself after some errors, and then refuses to do it again.
    private func rollBack() {
        known = KnownRows()
        guard connection.isInTransaction else { return }
        try? connection.execute("ROLLBACK")
    }
}
