import Bookkeeping

/// A new book that alters rows before it stores them, as a faulty engine or disk would.
final class AlteringBook: NewBook {
    private let new: any NewBook
    private let change: (TableRows, BookTable) -> TableRows

    init(_ new: any NewBook, _ change: @escaping (TableRows, BookTable) -> TableRows) {
        self.new = new
        self.change = change
    }

    var keepsUsers: Bool { new.keepsUsers }

    func add(_ rows: TableRows, to table: BookTable) throws(BookError) {
        try new.add(change(rows, table), to: table)
    }

    func complete(lastImport: Int) throws(BookError) { try new.complete(lastImport: lastImport) }

    func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        try new.rows(of: table)
    }

    func lastImportNumber() throws(BookError) -> Int { try new.lastImportNumber() }
}

extension TableRows {
    /// These rows of `table`, if it has this name with another number in one place.
    func altered(
        in table: BookTable, _ name: String, row: Int, column: String, _ change: (Int) -> Int
    ) -> TableRows {
        guard table.name == name else { return self }
        var rows = TableRows(of: table)
        for index in 0..<count {
            if index == row {
                rows.append(self[index], of: self, in: table, column: column, change)
            } else {
                rows.append(self[index], of: self)
            }
        }
        return rows
    }

    /// These rows of `table`, if it has this name without one of them.
    func without(row: Int, of table: BookTable, _ name: String) -> TableRows {
        guard table.name == name else { return self }
        var rows = TableRows(of: table)
        for index in 0..<count where index != row { rows.append(self[index], of: self) }
        return rows
    }

    /// These rows of `table`, if it has this name with one more at the end, which differs from the row at
    /// `index` in one column.
    func withMore(
        of table: BookTable, _ name: String, like index: Int, column: String,
        _ change: (Int) -> Int
    ) -> TableRows {
        guard table.name == name else { return self }
        var rows = self
        rows.append(self[index], of: self, in: table, column: column, change)
        return rows
    }

    private mutating func append(
        _ row: ArraySlice<Value>, of other: TableRows, in table: BookTable, column: String,
        _ change: (Int) -> Int
    ) {
        for (kept, value) in zip(table.columns, row) {
            if kept.name == column, case .integer(let number) = value {
                append(change(number))
            } else {
                append([value], of: other)
            }
        }
    }

    private mutating func append(_ row: ArraySlice<Value>, of other: TableRows) {
        for value in row {
            switch value {
            case .null: append(nil)
            case .integer(let number): append(number)
            case .text(let range): Array(other.texts[range]).withUnsafeBufferPointer { append($0) }
            }
        }
    }
}
