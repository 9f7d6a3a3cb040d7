import Mining

/// Reads the cells of observations: the common part of `LongRows`, `WideRows` and `PivotRows`.
///
/// The layouts differ in which cells a row has. Subject, period, metric, value and provenance are
/// read in the same way.
struct ObservationReader {
    private let subjectColumn: FileColumn
    private var subjects: SubjectReader
    private var periods = PeriodReader()
    private var metrics: MetricReader
    private var values: ValueReader
    private var provenances: ProvenanceReader

    init(
        _ columns: some ObservationColumns, roster: Roster, newCompanies: NewCompanies?,
        options: ImportOptions
    ) {
        subjectColumn = columns.subject.code
        subjects = SubjectReader(
            roster: roster, newCompanies: newCompanies, name: columns.subject.name,
            options: options)
        metrics = MetricReader(options: options)
        values = ValueReader(options: options)
        provenances = ProvenanceReader(columns: columns.provenance)
    }

    /// The subject of a row and the days of its period. Each is nil if it is bad, which is reported.
    ///
    /// They are read together, because an alias depends on the day, and the days of a fiscal
    /// quarter depend on the company.
    @inline(__always)
    mutating func subjectAndPeriod(
        _ periodColumn: FileColumn, of row: inout Row
    ) -> (subject: Subject?, period: Period?) {
        let time = periods.read(periodColumn, of: &row)
        let subject = subjects.read(subjectColumn, of: &row, at: time)
        guard let time, let subject else { return (subject, nil) }
        return (subject, subjects.period(time, of: subject, periodColumn, of: &row))
    }

    /// The subject of a figure at `time`; nil if it is bad, which is reported.
    @inline(__always)
    mutating func subject(of row: inout Row, at time: PeriodText) -> Subject? {
        subjects.read(subjectColumn, of: &row, at: time)
    }

    /// The days of `time`, the name of `column`; nil if the subject's fiscal year end is not known,
    /// which is reported.
    @inline(__always)
    func period(
        _ time: PeriodText, of subject: Subject, _ column: FileColumn, of row: inout Row
    ) -> Period? {
        subjects.period(time, of: subject, column, of: &row, writtenAs: column.name)
    }

    /// The metric in a cell; nil if it is bad, which is reported.
    @inline(__always)
    mutating func metric(_ column: FileColumn, of row: inout Row) -> MetricSpec? {
        metrics.read(column, of: &row)
    }

    /// The unit in a cell; nil if it is empty or there is no such column.
    @inline(__always)
    mutating func unit(_ column: FileColumn?, of spec: ValueSpec, in row: inout Row) -> Unit? {
        row.unit(column, of: spec, &values)
    }

    /// The value in a cell, which is counted if it is missing or rounded. Nil if it is missing, or
    /// bad, which is reported under the name of `reportColumn`, or of the metric if that is nil.
    @inline(__always)
    mutating func value(
        _ column: FileColumn, as spec: ValueSpec, in unit: Unit?, of row: inout Row,
        reportColumn: FileColumn?, _ counts: inout ImportCounts
    ) -> Quantity? {
        switch row.withCell(column, { values.read($0, as: spec, in: unit) }) {
        case .missing:
            counts.missing += 1
            return nil
        case .value(let value, let isRounded):
            if isRounded { counts.rounded += 1 }
            return value
        case .invalid(let error):
            let text = row.shownText(column)
            if let reportColumn {
                row.report(reportColumn, error.reason(about: text, as: spec))
            } else {
                row.report(spec, error.reason(about: text, as: spec))
            }
            return nil
        }
    }

    /// Who published the row's figures and when.
    @inline(__always)
    mutating func provenance(_ row: inout Row, into batch: inout ObservationBatch) -> Provenance {
        provenances.read(&row, into: &batch)
    }
}

extension Row {
    /// Reports a metric that `subject` cannot have.
    @inline(__always)
    mutating func check(_ metric: MetricSpec, of subject: Subject, _ column: FileColumn) {
        if !metric.subjects.contains(subject.kind) {
            report(
                column,
                .wrongSubjectKind(
                    subject: subject.code, is: subject.kind, metric: metric.metric))
        }
    }
}

extension ObservationBatch {
    /// Appends an observation. A figure that holds at a date belongs to the last day of its period.
    @inline(__always)
    mutating func append(
        _ value: Quantity, _ metric: MetricSpec, _ subject: Subject, _ period: Period,
        _ provenance: Provenance, line: Int
    ) {
        append(
            Row(
                subject: Int32(subjects.add(subject.code)), metric: metric.metric,
                period: metric.isInstant ? Period(day: period.last) : period, value: value,
                publishedOn: provenance.publishedOn, source: provenance.source,
                status: provenance.status, note: provenance.note, line: line))
    }
}

extension RowReader where Values == ObservationBatch {
    /// The batch, already sorted: this thread has time for it while another one records the batch
    /// before.
    static func batch(_ values: ObservationBatch) -> ImportBatch {
        var observations = values
        observations.cacheKeyOrder()
        return .observations(observations)
    }
}
