/// A table of a book, without SQL: its columns and its key are the same in every storage engine, so a
/// book can be copied from one engine to another row by row.
///
/// An engine may store a column in another form, such as the first day of a period as its distance from
/// the last. It reads and writes the values that `Column.Kind` describes.
package struct BookTable: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        /// What a column holds. Each value is a whole number, a text, or none.
        package enum Kind: Sendable, Hashable {
            case integer
            case text
            /// The number of a day; none if there is no such day.
            case day
            /// The number of a day in a key; none if it is not known. Keys cannot be NULL, so an engine
            /// stores a day that does not exist.
            case keyDay
            /// The same for a publication date, for which engines store another day.
            case publicationDay
            /// A moment, in seconds since 1970.
            case moment
        }

        package let name: String
        package let kind: Kind
    }

    package let name: String
    /// No two rows have the same values in these columns, and rows are read in their order: numbers by
    /// size, unknown days first, texts by their bytes.
    package let key: [Column]
    /// The columns after the key.
    package let others: [Column]

    package var columns: [Column] { key + others }

    init(
        _ name: String, key: KeyValuePairs<String, Column.Kind>,
        _ others: KeyValuePairs<String, Column.Kind> = [:]
    ) {
        self.init(name, key: Self.columns(key), others: Self.columns(others))
    }

    fileprivate init(_ name: String, key: [Column], others: [Column]) {
        self.name = name
        self.key = key
        self.others = others
    }

    fileprivate static func columns(_ kinds: KeyValuePairs<String, Column.Kind>) -> [Column] {
        kinds.map { Column(name: $0.key, kind: $0.value) }
    }
}

extension BookTable {
    /// A table that imports write to, and the table that keeps its replaced and deleted rows.
    package struct Kept: Sendable {
        package let table: BookTable
        /// The names of the columns that an import may change.
        package let content: [String]
        package let corrections: BookTable

        /// `fixed` are columns that an import writes once. In `corrections` the columns of the key have
        /// the same names, except `id`, which is called `name` there.
        init(
            _ name: String, key: KeyValuePairs<String, Column.Kind>,
            fixed: KeyValuePairs<String, Column.Kind> = [:],
            content: KeyValuePairs<String, Column.Kind>, corrections: String
        ) {
            let origin = columns(["file": .integer, "line": .integer])
            let others = columns(fixed) + columns(content) + origin
            self.content = content.map(\.key)
            table = BookTable(name, key: columns(key), others: others)
            self.corrections = BookTable(
                corrections, key: columns(["id": .integer]),
                others: columns([
                    "corrected_at": .moment, "import": .integer, "change": .text,
                ])
                    + table.key.map {
                        Column(name: $0.name == "id" ? name : $0.name, kind: $0.kind)
                    }
                    + others)
        }
    }
}
