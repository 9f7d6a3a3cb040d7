/// A record of a CSV file: its fields and their places.
///
/// A record shares the reader's buffer and allocates nothing. If you keep a record, the reader must
/// copy its buffer before it goes on; so keep what you read from the record instead.
///
/// Fields are indexed from 0, as in Swift; errors number them from 1, as people do. A record has at
/// least one field. It may have more or fewer fields than the header: nothing checks that.
package struct CSVRecord: Sendable {
    /// The place of a field, and whether it is in quotes.
    package struct Field: Sendable, Hashable {
        /// The line on which the field begins; the file's first line is 1. Line breaks within
        /// quotes count, as they do in an editor.
        package let line: Int
        /// Where in its line the field begins, its opening quote included, in bytes from 1. A
        /// byte order mark doesn't count.
        package let byteColumn: Int
        /// Whether the field is in quotes. True for `""`, false for an empty field.
        package let isQuoted: Bool
        /// Where in the record's `buffer` the field's bytes are.
        package internal(set) var range: Range<Int>
    }

    /// The fields in the file's order.
    package internal(set) var fields: [Field] = []

    /// The bytes of the fields, each at its `range`, without its quotes and with doubled quotes
    /// made single. The bytes between the ranges have no meaning.
    ///
    /// `record.buffer.span.extracting(record.fields[2].range)` is the third field, without a copy.
    /// The bytes may not be UTF-8.
    package internal(set) var buffer: [UInt8] = []

    /// The line on which the record begins; the file's first line is 1. 0 if there is no record.
    package var line: Int { fields.first?.line ?? 0 }

    /// The line on which the record ends, which is not the first one if a field in quotes has line
    /// breaks.
    package var lastLine: Int {
        guard let last = fields.last, last.isQuoted else { return fields.last?.line ?? 0 }
        var breaks = 0
        var isAfterReturn = false
        for byte in buffer[last.range] {
            if byte == .carriageReturn || byte == .lineFeed && !isAfterReturn { breaks += 1 }
            isAfterReturn = byte == .carriageReturn
        }
        return last.line + breaks
    }

    /// The most fields of a record of CSV: the columns of a spreadsheet. A field takes 40 bytes, so that
    /// a line of delimiters would need much more memory than its text.
    package static let maximumFieldCount = 16_384

    /// A record without fields, to be filled by a `RecordSource`.
    package init() {}

    /// Appends a field of a table that is not CSV. `line` is its line or row.
    package mutating func append(_ text: borrowing Span<UInt8>, line: Int) {
        let start = buffer.count
        buffer.reserveCapacity(start + text.count)
        for index in text.indices { buffer.append(text[index]) }
        fields.append(
            Field(
                line: line, byteColumn: 0, isQuoted: false, range: start..<buffer.count))
    }

    /// The text of the field at `index`.
    ///
    /// - Throws: `CSVError.invalidUTF8` if the bytes are not text; other fields can still be read.
    package func text(at index: Int) throws(CSVError) -> String {
        let field = fields[index]
        do {
            return String(copying: try UTF8Span(validating: buffer.span.extracting(field.range)))
        } catch {
            throw .invalidUTF8(line: field.line, field: index + 1)
        }
    }
}

extension CSVRecord {
    /// Takes the next record of `table`; false at its end, where the record has no fields.
    mutating func take(from table: any RecordSource) throws(CSVReader.Failure) -> Bool {
        fields.removeAll(keepingCapacity: true)
        buffer.removeAll(keepingCapacity: true)
        return try table.next(into: &self)
    }

    /// Takes the next record from `buffer`; `isLast` says that no bytes come after those in it.
    mutating func scan(
        with scanner: inout RecordScanner, isLast: Bool
    ) throws(CSVError) -> RecordScanner.Outcome {
        var outcome: RecordScanner.Outcome?
        // The record can't change while its buffer is lent, so the fields are filled outside it.
        var fields: [Field] = []
        swap(&fields, &self.fields)
        defer { swap(&fields, &self.fields) }
        var room = min(max(fields.capacity, 16), Self.maximumFieldCount)
        while true {
            fields.removeAll(keepingCapacity: true)
            try fields.append(addingCapacity: room) { (fields) throws(CSVError) in
                outcome = try scanner.scan(buffer.span, isLast: isLast, into: &fields)
            }
            if case .record(hasDoubledQuotes: true) = outcome { undoubleQuotes(of: &fields) }
            if let outcome { return outcome }
            guard room < Self.maximumFieldCount else {
                throw .tooManyFields(line: scanner.line, limit: Self.maximumFieldCount)
            }
            room = min(2 * room, Self.maximumFieldCount)
        }
    }

    /// Makes the doubled quotes of quoted fields single, in their place.
    private mutating func undoubleQuotes(of fields: inout [Field]) {
        for index in fields.indices where fields[index].isQuoted {
            let range = fields[index].range
            var from = range.lowerBound
            var to = from
            while from < range.upperBound {
                let byte = buffer[from]
                buffer[to] = byte
                to += 1
                from += byte == .quote ? 2 : 1
            }
            fields[index].range = range.lowerBound..<to
        }
    }
}
