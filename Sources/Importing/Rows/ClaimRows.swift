import Mining

/// Where the parts of a claim stand:
/// `publisher,subject,figure,on,since,value,unit,published_on,source,note`.
struct ClaimColumns {
    var publisher, subject, figure, on, value: Column
    var since, unit, publishedOn, source, note: Column?

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

/// Reads what others printed, one claim a row. The value is required: a claim of nothing is none.
struct ClaimRows: RowReader {
    var values: [Located<Claim>] = []
    private let columns: ClaimColumns
    private var subjects: SubjectReader
    private var periods = PeriodReader()
    private var cells: ValueReader
    private let options: ImportOptions

    init(columns: ClaimColumns, roster: Roster, options: ImportOptions) {
        self.columns = columns
        self.options = options
        cells = ValueReader(options: options)
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
        if let figure { value = self.value(of: Measure(figure, options), in: &row, &counts) }
        let publishedOn = row.publicationDay(columns.publishedOn)
        let source = row.text(columns.source)
        let note = row.optionalText(columns.note)
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

    private func figure(in row: inout Row) -> FigureCode? {
        guard let text = row.requiredText(columns.figure) else { return nil }
        if let figure = FigureCode(text.lowercased()) { return figure }
        let base = text.split(separator: ".", omittingEmptySubsequences: false)[0]
        row.report(
            columns.figure,
            .unknownFigure(text, nearest: nearest(to: String(base), in: FigureCode.bases)))
        return nil
    }

    private mutating func value(
        of measure: Measure, in row: inout Row, _ counts: inout ImportCounts
    ) -> Quantity? {
        let unit = row.unit(columns.unit, of: measure, &cells)
        switch row.withCell(columns.value, { cells.read($0, as: measure, in: unit) }) {
        case .missing:
            row.report(columns.value, .missingValue(measure.dimension))
            return nil
        case .value(let value, let isRounded):
            if isRounded { counts.rounded += 1 }
            return value
        case .mistake(let mistake):
            let text = row.shownText(columns.value)
            row.report(columns.value, mistake.fact(about: text, as: measure))
            return nil
        }
    }
}
