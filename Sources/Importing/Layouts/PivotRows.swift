import Mining

/// The columns of observations with one column per period: `Ticker,2025Q1,2025Q2,…`, or per part of a
/// year: `Ticker,Year,Q1,Q2,…`.
struct PivotColumns: ObservationColumns {
    var subject: SubjectColumns
    var metric: FileColumn
    var unit: FileColumn?
    /// The column with the years of all figures; nil if each column has its own.
    var year: FileColumn?
    /// Whether these years are fiscal.
    var isFiscalYear = false
    /// The length that a month in the name of a column stands for; nil for one month.
    var monthLength: PeriodLength?
    /// The columns of figures. The period is nil if it is a part of the year.
    var figures: [(column: FileColumn, time: WrittenPeriod?)]
    var provenance: ProvenanceColumns

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let subject = header.subjectColumns()
        let metric = header.optional("metric")
        unit = header.optional("unit")
        provenance = ProvenanceColumns(&header)
        if header.hasYearAcross {
            year = header.optional(oneOf: PeriodColumnName.years)
            if let year {
                isFiscalYear = PeriodColumnName.isFiscal(header.options.periodName(of: year))
            }
            monthLength = header.options.periodLength
            figures = header.yearPartColumns().map { ($0, nil) }
        } else {
            figures = header.periodColumns().map { ($0, $1) }
        }
        if metric == nil { header.reportNoMetric(before: figures.first?.column) }
        guard let subject, let metric else { return nil }
        self.subject = subject
        self.metric = metric
    }
}

/// Reads observations with one column per period.
struct PivotRows: RowReader {
    var values = ObservationBatch()
    let columns: PivotColumns
    /// Finds titles and growth; nil if an option gives the metric.
    var passed: PassedRows?
    var cells: ObservationReader

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        if cells.ignores(row, labelled: columns.metric) {
            counts.passed += 1
            return
        }
        if passed?.takes(row, cells.label(of: row, in: columns.metric)) == true {
            counts.passed += 1
            return
        }
        let metric = cells.metric(columns.metric, of: &row)
        let provenance = cells.provenance(&row, into: &values)
        guard let metric else { return }
        let unit = cells.unit(columns.unit, of: metric, in: &row)
        let year = columns.year.flatMap { row.requiredText($0) }
        if columns.year != nil, year == nil { return }
        for (column, columnTime) in columns.figures {
            guard let time = columnTime ?? part(column, of: year, in: &row) else { return }
            // Read for each period, because an alias may be valid for only some of them.
            guard let subject = cells.subject(of: &row, at: time) else { return }
            let value = cells.value(
                column, as: metric, in: unit, of: &row, reportColumn: column,
                key: metric.metric.rawValue, &counts)
            guard let value else {
                if case .month(let month) = time {
                    cells.passMissing(metric, subject, FigurePeriod(days: month, time))
                }
                continue
            }
            row.check(metric, of: subject, columns.subject.code)
            guard let period = cells.period(time, of: subject, column, of: &row) else { continue }
            cells.append(
                value, metric, subject, period, provenance, to: &values, line: row.line)
            counts.values += 1
        }
    }

    /// The part of the year of a row that a column is named after; nil if the year is bad, which is
    /// reported.
    private func part(
        _ column: FileColumn, of year: String?, in row: inout Row
    ) -> WrittenPeriod? {
        guard let yearColumn = columns.year, let year else { return nil }
        let fullYear = columns.isFiscalYear && Int(year) != nil ? "FY\(year)" : year
        let period = WrittenPeriod("\(column.name) \(fullYear)", days: columns.monthLength)
        if period == nil { row.report(yearColumn, .notYear(year)) }
        return period
    }

    mutating func endRow(isGood: Bool, line: Int) { cells.endRow(isGood: isGood, line: line) }

    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        cells.reportFindings(to: &diagnostics, file: file)
    }
}
