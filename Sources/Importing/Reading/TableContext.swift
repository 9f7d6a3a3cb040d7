import CSV
import Mining

/// What a table shows beside its columns: the texts above it, the units below its header, and which
/// column has the metrics although its name does not say so.
struct TableContext: Sendable, Hashable {
    /// The index of the column with the metrics, if its name does not say so; nil if there is none.
    var labelColumn: Int?
    /// The texts above the header, one for each line.
    var titles: [String] = []
    /// Whether a number or a unit in the first rows has a dollar sign.
    var hasDollarSigns = false
    /// Whether the record below the header has the units of its columns.
    var hasUnitLine = false

    /// Whether the record below the header is a line of hyphens, as in Markdown.
    var hasRule = false
    /// The indices of columns without a name that are empty in the first rows: between others, or
    /// before the first pipe of Markdown.
    var spacers: Set<Int> = []

    /// Notes the dollar signs of a row, and its empty cells.
    mutating func take(_ row: CSVRecord) {
        guard !row.isRule else { return }
        spacers = spacers.filter { $0 >= row.fields.count || row.isEmpty(at: $0) }
        guard !hasDollarSigns else { return }
        hasDollarSigns = row.fields.indices.contains { index in
            let text = row.shownText(at: index)
            return text == "$"
                || text.contains("$") && Self.beginnings.contains(where: text.hasPrefix)
                    && text.contains(where: \.isNumber)
        }
    }

    private static let beginnings = ["$", "US$", "($", "-$", "(US$"]
}

extension Header {
    /// Whether `record`, the first one below the header, has the units of its columns: its texts
    /// are units in columns of figures or of companies, and `unit` or `units` in others.
    func isUnitLine(_ record: CSVRecord) -> Bool {
        guard !first.isData else { return false }
        let companies = has("metric") ? [] : Set(possibleCompanies)
        let names = Dictionary(
            columns.map { ($0.index ?? 0, $0) }, uniquingKeysWith: { first, _ in first })
        var hasUnit = false
        for index in record.fields.indices where !record.isEmpty(at: index) {
            let text = Self.withoutBrackets(record.shownText(at: index))
            let column = names[index]
            let isOfCompany = column.map { companies.contains($0.name) } ?? false
            let outcome = column.map { MetricColumn.read($0, options) } ?? .notMetric
            if case .metric = outcome {
                guard Unit.isWritten(text) else { return false }
                hasUnit = true
            } else if isOfCompany, Unit.isWritten(text) {
                hasUnit = true
            } else if !["unit", "units"].contains(text.lowercased()) {
                return false
            }
        }
        return hasUnit
    }

    /// A unit without the brackets around it.
    static func withoutBrackets(_ text: String) -> String {
        for (open, close) in [("(", ")"), ("[", "]")] where text.hasPrefix(open) {
            if text.hasSuffix(close) { return trimmed(text.dropFirst().dropLast()) }
        }
        return text
    }
}
