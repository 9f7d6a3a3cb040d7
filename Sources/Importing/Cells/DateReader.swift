import CSV
import Mining

/// Reads the dates of a file that are not in ISO 8601, in the order of day and month that the
/// options give or that the whole column shows.
///
/// To detect the order, the file is read again, once for each column with a date that needs it. A
/// class, because every row of a file refers to the same reader.
final class DateReader {
    /// The result of reading a text.
    enum Outcome {
        case day(Day)
        case problem(ImportProblem.Reason)
        case notDate
    }

    /// The result of reading a month without a year of four digits.
    enum MonthOutcome {
        case period(WrittenPeriod)
        case problem(ImportProblem.Reason)
    }

    private let options: ImportOptions
    private let rows: (() throws -> CSVReader)?
    private var scans: [Int: DateColumnScan] = [:]
    /// The order that a column has shown, by its index; nil if it has shown none.
    private var shownOrders: [DateOrder?] = []
    private var notes: [String] = []
    /// The error that ended a second reading; nil if there was none.
    private(set) var failure: (any Error)?

    /// `rows` reads the file's records again, without the header. Without it, no order is detected.
    init(_ options: ImportOptions, rows: (() throws -> CSVReader)? = nil) {
        self.options = options
        self.rows = rows
    }

    /// The day in a cell that is a `NumericDate`, if the order of its column is already known; else
    /// nil. Call `read` then.
    @inline(__always)
    func day(_ cell: Span<UInt8>, in column: FileColumn) -> Day? {
        guard let date = NumericDate(cell), let order = options.dateOrder ?? shownOrder(column)
        else { return nil }
        return date.day(in: order)
    }

    private func shownOrder(_ column: FileColumn) -> DateOrder? {
        guard let index = column.index, index < shownOrders.count else { return nil }
        return shownOrders[index]
    }

    /// Reads a text of a column.
    func read(_ text: String, in column: FileColumn) -> Outcome {
        read(text, inHeader: false) { scan(column) }
    }

    /// Reads a month without a year of four digits, such as `Dec-25`, in a column of periods of a
    /// length. Nil if the text has another form.
    func month(_ text: String, in column: FileColumn, days length: PeriodLength?) -> MonthOutcome? {
        month(text, days: length) { scan(column) }
    }

    private func scan(_ column: FileColumn) -> DateColumnScan {
        guard let index = column.index, let rows else { return DateColumnScan() }
        if let known = scans[index] { return known }
        var scan = DateColumnScan()
        do {
            var reader = try rows()
            while try reader.next() {
                guard index < reader.record.fields.count else { continue }
                let bytes = reader.record.buffer.span
                    .extracting(reader.record.fields[index].range)
                let cell = bytes.extracting(bytes.trimmed)
                if cell.isEmpty { continue }
                scan.add(cell, line: reader.record.line)
            }
        } catch let CSVReader.Failure.source(cause) {
            failure = cause
        } catch is CSVReader.Failure {
            // The first reading will find the same error and report it.
        } catch {
            failure = error
        }
        if let (order, evidence) = scan.evidence {
            notes.append(
                "\(escaped(column.name)) is read as \(order.rawValue), because of \(evidence)")
            let missing = index + 1 - shownOrders.count
            shownOrders += Array(repeating: nil, count: max(missing, 0))
            shownOrders[index] = order
        }
        scans[index] = scan
        return scan
    }

    /// Returns how columns were read, as sentences, and forgets them.
    func takeNotes() -> [String] {
        defer { notes = [] }
        return notes
    }
}

extension DateReader {
    /// Reads a text of a column or a header. `scan` returns what all texts of the column or header
    /// show.
    func read(_ text: String, inHeader: Bool, scan: () -> DateColumnScan) -> Outcome {
        guard let date = DateText(text, timezone: options.timezone) else { return .notDate }
        switch date.kind {
        case .clear: return outcome(text, Array(date.readings.values))
        case .dayFirst:
            let order: DateOrder = options.dateOrder == .ymd ? .ymd : .dmy
            return outcome(text, date.readings[order].map { [$0] } ?? [])
        case .epoch:
            guard scan().isEpoch else { return .problem(.mixedTimestamps(text)) }
            return outcome(text, Array(date.readings.values))
        case .ordered: break
        }
        if date.readings.isEmpty { return .problem(.impossibleDay(text)) }
        if let order = options.dateOrder {
            return date.readings[order].map { .day($0) } ?? .problem(.otherDateOrder(text, order))
        }
        let scan = scan()
        if let (other, line) = scan.contradiction {
            return .problem(.mixedDateOrders(text, other: other, line: inHeader ? nil : line))
        }
        let orders = DateOrder.allCases.filter { scan.orders.contains($0) }
        let days = orders.compactMap { date.readings[$0] }
        guard Set(days).count > 1 else { return outcome(text, days) }
        return .problem(
            .ambiguousDate(text, days, orders: orders.map(\.rawValue), inHeader: inHeader))
    }

    /// The same for a month such as `Dec-25`; nil if the text has another form.
    func month(
        _ text: String, days length: PeriodLength?, scan: () -> DateColumnScan
    ) -> MonthOutcome? {
        guard let short = ShortMonthText(text) else { return nil }
        guard let period = short.period, length != .day else {
            return .problem(.noYear(text, short))
        }
        // A day that stands for a period is the first or one of the last of its month.
        let isClear = !short.mayBeDay || length != nil && !short.mayBeEnd
        guard isClear || scan().shortMonths.areMonths else {
            return .problem(.ambiguousMonth(text, short, hasLength: length != nil))
        }
        return .period(WrittenPeriod(period, days: length))
    }

    private func outcome(_ text: String, _ days: [Day]) -> Outcome {
        days.first.map { .day($0) } ?? .problem(.impossibleDay(text))
    }
}
