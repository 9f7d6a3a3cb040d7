/// The delimiter of a CSV file.
///
/// The quote is always `"`, and lines may end in LF, CRLF or CR, mixed or not; only the delimiter
/// differs between files. Spreadsheets whose locale writes a decimal comma save with
/// semicolons, databases often with tabs or pipes.
package struct Dialect: Sendable, Hashable {
    /// A field separator.
    package enum Delimiter: UInt8, Sendable, CaseIterable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09
        case pipe = 0x7C

        /// `comma`, `semicolon`, `tab` or `pipe`.
        package var name: String {
            switch self {
            case .comma: "comma"
            case .semicolon: "semicolon"
            case .tab: "tab"
            case .pipe: "pipe"
            }
        }
    }

    /// The byte between two fields.
    package var delimiter: Delimiter

    package init(delimiter: Delimiter = .comma) {
        self.delimiter = delimiter
    }
}

/// The bytes with a meaning in every dialect.
extension UInt8 {
    static let nul: UInt8 = 0x00
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
    static let space: UInt8 = 0x20
}
