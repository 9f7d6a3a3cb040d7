/// A column of the file being read, or an option that replaces it.
struct FileColumn: Sendable, Hashable {
    /// The index of the column, from 0; nil if the file has no such column and every row gets the
    /// `fallback`.
    var index: Int?
    /// The name in the header, without spaces around it. `column 3` for a column without a name;
    /// `--subject` for an option.
    var name: String
    /// The value of empty cells.
    var fallback: [UInt8]?
    /// Whether the header gives it this name.
    var isNamed = true
    /// The subject of its figures, which the header names above or below the column's name; nil if
    /// it names none.
    var subject: String?
    /// The unit in the line below the header; nil if there is none.
    var unit: String?

    /// The name for messages, with the subject that the header gives the column.
    var fullName: String { subject.map { "\($0) \(name)" } ?? name }
}
