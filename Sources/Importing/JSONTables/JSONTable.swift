import JSON

/// A table in a JSON file: the values that a pattern means are its rows.
///
/// Its columns are the keys that the pattern leaves open, the fields of all rows (`RowShape`), and
/// values outside of the rows that the options name by an absolute path.
struct JSONTable: Sendable {
    enum Column: Sendable {
        /// The key at a step of the pattern.
        case key(step: Int)
        /// A field of the row.
        case field(Int)
        /// The value at an absolute path. Where the path has `*`, a row gets the value beside it.
        case outside(RowPattern)
    }

    let bytes: [UInt8]
    let pattern: RowPattern
    /// Earlier patterns of the profile. Values that they mean are not rows of this table.
    let earlier: [RowPattern]
    let columns: [Column]
    let names: [String]
    let shape: RowShape
    /// The values outside of the rows, by their paths.
    let outside: [JSONPath: [UInt8]]
    /// Whether the first element of each array names the columns and is no row.
    let hasHeaderRows: Bool
    /// Whether rows are numbered by their order, because several begin on one line.
    let numbersRows: Bool
    /// Whether the options read a comma as the decimal mark, which numbers in JSON never have.
    let hasDecimalComma: Bool
}
