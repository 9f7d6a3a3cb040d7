import Reporting

/// What is named above a plot, each after a small square, on as many lines as needed: the series in
/// their colors, then what hatching, a lighter color, an outline and the letters after numbers mean,
/// if the chart has them.
struct Legend {
    private(set) var shapes: [ChartLayout.Shape] = []
    private(set) var height = 0.0
    private var x = 0.0
    private var y = 12.0

    /// Empty and without height if there are no names and nothing special.
    init(_ names: [String], _ chart: DisplayChart) {
        for (index, name) in names.enumerated() {
            append(name, .series(index)) { .bar(series: index, $0, tip: name, []) }
        }
        let looks = chart.looks
        if looks.contains(.estimated) {
            let word = chart.kind == .line ? "dashed: estimate" : "estimate"
            append(word, .axis) { .sample($0, .estimated) }
        }
        if looks.contains(.carried) {
            append("carried from an earlier day", .axis) { .sample($0, .carried) }
        }
        if chart.hasOutline {
            append("unknown, as high as the nearest known", .axis) { .unknown($0, tip: "unknown") }
        }
        if chart.hasUnknown { append("3? three are unknown") }
        for entry in Number.Mark.legendEntries(of: chart.otherMarks) { append(entry) }
        height = shapes.isEmpty ? 0 : y + 8
    }

    private mutating func append(
        _ name: String, _ role: ChartLayout.Role, _ square: (ChartLayout.Box) -> ChartLayout.Shape
    ) {
        let text = name.shortened(to: Plot.longestName * 2)
        let start = place(14 + ChartLayout.width(of: text))
        shapes.append(square(ChartLayout.Box(x: start, y: y - 9, width: 10, height: 10)))
        shapes.append(.text(text, role, .start, at: .init(x: start + 14, y: y)))
    }

    /// Appends an entry without a square.
    private mutating func append(_ text: String) {
        let start = place(ChartLayout.width(of: text))
        shapes.append(.text(text, .axis, .start, at: .init(x: start, y: y)))
    }

    /// Takes the next place with this width, on a new line if the last one has no room, and returns
    /// where it begins.
    private mutating func place(_ width: Double) -> Double {
        if x > 0, x + width > ChartLayout.width { (x, y) = (0, y + ChartLayout.lineHeight) }
        defer { x += width + 12 }
        return x
    }
}
