import Mining

/// The meaning that an option gives to a column, or to the rows with a label: `COLUMN=MEANING`.
///
/// | meaning | the column has |
/// |---|---|
/// | `deployed_hashrate`, `market_cap:USD bn` | figures of a metric, optionally with their unit |
/// | `subject`, `period`, `value`, `published_on`, … | what a column with that name has |
/// | `ignore` | nothing to import |
///
/// The last `=` separates the two, because a column name may contain one. A label is a text in a column
/// of metrics; it can have the figures of a metric or be ignored.
package struct ColumnMapping: Sendable {
    enum Meaning: Sendable {
        case metric(Metric, unit: String?)
        case column(String)
        case ignored

        /// Whether both have the same meaning, so that only one column of a file can have it.
        func isSame(as other: Meaning) -> Bool {
            switch (self, other) {
            case (.metric(let metric, _), .metric(let other, _)): metric == other
            case (.column(let name), .column(let other)): name == other
            default: false
            }
        }

        /// Whether the column has the figures of an observation.
        var hasFigures: Bool {
            switch self {
            case .metric: true
            case .column(let name): name == ObservationField.value.rawValue
            case .ignored: false
            }
        }
    }

    /// What the name of a mapping is.
    enum Scope {
        case column, label, either
    }

    /// The name of the column or the label, in any letter case; `column 3` for a column without a
    /// name.
    let column: String
    /// Whether `column` is a column, a label of rows, or may be both.
    let scope: Scope
    let meaning: Meaning
    /// The option that was used, such as `--map`.
    let option: String

    /// Ignores a column.
    package init(ignoring column: String) {
        self.column = column
        scope = .column
        meaning = .ignored
        option = "--ignore-column"
    }

    /// Ignores the rows with a label in a column of metrics.
    package init(ignoringRows label: String) {
        column = label
        scope = .label
        meaning = .ignored
        option = "--ignore-row"
    }

    /// Parses `COLUMN=MEANING`.
    ///
    /// - Throws: `ImportProblem.Reason` if `text` does not have this form or the meaning is unknown.
    package init(_ text: String) throws(ImportProblem.Reason) {
        guard let separator = text.lastIndex(of: "=") else { throw .notMapping(text) }
        column = String(text[..<separator])
        scope = .either
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
        } else if Layout.columnNames.contains(name) {
            self.meaning = .column(name)
        } else {
            let metrics = Metric.suggestions(for: name)
            if metrics.count > 1 { throw Metric.problem(withName: name) }
            throw .notMeaning(
                name, nearest: metrics.first?.code ?? nearestName(to: name, in: Layout.columnNames))
        }
    }
}

/// Whether `name` is the name of a column without a name, such as `column 3`.
func isColumnNumber(_ name: String) -> Bool {
    let words = normalizedName(name).split(separator: "_")
    return words.count == 2 && words[0] == "column" && Int(words[1]) != nil
}
