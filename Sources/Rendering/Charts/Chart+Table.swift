import Reporting

extension Chart {
    /// The chart as a table, for those who cannot see it or want its numbers: one row per place,
    /// one column per series.
    var table: Table {
        let columns =
            [Column("place", axis.isTime ? "Period" : "Name", .text)]
            + series.map { Column($0.name, $0.name, .number, unit: unit) }
        let labels = axis.labels
        return Table(
            name: name, title: title, columns: columns,
            rows: labels.indices.map { place in
                [.text(labels[place])]
                    + series.map { $0.values[place].map { .number(number($0)) } ?? .missing }
            })
    }

    /// A value as people see it everywhere in this chart: with as many digits after the point as
    /// its values have, up to four digits in all of the greatest value or stack.
    func number(_ value: Double) -> Number { Number(value, places: places) }

    private var places: Int {
        let values = series.flatMap { $0.values.compactMap(\.self) }
        var room = 3
        let extent = extent ?? 0...0
        var greatest = max(extent.lowerBound.magnitude, extent.upperBound.magnitude)
        while greatest >= 10, room > 0 {
            greatest /= 10
            room -= 1
        }
        while greatest > 0, greatest < 1, room < 15 {
            greatest *= 10
            room += 1
        }
        return min(room, values.map(digitsAfterPoint).max() ?? 0)
    }
}

/// Of the fewest digits that a value reads back from.
private func digitsAfterPoint(_ value: Double) -> Int {
    let text = ShortestDecimal(value)?.description ?? ""
    guard let point = text.lastIndex(of: ".") else { return text.contains("e-") ? 15 : 0 }
    return text.distance(from: point, to: text.endIndex) - 1
}
