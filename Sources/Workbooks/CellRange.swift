/// A block of cells, such as `B4:H20`.
package struct CellRange: Sendable, Hashable {
    package var rows: ClosedRange<Int>
    /// From A, which is 0.
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// Reads `B4:H20`, or one cell, `B4`. Nil if it is neither, or an end comes before its start.
    package init?(_ text: some StringProtocol) {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = CellAddress(ends[0]),
            let last = CellAddress(ends[ends.count - 1]),
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}

extension CellRange: CustomStringConvertible {
    package var description: String {
        let first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
        let last = CellAddress(row: rows.upperBound, column: columns.upperBound)
        return first == last ? "\(first)" : "\(first):\(last)"
    }
}
