import CSV
import Mining

/// Finds headers below the first one: of files that were joined together, and of second tables.
struct LaterHeaders {
    /// The cells of the header, without the spaces around them; empty without a header.
    private let cells: [[UInt8]]
    /// The same as column names.
    private let names: [String]
    /// The line of the header, or of the first row.
    let line: Int
    private let options: ImportOptions
    /// Finds the lines of the file's tables.
    private let tables: () -> [ClosedRange<Int>]
    /// The line of the last record.
    private var lastLine: Int
    /// A row that is a header if the next one has as many cells and figures; nil if there is none.
    private var candidate: (line: Int, width: Int)?

    /// `first` is the header, or with `isData` the first row. `tables` finds the lines of the file's
    /// tables, for messages.
    init(
        _ first: CSVRecord, isData: Bool, options: ImportOptions,
        tables: @escaping () -> [ClosedRange<Int>]
    ) {
        self.tables = tables
        cells = isData ? [] : first.fields.indices.map { Array(first.shownText(at: $0).utf8) }
        names = isData ? [] : Self.names(first)
        line = first.line
        lastLine = first.line
        self.options = options
    }

    /// Whether a record is the header once more, byte by byte. Asked for every row.
    @inline(__always)
    func repeats(_ record: CSVRecord) -> Bool {
        guard record.fields.count == cells.count, let first = cells.first,
            record.fields[0].range.count == first.count
        else { return false }
        return record.fields.indices.allSatisfy {
            Array(record.shownText(at: $0).utf8) == cells[$0]
        }
    }

    /// The problem of a bad row that is a header by its names; nil if it is none.
    func problem(in record: CSVRecord) -> ImportProblem.Reason? {
        let found = Self.names(record)
        guard let first = found.first(where: { !$0.isEmpty }), isHeader(found, first) else {
            return nil
        }
        return found == names
            ? .repeatedHeader(of: line) : secondHeader(on: record.line)
    }

    /// The problem of a row on a line that is the header of another table.
    func secondHeader(on second: Int) -> ImportProblem.Reason {
        let numbers = [line, second].map { line in
            tables().firstIndex { $0.contains(line) }.map { $0 + 1 }
        }
        guard let one = numbers[0], let two = numbers[1], one != two else {
            return .secondHeader(on: second, after: line)
        }
        return .secondHeader(on: second, after: line, tables: (one, two))
    }

    /// Notes a bad row. Returns the line of the row before it if the two are the header of another
    /// table and its first row: a row of texts after a blank line, with another number of cells than
    /// the header, and one of as many cells with a date or a number.
    mutating func header(before record: CSVRecord) -> Int? {
        let texts = record.fields.indices.map { record.shownText(at: $0) }
        let width = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
        let hasData = texts.contains { isDateOrNumber($0, options.decimal ?? .point) }
        defer { candidate = nil }
        if let candidate, width == candidate.width, hasData { return candidate.line }
        return nil
    }

    /// Whether a bad row may be the header of another table: then its problems wait for the next.
    mutating func mayBeHeader(_ record: CSVRecord) -> Bool {
        let texts = record.fields.indices.map { record.shownText(at: $0) }
        let width = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
        guard record.line > lastLine + 1, width > 1, width != cells.count,
            !texts.prefix(width).contains(where: \.isEmpty),
            !texts.contains(where: { isDateOrNumber($0, options.decimal ?? .point) })
        else { return false }
        candidate = (record.line, width)
        return true
    }

    /// Ends a record.
    mutating func pass(_ record: CSVRecord) { lastLine = record.line }

    private func isHeader(_ found: [String], _ first: String) -> Bool {
        let hasPeriods = Self.labelNames.contains(first)
        var (fixed, known, filled) = (0, 0, 0)
        for name in found where !name.isEmpty {
            filled += 1
            if Self.fixedNames.contains(name) {
                (fixed, known) = (fixed + 1, known + 1)
            } else if PeriodText(name) != nil {
                guard hasPeriods else { return false }
                known += 1
            } else if isDateOrNumber(name, options.decimal ?? .point) {
                return false
            } else if MetricColumn.isLikely(FileColumn(index: nil, name: name), options) {
                known += 1
            }
        }
        return fixed > 0 && known > 1 && known * 2 > filled
    }

    private static func names(_ record: CSVRecord) -> [String] {
        record.fields.indices.map { normalizedName(record.shownText(at: $0)) }
    }

    /// The names of the first column of a table with periods across.
    private static let labelNames: Set<String> = ["ticker", "company", "subject", "metric"]

    private static let fixedNames = labelNames.union(
        Layout.columnNames + PeriodColumnName.usual + PeriodColumnName.others)
}
