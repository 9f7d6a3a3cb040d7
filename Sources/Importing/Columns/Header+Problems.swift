import Mining

/// What is wrong with a header as a whole.
extension Header {
    /// Reports what `layout` misses, and the columns that nothing has taken.
    mutating func close(as layout: LayoutName) {
        if !missing.isEmpty {
            report(
                .missingColumns(
                    missing, of: layout.description, header: layout.header,
                    options: layout.options(for: missing)))
        }
        let others = rest.filter { options.requirements(of: $0).isEmpty }
        if options.rules.ignoresOtherColumns {
            passedOver = others.map(\.name)
            return
        }
        let (knownNames, mayHaveFigures) = (knownNames, mayHaveFigures)
        for column in others {
            if !column.isNamed {
                report(namelessness(of: column))
                continue
            }
            if hasPeriodsAcross {
                findings.add(column.name, .notPeriodColumn)
                continue
            }
            findings.add(
                column.name,
                .unknownColumn(
                    nearest: nearest(to: normalizedName(column.name), in: knownNames)
                        ?? (mayHaveFigures ? MetricColumn.nearestCode(to: column) : nil)))
        }
    }

    /// Reports that nothing is known which has these columns.
    mutating func reportUnrecognised() {
        guard !first.isData else {
            for column in rest { report(namelessness(of: column)) }
            if rest.isEmpty { report(.noMetricColumn) }
            return
        }
        report(.unrecognisedHeader(first.text, looksLikeData: first.looksLikeData))
        if let column = columns.first, column.index == 0, !column.isNamed {
            report(namelessness(of: column))
        }
    }

    /// Whether a column has figures that the profile reads, where it reads any; else a problem.
    mutating func isOfProfile() -> Bool {
        let names = options.rules.figureColumns
        let isRead = columns.contains { options.meaning(of: $0)?.hasFigures == true }
        if names.isEmpty || isRead { return true }
        report(.notOfProfile(options.rules.profile, header: first.text, columns: names))
        return false
    }

    /// What is wrong with a column that has no name and that no option speaks of.
    private func namelessness(of column: Column) -> ImportProblem.Fact {
        guard !first.isData else {
            return .unmappedColumn(column.name, first: first.texts[column.index ?? 0])
        }
        return column.index == 0 ? .unnamedFirstColumn(column.name) : .unnamedColumn(column.name)
    }
}
