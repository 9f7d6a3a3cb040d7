import Reporting

/// Charts as text for a terminal, as wide as the screen, or 80 cells if it has no width.
extension TerminalWriter {
    /// Writes a chart with its title.
    mutating func append(_ chart: Chart) {
        let chart = DisplayChart(chart)
        append(paragraph: "\(chart.title) [\(chart.unit)]", .bold)
        if chart.extent == nil {
            write("(no values)")
            endLine()
            return
        }
        switch chart.kind {
        case .line: append(lines: chart)
        case .bars: append(bars: chart)
        case .stacked: append(stacks: chart)
        }
        if let note = chart.note { append(paragraph: note, indent: 2) }
    }

    /// The width of a chart in cells.
    var chartWidth: Int { screen.width ?? 80 }

    /// A name shortened to a quarter of the chart's width.
    func chartName(_ name: String) -> String { name.shortened(to: max(chartWidth / 4, 4)) }

    /// Writes the key of a chart: names in their colors, each after its sign, on as many lines as
    /// needed.
    mutating func append(key: [(sign: String, name: String)]) {
        var room = chartWidth
        for (index, entry) in key.enumerated() {
            let name = chartName(entry.name)
            let width = entry.sign.width + 1 + name.width
            if index > 0, room < width + 2 {
                endLine()
                room = chartWidth
            } else if index > 0 {
                space(2)
                room -= 2
            }
            write("\(entry.sign) \(name)", .series(index))
            room -= width
        }
        endLine()
    }
}
