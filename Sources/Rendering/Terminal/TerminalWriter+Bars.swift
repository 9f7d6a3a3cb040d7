import Reporting

extension TerminalWriter {
    /// Writes one line per bar: the name of the place (only on its first bar), the name of the
    /// series if there are several, the value, and the bar.
    ///
    /// ```
    /// BTDR   9.5  ████████████████████▍
    /// RIOT   2.0  ████▎
    /// ```
    mutating func append(bars chart: DisplayChart) {
        let rows = chart.labels.enumerated().flatMap { place, label in
            chart.series.enumerated().map { index, series -> BarRow in
                BarRow(
                    place: index == 0 ? label : "",
                    series: chart.series.count > 1 ? series.name : "", index: index,
                    value: series.values[place], text: chart.text(index, at: place),
                    look: chart.look(index, at: place))
            }
        }
        append(rows, of: chart) { writer, row, scale in
            if let value = row.value {
                writer.write(scale.bar(value, row.look), .series(row.index))
            } else {
                writer.write("unknown", .dim)
            }
        }
        append(signs: chart)
    }

    /// Writes one line per stacked bar: the name of the place, the total and the segments. Each
    /// series has its own fill character; the legend below the chart explains them. A segment that is
    /// an estimate or carried ends with a letter.
    mutating func append(stacks chart: DisplayChart) {
        let rows = chart.labels.enumerated().map { place, label in
            BarRow(
                place: label, series: "", index: place, value: chart.total(at: place),
                text: chart.totalText(at: place),
                unknown: chart.unknown(at: place)?.names.count ?? 0)
        }
        append(rows, of: chart) { writer, row, scale in
            let cells = scale.cells(of: chart.stack(at: row.index))
            let letters = chart.series.indices.map { chart.look($0, at: row.index).letter }
            writer.fill(cells.left, letters)
            writer.write(scale.left > 0 ? "│" : "")
            writer.fill(cells.right, letters)
            if row.unknown > 0 { writer.write(" +\(row.unknown)?", .dim) }
        }
        append(key: chart.series.enumerated().map { (filling($0), $1.name) })
        append(signs: chart)
    }

    /// Writes cells of stacked series. `letters` has, for each series with a marked segment, the
    /// last cell of the segment.
    private mutating func fill(_ cells: [Int?], _ letters: [String?]) {
        var next = 0
        while next < cells.count {
            let count = cells[next...].prefix { $0 == cells[next] }.count
            if let series = cells[next] {
                let letter = letters[series]
                let filled = letter == nil ? count : count - 1
                write(
                    String(repeating: filling(series), count: filled) + (letter ?? ""),
                    .series(series))
            } else {
                space(count)
            }
            next += count
        }
    }

    private struct BarRow {
        var place: String
        var series: String
        /// For simple bars, the index of the series. For stacked bars, the index of the place.
        var index: Int
        var value: Double?
        /// The value for people, with its marks.
        var text: String
        /// What is special about its value; nothing for a stack.
        var look: ValueLook = []
        /// How many series of a stack are unknown.
        var unknown = 0
    }

    /// Writes what hatching, lighter bars and marks mean, if the chart has them.
    private mutating func append(signs chart: DisplayChart) {
        let looks = chart.looks
        let isStack = chart.kind == .stacked
        var signs: [String] = []
        if looks.contains(.estimated) {
            signs.append(isStack ? "e at the end of a segment: estimate" : "╱ e estimate")
        }
        if looks.contains(.carried) {
            signs.append(
                isStack
                    ? "c at the end of a segment: carried from an earlier day"
                    : "░ c carried from an earlier day")
        }
        if chart.hasUnknown { signs.append("+3? three are unknown, not in the bar") }
        if let legend = Number.Mark.legend(of: chart.otherMarks) { signs.append(legend) }
        if !signs.isEmpty { append(paragraph: signs.joined(separator: "; "), .dim) }
    }

    private mutating func append(
        _ rows: [BarRow], of chart: DisplayChart,
        bar: (inout TerminalWriter, BarRow, BarScale) -> Void
    ) {
        let places = rows.map { chartName($0.place) }
        let series = rows.map { chartName($0.series) }
        let values = rows.map(\.text)
        let widths = [places, series, values].map { $0.map(\.width).max() ?? 0 }
        let names = widths[0] + 2 + (widths[1] > 0 ? widths[1] + 2 : 0)
        let unknown = rows.map(\.unknown).max() ?? 0
        let beside = unknown > 0 ? " +\(unknown)?".width : 0
        let scale = BarScale(chart, width: max(chartWidth - names - widths[2] - 2 - beside, 8))
        for (index, row) in rows.enumerated() {
            write(places[index])
            space(widths[0] - places[index].width + 2)
            if widths[1] > 0 {
                write(series[index], .series(row.index))
                space(widths[1] - series[index].width + 2)
            }
            space(widths[2] - values[index].width)
            write(values[index])
            space(2)
            bar(&self, row, scale)
            endLine()
        }
    }
}

/// The fill character of a series in a stacked bar. Each series has its own, so that the chart can
/// be read without color; they repeat after 32 series. The letters of marks are not among them.
private func filling(_ series: Int) -> String {
    let fillings = ["█", "░", "▓", "▒", "▞", "═", "╳", "·"]
    if series < fillings.count { return fillings[series] }
    let letters = Array("abdfghijklmnopqrstuvwxyz")
    return String(letters[(series - fillings.count) % letters.count])
}
