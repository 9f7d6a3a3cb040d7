import Mining

/// The columns of a header that are named after companies.
extension Header {
    /// Whether it has a line of companies and one of metrics: see `StackedHeader`.
    var isStacked: Bool { columns.contains { $0.subject != nil } }

    /// Whether the remaining columns without a meaning may be companies: the metric is given, and
    /// no column is named after a metric. Beside a column of metrics, they must look like tickers.
    var mayHaveCompanies: Bool {
        guard !has("value"), !hasMetricMappings else { return false }
        if allButFirstAreCompanies, cornerMetric != nil { return true }
        guard has("metric") || hasDefault(for: .metric) else { return false }
        let names = possibleCompanies
        if names.isEmpty || names.contains(where: { mayBeMetric($0) }) { return false }
        return hasDefault(for: .metric) || names.allSatisfy(\.isLikeTicker)
    }

    /// Whether the columns without a meaning look like tickers, beside a column of periods.
    var looksLikeCompanies: Bool {
        let names = possibleCompanies
        return hasPeriodColumn && !names.isEmpty && names.allSatisfy(\.isLikeTicker)
    }

    /// Whether all columns look like companies, except for a first one without a name, or with that of
    /// the metric: the corner of the table, above its periods.
    var allButFirstAreCompanies: Bool {
        guard let first = rest.first, first.index == 0, rest.count > 1 else { return false }
        let others = rest.dropFirst()
        if others.allSatisfy({ $0.isNamed && $0.name.isLikeTicker }) {
            return !first.isNamed || cornerMetric != nil
        }
        guard cornerMetric != nil, others.contains(where: { $0.name.isLikeTicker }) else {
            return false
        }
        // One ticker is enough: a printed name that the book does not know is refused later.
        let names = Set(possibleCompanies)
        return others.allSatisfy { column in
            names.contains(column.name) && !mayBeMetric(column.name)
                && !HeaderPeriods.isPeriod(column.name)
        }
    }

    /// The metric in the corner; nil if there is none, or if something else gives the metric.
    var cornerMetric: MetricColumn? {
        guard let first = rest.first, first.isNamed, !hasDefault(for: .metric), !has("metric"),
            options.meaning(of: first) == nil,
            case .metric(let figure) = MetricColumn.read(first, options)
        else { return nil }
        return figure
    }

    /// Takes the column of periods, which may be a first one without a name.
    mutating func periodColumnOfCompanies() -> FileColumn? {
        if isStacked, let first = rest.first, !first.isNamed, first.subject == nil {
            return takeFirst(as: ObservationField.period.rawValue)
        }
        return periodColumnBesideCompanies()
    }

    private mutating func periodColumnBesideCompanies() -> FileColumn? {
        allButFirstAreCompanies ? takeFirst(as: ObservationField.period.rawValue) : periodColumn()
    }

    /// The names of remaining columns that no layout knows.
    var possibleCompanies: [String] {
        rest.filter { column in
            column.isNamed && options.meaning(of: column) == nil
                && options.requirements(of: column).isEmpty
                && !Self.knownNames.contains(normalizedName(column.name))
        }.map(\.name)
    }

    private func mayBeMetric(_ name: String) -> Bool {
        name.uppercased() != Subject.network.code
            && MetricColumn.isLikely(FileColumn(index: nil, name: name), options)
    }

    /// Takes the columns that are named after companies. `metric` is the column or option with the
    /// metric, `corner` the metric in the corner.
    mutating func companyColumns(
        _ metric: FileColumn?, corner: MetricColumn?
    ) -> [AcrossColumns.Figure] {
        let given = metric.flatMap { column in
            column.index != nil
                ? nil
                : column.fallback.flatMap { Metric(named: String(decoding: $0, as: UTF8.self)) }
        }.map { MetricSpec($0, options) }
        let spec = corner?.metric ?? given
        var figures: [AcrossColumns.Figure] = []
        let names = Set(possibleCompanies)
        for column in rest where names.contains(column.name) {
            let (name, unit): (String, WrittenUnit?)
            do throws(ImportProblem.Reason) {
                (name, unit) = try companyAndUnit(column, spec)
            } catch {
                problems.add(column.name, field: column.index, error)
                pass(column)
                continue
            }
            figures.append(AcrossColumns.Figure(column, of: name, spec, unit ?? corner?.unit))
            pass(column)
        }
        note(figures, corner)
        return figures
    }

