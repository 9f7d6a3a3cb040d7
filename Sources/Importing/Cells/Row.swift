import CSV
import Mining

/// A record being read, and its problems so far.
///
/// A bad cell is reported here and then read as if it were empty, so that the other cells are read,
/// too. The whole row is dropped in the end. At most `room` problems are kept.
struct Row {
    private let record: CSVRecord
    private(set) var problems: RecordProblems
    /// The number of texts whose line breaks and tabs became spaces, or that lost hidden characters.
    private(set) var joinedTexts = 0
    /// Reads the dates that are not in ISO 8601.
    let dates: DateReader

    init(_ record: CSVRecord, room: Int, dates: DateReader) {
        self.dates = dates
        self.record = record
        problems = RecordProblems(room: room)
    }

    var line: Int { record.line }
    var hasProblems: Bool { !problems.isEmpty }

    /// Reports a problem of a cell, or of the whole row if `column` is nil.
    mutating func report(
        _ column: FileColumn?, _ reason: @autoclosure () -> ImportProblem.Reason
    ) {
        problems.add(column?.name, field: column?.index, reason())
    }

    /// Reports a problem of a metric's value in a cell, under the name of the metric.
    mutating func report(
        _ spec: ValueSpec, in column: FileColumn, _ reason: @autoclosure () -> ImportProblem.Reason
    ) {
        problems.add(spec.code, field: column.index, reason())
    }

    /// Reports a label that is no metric.
    mutating func report(_ label: BadLabel) { problems.label = label }

    /// Calls `body` with the bytes of a cell, without the spaces around them. For an empty cell or
    /// a missing column these are the bytes of the fallback.
    @inline(__always)
    func withCell<Result, Failure: Error>(
        _ column: FileColumn, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let index = column.index else {
            let fallback = column.fallback ?? []
            return try body(fallback.span)
        }
        let bytes = record.buffer.span.extracting(record.fields[index].range)
        let cell = bytes.extracting(bytes.trimmed)
        if cell.isEmpty, let fallback = column.fallback { return try body(fallback.span) }
        return try body(cell)
    }

    /// The first text of the row for messages; nil if all cells are empty.
    var firstText: String? {
        record.fields.indices.lazy.map { record.shownText(at: $0) }.first { !$0.isEmpty }
    }

    /// The text of a cell for messages.
    func shownText(_ column: FileColumn) -> String { withCell(column) { $0.shownText } }

    /// The text of a cell, without the spaces around it; empty if there is no such column, or if
    /// the text is bad, which is reported.
    mutating func text(_ column: FileColumn?) -> String {
        guard let column else { return "" }
        guard let text = withCell(column, { $0.text }) else {
            report(column, .notUTF8Cell)
            return ""
        }
        guard !text.hasHiddenCharacter else {
            report(column, .controlCharacter(text))
            return ""
        }
        return text
    }

    /// The same for a text where only the words matter: line breaks and tabs within it become
    /// spaces, and characters that only format it are left out.
    mutating func line(_ column: FileColumn?) -> String {
        guard let column, let text = withCell(column, { $0.text }), text.hasHiddenCharacter else {
            return self.text(column)
        }
        let line = onOneLine(text)
        if line.hasHiddenCharacter {
            report(column, .controlCharacter(text))
            return ""
        }
        joinedTexts += 1
        return line
    }

    /// The same; nil if the cell is empty.
    mutating func optionalLine(_ column: FileColumn?) -> String? {
        let text = line(column)
        return text.isEmpty ? nil : text
    }

    /// The text of a cell; nil if it is empty.
    mutating func optionalText(_ column: FileColumn?) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    /// The text of a cell that must have one; nil if it is empty, which is reported.
    mutating func requiredText(_ column: FileColumn) -> String? {
        let countBefore = problems.count
        let text = optionalText(column)
        if text == nil, problems.count == countBefore { report(column, .emptyCell) }
        return text
    }
}

extension Row {
    /// The day in a cell; nil if the cell is empty, or bad, or there is no such column. A day
    /// before `Day.firstOfPublication`, which programs write for an empty date, is reported.
    @inline(__always)
    mutating func day(_ column: FileColumn?) -> Day? {
        guard let column else { return nil }
        let (known, isEmpty) = withCell(column) {
            ($0.isoDay ?? dates.day($0, in: column), $0.isEmpty)
        }
        if isEmpty { return nil }
        guard let day = known ?? date(column, else: { .notDay($0) }) else { return nil }
        if day < .firstOfPublication {
            let text = shownText(column)
            report(column, .tooEarly(text))
        }
        return day
    }

    /// The day in a cell that is not in ISO 8601; nil if the cell is bad, which is reported. If it
    /// is not a date at all, `reason` is the problem.
    mutating func date(
        _ column: FileColumn, else reason: (String) -> ImportProblem.Reason
    ) -> Day? {
        guard let text = requiredText(column) else { return nil }
        switch dates.read(text, in: column) {
        case .day(let day): return day
        case .problem(let problem): report(column, problem)
        case .notDate: report(column, reason(text))
        }
        return nil
    }

    /// The month in a cell without a year of four digits, such as `Dec-25`; nil if it is anything else.
    func month(_ column: FileColumn, days length: PeriodLength?) -> DateReader.MonthOutcome? {
        withCell(column) { $0.text }.flatMap { dates.month($0, in: column, days: length) }
    }

    /// The number of a month, 1 … 12; nil if the cell is empty or bad.
    mutating func month(_ column: FileColumn?) -> Int? {
        guard let column, let text = optionalText(column) else { return nil }
        guard let month = wholeNumber(text, in: 1...12) else {
            report(column, .notMonth(text))
            return nil
        }
        return month
    }

    /// The number of a company at the SEC; nil if the cell is empty or bad.
    mutating func cik(_ column: FileColumn?) -> Int? {
        guard let column, let text = optionalText(column) else { return nil }
        let number = CIK.number(in: text)
        if number == nil { report(column, .notCIK(text)) }
        return number
    }

    /// The first and the last day of a time span. Nil means that this end is open.
    mutating func days(from first: FileColumn?, to last: FileColumn?) -> (from: Day?, to: Day?) {
        let (from, to) = (day(first), day(last))
        if let from, let to, from > to { report(last, .endBeforeStart(from: from, to: to)) }
        return (from, to)
    }

    /// The ticker of a known company, spelled as in `roster`; nil if it is not one, which is
    /// reported.
    mutating func ticker(_ column: FileColumn, in roster: Roster) -> String? {
        guard let text = requiredText(column) else { return nil }
        guard let company = roster.subject(withCode: text), company.kind == .company else {
            report(column, roster.problem(withTicker: text))
            return nil
        }
        return company.code
    }
}
