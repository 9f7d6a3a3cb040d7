import Mining

/// The columns of observations with one figure per row:
/// `subject,metric,period,value,unit,published_on,source,status,note`.
struct LongColumns: ObservationColumns {
    var subject: SubjectColumns
    var metric, period, value: FileColumn
    /// The column with the year of the period, which has only a part of one; nil if there is none.
    var year: FileColumn?
    var unit: FileColumn?
    var provenance: ProvenanceColumns

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let subject = header.subjectColumns()
        let metric = header.required("metric")
        year = header.yearColumn()
        let period = header.periodColumn()
        let value = header.required("value")
        unit = header.optional("unit")
        provenance = ProvenanceColumns(&header)
        guard let subject, let metric, let period, let value else { return nil }
        self.subject = subject
        self.metric = metric
        self.period = period
        self.value = value
    }
}

/// Reads observations, one per row.
struct LongRows: RowReader {
    var values = ObservationBatch()
    let columns: LongColumns
    var cells: ObservationReader

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        if cells.ignores(row, labelled: columns.metric) {
            counts.passed += 1
            return
        }
        let (subject, period) = cells.subjectAndPeriod(columns.period, of: &row)
        let metric = cells.metric(columns.metric, of: &row)
        var value: Quantity?
        if let metric {
            if let subject { row.check(metric, of: subject, columns.subject.code) }
            let unit = cells.unit(columns.unit, of: metric, in: &row)
            value = cells.value(
                columns.value, as: metric, in: unit, of: &row, reportColumn: nil, &counts)
        }
        let provenance = cells.provenance(&row, into: &values)
        guard let subject, let period, let metric else { return }
        guard let value else { return cells.passMissing(metric, subject, period) }
        cells.append(
            value, metric, subject, period, provenance, to: &values, line: row.line)
        counts.values += 1
    }

    mutating func endRow(isGood: Bool, line: Int) { cells.endRow(isGood: isGood, line: line) }

    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        cells.reportFindings(to: &diagnostics, file: file)
    }
}
