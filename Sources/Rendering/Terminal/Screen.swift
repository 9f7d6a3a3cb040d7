/// The terminal that text is written for: its width, and whether it shows colors.
package struct Screen: Sendable, Hashable {
    /// The width in character cells, at least 1. Nil means no limit: nothing is shortened or
    /// wrapped, as for output that does not go to a terminal.
    package let width: Int?
    /// Whether escape sequences for bold, dim and colored text may be written.
    package let color: Bool

    /// A screen; a width below 1 becomes 1.
    package init(width: Int? = nil, color: Bool = false) {
        self.width = width.map { max($0, 1) }
        self.color = color
    }
}
