/// A book whose tables can be read row by row.
package protocol TableReader {
    /// Whether imports have the user and the machine that made them, as on a server.
    var keepsUsers: Bool { get }

    /// A walk over all rows of a table, in the order of its key. The columns `by_user` and `host` have no
    /// value in a book that does not keep users.
    func rows(of table: BookTable) throws(BookError) -> any TableWalk

    /// The last number that was given to an import; 0 if there was none. Numbers are not given twice.
    func lastImportNumber() throws(BookError) -> Int
}

/// A walk over the rows of a table. It holds one batch in memory.
package protocol TableWalk: AnyObject {
    /// Replaces the content of `rows` by the next rows, until `rows.isFull`; returns false after the last
    /// one.
    ///
    /// - Throws: `.unreadable` if a value is not of the kind of its column.
    func next(into rows: inout TableRows) throws(BookError) -> Bool
}

/// A book that is being made from the rows of another one. No other program sees it, and nothing is left
/// of it unless all of it is written.
package protocol NewBook: TableReader {
    /// Adds rows of a table, in the order of its key. Tables come in the order of `BookTable.all`.
    ///
    /// - Throws: `.unstorable` with the row if the engine cannot hold it.
    func add(_ rows: TableRows, to table: BookTable) throws(BookError)

    /// Ends the writing: the next import gets the number after `lastImport`, and other new rows get
    /// numbers after those that the book has. From here on the book can be read.
    func complete(lastImport: Int) throws(BookError)
}
