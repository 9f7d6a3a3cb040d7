import Mining

/// Where the parts of a row of figures stand: a subject, a period, one column per metric, and
/// what holds for all figures of the row.
struct WideColumns {
    /// What the column of periods may be called.
    static let periodNames = ["period", "date", "on", "day", "month", "quarter"]

    var subject: SubjectColumns
    var period: Column
    var figures: [MetricColumn]
    var provenance: ProvenanceColumns

    init?(_ header: inout Header) {
        let subject = header.subject()
        let period = header.required(anyOf: Self.periodNames)
        provenance = ProvenanceColumns(&header)
        figures = header.figures()
        guard let subject, let period, !figures.isEmpty else { return nil }
        self.subject = subject
        self.period = period
    }
}

/// Reads observations, a row of them for a subject and a period.
struct WideRows: RowReader {
    var values = ObservationBatch()
    private let columns: WideColumns
    private var occasions: OccasionReader
    private var cells: ValueReader
    private var provenances: ProvenanceReader

    init(
        columns: WideColumns, roster: Roster, newcomers: Newcomers?, options: ImportOptions
    ) {
        self.columns = columns
        cells = ValueReader(options: options)
        occasions = OccasionReader(
            subject: columns.subject, period: columns.period, roster: roster,
            newcomers: newcomers, options: options)
        provenances = ProvenanceReader(columns: columns.provenance)
    }

    static func batch(_ values: ObservationBatch) -> ImportBatch { .arranged(values) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let occasion = occasions.read(&row)
        let provenance = provenances.read(&row, into: &values)
        for figure in columns.figures {
            let (metric, column) = (figure.metric, figure.column)
            let reading = row.withCell(column) { cell in
                cells.read(cell, as: metric.measure, in: figure.unit)
            }
            switch reading {
            case .missing:
                counts.missing += 1
            case .mistake(let mistake):
                let text = row.shownText(column)
                row.report(column, mistake.fact(about: text, as: metric.measure))
            case .value(let value, let isRounded):
                if isRounded { counts.rounded += 1 }
                guard let subject = occasion.subject else { continue }
                row.check(metric, of: subject, column)
                guard let period = occasion.period else { continue }
                values.append(value, metric, subject, period, provenance, line: row.line)
                counts.values += 1
            }
        }
    }
}
