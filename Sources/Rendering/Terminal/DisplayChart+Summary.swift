import Reporting

extension DisplayChart {
    /// A table with a sparkline and the least, greatest and last value of each series, because
    /// lines that cross are hard to distinguish in a terminal.
    var summary: Table {
        let rows = series.enumerated().map { index, series -> [Cell] in
            let known = series.values.indices.filter { series.values[$0] != nil }
            func value(_ place: Int) -> Double { series.values[place] ?? 0 }
            let places = [
                known.min { value($0) < value($1) }, known.max { value($0) < value($1) },
                known.last,
            ]
            return [.text(series.name), .text(sparkline(series.values, columns: 24))]
                + places.map { place in
                    place.flatMap { number(index, at: $0) }.map { .number($0) } ?? .missing
                }
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
