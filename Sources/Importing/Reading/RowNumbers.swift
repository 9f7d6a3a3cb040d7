import CSV

/// Checks a first column of row numbers, which begin with 0 or 1.
struct RowNumbers {
    /// The number of the next row; nil before the first row.
    private var expected: Int?

    /// Checks the next row. False if its first cell is not the expected number; then the same number
    /// is still expected.
    mutating func take(_ record: CSVRecord) -> Bool {
        let text = record.shownText(at: 0)
        guard let number = (expected.map { [$0] } ?? [0, 1]).first(where: { "\($0)" == text })
        else { return false }
        expected = number + 1
        return true
    }

    /// Skips the next row, and returns the number that it should have.
    mutating func skip() -> Int {
        let number = expected ?? 0
        expected = number + 1
        return number
    }
}
