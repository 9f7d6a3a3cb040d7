import CSV
import Workbooks

/// A sheet of a workbook as a table: which of its cells are read, and what is to be said about them.
package final class SheetTable {
    /// How many rows with cells are searched for the first column of the table.
    private static let searchedRows = 20

    /// The file and the sheet, as messages call them: `q4.xlsx:Prod`.
    package let name: String
    let workbook: Workbook
    let sheet: Sheet
    /// The name of the sheet.
    package var title: String { sheet.name }
    let mergedCells: [CellRange]
    /// The cells to read, if they were given.
    let range: CellRange?
    /// The first column of the table.
    let firstColumn: Int
    /// The first row of the table. In the rows above it, text left of `firstColumn` is a title.
    let firstRow: Int
    /// What the last reading of the whole sheet found.
    var findings: SheetFindings?

    /// A sheet of the workbook in `file`, or the cells of `range` in it.
    ///
    /// - Throws: `WorkbookError`.
    package init(
        _ sheet: Sheet, of workbook: Workbook, file: String, range: CellRange?
    ) throws(WorkbookError) {
        name = "\(file):\(escaped(sheet.name))"
        self.workbook = workbook
        self.sheet = sheet
        self.range = range
        mergedCells = try workbook.mergedCells(of: sheet)
        if let range {
            (firstRow, firstColumn) = (range.rows.lowerBound, range.columns.lowerBound)
            return
        }
        let rows = try workbook.rows(of: sheet)
        var leftmost = (inTable: Int.max, anywhere: Int.max)
        var firstRow: Int?
        for _ in 0..<Self.searchedRows where try rows.next() {
            let columns = rows.row.cells.filter { !rows.row.isBlank($0) }.map(\.column)
            guard let first = columns.first else { continue }
            leftmost.anywhere = min(leftmost.anywhere, first)
            guard columns.count > 1 else { continue }
            leftmost.inTable = min(leftmost.inTable, first)
            firstRow = firstRow ?? rows.row.number
        }
        self.firstRow = firstRow ?? 1
        firstColumn = [leftmost.inTable, leftmost.anywhere].first { $0 != .max } ?? 0
    }

    /// Its records, from the start.
    package func records() -> any RecordSource { SheetRecords(self) }

    /// Reports what the whole sheet shows, after it was read.
    package func report(to diagnostics: inout Diagnostics) {
        findings?.report(to: &diagnostics, sheet: name)
    }
}

extension Workbook {
    /// The sheets that `options` choose: those that they name, else the first one that is shown.
    ///
    /// - Throws: `ImportProblem.Reason` if there is no such sheet.
    package func sheets(
        _ options: ImportOptions
    ) throws(ImportProblem.Reason) -> (chosen: [Sheet], others: [Sheet]) {
        guard let first = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
            throw .noSheet
        }
        var chosen = options.sheets.isEmpty ? [first] : []
        for name in options.sheets {
            let found =
                sheets.first { $0.name == name }
                ?? sheets.first { $0.name.lowercased() == name.lowercased() }
            guard let found else { throw .unknownSheet(name, sheets: sheets.map(\.name)) }
            if !chosen.contains(found) { chosen.append(found) }
        }
        return (chosen, sheets.filter { !chosen.contains($0) })
    }
}

extension Diagnostics {
    /// Notes which sheets of `file` are not read because none was asked for.
    package mutating func note(sheet: Sheet, besides others: [Sheet], of file: String) {
        let names = others.prefix(20).map { escaped($0.name) + ($0.isHidden ? " (hidden)" : "") }
        note(
            "\(file): read the first sheet, \(escaped(sheet.name)); choose others with --sheet: "
                + names.joined(separator: ", ")
                + (others.count > names.count ? " and \(others.count - names.count) more" : ""))
    }
}

extension SheetRow {
    /// Whether a cell has only spaces.
    func isBlank(_ cell: Cell) -> Bool { buffer.span.extracting(cell.text).trimmed.isEmpty }
}
