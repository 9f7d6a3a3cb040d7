/// What a table is printed on.
package struct Screen: Sendable, Hashable {
    /// In cells, as terminals count them. `nil`: no limit, so that nothing is shortened or
    /// wrapped, as when stdout is no terminal. At least 1.
    package let width: Int?
    /// Whether escape sequences may make text bold or dim.
    package let color: Bool

    package init(width: Int? = nil, color: Bool = false) {
        self.width = width.map { max($0, 1) }
        self.color = color
    }
}
