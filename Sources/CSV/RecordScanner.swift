/// Splits bytes into records and fields: the grammar of CSV, independent of the source of bytes.
///
/// A record that is not complete yet is scanned again from its start when there are more bytes, so
/// the scanner keeps no state within a record.
struct RecordScanner {
    enum Outcome {
        /// A record was found; `start` is after it. Doubled quotes are still doubled.
        case record(hasDoubledQuotes: Bool)
        /// The bytes end within a record or before one, and more are to come.
        case needsBytes
        /// There are no more records.
        case end
    }

    /// Where the scan of a record is.
    private struct Cursor {
        var marks: MarkSearch
        var fieldStart: Int
        var line: Int
        var lineStart: Int
        var hasDoubledQuotes = false

        func field(_ range: Range<Int>, isQuoted: Bool = false) -> CSVRecord.Field {
            CSVRecord.Field(
                line: line, byteColumn: fieldStart - lineStart + 1, isQuoted: isQuoted,
                range: range)
        }
    }

    /// Where in the bytes the next record begins.
    var start = 0
    /// The line at `start`.
    private(set) var line = 1
    private var isAtBeginning = true
    /// Whether a byte order mark at `start` would be the first of its line.
    private var mayHaveMark = true
    /// The number of lines that are still to be skipped.
    private var linesToSkip: Int

    private let delimiter: UInt8
    private let maximumRecordSize: Int

    init(dialect: Dialect, skippedLines: Int, maximumRecordSize: Int) {
        delimiter = dialect.delimiter.rawValue
        linesToSkip = skippedLines
        self.maximumRecordSize = maximumRecordSize
    }

    /// Scans the record at `start` into `fields`, which is empty; `nil` if there is too little
    /// room in it.
    ///
    /// `isLast` says that no bytes come after these. Unless a record is found, the scanner stays
    /// where it was, except that it skips blank lines.
    mutating func scan(
        _ bytes: Span<UInt8>, isLast: Bool, into fields: inout OutputSpan<CSVRecord.Field>
    ) throws(CSVError) -> Outcome? {
        guard try passUTF16(in: bytes, isLast: isLast),
            passSkippedLines(in: bytes, isLast: isLast), passBlankLines(in: bytes, isLast: isLast)
        else { return .needsBytes }
        if start == bytes.count { return isLast ? .end : .needsBytes }

        var cursor = Cursor(
            marks: MarkSearch(delimiter: delimiter, from: start),
            fieldStart: start, line: line, lineStart: start)
        while true {
            let mark = passPlainFields(in: bytes, at: &cursor, into: &fields)
            guard !fields.isFull else { return nil }
            guard
                let end = try passField(
                    in: bytes, isLast: isLast, at: &cursor, firstMark: mark, into: &fields)
            else { return try needsBytes(beyond: bytes.count) }
            if end < bytes.count, bytes[end] == delimiter {
                cursor.fieldStart = end + 1
                continue
            }

            guard let next = lineEnd(in: bytes, isLast: isLast, at: end) else {
                return try needsBytes(beyond: bytes.count)
            }
            guard next - start <= maximumRecordSize else { throw tooLong }
            start = next
            line = cursor.line + 1
            mayHaveMark = true
            return .record(hasDoubledQuotes: cursor.hasDoubledQuotes)
        }
    }

    /// Appends the fields without quotes that end in a delimiter, as most do, for as long as there
    /// is room; returns the first mark after them.
    private func passPlainFields(
        in bytes: Span<UInt8>, at cursor: inout Cursor,
        into fields: inout OutputSpan<CSVRecord.Field>
    ) -> Int {
        while true {
            let mark = cursor.marks.next(in: bytes.bytes)
            guard mark < bytes.count, bytes[mark] == delimiter, !fields.isFull else { return mark }
            fields.append(cursor.field(cursor.fieldStart..<mark))
            cursor.fieldStart = mark + 1
        }
    }

    /// Appends the field at the cursor, quoted or not. Returns the index of the delimiter or line
    /// end after it, or the end of the bytes; nil if more bytes are needed.
    private func passField(
        in bytes: Span<UInt8>, isLast: Bool, at cursor: inout Cursor, firstMark: Int,
        into fields: inout OutputSpan<CSVRecord.Field>
    ) throws(CSVError) -> Int? {
        let number = fields.count + 1
        let isQuoted =
            firstMark == cursor.fieldStart && firstMark < bytes.count && bytes[firstMark] == .quote
        guard isQuoted else {
            var end = firstMark
            while end < bytes.count, !endsField(bytes[end]) {
                guard bytes[end] != .nul else { throw .nulByte(line: cursor.line, field: number) }
                end = cursor.marks.next(in: bytes.bytes)
            }
            guard end < bytes.count || isLast else { return nil }
            fields.append(cursor.field(cursor.fieldStart..<end))
            return end
        }

        let opening = cursor
        let closing = try closingQuote(in: bytes, isLast: isLast, at: &cursor, field: number)
        guard let closing else { return nil }
        let end = cursor.marks.next(in: bytes.bytes)
        guard end == closing + 1, end == bytes.count || endsField(bytes[end]) else {
            throw .textAfterQuote(line: cursor.line, field: number)
        }
        fields.append(opening.field(opening.fieldStart + 1..<closing, isQuoted: true))
        return end
    }

