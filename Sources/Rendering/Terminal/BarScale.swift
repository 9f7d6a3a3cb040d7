import Reporting

/// The scale of horizontal bars in a terminal: to the right of zero, and to the left if some values
/// are negative.
struct BarScale {
    /// Cells left of zero.
    let left: Int
    /// Cells right of zero.
    let right: Int
    private let perCell: Double

    /// A scale for the values of a chart, `width` cells wide including the line at zero.
    init(_ chart: DisplayChart, width: Int) {
        let extent = chart.extent ?? 0...0
        let (low, high) = (min(extent.lowerBound, 0), max(extent.upperBound, 0))
        let span = high - low
        // The line at zero takes a cell if there are negative values.
        let cells = max(low < 0 ? width - 1 : width, 2)
        let part = span > 0 ? Double(cells) * -low / span : 0
        left = low < 0 ? min(max(Int(part.rounded()), 1), high > 0 ? cells - 1 : cells) : 0
        right = cells - left
        perCell = max(
            left > 0 ? -low / Double(left) : 0, right > 0 ? high / Double(right) : 0)
    }

    /// The length of a bar, counted in fractions of a cell; `parts` of them are a cell.
    private func length(_ value: Double, parts: Double) -> Int {
        perCell > 0 ? Int((value.magnitude / perCell * parts).rounded()) : 0
    }

    /// A bar from zero to `value`, with the line at zero. Unicode has characters for eighths of a
    /// cell to the right, but only for halves to the left. An estimate is hatched and a carried value
    /// lighter; these bars have whole cells.
    func bar(_ value: Double, _ look: ValueLook = []) -> String {
        let line = left > 0 ? "│" : ""
        if let fill = look.fill {
            let cells = String(repeating: fill, count: length(value, parts: 1))
            let room = String(repeating: " ", count: max(0, value < 0 ? left - cells.width : left))
            return value < 0 ? room + cells + line : room + line + cells
        }
        if value < 0 {
            let (cells, rest) = length(value, parts: 2).quotientAndRemainder(dividingBy: 2)
            let bar = (rest == 1 ? "▐" : "") + String(repeating: "█", count: cells)
            return String(repeating: " ", count: max(0, left - bar.width)) + bar + line
        }
        let (cells, rest) = length(value, parts: 8).quotientAndRemainder(dividingBy: 8)
        let end = rest == 0 ? "" : ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest - 1]
        return String(repeating: " ", count: left) + line + String(repeating: "█", count: cells)
            + end
    }

    /// The series of the segment that covers the middle of each cell left and right of zero, from
    /// left to right; nil for cells that no segment covers.
    func cells(of segments: [DisplayChart.Segment]) -> (left: [Int?], right: [Int?]) {
        func series(at value: Double) -> Int? {
            segments.first { min($0.from, $0.to) <= value && value < max($0.from, $0.to) }?.series
        }
        return (
            (0..<left).map { series(at: -(Double(left - $0) - 0.5) * perCell) },
            (0..<right).map { series(at: (Double($0) + 0.5) * perCell) }
        )
    }
}

extension ValueLook {
    /// What fills a bar in a terminal; nil for a value without marks.
    var fill: String? {
        contains(.estimated) ? "╱" : contains(.carried) ? "░" : nil
    }

    /// What a marked segment of a stack ends with; nil for one without marks.
    var letter: String? {
        contains(.estimated) ? "e" : contains(.carried) ? "c" : nil
    }
}
