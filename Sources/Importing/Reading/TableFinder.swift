import CSV

/// Finds the tables of a file that are separated by blank lines: groups of lines of which at least two
/// have several cells. Titles and notes, of one cell, are none.
struct TableFinder {
    /// The lines of the tables that are complete.
    private(set) var tables: [ClosedRange<Int>] = []
    private var first: Int?
    private var last = 0
    private var wideCount = 0

    /// Adds a line that is not blank. `isWide`: it has several cells.
    private mutating func add(_ line: Int, isWide: Bool) {
        if line > last + 1 { endTable() }
        first = first ?? line
        last = line
        if isWide { wideCount += 1 }
    }

    private mutating func endTable() {
        if let first, wideCount > 1 { tables.append(first...last) }
        (first, wideCount) = (nil, 0)
    }

    /// The tables in a table of another format, such as a sheet.
    ///
    /// - Throws: `CSVReader.Failure` if it cannot be read.
    static func tables(
        in source: any RecordSource
    ) throws(CSVReader.Failure) -> [ClosedRange<Int>] {
        var finder = TableFinder()
        var reader = CSVReader(source)
        while try reader.nextFilled() {
            let record = reader.record
            finder.add(
                record.line, isWide: record.fields.indices.count { !record.isEmpty(at: $0) } > 1)
        }
        finder.endTable()
        return finder.tables
    }

    /// The tables in a text. A line within quotes belongs to the line before it.
    ///
    /// - Throws: `CSVReader.Failure` if it cannot be read.
    static func tables(
        in text: consuming PeekableSource
    ) throws(CSVReader.Failure) -> [ClosedRange<Int>] {
        var scan = TextScan()
        var hasEnded = false
        while !hasEnded {
            var bytes: [UInt8] = []
            do {
                try bytes.append(addingCapacity: 64 << 10) { try text.read(into: &$0) }
            } catch let error as CSVError {
                throw .malformed(error)
            } catch {
                throw .source(error)
            }
            for byte in bytes { scan.add(byte) }
            hasEnded = bytes.isEmpty
        }
        scan.end()
        return scan.finder.tables
    }

    /// Finds the tables of a text byte by byte.
    private struct TextScan {
        var finder = TableFinder()
        private var line = 1
        private var isQuoted = false
        private var isAfterReturn = false
        private var hasText = false
        private var hasDelimiter = false

        mutating func add(_ byte: UInt8) {
            defer { isAfterReturn = byte == UInt8(ascii: "\r") }
            switch byte {
            case UInt8(ascii: "\n") where isAfterReturn: return
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine()
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                hasText = true
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"):
                hasDelimiter = true
            case UInt8(ascii: " "): break
            default: hasText = true
            }
        }

        mutating func end() {
            endLine()
            finder.endTable()
        }

        private mutating func endLine() {
            if hasText || isQuoted { finder.add(line, isWide: hasText && hasDelimiter) }
            line += 1
            (hasText, hasDelimiter) = (false, false)
        }
    }
}

/// The records of some lines of a table that is not CSV.
final class LineRangeRecords: RecordSource {
    private let source: any RecordSource
    private let lines: ClosedRange<Int>

    init(_ source: any RecordSource, lines: ClosedRange<Int>) {
        self.source = source
        self.lines = lines
    }

    func next(into record: inout CSVRecord) throws(CSVReader.Failure) -> Bool {
        var other = CSVRecord()
        while try source.next(into: &other) {
            if lines.contains(other.line) {
                record = other
                return true
            }
            other = CSVRecord()
        }
        return false
    }

    func place(of field: Int?, in record: CSVRecord) -> RecordPlace {
        source.place(of: field, in: record)
    }

    func place(ofField field: Int, line: Int) -> RecordPlace? {
        source.place(ofField: field, line: line)
    }

    var problem: (any Error)? { source.problem }
}

/// Lines for a message: `line 3`, `lines 1 to 3`.
func lineText(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1
        ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
}
