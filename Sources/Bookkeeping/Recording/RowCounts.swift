/// Counts of the rows of an import, by what was done with them.
package struct RowCounts: Sendable, Hashable {
    /// Rows that the book did not have.
    package var inserted = 0
    /// Rows that were already in the book with the same content, possibly in another unit. Nothing
    /// was written.
    package var unchanged = 0
    /// How many of the inserted rows restate a figure that the book had before this import
    /// (`Vintages.Relation.restatement`).
    package var restated = 0
    /// How many of the inserted rows that are not restated contradict what the book had before this
    /// import (`Vintages.Relation.conflict`). It is reported but not kept in the book.
    package var conflicting = 0
    /// Rows that replaced a row with the same key. The old row is kept in the table of corrections.
    package var corrected = 0

    package init(
        inserted: Int = 0, unchanged: Int = 0, restated: Int = 0, conflicting: Int = 0,
        corrected: Int = 0
    ) {
        self.inserted = inserted
        self.unchanged = unchanged
        self.restated = restated
        self.conflicting = conflicting
        self.corrected = corrected
    }

    package static func + (left: RowCounts, right: RowCounts) -> RowCounts {
        var sum = left
        sum += right
        return sum
    }

    /// What `left` has more than `right`.
    package static func - (left: RowCounts, right: RowCounts) -> RowCounts {
        RowCounts(
            inserted: left.inserted - right.inserted, unchanged: left.unchanged - right.unchanged,
            restated: left.restated - right.restated,
            conflicting: left.conflicting - right.conflicting,
            corrected: left.corrected - right.corrected)
    }

    package static func += (left: inout RowCounts, right: RowCounts) {
        left.inserted += right.inserted
        left.unchanged += right.unchanged
        left.restated += right.restated
        left.conflicting += right.conflicting
        left.corrected += right.corrected
    }
}
