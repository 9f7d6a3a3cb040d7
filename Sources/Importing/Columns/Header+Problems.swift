import Mining

/// The problems of a header as a whole.
extension Header {
    /// Reports the columns that `layout` needs but that are missing, and the columns that it did not
    /// take.
    mutating func reportRest(for layout: Layout) {
        if !missing.isEmpty {
            report(
                .missingColumns(
                    missing, of: layout.description, header: layout.header,
                    options: layout.options(for: missing)))
        }
        let others = rest.filter { options.requirements(of: $0).isEmpty }
        if options.rules.ignoresOtherColumns {
            ignored = others.map(\.name)
            return
        }
        let (knownNames, hasMetricColumns) = (knownNames, hasMetricColumns)
        for column in others {
            if !column.isNamed {
                report(missingName(of: column))
                continue
            }
            if hasPeriodColumns {
                problems.add(column.name, field: column.index, .notPeriodColumn)
                continue
            }
            problems.add(
                column.name, field: column.index,
                .unknownColumn(
                    nearest: nearestName(to: normalizedName(column.name), in: knownNames)
                        ?? (hasMetricColumns ? MetricColumn.nearestCode(to: column) : nil)))
        }
    }

    /// Reports that no layout has these columns.
    mutating func reportUnrecognised() {
        guard !first.isData else {
            for column in rest { report(missingName(of: column)) }
            if rest.isEmpty { report(.noMetricColumn) }
            return
        }
        report(.unrecognisedHeader(first.text, looksLikeData: first.looksLikeData))
        if let column = columns.first, column.index == 0, !column.isNamed {
            report(missingName(of: column))
        }
    }

    /// Whether the file has a column from which the profile reads figures; reports a problem if not.
    /// True without a profile, or for a profile that does not map figures.
    mutating func fitsProfile() -> Bool {
        let names = options.rules.figureColumns
        let hasFigures = columns.contains { options.meaning(of: $0)?.hasFigures == true }
        if names.isEmpty || hasFigures { return true }
        report(.noProfileColumn(options.rules.profile, header: first.text, columns: names))
        return false
    }

    /// The problem of a column without a name that no option names.
    private func missingName(of column: FileColumn) -> ImportProblem.Reason {
        guard !first.isData else {
            return .unmappedColumn(column.name, first: first.texts[column.index ?? 0])
        }
        return column.index == 0 ? .unnamedFirstColumn(column.name) : .unnamedColumn(column.name)
    }
}
