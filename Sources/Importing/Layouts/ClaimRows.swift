import Mining

/// The columns of claims:
/// `publisher,subject,figure,on,since,value,unit,published_on,source,note`.
struct ClaimColumns {
    var publisher, subject, figure, on, value: FileColumn
    var since, unit, publishedOn, source, note: FileColumn?

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let publisher = header.required("publisher")
        let subject = header.required("subject")
        let figure = header.required("figure")
        let on = header.required("on")
        let value = header.required("value")
        since = header.optional("since")
        unit = header.optional("unit")
        publishedOn = header.optional("published_on")
        source = header.optional("source")
        note = header.optional("note")
        guard let publisher, let subject, let figure, let on, let value else { return nil }
        self.publisher = publisher
        self.subject = subject
        self.figure = figure
        self.on = on
        self.value = value
    }
}

/// Reads claims: figures that someone printed about the sector. Every claim needs a value.
struct ClaimRows: RowReader {
    var values: [Located<Claim>] = []
    private let columns: ClaimColumns
    private var subjects: SubjectReader
    private var periods = PeriodReader()
    private var cells: ValueReader
    private var marks: DecimalMarkScan?
    /// The first value that was rounded to zero, and how many were; nil if none was.
    private var zeros: (text: String, line: Int, count: Int)?
    /// The value of the current row if it was rounded to zero.
    private var zeroOfRow: String?
    private let options: ImportOptions

    init(columns: ClaimColumns, roster: Roster, options: ImportOptions) {
        self.columns = columns
        self.options = options
        cells = ValueReader(options: options)
        marks = DecimalMarkScan(options)
        subjects = SubjectReader(roster: roster, options: options)
    }

    static func batch(_ claims: [Located<Claim>]) -> ImportBatch { .claims(claims) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let publisher = row.requiredText(columns.publisher)
        let time = periods.read(columns.on, of: &row)
        let sinceTime = periods.read(optional: columns.since, of: &row)
        let subject = subjects.read(columns.subject, of: &row, at: time)
        var on: Period?
        var since: Period?
        if let subject {
            on = time.flatMap { subjects.period($0, of: subject, columns.on, of: &row) }
            if let column = columns.since, let sinceTime {
                since = subjects.period(sinceTime, of: subject, column, of: &row)
            }
        }
        let figure = figure(in: &row)
        var value: Quantity?
        if let figure { value = self.value(of: ValueSpec(figure, options), in: &row, &counts) }
        let publishedOn = row.day(columns.publishedOn)
        let source = row.line(columns.source)
        let note = row.optionalLine(columns.note)
        guard let publisher, let subject, let figure, let on, let value else { return }
        values.append(
            Located(
                value: Claim(
                    publisher: publisher, subject: subject.code, figure: figure, on: on,
                    since: since, value: value, publishedOn: publishedOn, source: source,
                    note: note),
                line: row.line))
        counts.values += 1
    }

    mutating func endRow(isGood: Bool, line: Int) {
        guard let text = zeroOfRow else { return }
        zeroOfRow = nil
        guard isGood else { return }
        zeros = zeros ?? (text, line, 0)
        zeros?.count += 1
    }

    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        if let zeros {
            let reason = ImportProblem.Reason.roundedToZero(
                zeros.text, count: zeros.count, remedy: "leave the row out")
            diagnostics.warn(
                ImportProblem(
                    file: file, line: zeros.line, column: columns.value.name, reason: reason))
        }
        marks?.report(to: &diagnostics, file: file)
        subjects.reportFindings(to: &diagnostics, file: file)
    }

    /// The figure that the claim is about; nil if the cell is bad, which is reported.
    private func figure(in row: inout Row) -> FigureCode? {
        guard let text = row.requiredText(columns.figure) else { return nil }
        if let figure = FigureCode(text.lowercased()) { return figure }
        let base = text.split(separator: ".", omittingEmptySubsequences: false)[0]
        row.report(
            columns.figure,
            .unknownFigure(text, nearest: FigureCode.nearestBase(to: String(base))))
        return nil
    }

    /// The claimed value; nil if the cell is bad, which is reported.
    private mutating func value(
        of spec: ValueSpec, in row: inout Row, _ counts: inout ImportCounts
    ) -> Quantity? {
        let unit = row.unit(columns.unit, of: spec, &cells)
        switch row.withCell(columns.value, { cells.read($0, as: spec, in: unit) }) {
        case .missing:
            row.report(columns.value, .missingValue(spec.dimension))
            return nil
        case .value(let value, let isRounded):
            if isRounded {
                counts.rounded += 1
                if value.base == 0 {
                    counts.roundedToZero += 1
                    zeroOfRow = row.shownText(columns.value)
                }
            }
            if marks?.watches(key: 0) == true {
                row.withCell(columns.value) {
                    marks?.add(
                        $0, in: value.unit, isOfNetwork: true, key: 0, name: columns.value.name,
                        line: row.line)
                }
            }
            return value
        case .invalid(let error):
            let text = row.shownText(columns.value)
            row.report(columns.value, error.reason(about: text, as: spec))
            return nil
        }
    }
}