    /// Takes the columns of a `StackedHeader` that are named after metrics.
    mutating func stackedColumns() -> [AcrossColumns.Figure] {
        var figures: [AcrossColumns.Figure] = []
        for column in rest {
            guard let subject = column.subject else { continue }
            switch MetricColumn.read(column, options) {
            case .metric(let figure):
                figures.append(
                    AcrossColumns.Figure(
                        column.with(name: column.fullName), of: subject, figure.metric, figure.unit)
                )
            case .ambiguous(let name, let choices, let remedy):
                problems.add(
                    column.name, field: column.index,
                    .ambiguousColumn(name, choices: choices.map(\.code), remedy: remedy))
            case .problem(let reason):
                problems.add(column.name, field: column.index, reason)
            case .notMetric: continue
            }
            pass(column)
        }
        note(figures)
        return figures
    }

    /// Describes columns that are named after companies, with figures of the metric in the corner.
    private mutating func note(_ figures: [AcrossColumns.Figure], _ corner: MetricColumn? = nil) {
        guard let first = figures.first, let last = figures.last else { return }
        let isOfMetrics = Set(figures.map(\.name)).count < figures.count
        descriptions.append(
            (figures.count == 1
                ? "\(first.column.name) as a company"
                : "\(figures.count) \(isOfMetrics ? "columns" : "companies") "
                    + "\(first.column.name) to \(last.column.name)")
                + (corner.map { " with \($0.meaning)" } ?? ""))
    }

    /// `RIOT (USD)` is RIOT in USD if that is a unit of the metric; else the whole text is a company.
    ///
    /// - Throws: `ImportProblem.Reason` if the texts above the table may contradict the unit.
    private func companyAndUnit(
        _ column: FileColumn, _ metric: MetricSpec?
    ) throws(ImportProblem.Reason) -> (name: String, unit: WrittenUnit?) {
        let name = FootnoteMark.company(before: column.name) ?? column.name
        guard let metric else { return (name, nil) }
        let below = try column.unit.map { text throws(ImportProblem.Reason) in
            try Self.unit(text, of: metric)
        }
        guard let (company, text) = MetricColumn.brackets(in: name), !company.isEmpty,
            let unit = try Self.unit(ifIn: text, of: metric)
        else { return (name, below) }
        if let below, below != unit { throw .otherUnit(below.code, label: unit.code) }
        return (company, unit)
    }

    /// The unit in the line below the header.
    private static func unit(
        _ text: String, of metric: MetricSpec
    ) throws(ImportProblem.Reason) -> WrittenUnit {
        var reader = ValueReader()
        do throws(ValueReader.ValueError) {
            return try reader.unit(Array(text.utf8).span, of: metric.values)
        } catch {
            throw error.reason(about: text, as: metric.values)
        }
    }

    /// The unit in brackets behind a company; nil if the text is none.
    private static func unit(
        ifIn text: String, of metric: MetricSpec
    ) throws(ImportProblem.Reason) -> WrittenUnit? {
        var reader = ValueReader()
        do throws(ValueReader.ValueError) {
            return try reader.unit(Array(text.utf8).span, of: metric.values)
        } catch {
            switch error {
            case .unclearDollars, .otherTableUnit:
                throw error.reason(about: text, as: metric.values)
            default: return nil
            }
        }
    }

    private static let knownNames = Set(Layout.columnNames)
}

extension String {
    /// Whether it is in upper case and short, as tickers in headers are, with the mark of a footnote or
    /// without.
    var isLikeTicker: Bool {
        let text = FootnoteMark.company(before: self) ?? self
        return (1...6).contains(text.utf8.count) && text.contains(where: \.isLetter)
            && text.allSatisfy {
                $0.isASCII && ($0.isUppercase || $0.isNumber || ".-".contains($0))
            }
    }
}
