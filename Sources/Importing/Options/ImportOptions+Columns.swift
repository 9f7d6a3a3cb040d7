import Mining

/// What the options and the profile say about a column.
extension ImportOptions {
    /// The meaning of a column: from the options, else from the profile; nil if neither mentions
    /// it. If several mappings name it, the last one wins.
    func meaning(of column: FileColumn) -> ColumnMapping.Meaning? {
        meaning(of: column, in: mappings) ?? meaning(of: column, in: rules.mappings)
    }

    /// Whether an option, rather than the profile, names the column.
    func isMappedByOption(_ column: FileColumn) -> Bool { meaning(of: column, in: mappings) != nil }

    private func meaning(
        of column: FileColumn, in mappings: [ColumnMapping]
    ) -> ColumnMapping.Meaning? {
        let name = normalizedName(column.name)
        return mappings.last { normalizedName($0.column) == name }?.meaning
    }

    /// The values that the profile requires in a column.
    func requirements(of column: FileColumn) -> [RowRequirement] {
        let name = normalizedName(column.name)
        return rules.requirements.filter { normalizedName($0.column) == name }
    }

    /// The one metric of `choices` that the default metric or the default subject allows; nil if
    /// they leave several.
    func preferredMetric(among choices: [Metric]) -> Metric? {
        if let metric = choices.first(where: { $0.code == defaults[.metric] }) { return metric }
        guard defaults[.subject]?.uppercased() == Subject.network.code else { return nil }
        let ofNetwork = choices.filter { $0.subjects.contains(.network) }
        return ofNetwork.count == 1 ? ofNetwork.first : nil
    }
}
