import Reporting

/// A table as people see it, before it is laid out: no columns for programs, every cell worded,
/// and nothing hidden in any text.
struct ShownTable {
    struct Column {
        /// The words of the title, and the unit that people see: `Market`, `cap`, `[USD bn]`.
        var heading: [String]
        /// Numbers stand at the right.
        var isNumeric: Bool
    }

    enum Cell: Hashable {
        case missing
        /// What may be shortened where there's no room.
        case text(String)
        /// A date or a flag.
        case fixed(String)
        case number(ShownNumber)

        /// All of it in a row; `–` where it is missing.
        var text: String {
            switch self {
            case .missing: "–"
            case .text(let text), .fixed(let text): text
            case .number(let number): number.text
            }
        }
    }

    var title: String
    var columns: [Column]
    var rows: [[Cell]]
    /// The marks of its numbers explained; `nil` where there are none.
    var legend: String?

    init(_ table: Table) {
        let shown = table.columns.indices.filter { table.columns[$0].audience == .everyone }
        title = table.title.visible
        columns = shown.map { Column(table.columns[$0]) }
        var marks: [Number.Mark] = []
        rows = table.rows.map { row in
            shown.map { index in
                if case .number(let number) = row[index], number.value.isFinite {
                    marks += number.marks
                }
                return Cell(row[index])
            }
        }
        legend = Number.Mark.legend(of: marks)
    }
}

extension ShownTable.Column {
    fileprivate init(_ column: Column) {
        heading = column.title.visible.split(separator: " ").map(String.init)
        if let unit = column.shownUnit ?? column.unit { heading.append("[\(unit.visible)]") }
        isNumeric = column.kind == .number
    }
}

extension ShownTable.Cell {
    fileprivate init(_ cell: Cell) {
        self =
            switch cell {
            case .missing: .missing
            case .text(let text), .worded(_, shown: let text): .text(text.visible)
            case .number(let number): ShownNumber(number).map(Self.number) ?? .missing
            case .date(let day): .fixed(day.description)
            case .flag(let flag): .fixed(flag ? "yes" : "no")
            }
    }
}
