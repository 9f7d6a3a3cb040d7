import Reporting

extension DisplayChart {
    /// A table with a sparkline and the least, greatest and last value of each series, because
    /// lines that cross are hard to distinguish in a terminal.
    var summary: Table {
        let rows = series.map { series -> [Cell] in
            let known = series.values.compactMap(\.self)
            let numbers = [known.min(), known.max()].map { value -> Cell in
                value.map { .number(number($0)) } ?? .missing
            }
            let place = series.values.lastIndex { $0 != nil }
            let last =
                place.flatMap { place in
                    series.values[place].map { value -> Cell in
                        var number = number(value)
                        number.marks = series.marks[place] ?? []
                        return .number(number)
                    }
                } ?? .missing
            return [.text(series.name), .text(sparkline(series.values, columns: 24))] + numbers + [
                last
            ]
        }
        return Table(
            name: "lines", title: title,
            columns: [
                Column("line", "Line", .text), Column("trend", "Trend", .text),
                Column("least", "Least", .number), Column("greatest", "Greatest", .number),
                Column("last", "Last", .number),
            ], rows: rows)
    }
}

/// Values as a row of blocks with eight heights, from the least value to the greatest. A missing
/// value is a space. If there are more values than `columns`, each block shows the last known value
/// of its share of them. Empty if all values are missing.
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
