extension StringProtocol {
    /// The text with its first letter in upper case: `Share basis` for `share basis`.
    package var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
