/// Writes rows as JSON objects: each cell under the name of its column, an empty one as null.
///
/// Cells of `value` and the like, which are numbers, are written as they are printed, with all of
/// their digits.
struct JSONRows: Sendable {
    /// What was written, in whole rows after `endRow()`.
    var output: [UInt8] = []

    private let isArray: Bool
    /// What comes before each cell: `, "period": `.
    private let prefixes: [[UInt8]]
    private let areNumbers: [Bool]
    private var column = 0
    private var hasRows = false

    /// Writes an array if `isArray`, else an object per line.
    init(_ columns: [ExportColumn], isArray: Bool) {
        self.isArray = isArray
        prefixes = columns.enumerated().map { index, column in
            Array("\(index == 0 ? "{" : ", ")\"\(column.name)\": ".utf8)
        }
        areNumbers = columns.map { $0.kind == .number }
        if isArray { output.append(UInt8(ascii: "[")) }
    }

    /// Appends a cell to the row.
    mutating func append(_ cell: Span<UInt8>) {
        if column == 0, isArray { output += hasRows ? Array(",\n".utf8) : Array("\n".utf8) }
        guard column < prefixes.count else { return }
        output += prefixes[column]
        if cell.isEmpty {
            output += "null".utf8
        } else if areNumbers[column] {
            cell.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        } else {
            appendText(cell)
        }
        column += 1
    }

    /// Ends the row.
    mutating func endRow() {
        output.append(UInt8(ascii: "}"))
        if !isArray { output.append(UInt8(ascii: "\n")) }
        column = 0
        hasRows = true
    }

    /// Ends the file.
    mutating func end() {
        if isArray { output += hasRows ? Array("\n]".utf8) : Array("]".utf8) }
    }

    private mutating func appendText(_ text: Span<UInt8>) {
        output.append(UInt8(ascii: "\""))
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16, uppercase: true)
                output += "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
