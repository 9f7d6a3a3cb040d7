import CSV

/// The bad rows of a file, to be mended and imported again: as they stand there, under its
/// header, with its delimiter, behind two columns that say on which line and what is wrong.
///
/// The two stand first, so that a row with too many or too few fields is told as it is. Every
/// kind of file may have them, and `Header` passes over them. A first column that only numbers
/// the rows is left out, because the numbers of the rows that remain have gaps. Written out piece
/// by piece, so that a file of any size may be bad.
struct RejectSheet {
    static let names = ["rejected_line", "rejected_reason"]
    /// How many bytes are gathered at most, but for those of one row.
    private static var pieceSize: Int { 64 << 10 }

    private var writer: CSVWriter
    /// Columns of an earlier sheet, which this one replaces, and of row numbers.
    private let omitted: Set<Int>
    private let output: ([UInt8]) throws -> Void
    private var hasRows = false

    /// A sheet of a file of that form that begins with `first`; `output` takes its bytes. Where
    /// that is no header, the sheet has one that calls the columns as messages do.
    init(first: CSVRecord, _ form: FileForm, output: @escaping ([UInt8]) throws -> Void) {
        self.output = output
        writer = CSVWriter(dialect: Dialect(delimiter: form.delimiter))
        let columns = first.fields.indices
        omitted = Set(
            columns.filter { index in
                guard form.hasHeader else { return false }
                if index == 0, form.hasRowNumbers { return true }
                return Self.names.contains(normalizedName(first.shownText(at: index)))
            })
        for name in Self.names { writer.append(text: name) }
        if form.hasHeader {
            append(first)
        } else {
            for index in columns { writer.append(text: "column \(index + 1)") }
            writer.endRow()
        }
    }

    /// Adds a row and what was found wrong with it.
    mutating func append(_ record: CSVRecord, _ findings: Findings) throws(CSVReader.Failure) {
        hasRows = true
        let reasons = findings.kept.map { finding in
            finding.column.map { "\($0): \(finding.fact)" } ?? "\(finding.fact)"
        }
        writer.append(number: String(record.line))
        writer.append(text: reasons.joined(separator: "; "))
        append(record)
        if writer.output.count >= Self.pieceSize { try end() }
    }

    /// Hands out what is left; nothing at all where no row was bad.
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
}
