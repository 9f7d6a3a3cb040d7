import CSV

/// Finds the tables of a file: the first one, and those below it. A table below it has a header of
/// its own after a blank line or a title. Other lines with several cells belong to the table above.
struct TableFinder {
    /// How many lines below the first header may be no CSV.
    private static let brokenLineCount = 20

    private let options: ImportOptions
    private let hasHeader: Bool
    /// The tables so far.
    private var tables: [FoundTable] = []
    /// The header of the last table.
    private var header: TableHeader?
    /// The line on which the last record ends.
    private var lastLine = 0
    /// The line of the first text after a blank line below the last table; nil if none follows it.
    private var titleLine: Int?
    /// The line of the last record, if it has one text and no blank line is above it; else nil.
    private var textLine: Int?
    /// A text that is a header if the next record is a row below it.
    private var candidate: CSVRecord?

    private init(hasHeader: Bool, _ options: ImportOptions) {
        self.hasHeader = hasHeader
        self.options = options
    }

    /// The tables of a file whose first table has `format`. `reader` returns a new reader that
    /// skips as many lines at the start of the file.
    ///
    /// - Throws: `CSVReader.Failure` if it cannot be read.
    static func tables(
        _ format: FileFormat, _ options: ImportOptions,
        reader newReader: (_ skippedLines: Int) throws -> CSVReader
    ) throws -> [FoundTable] {
        var finder = TableFinder(hasHeader: format.hasHeader, options)
        var reader = try newReader(format.skippedLines)
        var brokenLines = 0
        while true {
            do throws(CSVReader.Failure) {
                guard try reader.nextFilled() else {
                    if let line = finder.textLine { finder.extend(to: line) }
                    return finder.tables
                }
                finder.add(reader.record)
            } catch {
                // A title need not be CSV.
                guard case .malformed(let error) = error, brokenLines < brokenLineCount else {
                    throw error
                }
                brokenLines += 1
                finder.extend(to: error.line)
                finder.lastLine = error.line
                reader = try newReader(error.line)
            }
        }
    }

    private mutating func add(_ record: CSVRecord) {
        defer { lastLine = record.lastLine }
        guard let header else { return begin(with: record) }
        if let candidate {
            self.candidate = nil
            if header.isRow(record, below: candidate) {
                begin(with: candidate)
                return extend(to: record.lastLine)
            }
        }
        let isApart = titleLine != nil || record.line > lastLine + 1
        if !isApart, textLine != nil, header.isHeader(record) {
            titleLine = textLine
            begin(with: record)
        } else if !isApart {
            if record.isTitle, textLine == nil {
                textLine = record.line
            } else {
                extend(to: record.lastLine)
            }
        } else if header.isHeader(record) {
            begin(with: record)
        } else if header.mayBeHeader(record) {
            titleLine = titleLine ?? record.line
            candidate = record
        } else if record.isTitle {
            titleLine = titleLine ?? record.line
        } else {
            extend(to: record.lastLine)
        }
    }

    /// Begins a table with its header.
    private mutating func begin(with record: CSVRecord) {
        let isData = tables.isEmpty && !hasHeader
        header = TableHeader(record, isData: isData, options: options)
        let start = tables.isEmpty ? 1 : titleLine ?? record.line
        tables.append(FoundTable(titleLine: start, lines: record.line...record.lastLine))
        (titleLine, textLine) = (nil, nil)
    }

    /// Takes the lines up to this one into the last table.
    private mutating func extend(to line: Int) {
        (titleLine, textLine, candidate) = (nil, nil, nil)
        guard let last = tables.indices.last else { return }
        tables[last].lines = tables[last].lines.lowerBound...line
    }
}

/// A table among others in a file.
struct FoundTable {
    /// The line of the first text above it, or that of its header.
    let titleLine: Int
    /// The lines of the table, from its header on.
    fileprivate(set) var lines: ClosedRange<Int>
}

/// Lines for a message: `line 3`, `lines 1 to 3`.
func lineText(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1
        ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
}
