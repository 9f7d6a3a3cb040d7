import Mining

/// Where the parts stand of a row with one figure for each of several periods:
/// `Ticker,2025Q1,2025Q2,…`.
struct PivotColumns {
    var subject: SubjectColumns
    var metric: Column
    var unit: Column?
    var figures: [(column: Column, time: PeriodText)]
    var provenance: ProvenanceColumns

    init?(_ header: inout Header) {
        let subject = header.subject()
        let metric = header.optional("metric")
        if metric == nil { header.report(.noPivotMetric) }
        unit = header.optional("unit")
        provenance = ProvenanceColumns(&header)
        figures = header.periods()
        guard let subject, let metric else { return nil }
        self.subject = subject
        self.metric = metric
    }
}

/// Reads observations, a row of them for a subject and a metric.
struct PivotRows: RowReader {
    var values = ObservationBatch()
    private let columns: PivotColumns
    private var subjects: SubjectReader
    private var metrics: MetricReader
    private var cells: ValueReader
    private var provenances: ProvenanceReader

    init(
        columns: PivotColumns, roster: Roster, newcomers: Newcomers?, options: ImportOptions
    ) {
        self.columns = columns
        subjects = SubjectReader(
            roster: roster, newcomers: newcomers, name: columns.subject.name, options: options)
        metrics = MetricReader(options: options)
        cells = ValueReader(options: options)
        provenances = ProvenanceReader(columns: columns.provenance)
    }

    static func batch(_ values: ObservationBatch) -> ImportBatch { .arranged(values) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let metric = metrics.read(columns.metric, of: &row)
        let provenance = provenances.read(&row, into: &values)
        guard let metric else { return }
        let unit = row.unit(columns.unit, of: metric.measure, &cells)
        for figure in columns.figures {
            // A name may be an alias on some of the days only.
            guard let subject = subjects.read(columns.subject.code, of: &row, at: figure.time)
            else {
                return
            }
            let column = figure.column
            switch row.withCell(column, { cells.read($0, as: metric.measure, in: unit) }) {
            case .missing:
                counts.missing += 1
            case .mistake(let mistake):
                let text = row.shownText(column)
                row.report(column, mistake.fact(about: text, as: metric.measure))
            case .value(let value, let isRounded):
                if isRounded { counts.rounded += 1 }
                row.check(metric, of: subject, columns.subject.code)
                let period = subjects.period(
                    figure.time, of: subject, column, of: &row, writtenAs: column.name)
                guard let period else { continue }
                values.append(value, metric, subject, period, provenance, line: row.line)
                counts.values += 1
            }
        }
    }
}
