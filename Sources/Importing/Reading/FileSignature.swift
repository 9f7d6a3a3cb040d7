import CSV

/// What kind of file begins with certain bytes, if it is not CSV.
///
/// A new kind needs a case, its bytes in `init(of:)` and its sentence in `remedy`. A reader of one
/// of them, such as gzip, asks `FileSignature(of:)` before the text is decoded.
package enum FileSignature: Sendable, Hashable, CaseIterable {
    // Compressed files.
    case gzip, bzip2, xz, zstandard, zip
    // Spreadsheets.
    case xlsx, ods, xls
    // Anything else.
    case pdf, webPage, json, sqlite, parquet
    /// UTF-16 without the byte order mark that would show it.
    case utf16LittleEndian, utf16BigEndian

    /// The kind of a file that begins with `head`; nil if nothing shows that it is not CSV.
    package init?(of head: [UInt8]) {
        if let kind = Self.marks.first(where: { head.starts(with: $0.mark) })?.kind {
            self = kind
        } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = Self.archive(head)
        } else if let kind = Self.text(head) ?? Self.unmarkedUTF16(head) {
            self = kind
        } else {
            return nil
        }
    }

    /// The first bytes that tell a kind by themselves.
    private static let marks: [(mark: [UInt8], kind: FileSignature)] = [
        ([0x1F, 0x8B], .gzip), (Array("BZh".utf8), .bzip2),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz), ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .xls), (Array("%PDF-".utf8), .pdf),
        (Array("SQLite format 3\0".utf8), .sqlite), (Array("PAR1".utf8), .parquet),
    ]

    /// The kind of a zip file, by the names of its first members.
    private static func archive(_ head: [UInt8]) -> FileSignature {
        let text = String(decoding: head.prefix(4096), as: UTF8.self)
        if text.contains("application/vnd.oasis.opendocument.spreadsheet") { return .ods }
        return text.contains("[Content_Types].xml") || text.contains("xl/") ? .xlsx : .zip
    }

    /// Web pages and JSON, which are text but no tables.
    private static func text(_ head: [UInt8]) -> FileSignature? {
        let text = String(decoding: head.prefix(256), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return .webPage }
        let start = text.filter { !$0.isWhitespace }
        return ["{\"", "[{", "[[", "[\""].contains(where: start.hasPrefix) ? .json : nil
    }

    /// In text of mostly Latin letters, every other byte of UTF-16 is a zero.
    private static func unmarkedUTF16(_ head: [UInt8]) -> FileSignature? {
        guard TextEncoding(byteOrderMarkOf: head) == nil else { return nil }
        let start = head.prefix(256)
        let pairs = start.count / 2
        guard pairs >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in start.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.even == 0, zeros.odd * 2 > pairs { return .utf16LittleEndian }
        return zeros.odd == 0 && zeros.even * 2 > pairs ? .utf16BigEndian : nil
    }

    /// Whether an encoding is all that is needed to read the file.
    var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// What the file is, and what to do with it.
    var sentence: String {
        switch self {
        case .gzip: Self.packed("gzip", "gunzip")
        case .bzip2: Self.packed("bzip2", "bunzip2")
        case .xz: Self.packed("xz", "unxz")
        case .zstandard: Self.packed("zstd", "unzstd")
        case .zip: Self.packed("zip", "unzip")
        case .xlsx: Self.spreadsheet("Excel (xlsx)")
        case .ods: Self.spreadsheet("LibreOffice (ods)")
        case .xls: Self.spreadsheet("an old Excel (xls)")
        case .pdf:
            "the file is a PDF, not CSV; copy its table into a spreadsheet and save that as CSV"
        case .webPage:
            "the file is a web page, not CSV; download it again with the site's button or link "
                + "for CSV"
        case .json: "the file is JSON, not CSV; convert it to CSV and import that"
        case .sqlite:
            "the file is an SQLite database, not CSV; if it is a book, write its figures with "
                + "minerbook export --database, and import that"
        case .parquet: "the file is Parquet, not CSV; convert it to CSV and import that"
        case .utf16LittleEndian: Self.utf16(.utf16LittleEndian)
        case .utf16BigEndian: Self.utf16(.utf16BigEndian)
        }
    }

    private static func packed(_ name: String, _ program: String) -> String {
        "the file is compressed with \(name); unpack it with \(program), and import what comes out"
    }

    private static func spreadsheet(_ program: String) -> String {
        "the file is a spreadsheet of \(program), not CSV; save its sheet as CSV in UTF-8, and "
            + "import that"
    }

    private static func utf16(_ encoding: TextEncoding) -> String {
        "the file is UTF-16 without a byte order mark; import it with --encoding "
            + encoding.rawValue
    }
}
