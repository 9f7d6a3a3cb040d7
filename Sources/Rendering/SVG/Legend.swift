/// The names of series above a plot, each in its color behind a piece of its bar, in as many
/// lines as they need.
struct Legend {
    private(set) var shapes: [Picture.Shape] = []
    private(set) var height = 0.0

    init(_ names: [String]) {
        var (x, y) = (0.0, 12.0)
        for (index, name) in names.enumerated() {
            let text = name.shortened(to: Plot.longestName * 2)
            let width = 14 + Picture.width(of: text)
            if x > 0, x + width > Picture.width { (x, y) = (0, y + Picture.lineHeight) }
            let box = Picture.Box(x: x, y: y - 9, width: 10, height: 10)
            shapes.append(.bar(series: index, box, tip: name))
            shapes.append(.text(text, .series(index), .start, at: .init(x: x + 14, y: y)))
            x += width + 12
        }
        height = names.isEmpty ? 0 : y + 8
    }
}
