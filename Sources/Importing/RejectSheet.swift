import CSV

/// The bad rows of a file, to be mended and imported again: as they stand there, under its
/// header, behind two columns that say on which line and what is wrong.
///
/// The two stand first, so that a row with too many or too few fields is told as it is. Every
/// kind of file may have them, and `Header` passes over them.
struct RejectSheet {
    static let names = ["rejected_line", "rejected_reason"]

    private var writer = CSVWriter()
    /// Columns of an earlier sheet, which this one replaces.
    private let replaced: Set<Int>

    init(header: CSVRecord) {
        replaced = Set(
            header.fields.indices.filter { index in
                let text = header.buffer.span.extracting(header.fields[index].range).shownText
                return Self.names.contains(normalizedName(text))
            })
        for name in Self.names { writer.append(text: name) }
        append(header)
    }

    /// Adds a row and what was found wrong with it.
    mutating func append(_ record: CSVRecord, _ findings: Findings) {
        let reasons = findings.kept.map { finding in
            finding.column.map { "\($0): \(finding.fact)" } ?? "\(finding.fact)"
        }
        writer.append(number: String(record.line))
        writer.append(text: reasons.joined(separator: "; "))
        append(record)
    }

    private mutating func append(_ record: CSVRecord) {
        for index in record.fields.indices where !replaced.contains(index) {
            writer.append(text: record.buffer.span.extracting(record.fields[index].range))
        }
        writer.endRow()
    }

    var bytes: [UInt8] { writer.output }
}
