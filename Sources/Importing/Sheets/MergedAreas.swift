import Workbooks

/// The merged cells of a sheet, row by row. Only the content of the first cell of an area is shown.
/// A file may have content in the other cells, but nobody sees it.
///
/// A text or a date in cells that are merged downwards, such as a company's name beside its quarters,
/// is meant for each row. A number is not: it would count several times.
struct MergedAreas {
    /// An area that the current row is in.
    private struct Area {
        let range: CellRange
        /// The text that its first column gets in each row; nil for none.
        var label: [UInt8]?
    }

    /// The areas that begin later, the next one last.
    private var later: [CellRange]
    private var current: [Int: Area] = [:]
    private var count = 0
    /// The row behind which the next area ends.
    private var nextEnd = Int.max
    /// The number of the area in each column; −1 for none.
    private var numbers: [Int] = []

    init(_ ranges: [CellRange]) {
        later = ranges.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
    }

    /// Whether no area is in the current row.
    var isEmpty: Bool { current.isEmpty }

    /// Moves on to a row.
    mutating func begin(row: Int) {
        if nextEnd < row { removeAreas(before: row) }
        while let next = later.last, next.rows.lowerBound <= row {
            later.removeLast()
            if next.rows.upperBound >= row { add(next) }
        }
    }

    /// Adds an area that begins in the current row or before.
    mutating func add(_ range: CellRange) {
        let end = range.columns.upperBound
        if numbers.count <= end {
            numbers += repeatElement(-1, count: end + 1 - numbers.count)
        }
        current[count] = Area(range: range)
        for column in range.columns { numbers[column] = count }
        count += 1
        nextEnd = min(nextEnd, range.rows.upperBound)
    }

    private mutating func removeAreas(before row: Int) {
        nextEnd = Int.max
        for (number, area) in current {
            guard area.range.rows.upperBound < row else {
                nextEnd = min(nextEnd, area.range.rows.upperBound)
                continue
            }
            for column in area.range.columns where numbers[column] == number {
                numbers[column] = -1
            }
            current[number] = nil
        }
    }

    /// The area that a cell of the current row is in; nil if it is not merged.
    func area(at column: Int) -> CellRange? { number(at: column).flatMap { current[$0]?.range } }

    /// The text that each row of the area at `column` gets; nil unless `column` is its first one.
    func label(at column: Int) -> [UInt8]? {
        guard let area = number(at: column).flatMap({ current[$0] }),
            area.range.columns.lowerBound == column
        else { return nil }
        return area.label
    }

    /// Repeats a text in each row of the area at `column`.
    mutating func setLabel(_ text: [UInt8], at column: Int) {
        if let number = number(at: column) { current[number]?.label = text }
    }

    private func number(at column: Int) -> Int? {
        guard numbers.indices.contains(column), numbers[column] >= 0 else { return nil }
        return numbers[column]
    }
}
