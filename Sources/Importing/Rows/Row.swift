import CSV
import Mining

/// A record being read, and what is wrong with it so far.
///
/// Cells that are bad are reported here and read as if they were empty, so that a row's reader
/// goes on to the other cells, and drops the row in the end. At most `room` problems are kept.
struct Row {
    private let record: CSVRecord
    private(set) var findings: Findings
    /// Reads the days that are not in ISO 8601.
    let dates: DateReader

    init(_ record: CSVRecord, room: Int, dates: DateReader) {
        self.dates = dates
        self.record = record
        findings = Findings(room: room)
    }

    var line: Int { record.line }
    var isSound: Bool { findings.isEmpty }

    mutating func report(_ column: Column?, _ fact: @autoclosure () -> ImportProblem.Fact) {
        findings.add(column?.name, fact())
    }

    /// Reports what is wrong with the value of a metric, whichever column it stands in.
    mutating func report(_ measure: Measure, _ fact: @autoclosure () -> ImportProblem.Fact) {
        findings.add(measure.code, fact())
    }

    /// Lends the bytes of a cell, without the spaces around them, or what stands in for it.
    @inline(__always)
    func withCell<Result, Failure: Error>(
        _ column: Column, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let index = column.index else {
            let standIn = column.fallback ?? []
            return try body(standIn.span)
        }
        let bytes = record.buffer.span.extracting(record.fields[index].range)
        let cell = bytes.extracting(bytes.trimmed)
        if cell.isEmpty, let fallback = column.fallback { return try body(fallback.span) }
        return try body(cell)
    }

    /// A cell as a sentence may quote it.
    func shownText(_ column: Column) -> String { withCell(column) { $0.shownText } }

    /// The text of a cell, without the spaces around it; empty where there is no such column.
    mutating func text(_ column: Column?) -> String {
        guard let column else { return "" }
        guard let text = withCell(column, { $0.text }) else {
            report(column, .notUTF8)
            return ""
        }
        guard !text.hasControlCharacter else {
            report(column, .controlCharacter(text))
            return ""
        }
        return text
    }

    /// The text of a cell; `nil` where it is empty.
    mutating func optionalText(_ column: Column?) -> String? {
        let text = text(column)
        return text.isEmpty ? nil : text
    }

    /// The text of a cell that must have one.
    mutating func requiredText(_ column: Column) -> String? {
        let known = findings.count
        let text = optionalText(column)
        if text == nil, findings.count == known { report(column, .emptyCell) }
        return text
    }

    /// The day in a cell; `nil` where it is empty or there is no such column.
    @inline(__always)
    mutating func day(_ column: Column?) -> Day? {
        guard let column else { return nil }
        let (day, isEmpty) = withCell(column) { ($0.isoDay, $0.isEmpty) }
        if day == nil, !isEmpty { return date(column, else: { .notDay($0) }) }
        return day
    }

    /// The day in a cell that has something else than ISO 8601 has.
    mutating func date(_ column: Column, else fact: (String) -> ImportProblem.Fact) -> Day? {
        guard let text = requiredText(column) else { return nil }
        switch dates.read(text, in: column) {
        case .day(let day): return day
        case .mistake(let mistake): report(column, mistake)
        case .notDate: report(column, fact(text))
        }
        return nil
    }

    /// The number of a month, 1 … 12; `nil` where the cell is empty.
    mutating func month(_ column: Column?) -> Int? {
        guard let column, let text = optionalText(column) else { return nil }
        guard text.utf8.count <= 2, let month = Int(text), (1...12).contains(month) else {
            report(column, .notMonth(text))
            return nil
        }
        return month
    }
}
