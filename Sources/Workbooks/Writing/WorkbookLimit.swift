/// What a workbook cannot hold.
package enum WorkbookLimit: Error, Sendable, Hashable {
    /// A sheet would have more than 1,048,576 rows.
    case rows(sheet: String)
    /// A sheet would have more than 16,384 columns.
    case columns(sheet: String)
    /// The text of this cell has more than 32,767 characters.
    case text(sheet: String, cell: CellAddress)
    /// The archive would be larger than the memory allows, or a part of it larger than 4 GB.
    case bytes
}

extension WorkbookLimit: CustomStringConvertible {
    /// What is too large, without what to do about it.
    package var description: String {
        switch self {
        case .rows(let sheet):
            "the sheet \(sheet) would have more than \(CellAddress.rowLimit) rows, the most that a "
                + "spreadsheet can have"
        case .columns(let sheet):
            "the sheet \(sheet) would have more than \(CellAddress.columnLimit) columns, the most that "
                + "a spreadsheet can have"
        case .text(let sheet, let cell):
            "the text for the cell \(sheet)!\(cell) has more than \(SheetWriter.textLimit) characters, "
                + "the most that a cell can have"
        case .bytes: "the workbook is too large to pack in memory"
        }
    }
}
