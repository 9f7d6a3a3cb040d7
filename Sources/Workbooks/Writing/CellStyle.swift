/// How a cell looks: its number format and its font.
package struct CellStyle: Sendable, Hashable {
    /// What a cell is for.
    package enum Look: Int, Sendable, CaseIterable {
        case plain
        /// A text that wraps within its cell.
        case wrapped
        /// The header of a column, aligned like its cells: texts to the left, numbers to the right.
        case header, numberHeader
        /// A label for the cell beside it.
        case label
        /// The heading of a sheet.
        case title
        /// A text below a table, which reaches into the cells beside it.
        case remark
        /// A text that leads to another sheet.
        case link
        /// A cell to be filled in.
        case input
    }

    package var look: Look
    /// The number format in the language of spreadsheet programs, such as `#,##0.0`; nil for none.
    package var format: String?

    package init(_ look: Look = .plain, format: String? = nil) {
        self.look = look
        self.format = format
    }

    /// A cell without anything special.
    package static let plain = CellStyle()
    /// A date: 2025-12-31.
    package static let date = CellStyle(format: "yyyy\\-mm\\-dd")
    /// A text that must stay one when somebody edits it, such as the period 2025-12.
    package static let text = CellStyle(format: "@")
}
