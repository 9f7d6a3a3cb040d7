import CSV

/// The tables of a file, which are found by reading it once more.
struct FileTables {
    /// Makes the detector of the format of the whole file.
    private let detector: () throws -> FormatDetector
    /// Returns a new reader of the file without some first lines.
    private let reader: (Dialect.Delimiter, _ skippedLines: Int) throws -> CSVReader
    private let options: ImportOptions

    /// The tables of a text in `encoding`. `open` opens it from its start.
    init(
        text open: @escaping () throws -> any ByteSource, _ encoding: TextEncoding,
        _ options: ImportOptions
    ) {
        func text() throws -> PeekableSource { decoded(PeekableSource(try open()), encoding, nil) }
        detector = {
            let text = try text()
            return FormatDetector(text.head, isWhole: text.isWhole, options: options)
        }
        reader = { delimiter, skippedLines in
            CSVReader(
                try text(), dialect: Dialect(delimiter: delimiter), skippedLines: skippedLines)
        }
        self.options = options
    }

    /// The tables in the records of a file that is not CSV, such as a sheet.
    init(records: @escaping () -> any RecordSource, _ options: ImportOptions) {
        detector = { FormatDetector(records, options: options) }
        reader = { _, skippedLines in CSVReader(records(), skippedLines: skippedLines) }
        self.options = options
    }

    /// Finds the tables, and the texts above the first one.
    ///
    /// - Throws: `ImportProblem.Reason` if several delimiters are equally good, `CSVReader.Failure` if
    ///   the file cannot be read.
    func find() throws -> (tables: [FoundTable], titles: [String]) {
        let format = try detector().formatOfFirstTable()
        let tables = try TableFinder.tables(format, options) { skippedLines in
            try reader(format.delimiter, skippedLines)
        }
        return (tables, format.context.titles)
    }
}
