import Reporting

extension Page {
    /// Lines in dots over their scales, each with its name and last value where it ends, and below
    /// them what the dots do not tell: each line by itself, with its least, greatest and last
    /// value.
    mutating func append(lines chart: Drawing) {
        let ends = chart.series.indices.compactMap { index in
            chart.series[index].values.lastIndex { $0 != nil }.map { (series: index, place: $0) }
        }
        let rows = max(12, ends.count)
        let scale = ValueScale(chart.extent, hasZero: false, intervals: rows / 3)
        let ticks = scale.ticks.map { (row: row($0, scale, rows), label: scale.label($0)) }
        let left = ticks.map(\.label.width).max() ?? 0
        let labels = ends.map { end in
            let series = chart.series[end.series]
            let value = chart.text(series.values[end.place])
            return chart.series.count > 1 ? "\(chartName(series.name)) \(value)" : value
        }
        let right = labels.map(\.width).max() ?? 0
        var canvas = Braille(columns: max(chartWidth - left - right - 3, 8), rows: rows)
        let places = PlaceScale(chart.axis, hasRoom: false)
        canvas.draw(chart, scale, places)

        let heights = spread(
            ends.map { (1 - scale.fraction(chart.series[$0.series].values[$0.place] ?? 0)) }
                .map { $0 * Double(rows - 1) }, apart: 1, within: 0...Double(rows - 1))
        // A little more than a half, so that neighbours a row apart stay so.
        let labelled = Dictionary(
            zip(heights.map { Int(($0 + 0.000_001).rounded()) }, labels.indices)
        ) { first, _ in first }
        for row in 0..<rows {
            let label = ticks.first { $0.row == row }?.label ?? ""
            space(left - label.width)
            write(label, .dim)
            write(label.isEmpty ? " │" : " ┤", .dim)
            for piece in canvas.pieces(row: row) {
                if let series = piece.series {
                    write(piece.text, .series(series))
                } else {
                    space(piece.text.width)
                }
            }
            if let index = labelled[row] {
                space(1)
                write(labels[index], .series(ends[index].series))
            }
            endLine()
        }
        append(axisOf: places, columns: canvas.columns, left: left)
        append(summaryOf: chart)
    }

    private func row(_ tick: Double, _ scale: ValueScale, _ rows: Int) -> Int {
        Int(((1 - scale.fraction(tick)) * Double(rows * 4 - 1)).rounded()) / 4
    }

    private mutating func append(axisOf places: PlaceScale, columns: Int, left: Int) {
        space(left)
        write(" └" + String(repeating: "─", count: columns), .dim)
        endLine()
        var column = 0
        for label in places.labels(room: { Double($0.width + 2) / Double(columns) }) {
            let width = label.text.width
            let middle = Int((label.position * Double(columns)).rounded(.down))
            let start = min(max(middle - width / 2 + left + 2, column), left + 2 + columns - width)
            space(start - column)
            write(label.text, .dim)
            column = max(column, start) + width
        }
        endLine()
    }

    /// The lines one by one, since where many cross they cannot be told apart.
    private mutating func append(summaryOf chart: Drawing) {
        let rows = chart.series.map { series -> [Cell] in
            let known = series.values.compactMap(\.self)
            let numbers = [known.min(), known.max(), known.last].map { value -> Cell in
                value.map { .number(chart.number($0)) } ?? .missing
            }
            return [.text(series.name), .text(sparkline(series.values, columns: 24))] + numbers
        }
        endLine()
        appendRows(
            of: ShownTable(
                Table(
                    name: "lines", title: chart.title,
                    columns: [
                        Column("series", "Line", .text), Column("trend", "Trend", .text),
                        Column("least", "Least", .number),
                        Column("greatest", "Greatest", .number), Column("last", "Last", .number),
                    ], rows: rows)))
    }
}

extension Braille {
    fileprivate mutating func draw(_ chart: Drawing, _ scale: ValueScale, _ places: PlaceScale) {
        for (index, series) in chart.series.enumerated() {
            var previous: (x: Double, y: Double)?
            for (place, value) in series.values.enumerated() {
                let point = value.map { value in
                    (
                        x: places.positions[place] * right,
                        y: (1 - scale.fraction(value)) * bottom
                    )
                }
                if let point { line(from: previous ?? point, to: point, series: index) }
                previous = point
            }
        }
    }
}

/// Values as blocks of eight heights, from the least to the greatest of them; a space where one is
/// missing. Where there are more than `columns`, each block is the last value known of its part.
func sparkline(_ values: [Double?], columns: Int) -> String {
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max() else { return "" }
    let count = min(values.count, columns)
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
        (0..<count).map { column -> Character in
            let part = values[
                (column * values.count / count)..<((column + 1) * values.count / count)]
            guard let value = part.last(where: { $0 != nil }) ?? nil else { return " " }
            if high == low { return blocks[3] }
            return blocks[Int(((value - low) / (high - low) * 7).rounded())]
        })
}