    /// The quote that closes the one at the cursor; nil if it is not in these bytes.
    private func closingQuote(
        in bytes: Span<UInt8>, isLast: Bool, at cursor: inout Cursor, field: Int
    ) throws(CSVError) -> Int? {
        let openingLine = cursor.line
        while true {
            let mark = cursor.marks.next(in: bytes.bytes)
            guard mark < bytes.count else {
                guard !isLast else { throw .unclosedQuote(line: openingLine, field: field) }
                return nil
            }
            switch bytes[mark] {
            case .quote:
                guard mark + 1 < bytes.count else { return isLast ? mark : nil }
                guard bytes[mark + 1] == .quote else { return mark }
                cursor.hasDoubledQuotes = true
                _ = cursor.marks.next(in: bytes.bytes)
            case .lineFeed where bytes[mark - 1] == .carriageReturn:
                cursor.lineStart = mark + 1
            case .lineFeed, .carriageReturn:
                cursor.line += 1
                cursor.lineStart = mark + 1
            case .nul:
                throw .nulByte(line: cursor.line, field: field)
            default:
                break
            }
        }
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == .lineFeed || byte == .carriageReturn
    }

    /// The index after the line end at `index`, which may be the end of the bytes; `nil` for a CR
    /// that an unseen LF may follow.
    private func lineEnd(in bytes: Span<UInt8>, isLast: Bool, at index: Int) -> Int? {
        guard index < bytes.count else { return index }
        let next = index + 1
        guard bytes[index] == .carriageReturn else { return next }
        guard next < bytes.count else { return isLast ? next : nil }
        return bytes[next] == .lineFeed ? next + 1 : next
    }

    /// Skips the lines that are not part of the table. False if more bytes are needed.
    private mutating func passSkippedLines(in bytes: Span<UInt8>, isLast: Bool) -> Bool {
        while linesToSkip > 0 {
            while start < bytes.count, bytes[start] != .lineFeed, bytes[start] != .carriageReturn {
                start += 1
            }
            if start == bytes.count { return isLast }
            guard let next = lineEnd(in: bytes, isLast: isLast, at: start) else { return false }
            start = next
            line += 1
            linesToSkip -= 1
            mayHaveMark = true
        }
        return true
    }

    /// Skips blank lines and byte order marks. False if more bytes are needed.
    private mutating func passBlankLines(in bytes: Span<UInt8>, isLast: Bool) -> Bool {
        while start < bytes.count {
            if bytes[start] == Self.byteOrderMark[0], mayHaveMark {
                guard passByteOrderMark(in: bytes, isLast: isLast) else { return false }
                if start == bytes.count { break }
            }
            guard bytes[start] == .lineFeed || bytes[start] == .carriageReturn else { break }
            guard let next = lineEnd(in: bytes, isLast: isLast, at: start) else { return false }
            start = next
            line += 1
            mayHaveMark = true
        }
        return true
    }

    /// Passes a byte order mark of UTF-8, which files joined together have inside. False if there
    /// are too few bytes to decide.
    private mutating func passByteOrderMark(in bytes: Span<UInt8>, isLast: Bool) -> Bool {
        let mark = Self.byteOrderMark
        guard bytes.count - start >= mark.count || isLast else { return false }
        mayHaveMark = false
        if bytes.count - start >= mark.count, bytes[start + 1] == mark[1],
            bytes[start + 2] == mark[2]
        {
            start += mark.count
        }
        return true
    }

    /// U+FEFF in UTF-8.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// False if there are too few bytes to decide whether this is UTF-16.
    private mutating func passUTF16(
        in bytes: Span<UInt8>, isLast: Bool
    ) throws(CSVError) -> Bool {
        guard isAtBeginning else { return true }
        guard bytes.count >= 2 || isLast else { return false }
        if bytes.count >= 2 {
            let first = (bytes[0], bytes[1])
            guard first != (0xFF, 0xFE), first != (0xFE, 0xFF) else { throw .utf16 }
        }
        isAtBeginning = false
        return true
    }

    /// More bytes can only help a record that isn't too long already.
    private func needsBytes(beyond count: Int) throws(CSVError) -> Outcome {
        guard count - start <= maximumRecordSize else { throw tooLong }
        return .needsBytes
    }

    private var tooLong: CSVError { .recordTooLong(line: line, limit: maximumRecordSize) }
}
