import CSV

/// The text of a CSV file, or of one of its tables.
extension CSVReader {
    /// A reader before the first record of `text`.
    init(_ text: consuming PeekableSource, _ format: FileFormat) {
        self.init(
            text, dialect: Dialect(delimiter: format.delimiter), skippedLines: format.skippedLines)
    }

    /// Skips the header and the line of units below it.
    mutating func skipHeader(_ format: FileFormat) throws(Failure) {
        for _ in 0..<format.headerRecordCount { _ = try nextFilled() }
    }
}

/// A function that returns a new reader of a file, after its header.
func rereader(
    _ again: @escaping () throws -> any ByteSource, _ format: FileFormat,
    _ lines: ClosedRange<Int>?
) -> () throws -> CSVReader {
    {
        var reader = CSVReader(
            decoded(PeekableSource(try again()), format.encoding, lines), format)
        try reader.skipHeader(format)
        return reader
    }
}

/// The text of `bytes` in UTF-8: all of it, or only some lines.
func decoded(
    _ bytes: consuming PeekableSource, _ encoding: TextEncoding, _ lines: ClosedRange<Int>?
) -> PeekableSource {
    let text =
        switch encoding {
        case .utf8: bytes
        case .utf16LittleEndian: PeekableSource(UTF16Source(bytes, isBigEndian: false))
        case .utf16BigEndian: PeekableSource(UTF16Source(bytes, isBigEndian: true))
        case .windows1252: PeekableSource(Windows1252Source(bytes))
        }
    guard let lines else { return text }
    // Each line above leaves its line end, and the bytes read ahead must reach the table.
    let size = (64 << 10) + 2 * lines.lowerBound
    return PeekableSource(LineRangeSource(text, lines: lines), size: size)
}
