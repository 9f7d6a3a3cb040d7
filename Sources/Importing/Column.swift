/// A column of the file at hand.
struct Column: Sendable, Hashable {
    /// Counted from 0.
    var index: Int
    /// As the header has it, without the spaces around it.
    var name: String
}
