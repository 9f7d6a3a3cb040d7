/// What a book has for many keys: the vintages of the period of each key, in the order of the keys.
///
/// All rows are in one array: an array for each key would slow down an import of unchanged rows.
package struct StoredVintages: Sendable {
    private var rows: [StoredObservation] = []
    /// Where in `rows` the vintages of each key end.
    private var ends: [Int] = []

    /// No keys yet, with memory reserved for `count` of them.
    package init(reserving count: Int) {
        rows.reserveCapacity(count)
        ends.reserveCapacity(count)
    }

    /// Adds a vintage of the present key.
    package mutating func append(_ row: consuming StoredObservation) { rows.append(row) }

    /// Ends the vintages of the present key; what is appended next belongs to the next key.
    package mutating func endKey() { ends.append(rows.count) }

    /// The vintages of the key at `index`, by publication date and source number; empty if the book
    /// has none.
    subscript(index: Int) -> ArraySlice<StoredObservation> {
        rows[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}
