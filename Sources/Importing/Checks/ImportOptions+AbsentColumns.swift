extension ImportOptions {
    /// Reports the columns that the options name but that none of `files` has.
    package func reportAbsentColumns(
        in files: [ImportFile], to diagnostics: inout Diagnostics
    ) {
        guard let first = files.first else { return }
        let names = files.flatMap(\.columnNames)
        let known = Set(names.map(normalizedName))
        for mapping in mappings where !known.contains(normalizedName(mapping.column)) {
            diagnostics.report(
                ImportProblem(
                    file: first.name, line: 1, column: mapping.option,
                    reason: .absentColumn(
                        mapping.column, nearest: nearestName(to: mapping.column, in: names))))
        }
    }
}
