import Mining

/// Finds a table among the records above a header, whose figures would be lost.
///
/// What may be skipped is titles, remarks and pairs such as `Currency,USD` or `Updated,2026-01-05`.
/// These are told from a table by their figures: a record belongs to a table if it has
///
/// - a number that stands for itself, with or without a unit, and not beside a word of descriptions
///   (`Page,3`); a year or a date alone is not one,
/// - or, from three columns on, a date in a record as wide as the one before it.
///
/// A record of one cell belongs to a table if it is a number and the record before it has one cell
/// too, as in a column with its title.
struct TableAboveHeader {
    /// The lines of the first table; nil if there is none so far.
    private(set) var lines: ClosedRange<Int>?
    /// The width and line of the last record.
    private var last: (width: Int, line: Int)?

    /// Adds the next record above the header.
    mutating func add(_ record: FirstRecord, line: Int) {
        let texts = record.texts
        let width = (texts.lastIndex { !$0.isEmpty } ?? -1) + 1
        defer { last = (width, line) }
        let follows = width == last?.width
        let hasDate = width > 2 && record.filledCount > 1 && follows
        let isTable =
            texts.indices.contains { (index: Int) -> Bool in
                let label = index > 0 ? texts[index - 1] : ""
                guard !CellAboveHeader.isDescription(label) else { return false }
                switch CellAboveHeader(texts[index], after: label, record.mark) {
                case .figure: return width > 1 || follows
                case .date: return hasDate
                case .text: return false
                }
            }
        guard isTable else { return }
        let first = follows ? last?.line : nil
        lines = (lines?.lowerBound ?? first ?? line)...line
    }
}

/// What a cell above a header is.
private enum CellAboveHeader {
    case figure, date, text

    /// `label` is the text of the cell before it.
    init(_ text: String, after label: String, _ mark: DecimalMark) {
        if Self.isDate(text) {
            self = .date
        } else if Self.isFigure(text, mark), !Self.isCut(label, text) {
            self = .figure
        } else {
            self = .text
        }
    }

    /// Whether a cell is the label of a description of the file, such as `Page`, `Report date:` or
    /// `Number of rows`.
    static func isDescription(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        guard let last = words.last.map(String.init), words.count <= 3 else { return false }
        return parts.contains(last) || (words.count <= 2 && descriptions.contains(last))
    }

    /// What a file or a table consists of.
    private static let parts: Set<String> = [
        "columns", "entries", "items", "lines", "pages", "records", "rows", "sheets",
    ]

    private static let descriptions: Set<String> = [
        "author", "build", "created", "currency", "date", "dated", "decimals", "downloaded",
        "edition", "ended", "ending", "exported", "file", "filed", "from", "generated", "id",
        "interval", "issue", "line", "no", "number", "of", "page", "part", "phone", "precision",
        "prepared", "printed", "published", "quarter", "report", "retrieved", "revision", "row",
        "sheet", "since", "source", "start", "table", "tel", "telephone", "time", "timestamp", "to",
        "until", "updated", "version", "week", "year", "zip",
    ]

    /// A date, a period, a month by its name, or a number that is a year.
    private static func isDate(_ text: String) -> Bool {
        DateText(text) != nil || PeriodText(text) != nil || ShortMonthText(text) != nil
    }

    /// A number, with or without a unit, or one that is said to be about right.
    private static func isFigure(_ text: String, _ mark: DecimalMark) -> Bool {
        let bounds = text.drop { "~≈<>≤≥ ".contains($0) }
        let cell = Array(bounds.utf8)
        // `($000)` is a unit.
        guard let value = try? ValueText.read(cell.span, mark), text.filter(\.isNumber) != "000"
        else { return false }
        let suffix = String(decoding: cell[value.suffix], as: UTF8.self)
        return suffix.isEmpty || Unit.isWritten(suffix) || "*†‡".contains(suffix)
    }

    /// Whether a comma within a sentence cut a number in two: `revenue of $1` and `234 thousand`.
    private static func isCut(_ label: String, _ text: String) -> Bool {
        label.contains(" ") && !isDate(label) && label.last?.isNumber == true
            && text.prefix(3).count { $0.isNumber } == 3
    }
}
