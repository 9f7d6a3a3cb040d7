import CSV
import Mining

/// A header of several lines, in one of two forms.
///
/// Three lines, as yfinance and pandas write it: one has the names of the columns, one the companies,
/// and the last one the name of the first column. Without the last one, the name is in the line above.
///
/// ```
/// Price,Close,Close,High,High
/// Ticker,RIOT,MARA,RIOT,MARA
/// Date,,,,
/// ```
///
/// Two or three lines with periods in parts, as statements have them: see `init(periods:)`.
struct StackedHeader {
    /// The forms of such a header.
    enum Form: Sendable, Hashable {
        case companies(recordCount: Int)
        case periods(recordCount: Int)

        /// How many records it has.
        var recordCount: Int {
            switch self {
            case .companies(let count), .periods(let count): count
            }
        }

        /// Whether it names companies.
        var hasCompanies: Bool {
            if case .companies = self { true } else { false }
        }
    }

    let form: Form
    /// The names of the columns.
    let names: [String]
    /// The subjects of the columns; nil for the first one.
    let subjects: [String?]
    /// How many columns a file of rejected rows has added in front.
    let addedCount: Int

    /// `records` has the texts of the first two or three records. Returns nil if they are no such header
    /// of companies.
    init?(companies records: [[String]]) {
        guard let first = records.first, records.count > 1 else { return nil }
        let added = Array(first.prefix(FileColumn.rejectNames.count).map(normalizedName))
        let addedCount = added == FileColumn.rejectNames ? added.count : 0
        // Rows of a sheet end with their last cell.
        let width = records.map(\.count).max() ?? 0
        var lines = records.map { record in
            record.dropFirst(addedCount) + Array(repeating: "", count: width - record.count)
        }.map(Array.init)
        guard lines[0].count > 1 else { return nil }
        lines[0] = Self.filled(lines[0])
        guard !lines[0...1].contains(where: { $0.dropFirst().contains("") }) else { return nil }
        let hasNameBelow =
            lines.count == 3 && !lines[2][0].isEmpty
            && lines[2].dropFirst().allSatisfy(\.isEmpty)
        let lineOfThree = hasNameBelow ? Self.lineOfSubjects(lines) : nil
        guard let line = lineOfThree ?? Self.lineOfTickers(lines) else { return nil }
        form = .companies(recordCount: lineOfThree == nil ? 2 : 3)
        self.addedCount = addedCount
        let name = lines[lineOfThree == nil ? 1 : 2][0]
        names = added.prefix(addedCount) + [name] + lines[1 - line].dropFirst()
        subjects =
            Array(repeating: nil, count: addedCount + 1)
            + lines[line].dropFirst().map { Optional($0) }
    }

    /// The header with the texts of the first three records; nil if they are none.
    init?(_ records: [[String]]) {
        guard let header = Self(companies: records) ?? Self(periods: records) else { return nil }
        self = header
    }

    /// How many cells of a record are searched for a period, which takes long. The first period of a
    /// header is among its first columns.
    private static let searchedCount = 100

    /// Whether a record can be the first one of such a header.
    static func mayBegin(with record: CSVRecord) -> Bool {
        let index = record.hasRejectColumns ? FileColumn.rejectNames.count : 0
        guard record.fields.count > index + 1 else { return false }
        let label = normalizedName(record.shownText(at: index))
        return subjectLabels.contains(label) || nameLabels.contains(label)
            || record.shownTexts.dropFirst().prefix(searchedCount).contains(where: isPeriodPart)
    }

    /// Fills the empty cells to the right of a text with it: merged cells have it only once.
    private static func filled(_ texts: [String]) -> [String] {
        var texts = texts
        for index in texts.indices.dropFirst(2) where texts[index].isEmpty {
            texts[index] = texts[index - 1]
        }
        return texts
    }

    /// The index of the line with the subjects, 0 or 1; nil if the lines do not show it.
    private static func lineOfSubjects(_ lines: [[String]]) -> Int? {
        let labels = lines[0...1].map { normalizedName($0[0]) }
        let marked = labels.indices.filter { subjectLabels.contains(labels[$0]) }
        if let line = marked.first {
            return marked.count == 1 && nameLabels.contains(labels[1 - line]) ? line : nil
        }
        guard labels.allSatisfy(nameLabels.contains) else { return nil }
        let named = lines[0...1].indices.filter { line in
            let names = lines[line].dropFirst()
            return names.allSatisfy { priceNames.contains(normalizedName($0)) }
                || names.allSatisfy(isMetric)
        }
        return named.count == 1 ? 1 - named[0] : nil
    }

    /// The index of the line with the subjects if all of them look like tickers, and the other line has
    /// nothing but metrics; nil if the two lines are anything else, such as metrics above their units.
    private static func lineOfTickers(_ lines: [[String]]) -> Int? {
        guard lines[0][0].isEmpty || subjectLabels.contains(normalizedName(lines[0][0])) else {
            return nil
        }
        return (0...1).first { line in
            lines[line].dropFirst().allSatisfy(\.isLikeTicker)
                && !lines[line].dropFirst().allSatisfy(Unit.isWritten)
                && lines[1 - line].dropFirst().allSatisfy(isMetric)
        }
    }

    private static func isMetric(_ name: String) -> Bool {
        Metric(named: MetricColumn.parts(of: name).name) != nil
    }

    private static let subjectLabels: Set<String> = [
        "ticker", "tickers", "symbol", "symbols", "company", "companies", "miner", "subject",
    ]
    private static let nameLabels: Set<String> = [
        "", "price", "prices", "attributes", "metric", "metrics", "figure",
    ]
    private static let priceNames: Set<String> = [
        "open", "high", "low", "close", "adj_close", "volume", "dividends", "stock_splits",
        "capital_gains",
    ]
}

extension CSVReader {
    /// The header that begins with the current record; nil if it is not a stacked header. Moves to
    /// a later record.
    mutating func stackedHeader() throws(Failure) -> StackedHeader? {
        guard StackedHeader.mayBegin(with: record) else { return nil }
        var records = [record.shownTexts]
        while records.count < 3, try nextFilled() { records.append(record.shownTexts) }
        return StackedHeader(records)
    }
}
