extension Chart {
    /// A bar for each row of a table that has a ticker first, with the numbers of a column, largest
    /// value first; ties keep their order, and rows without a number come last. nil if there are no
    /// rows.
    init?(
        rankedBars name: String, _ title: String, series: String, unit: String, of table: Table,
        column: String
    ) {
        guard let index = table.columns.firstIndex(where: { $0.name == column }),
            !table.rows.isEmpty
        else { return nil }
        let bars = table.rows.map { row -> (name: String, number: Number?) in
            let name = if case .text(let text) = row[0] { text } else { "" }
            let number: Number? = if case .number(let number) = row[index] { number } else { nil }
            return (name, number)
        }
        let ranked = bars.enumerated().sorted { left, right in
            let one = left.element.number?.value ?? -.infinity
            let other = right.element.number?.value ?? -.infinity
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        self.init(
            name, title, .bars, unit: unit, axis: .names(ranked.map(\.name)),
            series: [Series(series, numbers: ranked.map(\.number))])
    }
}
