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

        /// Whether no two columns of a file can have these meanings.
        func isSame(as other: Meaning) -> Bool {
            switch (self, other) {
            case (.metric(let metric, _), .metric(let other, _)): metric == other
            case (.column(let name), .column(let other)): name == other
            default: false
            }
        }

        /// Whether it is what files are read for.
        var hasFigures: Bool {
            switch self {
            case .metric: true
            case .column(let name): name == Part.value.rawValue
            case .ignored: false
            }
        }
    }

    /// Its name, in whatever letter case; `column 3` where it has none.
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
    /// What the options say of a column, else the profile; the last word holds.
    func meaning(of column: Column) -> ColumnMapping.Meaning? {
        said(of: column, mappings) ?? said(of: column, rules.mappings)
    }

    /// Whether an option of the call itself speaks of a column.
    func speaks(of column: Column) -> Bool { said(of: column, mappings) != nil }

    private func said(of column: Column, _ mappings: [ColumnMapping]) -> ColumnMapping.Meaning? {
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

/// Whether `name` is what a column without a name is called: `column 3`.
func isColumnNumber(_ name: String) -> Bool {
    let words = normalizedName(name).split(separator: "_")
    return words.count == 2 && words[0] == "column" && Int(words[1]) != nil
}
