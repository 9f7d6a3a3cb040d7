/// A table of a document; every row has one cell per column.
package struct Table: Sendable, Hashable {
    /// The name in JSON and for `--table`.
    package var name: String
    /// The heading for people.
    package var title: String
    /// In their order, for programs and for people.
    package var columns: [Column]
    /// In their order, with aligned numbers; empty if there is nothing to show.
    package var rows: [[Cell]]
    /// Whether programs get the marks of its numbers: true for the tables of reports, false for
    /// lists of what a book has, which can be imported again.
    package var marksNumbers = false

    package init(name: String, title: String, columns: [Column], rows: [[Cell]]) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = Self.aligned(rows, columns)
    }
}

extension Table {
    /// The numbers of a row that have marks, with the names of their columns, in the order of the
    /// columns; marks are in the order of `Number.Mark`.
    package func marks(of row: [Cell]) -> [(column: String, marks: [Number.Mark])] {
        zip(columns, row).compactMap { column, cell in
            guard case .number(let number) = cell, number.value.isFinite, !number.marks.isEmpty
            else { return nil }
            return (column.name, Number.Mark.allCases.filter(number.marks.contains))
        }
    }
}

extension [Table] {
    /// The same tables with the marks of their numbers for programs.
    var markingNumbers: [Table] {
        map { table in
            var table = table
            table.marksNumbers = table.columns.contains { $0.kind == .number }
            return table
        }
    }
}
