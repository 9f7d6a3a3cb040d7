/// A column of the file at hand, or one that an option stands in for.
struct Column: Sendable, Hashable {
    /// Counted from 0; `nil` where the file has no such column, and every row has the `fallback`.
    var index: Int?
    /// As the header has it, without the spaces around it; `column 3` where it has none; of an
    /// option its name, `--subject`.
    var name: String
    /// What stands where a cell is empty.
    var fallback: [UInt8]?
    /// Whether the file itself gives it its name.
    var isNamed = true
}
