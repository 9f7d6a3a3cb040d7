import Workbooks

/// A column of an export: its name, and what kind of values it has. In CSV all of them are text.
struct ExportColumn: Sendable {
    enum Kind: Sendable {
        case text, number, date
    }

    var name: String
    var kind: Kind
    /// Whether its empty cells are to be filled in.
    var isInput = false

    /// The columns of files of rows, by their names.
    static func named(_ names: [String]) -> [ExportColumn] {
        names.map { name in
            ExportColumn(
                name: name,
                kind: numbers.contains(name) ? .number : dates.contains(name) ? .date : .text)
        }
    }

    private static let numbers: Set<String> = ["value", "fiscal_year_end", "ads_ratio"]
    private static let dates: Set<String> = [
        "published_on", "valid_from", "valid_to", "joined_on", "left_on", "from",
    ]

    /// The style of a number with so many digits after the point.
    static func numberStyle(decimals: Int) -> CellStyle { numberStyles[min(decimals, 15)] }

    private static let numberStyles = (0...15).map { decimals in
        CellStyle(
            format: decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals))
    }

    /// The style of an empty cell: prepared for what is to be filled in.
    var emptyStyle: CellStyle {
        guard isInput else { return .plain }
        let format: String? =
            switch kind {
            case .text: CellStyle.text.format
            case .date: CellStyle.date.format
            case .number: nil
            }
        return CellStyle(.input, format: format)
    }
}
