/// A workbook in an open file: an `.xlsx` file of Excel, or an `.ods` file of LibreOffice.
///
/// Rows are read as the archive is inflated, so that memory does not depend on their number. Only the
/// texts that cells of an `.xlsx` file share are kept, up to a limit. Formulas are never run, and
/// nothing outside the file is read.
///
/// ```swift
/// let workbook = try Workbook(descriptor: descriptor)
/// let rows = try workbook.rows(of: workbook.sheets[0])
/// while try rows.next() { print(rows.row.number, rows.row.cells.count) }
/// ```
package final class Workbook {
    /// The sheets with cells, in the order of their tabs; charts are no sheets.
    package let sheets: [Sheet]
    private let content: any WorkbookContent

    /// Reads the list of sheets. The descriptor must stay open as long as the workbook is used; its
    /// position does not matter.
    ///
    /// - Throws: `WorkbookError`.
    package init(descriptor: Int32) throws(WorkbookError) {
        guard let archive = ZipArchive(descriptor: descriptor) else {
            throw .damaged(part: "", .packing)
        }
        if let content = try ODSContent(archive) {
            self.content = content
        } else {
            content = try XLSXContent(archive)
        }
        sheets = content.sheets
    }

    /// The text between a number and what the format of its cell shows of it, if the format leaves out
    /// a factor without saying so: `12345 shown as 12.345`.
    package static let hiddenFactorMark = " shown as "

    /// Whether a file that begins with these bytes may be a workbook: it is a zip archive.
    package static func mayBegin(with head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// The rows of a sheet, before the first one.
    ///
    /// - Throws: `WorkbookError`.
    package func rows(of sheet: Sheet) throws(WorkbookError) -> any SheetRows {
        try content.rows(of: sheet)
    }

    /// The merged cells of an `.xlsx` sheet; empty for `.ods`, where each cell has its own span.
    /// For `.xlsx` this reads the part of the sheet to its end, so it also finds damage.
    ///
    /// - Throws: `WorkbookError`.
    package func mergedCells(of sheet: Sheet) throws(WorkbookError) -> [CellRange] {
        try content.mergedCells(of: sheet)
    }
}

/// A workbook in the format of one family of programs.
protocol WorkbookContent: AnyObject {
    var sheets: [Sheet] { get }
    func rows(of sheet: Sheet) throws(WorkbookError) -> any SheetRows
    func mergedCells(of sheet: Sheet) throws(WorkbookError) -> [CellRange]
}
