import Reporting

/// Charts in the cells of a terminal, for people who look at numbers there: as wide as the
/// screen, else 80.
extension Page {
    mutating func append(_ chart: Chart) {
        let chart = Drawing(chart)
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
    }

    /// The cells that a chart may take from left to right.
    var chartWidth: Int { screen.width ?? 80 }

    /// The room for a name: a quarter of the width.
    func chartName(_ name: String) -> String { name.shortened(to: max(chartWidth / 4, 4)) }

    /// Names in their color behind a piece of what they stand for, in as many lines as needed.
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
