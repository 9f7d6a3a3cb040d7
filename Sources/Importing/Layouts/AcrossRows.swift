import Mining

/// The columns of observations with one column per company: `Date,RIOT,MARA,CLSK`. In a
/// `StackedHeader`, a column is also named after a metric.
struct AcrossColumns: ObservationColumns {
    /// A column with figures of one subject.
    struct Figure {
        let column: FileColumn
        /// A column without cells: its fallback is the name of the subject.
        let subject: FileColumn
        /// The metric of all rows; nil if each row has its own.
        let metric: MetricSpec?
        /// The unit of cells without one; nil if the header has none.
        let unit: WrittenUnit?

        init(_ column: FileColumn, of subject: String, _ metric: MetricSpec?, _ unit: WrittenUnit?)
        {
            self.column = column
            self.subject = FileColumn(
                index: nil, name: column.name, fallback: Array(subject.utf8), subject: subject)
            self.metric = metric
            self.unit = unit
        }

        /// The name of the subject in the header.
        var name: String { subject.subject ?? column.name }
    }

    var period: FileColumn
    var parts: PeriodParts
    /// The column of metrics; nil if each column has its own.
    var metric: FileColumn?
    var unit: FileColumn?
    var provenance: ProvenanceColumns
    /// The columns of figures; at least one.
    var figures: [Figure]

    /// The subject of the first column. Each column has its own.
    var subject: SubjectColumns { SubjectColumns(code: figures[0].subject) }

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let corner = header.allButFirstAreCompanies ? header.cornerMetric : nil
        parts = PeriodParts(&header)
        let period = header.periodColumnOfCompanies()
        if !header.isStacked, corner == nil { metric = header.required("metric") }
        unit = header.optional("unit")
        provenance = ProvenanceColumns(&header)
        figures =
            header.isStacked
            ? header.stackedColumns() : header.companyColumns(metric, corner: corner)
        guard let period, !figures.isEmpty else { return nil }
        self.period = period
    }
}

/// Reads observations with one column per company.
struct AcrossRows: RowReader {
    var values = ObservationBatch()
    let columns: AcrossColumns
    var cells: ObservationReader

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        if let metric = columns.metric, cells.ignores(row, labelled: metric) {
            counts.passed += 1
            return
        }
        let time = cells.time(columns.period, of: &row)
        let metricOfRow = columns.metric.flatMap { cells.metric($0, of: &row) }
        let unit = metricOfRow.flatMap { cells.unit(columns.unit, of: $0, in: &row) }
        let provenance = cells.provenance(&row, into: &values)
        for figure in columns.figures {
            guard let metric = figure.metric ?? metricOfRow else { continue }
            let value = cells.value(
                figure.column, as: metric, in: unit ?? figure.unit, of: &row,
                reportColumn: figure.column, &counts)
            guard let value, let time,
                let subject = cells.subject(figure.subject, of: &row, at: time)
            else { continue }
            row.check(metric, of: subject, figure.column)
            guard let period = cells.days(of: time, for: subject, columns.period, in: &row) else {
                continue
            }
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
