import Mining

/// The columns of observations with one column per period: `Ticker,2025Q1,2025Q2,…`.
struct PivotColumns: ObservationColumns {
    var subject: SubjectColumns
    var metric: FileColumn
    var unit: FileColumn?
    var figures: [(column: FileColumn, time: WrittenPeriod)]
    var provenance: ProvenanceColumns

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let subject = header.subjectColumns()
        let metric = header.optional("metric")
        unit = header.optional("unit")
        provenance = ProvenanceColumns(&header)
        figures = header.periodColumns()
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
        if passed?.takes(&row, cells.label(of: row, in: columns.metric)) == true {
            counts.passed += 1
            return
        }
        let metric = cells.metric(columns.metric, of: &row)
        let provenance = cells.provenance(&row, into: &values)
        guard let metric else { return }
        let unit = cells.unit(columns.unit, of: metric, in: &row)
        for (column, time) in columns.figures {
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

    mutating func endRow(isGood: Bool, line: Int) { cells.endRow(isGood: isGood, line: line) }

    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        cells.reportFindings(to: &diagnostics, file: file)
    }
}
