/// The encoding of a file's text; the names are those of IANA, in lower case.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// Western European with one byte for a character, as Excel on Windows saves CSV.
    case windows1252 = "windows-1252"

    /// The encoding whose byte order mark a file with these first bytes begins with; nil if
    /// there is none.
    package init?(byteOrderMarkOf head: [UInt8]) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else {
            return nil
        }
    }
}
