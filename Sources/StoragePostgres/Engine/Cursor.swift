import Bookkeeping

/// The rows of a statement, some thousand at a time, so that any number of them fits into memory.
///
/// Outside a transaction it begins one of its own, which ends when the cursor is released.
final class Cursor {
    private let book: PostgresBook
    private let name: String
    private let ownsTransaction: Bool
    private var isAtEnd = false

    init(_ sql: String, of book: PostgresBook) throws(BookError) {
        self.book = book
        ownsTransaction = !book.connection.isInTransaction
        name = "minerbook_\(book.connection.roundTrips)"
        if ownsTransaction { _ = try book.beginReading() }
        do throws(BookError) {
            // All rows are read, so there is no point in having the first ones sooner.
            try book.connection.execute(
                "SET LOCAL cursor_tuple_fraction = 1; DECLARE \(name) NO SCROLL CURSOR FOR \(sql)")
        } catch {
            if ownsTransaction { book.rollBack() }
            throw error
        }
    }

    deinit {
        if ownsTransaction {
            book.rollBack()
        } else {
            try? book.connection.execute("CLOSE \(name)")
        }
    }

    /// The next `count` rows, or fewer at the end; nil if there are no more.
    func next(_ count: Int) throws(BookError) -> Rows? {
        if isAtEnd { return nil }
        let rows = try book.connection.query("FETCH \(count) FROM \(name)")
        isAtEnd = rows.count < count
        return rows.count == 0 ? nil : rows
    }
}
