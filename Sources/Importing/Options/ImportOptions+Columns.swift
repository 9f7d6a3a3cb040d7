import Mining

/// What the options and the profile say about a column, and about the labels of rows.
extension ImportOptions {
    /// The meaning of a column: from the options, else from the profile; nil if neither mentions
    /// it. If several mappings name it, the last one wins. `--ignore-column` may also name the company
    /// of a column.
    func meaning(of column: FileColumn) -> ColumnMapping.Meaning? {
        meaning(of: column, in: mappings) ?? meaning(of: column, in: rules.mappings)
    }

    /// The option that says what a label in a column of metrics means; nil if none does. If several
    /// name it, the last one wins.
    func mapping(ofLabel text: String) -> ColumnMapping? {
        let name = normalizedName(text)
        return mappings.last { mapping in
            if mapping.scope == .column { return false }
            if case .column = mapping.meaning { return false }
            return normalizedName(mapping.column) == name
        }
    }

    /// The name that says how long the periods in a column are: the meaning that a mapping gives it,
    /// if that is a name such as `quarter`, else its own name.
    func periodName(of column: FileColumn) -> String {
        if case .column(let name) = meaning(of: column), PeriodColumnName.length(of: name) != nil {
            return name
        }
        return column.name
    }

    /// Whether an option, rather than the profile, names the column.
    func isMappedByOption(_ column: FileColumn) -> Bool { meaning(of: column, in: mappings) != nil }

    /// Whether the profile ignores the column by its name, and no option names it.
    func isIgnoredByProfile(_ column: FileColumn) -> Bool {
        guard !isMappedByOption(column), case .ignored = meaning(of: column) else { return false }
        return true
    }

    private func meaning(
        of column: FileColumn, in mappings: [ColumnMapping]
    ) -> ColumnMapping.Meaning? {
        if mappings.isEmpty { return nil }
        let name = normalizedName(column.name)
        let company = column.subject.map(normalizedName)
        return mappings.last { mapping in
            switch mapping.scope {
            case .column: [name, company].contains(normalizedName(mapping.column))
            case .either: normalizedName(mapping.column) == name
            case .label: false
            }
        }?.meaning
    }

    /// The values that the profile requires in a column. A column of currencies must have US dollars.
    func requirements(of column: FileColumn) -> [RowRequirement] {
        let name = normalizedName(column.name)
        let own = rules.requirements.filter { normalizedName($0.column) == name }
        let isCurrency = meaning(of: column) == nil && RowRequirement.currencyColumns.contains(name)
        return own.isEmpty && isCurrency ? [RowRequirement(dollarsIn: column.name)] : own
    }

    /// If the default subject is the network, its metrics among `choices`. If it has none, or for
    /// another subject, all of them.
    func possibleMetrics(among choices: [Metric]) -> [Metric] {
        let ofNetwork = choices.filter { $0.subjects.contains(.network) }
        return isOfNetwork && !ofNetwork.isEmpty ? ofNetwork : choices
    }

    private var isOfNetwork: Bool { defaults[.subject]?.uppercased() == Subject.network.code }

    /// The default metric if `choices` has it; else the only choice, if the default subject is the
    /// network. Nil otherwise.
    func preferredMetric(among choices: [Metric]) -> Metric? {
        if let metric = choices.first(where: { $0.code == defaults[.metric] }) { return metric }
        return choices.count == 1 && isOfNetwork ? choices.first : nil
    }
}
