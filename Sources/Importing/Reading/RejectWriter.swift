import CSV

/// Writes the bad rows of a file to a new CSV file, so that a user can correct and import them.
///
/// The new file has the same header, delimiter and cells, and two more columns with the line and the
/// problem of each row. These come first, so that a row with too many or too few fields stays as it
/// was, and every import ignores them. The texts above the table, which may give its company, metric
/// or unit, are above the header again. A column of row numbers is left out, because the remaining
/// numbers would have gaps. Output is written in pieces, so that memory stays bounded.
struct RejectWriter {
    /// The size at which a piece is written, in bytes.
    private static var pieceSize: Int { 64 << 10 }

    private var writer: CSVWriter
    /// The columns to leave out: row numbers, and the added columns of an earlier file of rejected
    /// rows.
    private let omitted: Set<Int>
    private let output: ([UInt8]) throws -> Void
    private var hasRows = false

    /// A writer for the rows of a table. `output` receives the bytes. If the table has no header, the new
    /// file has the names that messages use, such as `column 1`.
    init(_ head: TableHead, _ format: FileFormat, output: @escaping ([UInt8]) throws -> Void) {
        let (header, periods) = (head.records, head.header.periodNames)
        let first = header.first
        self.output = output
        writer = CSVWriter(dialect: Dialect(delimiter: format.delimiter))
        let columns = first.fields.indices
        omitted = Set(
            columns.filter { index in
                guard format.hasHeader else { return false }
                if index == 0, format.hasRowNumbers || format.context.spacers.contains(0) {
                    return true
                }
                return FileColumn.rejectNames.contains(normalizedName(first.shownText(at: index)))
            })
        for title in head.titlesOfRejects {
            writer.append(text: title)
            writer.endRow()
        }
        for name in FileColumn.rejectNames { writer.append(text: name) }
        if case .periods? = header.stack?.form {
            append(header.stack?.names ?? [])
        } else if !periods.isEmpty {
            append(columns.map { periods[$0] ?? first.shownText(at: $0) })
        } else if format.hasHeader {
            append(first)
            for record in header.others where !format.context.hasRule {
                for _ in FileColumn.rejectNames { writer.append(text: "") }
                append(record)
            }
        } else {
            for index in columns { writer.append(text: "column \(index + 1)") }
            writer.endRow()
        }
    }

    /// Adds a row and its problems.
    ///
    /// - Throws: `CSVReader.Failure.source` with the error of `output`.
    mutating func append(_ record: CSVRecord, _ problems: RecordProblems) throws(CSVReader.Failure)
    {
        hasRows = true
        let reasons = problems.kept.map { problem in
            problem.column.map { "\($0): \(problem.reason)" } ?? "\(problem.reason)"
        }
        writer.append(number: String(record.line))
        writer.append(text: reasons.joined(separator: "; "))
        append(record)
        if writer.output.count >= Self.pieceSize { try end() }
    }

    /// Writes what is left. Writes nothing, not even the header, if no row was bad.
    ///
    /// - Throws: `CSVReader.Failure.source` with the error of `output`.
    mutating func end() throws(CSVReader.Failure) {
        guard hasRows else { return }
        do { try output(writer.output) } catch { throw .source(error) }
        writer.output.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ record: CSVRecord) {
        for index in record.fields.indices where !omitted.contains(index) {
            writer.append(text: record.buffer.span.extracting(record.fields[index].range))
        }
        writer.endRow()
    }

    private mutating func append(_ names: [String]) {
        for index in names.indices where !omitted.contains(index) {
            writer.append(text: names[index])
        }
        writer.endRow()
    }
}
