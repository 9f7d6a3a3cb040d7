/// The names of the series above a plot, each after a small square in its color, on as many lines
/// as needed.
struct Legend {
    private(set) var shapes: [ChartLayout.Shape] = []
    private(set) var height = 0.0

    /// A legend of these names; empty and without height if there are none.
    init(_ names: [String]) {
        var (x, y) = (0.0, 12.0)
        for (index, name) in names.enumerated() {
            let text = name.shortened(to: Plot.longestName * 2)
            let width = 14 + ChartLayout.width(of: text)
            if x > 0, x + width > ChartLayout.width { (x, y) = (0, y + ChartLayout.lineHeight) }
            let box = ChartLayout.Box(x: x, y: y - 9, width: 10, height: 10)
            shapes.append(.bar(series: index, box, tip: name))
            shapes.append(.text(text, .series(index), .start, at: .init(x: x + 14, y: y)))
            x += width + 12
        }
        height = names.isEmpty ? 0 : y + 8
    }
}
