/// The place of a cell in a sheet: `C14` is row 14, column 2.
package struct CellAddress: Sendable, Hashable {
    /// The most columns and rows of a sheet.
    package static let columnLimit = 16_384, rowLimit = 1_048_576

    /// The row; the first one is 1.
    package var row: Int
    /// The column; A is 0.
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `C14` or `$c$14`. Nil if it is not the address of a cell that a sheet can have.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: "$") }
        self.init(bytes.span)
    }

    /// Reads `C14`, in either letter case.
    init?(_ bytes: Span<UInt8>) {
        var column = 0
        var row = 0
        var index = 0
        while index < bytes.count {
            let letter = (bytes[index] & 0xDF) &- UInt8(ascii: "A")
            guard letter < 26, bytes[index] >= UInt8(ascii: "A") else { break }
            column = column * 26 + Int(letter) + 1
            guard column <= Self.columnLimit else { return nil }
            index += 1
        }
        let firstDigit = index
        while index < bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            row = row * 10 + Int(digit)
            guard row <= Self.rowLimit else { return nil }
            index += 1
        }
        guard column > 0, row > 0, index > firstDigit else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// The letters of a column: A, …, Z, AA, …
    package static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            letters = String(letter) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

extension CellAddress: CustomStringConvertible {
    package var description: String { Self.letters(of: column) + "\(row)" }
}
