/// Names in options that no file has.
extension ImportOptions {
    /// Reports the columns that the options name but that none of `files` has. What may be a label of
    /// rows is reported by `reportAbsentLabels`.
    package func reportAbsentColumns(
        in files: [ImportFile], to diagnostics: inout Diagnostics
    ) {
        let hasLabels = files.contains(where: \.hasLabels)
        reportAbsent(in: files, to: &diagnostics) { $0.scope == .column || !hasLabels }
    }

    /// Reports the labels that the options name but that none of `files` has. To be called after
    /// their rows are read.
    package func reportAbsentLabels(
        in files: [ImportFile], to diagnostics: inout Diagnostics
    ) {
        guard files.contains(where: \.hasLabels) else { return }
        reportAbsent(in: files, to: &diagnostics) { mapping in
            mapping.scope != .column && !files.contains { $0.labels.hasUse(of: mapping) }
        }
    }

    private func reportAbsent(
        in files: [ImportFile], to diagnostics: inout Diagnostics,
        where mayBeAbsent: (ColumnMapping) -> Bool
    ) {
        guard let first = files.first else { return }
        let columns = files.flatMap(\.columnNames)
        let companies = Set(files.flatMap(\.columnCompanies).map(normalizedName))
        let labels = files.flatMap(\.labels.badNames)
        let known = Set(columns.map(normalizedName))
        for mapping in mappings where mayBeAbsent(mapping) {
            let name = normalizedName(mapping.column)
            let isColumn = mapping.scope != .label && known.contains(name)
            let isCompany = mapping.scope == .column && companies.contains(name)
            guard !isColumn, !isCompany else { continue }
            let isOfBoth = mapping.scope == .either && files.contains(where: \.hasLabels)
            let what: ImportProblem.Reason.AbsentName =
                mapping.scope == .label ? .label : isOfBoth ? .either : .column
            let names = (what == .label ? [] : columns) + (what == .column ? [] : labels)
            diagnostics.report(
                ImportProblem(
                    file: first.name, line: 1, column: mapping.option,
                    reason: .absentColumn(
                        mapping.column, what: what,
                        nearest: nearestName(to: mapping.column, in: names))))
        }
    }
}
