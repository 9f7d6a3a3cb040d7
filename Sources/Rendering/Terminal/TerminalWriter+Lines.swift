import Reporting

extension TerminalWriter {
    /// Writes a line chart drawn with dots, each line with its name and last value at its end, and
    /// below it a table with the least, greatest and last value of each line.
    mutating func append(lines chart: DisplayChart) {
        let ends = chart.series.indices.compactMap { index in
            chart.series[index].values.lastIndex { $0 != nil }.map { place in
                LineEnd(
                    series: index, value: chart.series[index].values[place] ?? 0,
                    text: chart.endText(index, at: place))
            }
        }
        let names = ends.map { end in
            let name = chart.series.count > 1 ? chartName(chart.series[end.series].name) + " " : ""
            return name + end.text
        }
        let rows = max(12, ends.count)
        let scale = ValueScale(chart.extent, hasZero: false, intervals: rows / 3)
        let left = scale.ticks.map { scale.label($0).width }.max() ?? 0
        let right = names.map(\.width).max() ?? 0
        let places = PlaceScale(chart.axis, hasRoom: false)
        var canvas = BrailleCanvas(columns: max(chartWidth - left - right - 3, 8), rows: rows)
        canvas.draw(chart, scale, places)

        let heights = movedApart(
            ends.map { (1 - scale.fraction($0.value)) * Double(rows - 1) }, by: 1,
            within: 0...Double(rows - 1))
        for row in 0..<rows {
            let tick = scale.ticks.first { canvas.row(of: scale.fraction($0)) == row }
            let label = tick.map(scale.label) ?? ""
            space(left - label.width)
            write(label, .dim)
            write(label.isEmpty ? " │" : " ┤", .dim)
            append(canvas.pieces(row: row))
            // The small addition rounds all halves up, so that labels one row apart stay apart.
            if let index = heights.firstIndex(where: { Int(($0 + 1e-6).rounded()) == row }) {
                space(1)
                write(names[index], .series(ends[index].series))
            }
            endLine()
        }
        append(axisOf: places, columns: canvas.columns, left: left)
        endLine()
        appendRows(of: DisplayTable(chart.summary))
    }

    /// The last value of a line.
    private struct LineEnd {
        var series: Int
        var value: Double
        /// The value for people, with its marks.
        var text: String
    }

    private mutating func append(_ pieces: [(text: String, series: Int?)]) {
        for piece in pieces {
            if let series = piece.series {
                write(piece.text, .series(series))
            } else {
                space(piece.text.width)
            }
        }
    }

    private mutating func append(axisOf places: PlaceScale, columns: Int, left: Int) {
        space(left)
        write(" └" + String(repeating: "─", count: columns), .dim)
        endLine()
        var column = 0
        for label in labels(of: places, columns: columns) {
            space(left + 2 + label.start - column)
            write(label.text, .dim)
            column = left + 2 + label.start + label.text.width
        }
        endLine()
    }

    /// The labels of an axis with the columns where they start. The first and the last may be moved
    /// to stay within the axis; one that then has no gap before the next is left out.
    private func labels(of places: PlaceScale, columns: Int) -> [(text: String, start: Int)] {
        var shown: [(text: String, start: Int)] = []
        for label in places.labels(room: { Double($0.width + 2) / Double(columns) }).reversed() {
            let width = label.text.width
            let middle = Int((label.position * Double(columns)).rounded(.down))
            let start = max(min(middle - width / 2, columns - width), 0)
            if let next = shown.first, start + width + 1 > next.start { continue }
            shown.insert((label.text, start), at: 0)
        }
        return shown
    }
}

extension BrailleCanvas {
    /// The row of cells at this fraction of the height, measured from the bottom.
    fileprivate func row(of fraction: Double) -> Int {
        Int(((1 - fraction) * bottom).rounded()) / 4
    }

    fileprivate mutating func draw(_ chart: DisplayChart, _ scale: ValueScale, _ places: PlaceScale)
    {
        for (index, series) in chart.series.enumerated() {
            for run in chart.runs(of: index) {
                let points = run.map { place in
                    (
                        x: places.positions[place] * right,
                        y: (1 - scale.fraction(series.values[place] ?? 0)) * bottom
                    )
                }
                for (place, point) in points.enumerated() {
                    line(from: points[max(place - 1, 0)], to: point, series: index)
                }
            }
        }
    }
}
