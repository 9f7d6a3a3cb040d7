/// What undoing an import did.
package struct Undoing: Sendable, Hashable {
    /// Rows that it had inserted, and that are deleted.
    package var removed = 0
    /// Rows that it had corrected or retracted, and that are as they were before it.
    package var restored = 0

    package init(removed: Int = 0, restored: Int = 0) {
        self.removed = removed
        self.restored = restored
    }
}
