/// The charts of the sector report: what its tables say of each member, greatest first.
///
/// `additions` (hashrate added), `hashrate` (deployed hashrate).
enum SectorCharts {
    static func of(additions: Table, members: Table) -> [Chart] {
        [
            bars("additions", additions.title, of: "added", in: additions),
            bars("hashrate", "Deployed hashrate of members", of: "hashrate", in: members),
        ].compactMap(\.self)
    }

    /// `nil` where the table has no rows.
    private static func bars(_ name: String, _ title: String, of column: String, in table: Table)
        -> Chart?
    {
        guard let index = table.columns.firstIndex(where: { $0.name == column }),
            let tickers = table.columns.firstIndex(where: { $0.name == "ticker" }),
            !table.rows.isEmpty
        else { return nil }
        let values = table.rows.map { row -> (ticker: String, value: Double?) in
            (row[tickers].text ?? "", row[index].number)
        }
        let ranked = values.enumerated().sorted { left, right in
            let (one, other) = (left.element.value ?? -.infinity, right.element.value ?? -.infinity)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        return Chart(
            name, title, .bars, unit: table.columns[index].unit ?? "",
            axis: .names(ranked.map(\.ticker)),
            series: [Chart.Series(table.columns[index].title, ranked.map(\.value))])
    }
}

extension Cell {
    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    fileprivate var number: Double? {
        if case .number(let number) = self { number.value } else { nil }
    }
}
