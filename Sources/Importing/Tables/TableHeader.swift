import CSV
import Mining

/// The header of a table, or its first row, which recognises the header of another table below it.
///
/// A record is such a header if
///
/// - it repeats the header,
/// - or most of it is names of columns, and one of them has no other meaning,
/// - or all cells but the first are periods, those of the header or such as `Q1 2025`,
/// - or, after a blank line, it is texts, more or fewer than the header has, and the record below it
///   has as many cells and a figure.
struct TableHeader {
    /// The line of the header, or of the first row.
    let line: Int
    /// The cells of the header, without the spaces around them; empty without a header.
    private let cells: [[UInt8]]
    /// The same as column names.
    private let names: [String]
    private let options: ImportOptions

    /// `first` is the header, or with `isData` the first row.
    init(_ first: CSVRecord, isData: Bool, options: ImportOptions) {
        line = first.line
        cells = isData ? [] : first.shownTexts.map { Array($0.utf8) }
        names = isData ? [] : Self.names(first)
        self.options = options
    }

    /// Whether a record repeats the header byte for byte. Called for every row.
    @inline(__always)
    func repeats(_ record: CSVRecord) -> Bool {
        guard record.fields.count == cells.count, let first = cells.first,
            record.fields[0].range.count == first.count
        else { return false }
        return record.fields.indices.allSatisfy {
            Array(record.shownText(at: $0).utf8) == cells[$0]
        }
    }

    /// Whether a record has the names of the header.
    func hasNames(of record: CSVRecord) -> Bool { Self.names(record) == names }

    /// Whether the cells of a record show that it is a header.
    func isHeader(_ record: CSVRecord) -> Bool {
        repeats(record) || hasColumnNames(record) || hasPeriods(record)
    }

    /// Whether a record after a blank line is a header if the next one `isRow` below it.
    func mayBeHeader(_ record: CSVRecord) -> Bool {
        let texts = record.filledTexts
        return texts.count > 1 && texts.count != cells.count && !texts.contains(where: \.isEmpty)
            && !texts.contains(where: isDateOrNumber)
    }

    /// Whether a record is the first row below another one that may be a header.
    func isRow(_ record: CSVRecord, below header: CSVRecord) -> Bool {
        let texts = record.filledTexts
        return texts.count == header.filledTexts.count && texts.contains(where: isDateOrNumber)
    }

    private func hasColumnNames(_ record: CSVRecord) -> Bool {
        let found = Self.names(record).filter { !$0.isEmpty }
        let hasPeriods = found.first.map(Self.labelNames.contains) ?? false
        var (fixed, known) = (0, 0)
        for name in found {
            if Self.fixedNames.contains(name) {
                (fixed, known) = (fixed + 1, known + 1)
            } else if PeriodText(name) != nil {
                guard hasPeriods else { return false }
                known += 1
            } else if isDateOrNumber(name) {
                return false
            } else if MetricColumn.isLikely(FileColumn(index: nil, name: name), options) {
                known += 1
            }
        }
        return fixed > 0 && known > 1 && known * 2 > found.count
    }

    private func hasPeriods(_ record: CSVRecord) -> Bool {
        let texts = record.filledTexts
        let periods = texts.dropFirst()
        guard let label = texts.first, !periods.isEmpty, !HeaderPeriods.isPeriod(label) else {
            return false
        }
        // A year alone may be a figure.
        if periods.count == 1, Int(texts[1]) != nil { return false }
        if periods.allSatisfy(Self.isOnlyPeriod), periods.count > 1 { return true }
        return periods.map { Array($0.utf8) } == Array(cells.dropFirst())
            && periods.allSatisfy(HeaderPeriods.isPeriod)
    }

    /// Whether a text is a period as rows do not have them: no day, and no number such as 2025.
    private static func isOnlyPeriod(_ text: String) -> Bool {
        guard Int(text) == nil, DateText(text) == nil else { return false }
        return PeriodText(text) != nil || ShortMonthText(text) != nil
    }

    private func isDateOrNumber(_ text: String) -> Bool {
        Importing.isDateOrNumber(text, options.decimal ?? .point)
    }

    private static func names(_ record: CSVRecord) -> [String] {
        record.shownTexts.map(normalizedName)
    }

    /// The names of the first column of a table with periods across.
    private static let labelNames: Set<String> = ["ticker", "company", "subject", "metric"]

    private static let fixedNames = labelNames.union(
        Layout.columnNames + PeriodColumnName.usual + PeriodColumnName.others)
}
