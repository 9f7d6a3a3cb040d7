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
            let unknown = Set(others.map(\.index))
            // Each company may have a column of the same name.
            var names: Set<String> = []
            ignored = columns.filter {
                unknown.contains($0.index) || options.isIgnoredByProfile($0)
            }
            .map(\.name).filter { names.insert($0).inserted }
            return
        }
        var unknown: [UnknownName] = []
        var names: Set<String> = []
        for column in others where names.insert(column.name).inserted {
            if !column.isNamed {
                report(missingName(of: column))
            } else if hasPeriodColumns {
                problems.add(column.name, field: column.index, .notPeriodColumn(column.name))
            } else {
                // Of many columns, only the first ones are listed.
                unknown.append(
                    unknown.count < UnknownName.listedCount
                        ? likelyMeaning(of: column)
                        : UnknownName(name: column.name))
            }
        }
        guard !unknown.isEmpty else { return }
        let profiles = likelyProfiles
        problems.add(
            unknown.count == 1 ? unknown[0].name : nil,
            .unknownColumns(unknown, profiles: profiles))
    }

    /// What a column with an unknown name may mean. A meaning that another column has, or that was
    /// suggested for another column, is not suggested.
    private mutating func likelyMeaning(of column: FileColumn) -> UnknownName {
        var unknown = UnknownName(name: column.name)
        let metrics = hasMetricColumns ? MetricColumn.suggestions(for: column) : []
        if let name = nearestName(to: normalizedName(column.name), in: freeNames) {
            if takeMeaning(of: name) { unknown.meaning = name }
        } else if metrics.count > 1 {
            unknown.choices = metrics.map(\.code)
        } else if let metric = metrics.first, takeMeaning(of: metric.code) {
            unknown.meaning = MetricColumn.mapping(of: column, to: metric)
        }
        return unknown
    }

    /// The profiles that read figures and periods from columns of this file, those with the most
    /// columns; none if the options name a profile.
    private var likelyProfiles: [String] {
        guard options.rules.profile.isEmpty else { return [] }
        let profiles = options.knownProfiles()
        let names = Set(columns.filter(\.isNamed).map { normalizedName($0.name) })
        let counts = profiles.filter { $0.allows(options.defaults[.subject]) }
            .map { ($0.name, $0.columnCount(among: names)) }
        let most = counts.map(\.1).max() ?? 0
        return most == 0 ? [] : counts.filter { $0.1 == most }.map(\.0)
    }

    /// Reports that the metric is not given. The first column without a meaning is suggested for
    /// it, if it is before the column of the first period.
    mutating func reportNoMetric(before period: FileColumn?) {
        guard let column = rest.first, let index = column.index, index < period?.index ?? 0 else {
            report(.noPivotMetric(nil))
            return
        }
        report(.noPivotMetric(column.name))
        pass(column)
    }

    /// Reports that no layout has these columns.
    mutating func reportUnrecognised() {
        guard !first.isData else {
            for column in rest { report(missingName(of: column)) }
            if rest.isEmpty { report(.noMetricColumn) }
            return
        }
        if looksLikeCompanies {
            report(.noCompanyMetric(possibleCompanies))
            return
        }
        report(
            .unrecognisedHeader(
                first.text, looksLikeData: first.looksLikeData, profiles: likelyProfiles))
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
    private mutating func missingName(of column: FileColumn) -> ImportProblem.Reason {
        guard first.isData else {
            return column.index == 0
                ? .unnamedFirstColumn(column.name, meaning: missingMeaning ?? "ignore")
                : .unnamedColumn(column.name)
        }
        let text = first.texts[column.index ?? 0]
        let isPeriod =
            HeaderPeriods.isPeriod(text) && Int(text) == nil || DateText(text) != nil
        return .unmappedColumn(
            column.name, first: text,
            meaning: isPeriod && takeMeaning(of: "period") ? "period" : nil)
    }

    /// The first column that observations need and the file does not have; nil if it has all.
    private var missingMeaning: String? {
        if !hasPeriodColumns, !isTaken("period"), !hasPeriodColumn, !hasDefault(for: .period) {
            return "period"
        }
        let hasSubject = hasSubjectColumn || isTaken("subject")
        if !hasSubject, !hasDefault(for: .subject) { return "subject" }
        let needsMetric = hasPeriodColumns || has("value") || isTaken("value")
        return needsMetric && !isTaken("metric") && !has("metric") ? "metric" : nil
    }
}
