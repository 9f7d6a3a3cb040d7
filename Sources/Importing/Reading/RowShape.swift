import CSV

/// Which fields the rows of a file have, the header's and those without a name.
///
/// A row has a field for each column up to the last that has a name. Fields behind these are
/// empty, whether or not the header has them: spreadsheets save columns once used as such.
struct RowShape {
    /// How many columns there are up to the last that has a name.
    private let namedCount: Int
    private let headerCount: Int
    private let delimiter: Dialect.Delimiter
    /// What is left to be seen of a first column that numbers the rows.
    private var numbers: RowNumbers?
    /// What cells of every row must be, in any letter case.
    private let requirements: [(column: Column, text: String)]

    init(_ header: Header, delimiter: Dialect.Delimiter, hasRowNumbers: Bool) {
        namedCount = (header.columns.last?.index ?? -1) + 1
        headerCount = header.first.texts.count
        self.delimiter = delimiter
        numbers = hasRowNumbers ? RowNumbers() : nil
        requirements = header.columns.flatMap { column in
            header.options.requirements(of: column).map { (column, $0.text) }
        }
    }

    /// What is wrong with the fields of the next row; `nil` where they are as they should be.
    @inline(__always)
    mutating func misfit(of record: CSVRecord) -> ImportProblem.Fact? {
        if record.fields.count == namedCount, numbers == nil, requirements.isEmpty { return nil }
        return closeMisfit(of: record)
    }

    private mutating func closeMisfit(of record: CSVRecord) -> ImportProblem.Fact? {
        let count = record.fields.count
        let fieldCount = ImportProblem.Fact.fieldCount(
            found: count, expected: headerCount, delimiter)
        guard count >= namedCount else { return fieldCount }
        for index in namedCount..<count where !record.isEmpty(at: index) {
            return index < headerCount
                ? .unnamedValue(record.shownText(at: index), number: index + 1) : fieldCount
        }
        for (column, text) in requirements {
            let found = record.shownText(at: column.index ?? 0)
            guard found.lowercased() != text.lowercased() else { continue }
            return .otherThanRequired(found, column: column.name, required: text)
        }
        guard numbers?.take(record) == false else { return nil }
        return .notRowNumber(record.shownText(at: 0), expected: numbers?.skip() ?? 0)
    }
}

/// The cells of a first column that number the rows, from 0 or from 1.
struct RowNumbers {
    /// The number of the next row; `nil` before the first, which has either.
    private var expected: Int?

    /// Goes on to the next row; `false`, and nothing else, where its first cell isn't its number.
    mutating func take(_ record: CSVRecord) -> Bool {
        let text = record.shownText(at: 0)
        guard let number = (expected.map { [$0] } ?? [0, 1]).first(where: { "\($0)" == text })
        else { return false }
        expected = number + 1
        return true
    }

    /// Goes on to the next row whatever its first cell; returns the number it should have.
    mutating func skip() -> Int {
        let number = expected ?? 0
        expected = number + 1
        return number
    }
}

extension CSVRecord {
    /// Whether there is nothing but spaces in any of its fields.
    var isEmpty: Bool { fields.indices.allSatisfy(isEmpty(at:)) }

    func isEmpty(at index: Int) -> Bool {
        buffer.span.extracting(fields[index].range).trimmed.isEmpty
    }

    /// A field as a sentence may quote it, without the spaces around it.
    func shownText(at index: Int) -> String {
        let cell = buffer.span.extracting(fields[index].range)
        return cell.extracting(cell.trimmed).shownText
    }
}
