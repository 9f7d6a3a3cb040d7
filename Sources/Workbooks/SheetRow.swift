/// A row of a sheet: its cells with a content, from left to right.
package struct SheetRow: Sendable {
    /// A cell with a content.
    package struct Cell: Sendable, Hashable {
        /// The column; A is 0.
        package var column: Int
        package var kind: Kind
        /// Where in the row's `buffer` its text is.
        package var text: Range<Int>
        /// The rows and columns that it is merged with, itself included, if the file says so at the
        /// cell, as ODS does.
        package var span: Span?
    }

    /// What a cell contains. Its text is what a person would type to get it: numbers with all their
    /// digits and with the signs and units of their format (`47%`, `$4.4`), dates as `2025-12-31`.
    package enum Kind: Sendable, Hashable {
        case text, number, date, boolean
        /// An error of a formula, such as `#REF!`.
        case error
        /// A formula whose result is not in the file. Its text is the formula.
        case formula
    }

    /// The size of merged cells.
    package struct Span: Sendable, Hashable {
        package var rows: Int
        package var columns: Int
    }

    /// The row's number; the first one is 1. 0 if there is no row.
    package internal(set) var number = 0
    package internal(set) var isHidden = false
    package internal(set) var cells: [Cell] = []
    /// The bytes of the texts, in UTF-8.
    package internal(set) var buffer: [UInt8] = []

    mutating func clear() {
        isHidden = false
        cells.removeAll(keepingCapacity: true)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Gives the rows of a sheet one after the other.
package protocol SheetRows: AnyObject {
    /// The current row. It has no cells before the first and after the last one.
    var row: SheetRow { get }
    /// The hidden columns, once there is a row.
    var hiddenColumns: [ClosedRange<Int>] { get }

    /// Moves on to the next row with a cell; false at the end of the sheet.
    ///
    /// - Throws: `WorkbookError`.
    func next() throws(WorkbookError) -> Bool
}
