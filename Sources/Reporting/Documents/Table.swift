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

    package init(name: String, title: String, columns: [Column], rows: [[Cell]]) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = Self.aligned(rows, columns)
    }
}
