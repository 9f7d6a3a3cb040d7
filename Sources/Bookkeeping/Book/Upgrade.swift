/// What opening a book for writing did to it.
package struct Upgrade: Sendable, Hashable {
    /// The version it had; 0 if there was no book.
    package let from: Int
    package let to: Int
    /// Where the book as it was is kept; nil for a new one.
    package let copy: String?

    package init(from: Int, to: Int, copy: String?) {
        self.from = from
        self.to = to
        self.copy = copy
    }
}
