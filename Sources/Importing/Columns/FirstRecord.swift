import CSV
import Mining

/// The first record of a table, and what it makes of the columns.
///
/// A column without a name is called by its number, `column 3`; where the record is data, all are.
/// Behind the last field that has a text or that an option speaks of there are no columns.
struct FirstRecord {
    /// What stands in the fields.
    let texts: [String]
    let columns: [Column]
    /// Whether it is data, and the file has no header.
    let isData: Bool
    /// What is wrong with the texts as names.
    let findings: Findings
    private let mark: DecimalMark

    /// Keeps at most `room` of the problems found.
    init(_ record: CSVRecord, isData: Bool, room: Int, options: ImportOptions) {
        self.isData = isData
        mark = options.decimal ?? .point
        // Remarks on rejected rows don't count, so that a mended file is read as the first was.
        let remarks = record.hasRejectRemarks ? RejectSheet.names.count : 0
        var row = Row(record, room: room, dates: DateReader(options))
        var texts: [String] = []
        var columns: [Column] = []
        for index in record.fields.indices {
            let number = index < remarks ? index + 1 : index + 1 - remarks
            var column = Column(index: index, name: "column \(number)", isNamed: false)
            let text = isData ? record.shownText(at: index) : row.text(column)
            if !isData, !text.isEmpty { column = Column(index: index, name: text) }
            texts.append(text)
            columns.append(column)
        }
        while let last = columns.last, texts[columns.count - 1].isEmpty,
            options.meaning(of: last) == nil
        {
            columns.removeLast()
        }
        self.texts = texts
        self.columns = columns
        findings = row.findings
    }

    /// How many fields have a text.
    var filledCount: Int { texts.count { !$0.isEmpty } }

    /// Whether a field is a date or a number, as the names of columns hardly are.
    var looksLikeData: Bool { texts.contains { isDatum($0, mark) } }

    /// The columns as a sentence quotes them.
    var text: String { texts.prefix(columns.count).joined(separator: ",") }
}

/// Whether `text` is a date, or a number and nothing else.
private func isDatum(_ text: String, _ mark: DecimalMark) -> Bool {
    if DateText(text) != nil { return true }
    let cell = Array(text.utf8)
    guard let value = try? ValueText.read(cell.span, mark) else { return false }
    return value.suffix.isEmpty
}
