import Mining

/// What an option says of one column: `COLUMN=MEANING`.
///
/// | meaning | the column is |
/// |---|---|
/// | `deployed_hashrate`, `market_cap:USD bn` | figures of a metric, in a unit where one is given |
/// | `subject`, `period`, `value`, `published_on`, … | what a column of that name is |
/// | `ignore` | passed over |
///
/// The last `=` divides the two, because columns may have one in their names.
package struct ColumnMapping: Sendable {
    enum Meaning: Sendable {
        case metric(Metric, unit: String?)
        case column(String)
        case ignored
    }

    /// Its name, in whatever letter case.
    let column: String
    let meaning: Meaning
    /// The option that says so.
    let option: String

    /// A column to pass over.
    package init(ignoring column: String) {
        self.column = column
        meaning = .ignored
        option = "--ignore-column"
    }

    /// Throws what is wrong with `text`.
    package init(_ text: String) throws(ImportProblem.Fact) {
        guard let separator = text.lastIndex(of: "=") else { throw .notMapping(text) }
        column = String(text[..<separator])
        option = "--map"
        let meaning = text[text.index(after: separator)...]
        let parts = meaning.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = normalizedName(String(parts[0]))
        guard !column.isEmpty, !name.isEmpty else { throw .notMapping(text) }
        if let metric = Metric(named: name) {
            self.meaning = .metric(metric, unit: parts.count > 1 ? String(parts[1]) : nil)
        } else if parts.count > 1 {
            throw Metric.problem(withName: name)
        } else if name == "ignore" {
            self.meaning = .ignored
        } else if LayoutName.columnNames.contains(name) {
            self.meaning = .column(name)
        } else {
            throw .notMeaning(
                name,
                nearest: nearest(
                    to: name, in: LayoutName.columnNames + Metric.allCases.map(\.code)))
        }
    }
}

extension ImportOptions {
    /// What the options say of a column; the last word holds.
    func meaning(of column: Column) -> ColumnMapping.Meaning? {
        let name = normalizedName(column.name)
        return mappings.last { normalizedName($0.column) == name }?.meaning
    }

    /// The metric among `choices` that the options leave.
    func settled(_ choices: [Metric]) -> Metric? {
        if let metric = choices.first(where: { $0.code == defaults[.metric] }) { return metric }
        guard defaults[.subject]?.uppercased() == Subject.network.code else { return nil }
        let ofNetwork = choices.filter { $0.subjects.contains(.network) }
        return ofNetwork.count == 1 ? ofNetwork.first : nil
    }
}
