import Mining
import Reporting
import Workbooks

/// A table as a sheet shows it: the columns for people, with numbers that keep all of their digits.
struct SheetTable {
    /// Titles, headings and texts as in the other formats for people.
    let shown: DisplayTable
    private let columns: [Column]
    private let rows: [[Cell]]
    /// For each column how many characters come after the digits of its numbers, at most.
    private let endings: [Int]

    init(_ table: Table) {
        shown = DisplayTable(table)
        let indices = table.columns.indices.filter { table.columns[$0].audience == .everyone }
        columns = indices.map { table.columns[$0] }
        let rows = table.rows.map { row in indices.map { row[$0] } }
        self.rows = rows
        endings = indices.indices.map { column in
            rows.map { row in
                guard case .number(let number) = row[column] else { return 0 }
                return SheetNumber(number)?.ending.count ?? 0
            }.max() ?? 0
        }
    }
}

extension SheetTable {
    fileprivate func write(to sheet: SheetWriter) {
        sheet.makeRow(lines: shown.columns.map(\.lineCount).max() ?? 1)
        for column in shown.columns {
            let look = column.isNumeric ? CellStyle.Look.numberHeader : .header
            sheet.append(text: column.heading.joined(separator: " "), CellStyle(look))
        }
        sheet.endRow()
        for row in rows {
            sheet.makeRow(lines: lineCount(of: row))
            for (index, cell) in row.enumerated() { write(cell, at: index, to: sheet) }
            sheet.endRow()
        }
    }

    /// How many lines the texts of a row take that are read whole.
    private func lineCount(of row: [Cell]) -> Int {
        zip(columns, row).map { column, cell in
            guard column.isReadWhole, case .text(let text) = cell else { return 1 }
            return text.visible.lineCount(in: SheetWriter.widthLimit)
        }.max() ?? 1
    }

    private func write(_ cell: Cell, at column: Int, to sheet: SheetWriter) {
        switch cell {
        case .missing: sheet.skip()
        case .text(let text), .worded(_, shown: let text):
            let isWrapped = columns[column].isReadWhole
            sheet.append(text: text.visible, isWrapped ? CellStyle(.wrapped) : .plain)
        case .number(let number):
            guard let shown = SheetNumber(number) else { return sheet.skip() }
            sheet.append(
                number: shown.digits, CellStyle(format: shown.format(endingWidth: endings[column])),
                width: shown.width + endings[column])
        case .date(let day): sheet.append(day: day.number, written: day.description)
        case .flag(let flag): sheet.append(flag: flag)
        }
    }
}

extension DisplayTable.Column {
    /// How many lines its heading takes.
    fileprivate var lineCount: Int {
        let width = max(heading.map(\.width).max() ?? 0, SheetWriter.headerWidth)
        return heading.joined(separator: " ").broken(to: width).count
    }
}

extension String {
    /// How many lines this text takes in a cell of that width.
    func lineCount(in width: Int) -> Int {
        // Fonts differ, and a line too many does less harm than one that is cut off.
        broken(to: width * 9 / 10).count
    }
}

extension SheetWriter {
    /// Writes a table from the first row on: its header, its rows, and below them what the letters
    /// behind numbers mean.
    func append(_ table: SheetTable) {
        table.write(to: self)
        endTable(from: 1, columns: table.shown.columns.count)
        guard let legend = table.shown.legend else { return }
        endRow()
        append(text: legend, CellStyle(.remark))
        endRow()
    }
}
