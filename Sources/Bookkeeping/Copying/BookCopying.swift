/// Copies all rows of a book into a new one, whatever engines they are in, and compares both.
package struct BookCopying {
    private let book: any BookCatalogue & TableReader
    private let new: any NewBook
    /// What messages call the new book.
    private let name: String

    /// Copies `book` into `new`, which messages call `name`. `book` is read in one snapshot.
    ///
    /// Then every row of both is read again, and compared.
    ///
    /// - Throws: `.copyDiffers` if a row of the new book is not that of the book.
    package static func copy(
        _ book: any BookCatalogue & TableReader, into new: any NewBook, named name: String
    ) throws(BookError) -> CopySummary {
        let copying = BookCopying(book: book, new: new, name: name)
        return try book.snapshot(failure: \.self) { () throws(BookError) in try copying.run() }
    }

    private func run() throws(BookError) -> CopySummary {
        let tables = BookTable.all(withUsers: new.keepsUsers)
        var summary = CopySummary()
        for table in tables { summary.rowCounts[table.name] = try copy(table) }
        let lastImport = try book.lastImportNumber()
        try new.complete(lastImport: lastImport)
        for table in tables { try compare(table) }
        guard try new.lastImportNumber() == lastImport else {
            throw .copyDiffers(book: name, row: "the number of the last import")
        }
        summary.lacksUsers =
            book.keepsUsers && !new.keepsUsers && summary.rowCounts["import", default: 0] > 0
        return summary
    }

    /// Copies the rows of a table, and returns how many there are.
    private func copy(_ table: BookTable) throws(BookError) -> Int {
        var rows = TableRows(of: table)
        var count = 0
        let walk = try book.rows(of: table)
        while try walk.next(into: &rows) {
            try new.add(rows, to: table)
            count += rows.count
        }
        return count
    }

    private func compare(_ table: BookTable) throws(BookError) {
        let (ours, theirs) = (try book.rows(of: table), try new.rows(of: table))
        var (one, two) = (TableRows(of: table), TableRows(of: table))
        var hasMore = true
        while hasMore {
            let hasOne = try ours.next(into: &one)
            let hasTwo = try theirs.next(into: &two)
            if let row = one.firstDifference(from: two, in: table) {
                throw .copyDiffers(book: name, row: row)
            }
            hasMore = hasOne || hasTwo
        }
    }
}

/// What was copied.
package struct CopySummary: Sendable, Hashable {
    /// How many rows each table has, by its name.
    package var rowCounts: [String: Int] = [:]
    /// Whether the users and machines of imports were left out, since the new book cannot hold them.
    package var lacksUsers = false
}
