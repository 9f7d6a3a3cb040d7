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

    /// Notes the dollar signs of a row.
    mutating func takeSigns(of row: CSVRecord) {
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
    /// are units in columns of figures, and `unit` or `units` in others.
    func isUnitLine(_ record: CSVRecord) -> Bool {
        guard !first.isData else { return false }
        let names = Dictionary(
            columns.map { ($0.index ?? 0, $0) }, uniquingKeysWith: { first, _ in first })
        var hasUnit = false
        for index in record.fields.indices where !record.isEmpty(at: index) {
            let text = Self.withoutBrackets(record.shownText(at: index))
            let column = names[index]
            if let column, case .metric = MetricColumn.read(column, options) {
                guard Unit.isWritten(text) else { return false }
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
