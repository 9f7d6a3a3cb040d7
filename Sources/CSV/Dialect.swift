/// How a CSV file marks the ends of its fields.
///
/// The quote is always `"`, and lines may end in LF, CRLF or CR, mixed or not; what differs from
/// file to file is the delimiter. Spreadsheets whose locale writes a decimal comma save with
/// semicolons, databases often with tabs or pipes.
package struct Dialect: Sendable, Hashable {
    /// A byte that stands between two fields of a record.
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

/// The bytes that mean something in every dialect.
extension UInt8 {
    static let nul: UInt8 = 0x00
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let quote: UInt8 = 0x22
    static let space: UInt8 = 0x20
}
