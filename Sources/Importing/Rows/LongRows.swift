import Mining

/// Where the parts of an observation stand:
/// `subject,metric,period,value,unit,published_on,source,status,note`.
struct LongColumns {
    var subject: SubjectColumns
    var metric, period, value: Column
    var unit: Column?
    var provenance: ProvenanceColumns

    init?(_ header: inout Header) {
        let subject = header.subject()
        let metric = header.required("metric")
        let period = header.required(anyOf: WideColumns.periodNames)
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

/// Where a row says whom it speaks of.
struct SubjectColumns {
    /// A ticker, another code, an alias or a name.
    var code: Column
    /// The company's name beside it.
    var name: Column?
}

extension Header {
    /// Takes the columns of subjects. Where a ticker stands beside a company's name, the ticker
    /// is the subject.
    mutating func subject() -> SubjectColumns? {
        guard has("subject", "ticker") else {
            return required("subject", "ticker", "company").map { SubjectColumns(code: $0) }
        }
        let name = optional("company", "company_name", "name")
        return required("subject", "ticker").map { SubjectColumns(code: $0, name: name) }
    }
}

/// Reads observations, one a row.
struct LongRows: RowReader {
    var values = ObservationBatch()
    private let columns: LongColumns
    private var occasions: OccasionReader
    private var metrics: MetricReader
    private var cells: ValueReader
    private var provenances: ProvenanceReader

    init(
        columns: LongColumns, roster: Roster, newcomers: Newcomers?, options: ImportOptions
    ) {
        self.columns = columns
        metrics = MetricReader(options: options)
        cells = ValueReader(options: options)
        occasions = OccasionReader(
            subject: columns.subject, period: columns.period, roster: roster,
            newcomers: newcomers, options: options)
        provenances = ProvenanceReader(columns: columns.provenance)
    }

    static func batch(_ values: ObservationBatch) -> ImportBatch { .arranged(values) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let occasion = occasions.read(&row)
        let metric = metrics.read(columns.metric, of: &row)
        var value: Quantity?
        if let metric {
            if let subject = occasion.subject {
                row.check(metric, of: subject, columns.subject.code)
            }
            value = self.value(of: metric.measure, in: &row, &counts)
        }
        let provenance = provenances.read(&row, into: &values)
        guard let subject = occasion.subject, let period = occasion.period, let metric, let value
        else { return }
        values.append(value, metric, subject, period, provenance, line: row.line)
        counts.values += 1
    }

    @inline(__always)
    private mutating func value(
        of measure: Measure, in row: inout Row, _ counts: inout ImportCounts
    ) -> Quantity? {
        let unit = row.unit(columns.unit, of: measure, &cells)
        switch row.withCell(columns.value, { cells.read($0, as: measure, in: unit) }) {
        case .missing:
            counts.missing += 1
            return nil
        case .value(let value, let isRounded):
            if isRounded { counts.rounded += 1 }
            return value
        case .mistake(let mistake):
            let text = row.shownText(columns.value)
            row.report(measure, mistake.fact(about: text, as: measure))
            return nil
        }
    }
}

extension Row {
    /// What a unit cell says; `nil` where it is empty or there is no such column.
    ///
    /// A bad one is reported and stands for the usual unit, so that the value can be judged all
    /// the same.
    @inline(__always)
    mutating func unit(_ column: Column?, of measure: Measure, _ values: inout ValueReader)
        -> Unit?
    {
        guard let column, !withCell(column, { $0.isEmpty }) else { return nil }
        do throws(ValueReader.Mistake) {
            return try withCell(column) { (cell) throws(ValueReader.Mistake) in
                try values.unit(cell, of: measure)
            }
        } catch {
            let text = shownText(column)
            report(column, error.fact(about: text, as: measure))
            return measure.unit
        }
    }

    /// Reports a metric that `subject` cannot have.
    @inline(__always)
    mutating func check(_ metric: MeasuredMetric, of subject: Subject, _ column: Column) {
        if !metric.subjects.contains(subject.kind) {
            report(
                column, .wrongKind(subject: subject.code, is: subject.kind, metric: metric.metric))
        }
    }
}

extension ObservationBatch {
    @inline(__always)
    mutating func append(
        _ value: Quantity, _ metric: MeasuredMetric, _ subject: Subject, _ period: Period,
        _ provenance: Provenance, line: Int
    ) {
        append(
            Row(
                subject: Int32(subjects.add(subject.code)), metric: metric.metric,
                // What holds at a date holds at the end of the period that is named for it.
                period: metric.isInstant ? Period(day: period.last) : period, value: value,
                publishedOn: provenance.publishedOn, source: provenance.source,
                status: provenance.status, note: provenance.note, line: line))
    }
}

extension ImportBatch {
    /// A batch whose order of keys is worked out here, while others work on the one before.
    static func arranged(_ observations: ObservationBatch) -> ImportBatch {
        var observations = observations
        observations.cacheKeyOrder()
        return .observations(observations)
    }
}
