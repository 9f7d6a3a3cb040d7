import Mining

/// Reads the cells of observations: the common part of `LongRows`, `WideRows`, `PivotRows` and
/// `AcrossRows`.
///
/// The layouts differ in which cells a row has. Subject, period, metric, value and provenance are
/// read in the same way.
struct ObservationReader {
    private let subjectColumn: FileColumn
    private var subjects: SubjectReader
    private var periods: PeriodReader
    private var metrics: MetricReader
    private let labels: LabelFindings
    /// Whether options ignore rows with certain labels.
    private let ignoresRows: Bool
    private var values: ValueReader
    private var provenances: ProvenanceReader
    private var findings: FigureFindings
    private var fiscalYears = FiscalYearCheck()
    /// The name of the column of periods; nil if each period has a column.
    private let periodName: String?
    /// The first single day that stands for a longer period, and what it stands for.
    private var firstDated: (day: Day, length: PeriodLength, period: Period)?

    /// `periodColumn` is nil if each period has a column. `parts` are the columns with the rest of the
    /// period.
    init(
        _ columns: some ObservationColumns, periodColumn: FileColumn?, parts: PeriodParts,
        roster: Roster, newCompanies: NewCompanies?, labels: LabelFindings, options: ImportOptions
    ) {
        self.labels = labels
        ignoresRows = options.mappings.contains {
            if case .ignored = $0.meaning { $0.scope != .column } else { false }
        }
        subjectColumn = columns.subject.code
        periods = PeriodReader(periodColumn, parts, options: options)
        subjects = SubjectReader(
            roster: roster, newCompanies: newCompanies, name: columns.subject.name,
            options: options)
        metrics = MetricReader(options: options, findings: labels)
        values = ValueReader(options: options)
        provenances = ProvenanceReader(columns: columns.provenance)
        findings = FigureFindings(options)
        periodName = periodColumn?.name
    }

    /// The subject of a row and the days of its period. Each is nil if it is bad, which is reported.
    ///
    /// They are read together, because an alias depends on the day, and the days of a fiscal
    /// quarter depend on the company.
    @inline(__always)
    mutating func subjectAndPeriod(
        _ periodColumn: FileColumn, of row: inout Row
    ) -> (subject: Subject?, period: FigurePeriod?) {
        let time = periods.read(periodColumn, of: &row)
        let subject = subjects.read(subjectColumn, of: &row, at: time)
        guard let time, let subject else { return (subject, nil) }
        return (subject, days(of: time, for: subject, periodColumn, in: &row))
    }

    /// The period of a row with several subjects; nil if it is bad, which is reported.
    @inline(__always)
    mutating func time(_ periodColumn: FileColumn, of row: inout Row) -> WrittenPeriod? {
        periods.read(periodColumn, of: &row)
    }

    /// The days of the period of a row; nil if the subject has no such period, which is reported.
    @inline(__always)
    mutating func days(
        of time: WrittenPeriod, for subject: Subject, _ periodColumn: FileColumn, in row: inout Row
    ) -> FigurePeriod? {
        guard let days = subjects.period(time, of: subject, periodColumn, of: &row) else {
            return nil
        }
        if let problem = fiscalYears.problem(of: time, for: subject) {
            row.report(periodColumn, problem)
            return nil
        }
        if case .dated(let day, let length) = time, firstDated == nil {
            firstDated = (day, length, days)
        }
        return FigurePeriod(days: days, time)
    }

    /// The subject of a figure at `time`; nil if it is bad, which is reported.
    @inline(__always)
    mutating func subject(of row: inout Row, at time: WrittenPeriod) -> Subject? {
        subjects.read(subjectColumn, of: &row, at: time)
    }

    /// The same for a subject that the name of its column gives.
    mutating func subject(
        _ column: FileColumn, of row: inout Row, at time: WrittenPeriod
    ) -> Subject? {
        subjects.read(column, of: &row, at: time)
    }

    /// The days of `time`, the name of `column`; nil if the subject has no such period, which is
    /// reported.
    @inline(__always)
    mutating func period(
        _ time: WrittenPeriod, of subject: Subject, _ column: FileColumn, of row: inout Row
    ) -> FigurePeriod? {
        let days = subjects.period(time, of: subject, column, of: &row, writtenAs: column.name)
        guard let days else { return nil }
        if let problem = fiscalYears.problem(of: time, for: subject) {
            row.report(column, problem)
            return nil
        }
        return FigurePeriod(days: days, time)
    }

    /// The metric in a cell; nil if it is bad, which is reported.
    @inline(__always)
    mutating func metric(_ column: FileColumn, of row: inout Row) -> MetricSpec? {
        metrics.read(column, of: &row)
    }

