import Reporting

/// What is named above a plot, each after a small square, on as many lines as needed: the series in
/// their colors, then what hatching, a lighter color and an outline mean, if the chart has them.
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
        if chart.hasUnknown {
            append("unknown, as high as the nearest known", .axis) { .unknown($0, tip: "unknown") }
        }
        height = shapes.isEmpty ? 0 : y + 8
    }

    private mutating func append(
        _ name: String, _ role: ChartLayout.Role, _ square: (ChartLayout.Box) -> ChartLayout.Shape
    ) {
        let text = name.shortened(to: Plot.longestName * 2)
        let width = 14 + ChartLayout.width(of: text)
        if x > 0, x + width > ChartLayout.width { (x, y) = (0, y + ChartLayout.lineHeight) }
        shapes.append(square(ChartLayout.Box(x: x, y: y - 9, width: 10, height: 10)))
        shapes.append(.text(text, role, .start, at: .init(x: x + 14, y: y)))
        x += width + 12
    }
}
