import CSV

/// Checks whether the fields of a row match the header.
///
/// A row needs a field for each column up to the last one with a name. Fields after it must be
/// empty, whether or not the header has them: spreadsheets save columns that were once used.
struct RowStructure {
    /// The number of columns up to the last one with a name.
    private let namedCount: Int
    private let headerCount: Int
    private let delimiter: Dialect.Delimiter
    /// The indices of columns without a name between others, which must be empty.
    private let spacers: [Int]
    /// Checks the row numbers in the first column; nil if it has none.
    private var numbers: RowNumbers?
    /// The column of times, if only rows at midnight are read; nil if all rows are read.
    private let midnights: FileColumn?
    /// What some columns must have.
    private let requirements: [(column: FileColumn, needed: RowRequirement)]

    init(
        _ header: Header, delimiter: Dialect.Delimiter, hasRowNumbers: Bool, spacers: Set<Int> = []
    ) {
        self.spacers = spacers.sorted()
        namedCount = (header.columns.last?.index ?? -1) + 1
        headerCount = header.first.texts.count
        self.delimiter = delimiter
        numbers = hasRowNumbers ? RowNumbers() : nil
        requirements = header.columns.flatMap { column in
            header.options.requirements(of: column).map { (column, $0) }
        }
        midnights =
            header.options.rules.ignoresPartialDays
            ? header.columns.first { column in
                if case .column("period") = header.options.meaning(of: column) {
                    true
                } else {
                    false
                }
            } : nil
    }

    /// Whether the row is to be left out, because its time since 1970 is not a midnight.
    @inline(__always)
    func isPartialDay(_ record: CSVRecord) -> Bool {
        guard let index = midnights?.index, index < record.fields.count else { return false }
        let text = record.shownText(at: index)
        guard let number = Int(text), [10, 13].contains(text.utf8.count) else { return false }
        return !number.isMultiple(of: text.utf8.count == 10 ? 86_400 : 86_400_000)
    }

    /// The problem with the fields of the next row; nil if there is none.
    @inline(__always)
    mutating func problem(in record: CSVRecord) -> ImportProblem.Reason? {
        if record.fields.count == namedCount, numbers == nil, requirements.isEmpty, spacers.isEmpty
        {
            return nil
        }
        return detailedProblem(in: record)
    }

    private mutating func detailedProblem(in record: CSVRecord) -> ImportProblem.Reason? {
        let count = record.fields.count
        let fieldCount = ImportProblem.Reason.fieldCount(
            found: count, expected: headerCount, delimiter)
        guard count >= namedCount else { return fieldCount }
        for index in namedCount..<count where !record.isEmpty(at: index) {
            return index < headerCount
                ? .unnamedValue(record.shownText(at: index), number: index + 1) : fieldCount
        }
        if let index = spacers.first(where: { !record.isEmpty(at: $0) }) {
            return .unnamedValue(record.shownText(at: index), number: index + 1)
        }
        for (column, needed) in requirements {
            let found = record.shownText(at: column.index ?? 0)
            guard !needed.allows(found) else { continue }
            if needed.isOfCurrency { return .otherCurrency(found) }
            return .notRequiredText(
                found, column: column.name, required: needed.text,
                isRange: needed.isRange)
        }
        guard numbers?.take(record) == false else { return nil }
        return .notRowNumber(record.shownText(at: 0), expected: numbers?.skip() ?? 0)
    }
}
