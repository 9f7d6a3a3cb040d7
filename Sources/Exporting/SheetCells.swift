import CSV
import Mining
import Workbooks

/// Writes the rows of an export to a sheet: numbers as numbers, dates as dates, everything else as
/// text.
///
/// A number has all of its digits, and a format with as many decimals as were published. Programs
/// keep 15 digits of a number, so a longer one is written as text. Texts are never run as formulas
/// and need no `'` in front. Only a text that itself begins with a `'` that import would remove
/// gets one more.
struct SheetCells {
    private let sheet: SheetWriter
    private let columns: [ExportColumn]
    private var column = 0

    /// Writes the header with the names of the columns.
    init(_ columns: [ExportColumn], to sheet: SheetWriter) {
        self.sheet = sheet
        self.columns = columns
        for column in columns {
            let look = column.kind == .number ? CellStyle.Look.numberHeader : .header
            sheet.append(text: column.name, CellStyle(look))
        }
        sheet.endRow()
    }

    /// Appends a cell to the row.
    mutating func append(_ cell: Span<UInt8>) {
        guard column < columns.count else { return }
        let header = columns[column]
        column += 1
        guard !cell.isEmpty else { return sheet.skip(header.emptyStyle) }
        switch header.kind {
        case .number:
            guard let decimals = cell.decimalCount else { return appendText(cell) }
            sheet.append(number: cell, ExportColumn.numberStyle(decimals: decimals))
        case .date:
            guard let day = Day(String(decoding: cell.bytes, as: UTF8.self)) else {
                return appendText(cell)
            }
            sheet.append(day: day.number, written: day.description)
        case .text: appendText(cell)
        }
    }

    /// Ends the row.
    mutating func endRow() {
        sheet.endRow()
        column = 0
    }

    /// Ends the sheet.
    func end() { sheet.endTable(from: 1, columns: columns.count) }

    private func appendText(_ cell: Span<UInt8>) {
        guard cell[0] == UInt8(ascii: "'"), cell.isLikeFormula else {
            return sheet.append(text: cell, .text)
        }
        sheet.append(text: ([UInt8(ascii: "'")] + cell.bytes).span, .text)
    }
}

extension Span<UInt8> {
    fileprivate var bytes: [UInt8] { withUnsafeBufferPointer(Array.init) }

    /// How many digits follow the point of a number that spreadsheet programs keep as it is; nil for
    /// one with more than 15 digits, and for anything else.
    fileprivate var decimalCount: Int? {
        var digitCount = 0
        var decimals: Int?
        for index in indices {
            switch self[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digitCount += 1
                decimals = decimals.map { $0 + 1 }
            case UInt8(ascii: "-") where index == 0: break
            case UInt8(ascii: ".") where digitCount > 0 && decimals == nil: decimals = 0
            default: return nil
            }
        }
        return (1...15).contains(digitCount) ? decimals ?? 0 : nil
    }
}
