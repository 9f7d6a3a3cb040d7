import Foundation
import Workbooks

/// What is in the sheets of a workbook, as `Workbook` reads it.
package struct SheetContents {
    /// The names of the sheets, in order.
    package private(set) var names: [String] = []
    /// For each sheet its rows with a cell; for each row its cells as `A1 text Riot`.
    package private(set) var rows: [[[String]]] = []

    /// Reads the workbook with these bytes.
    ///
    /// - Throws: `WorkbookError`, or an error of Foundation if there is no temporary file.
    package init(_ bytes: some Sequence<UInt8>) throws {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-workbook-\(UUID().uuidString).xlsx")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        let workbook = try Workbook(descriptor: file.fileDescriptor)
        for sheet in workbook.sheets {
            names.append(sheet.name)
            rows.append(try Self.rows(of: try workbook.rows(of: sheet)))
        }
    }

    /// The rows of a sheet.
    ///
    /// - Throws: `WorkbookError`.
    package static func rows(of source: any SheetRows) throws -> [[String]] {
        var rows: [[String]] = []
        while try source.next() {
            let row = source.row
            rows.append(
                row.cells.map { cell in
                    let text = String(decoding: row.buffer[cell.text], as: UTF8.self)
                    let address = CellAddress(row: row.number, column: cell.column)
                    return "\(address) \(cell.kind) \(text)"
                })
        }
        return rows
    }
}
