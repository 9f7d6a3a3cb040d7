import Workbooks

/// What only a whole sheet shows: hidden cells with content, formulas without results, merged cells.
struct SheetFindings {
    private var hiddenRows: (count: Int, first: Int)?
    private var hiddenColumns: Set<Int> = []
    private var formulas: (count: Int, first: CellAddress)?
    private var label: (range: CellRange, count: Int)?
    private var number: CellRange?
    private var firstRow = 1

    mutating func addHiddenRow(_ row: Int) {
        hiddenRows = ((hiddenRows?.count ?? 0) + 1, hiddenRows?.first ?? row)
    }

    mutating func addHiddenColumn(_ column: Int, row: Int) {
        if hiddenColumns.isEmpty { firstRow = row }
        hiddenColumns.insert(column)
    }

    mutating func addFormula(_ cell: CellAddress) {
        formulas = ((formulas?.count ?? 0) + 1, formulas?.first ?? cell)
    }

    /// Adds an area whose text is repeated in each of its rows.
    mutating func addLabel(_ range: CellRange) {
        label = (label?.range ?? range, (label?.count ?? 0) + 1)
    }

    /// Adds an area of several rows with a number.
    mutating func addNumber(_ range: CellRange) { number = number ?? range }

    /// Reports all of it about a sheet.
    func report(to diagnostics: inout Diagnostics, sheet: String) {
        func warn(_ cell: CellAddress, _ reason: ImportProblem.Reason) {
            diagnostics.warn(
                ImportProblem(
                    file: sheet, at: .cell("\(cell)", line: cell.row), reason: reason))
        }
        if let (range, count) = label {
            diagnostics.note(
                "\(sheet): the \(count == 1 ? "text" : "texts") of merged cells, such as \(range), "
                    + "\(count == 1 ? "stands" : "stand") for each of their rows")
        }
        if let (count, first) = hiddenRows {
            let what = count == 1 ? "row \(first) is" : "\(count) rows, the first one here, are"
            diagnostics.warn(
                ImportProblem(file: sheet, line: first, reason: .hiddenCells(what)))
        }
        if let first = hiddenColumns.min() {
            let names = hiddenColumns.sorted().prefix(20).map(CellAddress.letters)
            let what =
                names.count == 1
                ? "column \(names[0]) is" : "columns \(listed(names, "and")) are"
            warn(CellAddress(row: firstRow, column: first), .hiddenCells(what))
        }
        if let number {
            warn(
                CellAddress(row: number.rows.lowerBound, column: number.columns.lowerBound),
                .mergedNumber(number))
        }
        if let (count, first) = formulas { warn(first, .formulaWithoutResult(count: count)) }
    }
}
