import Mining

/// The columns of observations with one column per metric: subject, period, metrics, and a
/// provenance for all figures of a row.
struct WideColumns: ObservationColumns {
    var subject: SubjectColumns
    var period: FileColumn
    /// The column with the year of the period, which has only a part of one; nil if there is none.
    var year: FileColumn?
    var figures: [MetricColumn]
    var provenance: ProvenanceColumns

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let subject = header.subjectColumns()
        year = header.yearColumn()
        let period = header.periodColumn()
        provenance = ProvenanceColumns(&header)
        figures = header.metricColumns()
        guard let subject, let period, !figures.isEmpty else { return nil }
        self.subject = subject
        self.period = period
    }
}

/// Reads observations with one column per metric.
struct WideRows: RowReader {
    var values = ObservationBatch()
    let columns: WideColumns
    var cells: ObservationReader

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let (subject, period) = cells.subjectAndPeriod(columns.period, of: &row)
        let provenance = cells.provenance(&row, into: &values)
        for figure in columns.figures {
            let (metric, column) = (figure.metric, figure.column)
            let value = cells.value(
                column, as: metric, in: figure.unit, of: &row, reportColumn: column, &counts)
            guard let subject else { continue }
            guard let value else {
                if let period { cells.passMissing(metric, subject, period) }
                continue
            }
            row.check(metric, of: subject, column)
            guard let period else { continue }
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