    /// Whether an option ignores the row because of its label in `column`.
    @inline(__always)
    mutating func ignores(_ row: Row, labelled column: FileColumn) -> Bool {
        guard ignoresRows, case .ignored = metrics.label(column, of: row) else { return false }
        labels.addIgnored(row.shownText(column))
        return true
    }

    /// What the label of a row means; nil if it is empty.
    @inline(__always)
    mutating func label(of row: Row, in column: FileColumn) -> MetricReader.Label? {
        metrics.label(column, of: row)
    }

    /// The unit in a cell; nil if it is empty or there is no such column. A unit other than that of
    /// the metric's label is reported.
    @inline(__always)
    mutating func unit(_ column: FileColumn?, of metric: MetricSpec, in row: inout Row)
        -> WrittenUnit?
    {
        let unit = row.unit(column, of: metric.values, &values)
        if let unit, let labelUnit = metric.labelUnit, unit != labelUnit, let column {
            row.report(column, .otherUnit(unit.code, label: labelUnit.code))
        }
        return unit
    }

    /// The value in a cell. A missing or rounded one is counted. Nil if it is missing, or if it is
    /// bad, which is reported under the name of `reportColumn`, or of the metric if that is nil.
    /// `key` tells apart groups of numbers that are written alike; nil for the index of the column.
    @inline(__always)
    mutating func value(
        _ column: FileColumn, as metric: MetricSpec, in unit: WrittenUnit?, of row: inout Row,
        reportColumn: FileColumn?, key: Int? = nil, _ counts: inout ImportCounts
    ) -> Quantity? {
        let spec = metric.values
        switch row.withCell(column, { values.read($0, as: spec, in: unit) }) {
        case .missing:
            counts.missing += 1
            return nil
        case .value(let value, let isRounded):
            let key = key ?? column.index ?? 0
            if findings.marks?.watches(key: key) == true {
                let isOfNetwork = !metric.subjects.contains(.company)
                row.withCell(column) {
                    findings.marks?.add(
                        $0, in: value.unit, isOfNetwork: isOfNetwork, key: key, name: column.name,
                        line: row.line)
                }
            }
            if isRounded {
                counts.rounded += 1
                if value.base == 0 {
                    counts.roundedToZero += 1
                    findings.addRoundedToZero(metric.metric, row.shownText(column))
                }
            }
            return value
        case .invalid(let error):
            if case .misplacedComma = error {
                findings.marks?.addReported(key: key ?? column.index ?? 0)
            }
            let text = row.shownText(column)
            if let reportColumn {
                row.report(reportColumn, error.reason(about: text, as: spec))
            } else {
                row.report(spec, in: column, error.reason(about: text, as: spec))
            }
            return nil
        }
    }

    /// Appends an observation to `batch`. A figure that holds at a date belongs to the last day of
    /// its period.
    @inline(__always)
    mutating func append(
        _ value: Quantity, _ metric: MetricSpec, _ subject: Subject, _ period: FigurePeriod,
        _ provenance: Provenance, to batch: inout ObservationBatch, line: Int
    ) {
        findings.add(value, metric, of: subject, in: period)
        batch.append(
            ObservationBatch.Row(
                subject: Int32(batch.subjects.add(subject.code)), metric: metric.metric,
                period: metric.isInstant ? Period(day: period.days.last) : period.days,
                value: value, publishedOn: provenance.publishedOn, source: provenance.source,
                status: provenance.status, note: provenance.note, line: line))
    }

    /// Notes a cell without a figure.
    @inline(__always)
    mutating func passMissing(_ metric: MetricSpec, _ subject: Subject, _ period: FigurePeriod) {
        if period.isOpen { findings.addMissing(metric, of: subject, in: period) }
    }

    /// Ends a row; `isGood` unless it is rejected.
    @inline(__always)
    mutating func endRow(isGood: Bool, line: Int) { findings.endRow(isGood: isGood, line: line) }

    /// Reports what only all rows of `file` together show.
    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        if let (day, length, period) = firstDated, let periodName {
            diagnostics.note(
                "\(file): single days in \(escaped(periodName)) stand for \(length.plural), such as "
                    + "\(day) for \(period)")
        }
        subjects.reportFindings(to: &diagnostics, file: file)
        findings.report(to: &diagnostics, file: file)
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

/// The days that a figure is about.
struct FigurePeriod {
    let days: Period
    /// Whether the file has them as a single day or a month, and nothing says whether it stands for a
    /// longer period.
    let isOpen: Bool

    init(days: Period, _ time: WrittenPeriod) {
        self.days = days
        switch time {
        case .day, .month: isOpen = true
        case .text, .part, .dated: isOpen = false
        }
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
