import CSV

/// Finds further headers among the rows of a table: of files that were joined together, and of
/// second tables.
struct LaterHeaders {
    private let header: TableHeader
    /// Finds the file's tables.
    private let findTables: () -> [FoundTable]
    /// The file's tables, once they were needed.
    private lazy var tables = findTables()
    /// The line of the last record.
    private(set) var lastLine: Int
    /// A row that is a header if the next one is a row below it; nil if there is none.
    private var candidate: CSVRecord?

    /// `first` is the header, or with `isData` the first row. `tables` finds the file's tables, for
    /// messages.
    init(
        _ first: CSVRecord, isData: Bool, options: ImportOptions,
        tables: @escaping () -> [FoundTable]
    ) {
        header = TableHeader(first, isData: isData, options: options)
        findTables = tables
        lastLine = first.line
    }

    /// The line of the header, or of the first row.
    var line: Int { header.line }

    /// Whether a record repeats the header byte for byte. Called for every row.
    @inline(__always)
    func repeats(_ record: CSVRecord) -> Bool { header.repeats(record) }

    /// The problem of a bad row whose cells show that it is a header; nil if it is not one.
    mutating func problem(in record: CSVRecord) -> ImportProblem.Reason? {
        guard header.isHeader(record) else { return nil }
        return header.hasNames(of: record)
            ? repetition(on: record.line) : secondHeader(on: record.line)
    }

    /// The problem of a row on a line that repeats the header. If a title is above it, the row
    /// begins another table, which may be of another company.
    mutating func repetition(on second: Int) -> ImportProblem.Reason {
        guard let table = tables.last(where: { $0.lines.lowerBound == second }),
            table.titleLine < second
        else { return .repeatedHeader(of: line) }
        return secondHeader(on: second)
    }

    /// Whether a record may be the title of another table.
    func mayBeTitle(_ record: CSVRecord) -> Bool { record.isTitle }

    /// The problem of a row on a line that is the header of another table.
    mutating func secondHeader(on second: Int) -> ImportProblem.Reason {
        let tables = tables
        let numbers = [line, second].map { line in
            tables.firstIndex { $0.lines.contains(line) }.map { $0 + 1 }
        }
        guard let one = numbers[0], let two = numbers[1], one != two else {
            return .secondHeader(on: second, after: line)
        }
        return .secondHeader(on: second, after: line, tables: (one, two))
    }

    /// Notes a bad row. Returns the line of the row before it if the two are the header of another
    /// table and its first row.
    mutating func header(before record: CSVRecord) -> Int? {
        defer { candidate = nil }
        guard let candidate, header.isRow(record, below: candidate) else { return nil }
        return candidate.line
    }

    /// Whether a bad row may be the header of another table: then its problems wait for the next.
    mutating func mayBeHeader(_ record: CSVRecord) -> Bool {
        guard record.line > lastLine + 1, header.mayBeHeader(record) else { return false }
        candidate = record
        return true
    }

    /// Ends a record.
    mutating func pass(_ record: CSVRecord) { lastLine = record.line }
}
