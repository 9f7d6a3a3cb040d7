/// Reads CSV record by record, as in RFC 4180. Memory does not depend on the size of the file.
///
/// ```swift
/// var reader = CSVReader(MemorySource(bytes))
/// while try reader.next() {
///     let ticker = try reader.record.text(at: 0)
/// }
/// ```
///
/// - A field in quotes may hold delimiters, line breaks and, doubled, quotes. Only a quote at the
///   very start of a field opens it; a later quote, as in `5" disk` or ` "a"`, is part of the
///   text, as spreadsheets and Python's `csv` do. Spaces are kept, too.
/// - Lines end in LF, CRLF or CR, mixed or not; the last line needs no end. Blank lines are
///   skipped, but counted. An empty file has no record.
/// - A UTF-8 byte order mark at the start of a record is skipped: files that were joined together
///   have one inside. UTF-16 (see `UTF16Source`), NUL bytes, a quote that is
///   never closed, and text after a closing quote are errors (`CSVError`), and final: nothing
///   after a malformed record is read, and asking again throws the same error again.
/// - The header is a record like any other.
package struct CSVReader: ~Copyable {
    /// An error that ends the reading before the end of the file.
    package enum Failure: Error {
        /// The bytes are not CSV.
        case malformed(CSVError)
        /// The source threw this error. Calling `next()` again reads from the source again.
        case source(any Error)
        /// A table of another format cannot be read from this place on. `reason` is the error of
        /// its source.
        case damaged(at: RecordPlace, reason: any Error)
    }

    /// The current record; it has no fields before the first and after the last record.
    package private(set) var record = CSVRecord()
    // Not a generic parameter, which would make all code that uses a reader generic, and slow.
    private var source: any ByteSource & ~Copyable
    /// Gives the records instead of `source`; nil if they are CSV.
    private let table: (any RecordSource)?
    private let skippedLines: Int
    private var scanner: RecordScanner
    private var sourceHasEnded = false
    /// The error of the source, to be thrown after the records in the buffer.
    private var sourceError: CSVError?
    private let maximumRecordSize: Int
    private let bufferSize: Int

    /// A reader of `source` that skips the first `skippedLines` lines. These may contain anything,
    /// and count in line numbers.
    ///
    /// `maximumRecordSize` is in bytes, quotes and line end included. `bufferSize`, in bytes, is
    /// how much is read from the source at a time; the buffer grows beyond it only for a record
    /// that doesn't fit.
    package init(
        _ source: consuming some ByteSource & ~Copyable, dialect: Dialect = Dialect(),
        skippedLines: Int = 0, maximumRecordSize: Int = 16 << 20, bufferSize: Int = 256 << 10
    ) {
        self.source = consume source
        self.skippedLines = skippedLines
        table = nil
        scanner = RecordScanner(
            dialect: dialect, skippedLines: skippedLines, maximumRecordSize: maximumRecordSize)
        self.maximumRecordSize = maximumRecordSize
        self.bufferSize = max(bufferSize, 1)
    }

    /// A reader of a table that is not CSV, without the records on its first `skippedLines` lines.
    package init(_ table: any RecordSource, skippedLines: Int = 0) {
        source = MemorySource([])
        self.table = table
        self.skippedLines = skippedLines
        scanner = RecordScanner(dialect: Dialect(), skippedLines: 0, maximumRecordSize: 0)
        maximumRecordSize = 0
        bufferSize = 1
    }

    /// Where a field of the current record is, or the whole record if `field` is nil.
    package func place(of field: Int?) -> RecordPlace { place(of: field, in: record) }

    /// Where a field of an earlier record is. A table from JSON knows only the current record.
    package func place(of field: Int?, in record: CSVRecord) -> RecordPlace {
        table?.place(of: field, in: record) ?? .line(record.line)
    }

    /// What is wrong with the current record as a whole; nil if nothing. Always nil for CSV.
    package var problem: (any Error)? { table?.problem }

    /// Moves on to the next record; `false` at the end of the file, where `record` has no fields.
    package mutating func next() throws(Failure) -> Bool {
        if let table {
            while try record.take(from: table) {
                if record.line > skippedLines { return true }
            }
            return false
        }
        while true {
            let outcome: RecordScanner.Outcome
            do {
                outcome = try record.scan(with: &scanner, isLast: sourceHasEnded)
            } catch {
                throw .malformed(error)
            }
            switch outcome {
            case .record: return true
            case .needsBytes: try refill()
            case .end: return false
            }
        }
    }

    /// Removes scanned bytes, and fills the buffer or reaches the end of the source.
    ///
    /// A record that fills the buffer doubles it, up to one byte more than the longest record may
    /// have: that byte tells a record that is too long from one that just fits.
    private mutating func refill() throws(Failure) {
        if let sourceError { throw .malformed(sourceError) }
        record.buffer.removeSubrange(..<scanner.start)
        scanner.start = 0
        let pending = record.buffer.count
        let size = max(bufferSize, min(2 * pending - 1, maximumRecordSize) + 1)
        var hasEnded = false
        do {
            try record.buffer.append(addingCapacity: size - pending) { buffer in
                while !buffer.isFull, !hasEnded {
                    let count = buffer.count
                    try source.read(into: &buffer)
                    hasEnded = buffer.count == count
                }
            }
        } catch let error as CSVError {
            // The records before it come first.
            sourceError = error
        } catch {
            throw .source(error)
        }
        sourceHasEnded = hasEnded
    }
}

extension CSVReader.Failure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let error): "\(error)"
        case .source(let error): "\(error)"
        case .damaged(_, let reason): "\(reason)"
        }
    }
}
