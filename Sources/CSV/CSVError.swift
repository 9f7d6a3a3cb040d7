/// Why a file cannot be read as CSV.
///
/// All errors except `invalidUTF8` end the reading: the end of a malformed record can only be
/// guessed, so nothing after it can be trusted. The message contains neither the file's name nor
/// the line; print `FILE:\(error.line): \(error)`.
///
/// Lines count from 1, fields within their record from 1.
package enum CSVError: Error, Sendable, Hashable {
    /// A quote opens the field and the file ends without closing it.
    case unclosedQuote(line: Int, field: Int)
    /// Something other than a delimiter or a line break follows the field's closing quote.
    case textAfterQuote(line: Int, field: Int)
    /// The field contains a byte 0.
    case nulByte(line: Int, field: Int)
    /// The text of the field is not UTF-8.
    case invalidUTF8(line: Int, field: Int)
    /// The file begins with the byte order mark of UTF-16 where UTF-8 was expected.
    case utf16
    /// The file is UTF-16 with half of a character that needs two code units.
    case unpairedSurrogate(line: Int)
    /// The file is UTF-16 and has an odd number of bytes.
    case truncatedUTF16(line: Int)
    /// The record that begins at `line` has more than `limit` bytes, its line end included.
    case recordTooLong(line: Int, limit: Int)
    /// The record that begins at `line` has more than `limit` fields.
    case tooManyFields(line: Int, limit: Int)

    /// The line of the error: where an unclosed quote opens, or a record that is too long begins.
    package var line: Int {
        switch self {
        case .unclosedQuote(let line, _), .textAfterQuote(let line, _), .nulByte(let line, _),
            .invalidUTF8(let line, _), .recordTooLong(let line, _),
            .tooManyFields(let line, _), .unpairedSurrogate(let line), .truncatedUTF16(let line):
            line
        case .utf16: 1
        }
    }
}

extension CSVError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unclosedQuote(_, let field):
            "field \(field): the quote that opens it is never closed; "
                + "close it, and write a quote within the text twice"
        case .textAfterQuote(_, let field):
            "field \(field): text follows the closing quote; "
                + "write a quote within the text twice, and nothing after the closing one"
        case .nulByte(_, let field):
            "field \(field): a NUL byte, which no text holds; "
                + "if the file is UTF-16, say --encoding utf-16le or utf-16be; if it is a "
                + "spreadsheet's own, save it as CSV"
        case .invalidUTF8(_, let field):
            "field \(field): not valid UTF-8; save the file as UTF-8"
        case .utf16:
            "the file is UTF-16; save it as UTF-8"
        case .unpairedSurrogate:
            "half a character of UTF-16, which no text holds; save the file again, as UTF-8"
        case .truncatedUTF16:
            "the file is UTF-16 and ends within a character; save or copy it again, whole"
        case .recordTooLong(_, let limit):
            "the record that begins here is longer than \(limit) bytes; "
                + "look for a quote that is never closed"
        case .tooManyFields(_, let limit):
            "the record that begins here has more than \(limit) fields, more than a sheet can have; "
                + "split the table, or write one figure on each line"
        }
    }
}
