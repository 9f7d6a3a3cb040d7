import CSV

/// The text of a CSV file, of which an option may choose one table.
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

/// The lines of the tables of a file.
func linesOfTables(
    _ again: () throws -> any ByteSource, _ encoding: TextEncoding
) throws(CSVReader.Failure) -> [ClosedRange<Int>] {
    let source: any ByteSource
    do { source = try again() } catch { throw .source(error) }
    return try TableFinder.tables(in: decoded(PeekableSource(source), encoding, nil))
}

extension ImportOptions {
    /// Forgets that the file name has the subject, because the header has it.
    mutating func dropSubjectOfFileName() {
        guard rules.subjectIsInFileName else { return }
        rules.subjectIsInFileName = false
        defaults[.subject] = nil
    }

    /// The lines of the table that the options choose; nil if they choose none. `isFound` is false if
    /// it does not exist, which is reported.
    ///
    /// - Throws: `ImportFailure` if the file cannot be read.
    func lines(
        of tables: () throws(CSVReader.Failure) -> [ClosedRange<Int>], file: String,
        _ diagnostics: inout Diagnostics
    ) throws(ImportFailure) -> (lines: ClosedRange<Int>?, isFound: Bool) {
        guard let number = table else { return (nil, true) }
        do throws(CSVReader.Failure) {
            let tables = try tables()
            guard (1...max(tables.count, 1)).contains(number), !tables.isEmpty else {
                diagnostics.report(
                    ImportProblem(file: file, line: 1, reason: .noTable(number, tables: tables)))
                return (nil, false)
            }
            diagnostics.note("\(file): read table \(number), \(lineText(tables[number - 1]))")
            return (tables[number - 1], true)
        } catch {
            try diagnostics.report(error, file: file)
            return (nil, false)
        }
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
    return PeekableSource(LineRangeSource(text, lines: lines))
}
