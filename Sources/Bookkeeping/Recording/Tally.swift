/// How many rows of an import were new, known, and so on.
package struct Tally: Sendable, Hashable {
    /// Rows that the book did not have.
    package var inserted = 0
    /// Rows that the book has with the same content, in whatever unit; nothing was written.
    package var unchanged = 0
    /// Of the inserted: figures of a period that the book knew before this import with another
    /// value.
    package var restated = 0
    /// Rows that replaced others with the same key; the replaced rows are kept.
    package var corrected = 0

    package init(inserted: Int = 0, unchanged: Int = 0, restated: Int = 0, corrected: Int = 0) {
        self.inserted = inserted
        self.unchanged = unchanged
        self.restated = restated
        self.corrected = corrected
    }

    package static func += (left: inout Tally, right: Tally) {
        left.inserted += right.inserted
        left.unchanged += right.unchanged
        left.restated += right.restated
        left.corrected += right.corrected
    }
}
