import Mining
import Reporting

/// A table as people see it: the table of a report without the columns for programs, with every
/// cell as text and with hidden characters made visible. The formats for people share it; it has no
/// layout yet.
struct DisplayTable {
    struct Column {
        /// The words of the title and the unit: `Market`, `cap`, `[USD bn]`.
        var heading: [String]
        /// Whether it is aligned right.
        var isNumeric: Bool
        /// Whether its texts are never shortened, but go on in further lines.
        var isReadWhole: Bool
        /// Whether it is left out where there is no room for all columns.
        var isRepetition: Bool
    }

    enum Cell: Hashable {
        case missing
        /// A text that may be shortened if there is no room.
        case text(String)
        /// A date or a flag, which is never shortened.
        case fixed(String)
        case number(DisplayNumber)

        /// The whole text; `–` if it is missing.
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
    /// The meaning of the marks on its numbers, or nil if there are none.
    var legend: String?

    /// The table as people see it.
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

extension DisplayTable.Column {
    fileprivate init(_ column: Column) {
        heading = column.title.visible.split(separator: " ").map(String.init)
        if let unit = column.shownUnit ?? column.unit, !unit.isEmpty {
            heading.append("[\(unit.visible)]")
        }
        isNumeric = column.kind == .number
        isReadWhole = column.isReadWhole
        isRepetition = column.isRepetition
    }
}

extension DisplayTable.Cell {
    fileprivate init(_ cell: Cell) {
        self =
            switch cell {
            case .missing: .missing
            case .text(let text), .worded(_, shown: let text): .text(text.visible)
            case .number(let number): DisplayNumber(number).map(Self.number) ?? .missing
            case .date(let day): .fixed(day.description)
            case .flag(let flag): .fixed(flag ? "yes" : "no")
            }
    }
}
