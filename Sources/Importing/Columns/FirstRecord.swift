import CSV
import Mining

/// The first record of a table, and the columns that follow from it.
///
/// A column without a name is called by its number, such as `column 3`. If the record is data, no
/// column has a name. Trailing fields that are empty and that no option names are not columns.
struct FirstRecord {
    /// The texts of the fields.
    let texts: [String]
    let columns: [FileColumn]
    /// Whether the record is data, because the file has no header.
    let isData: Bool
    /// The problems of the texts as column names.
    let problems: RecordProblems
    /// The decimal mark of its numbers.
    let mark: DecimalMark

    /// Keeps at most `room` problems. `stack` is the header if it has several lines; `record` is
    /// then its first line.
    init(
        _ record: CSVRecord, isData: Bool, stack: StackedHeader? = nil, room: Int,
        options: ImportOptions
    ) {
        self.isData = isData
        mark = options.decimal ?? .point
        // The columns of a file of rejected rows have the same numbers as in the original file.
        let added =
            stack?.addedCount
            ?? (record.hasRejectColumns ? FileColumn.rejectNames.count : 0)
        var row = Row(record, room: room, dates: DateReader(options))
        var texts: [String] = []
        var columns: [FileColumn] = []
        for index in stack?.names.indices ?? record.fields.indices {
            let number = index < added ? index + 1 : index + 1 - added
            var column = FileColumn(index: index, name: "column \(number)", isNamed: false)
            // A break within a name, by Alt and Enter in a spreadsheet, is a space.
            let text =
                stack?.names[index]
                ?? (isData ? record.shownText(at: index) : row.line(column))
            if !isData, !text.isEmpty {
                column = FileColumn(index: index, name: text, subject: stack?.subjects[index])
            }
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
        problems = row.problems
    }

    /// The number of fields that are not empty.
    var filledCount: Int { texts.count { !$0.isEmpty } }

    /// Whether a field is a date or a number, which column names rarely are.
    var looksLikeData: Bool { texts.contains { isDateOrNumber($0, mark) } }

    /// The texts of the columns for messages.
    var text: String { texts.prefix(columns.count).joined(separator: ",") }
}

/// Whether `text` is a date, or a number without a unit.
func isDateOrNumber(_ text: String, _ mark: DecimalMark) -> Bool {
    if DateText(text) != nil { return true }
    let cell = Array(text.utf8)
    guard let value = try? ValueText.read(cell.span, mark) else { return false }
    return value.suffix.isEmpty
}
