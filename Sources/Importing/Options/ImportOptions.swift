import CSV
import Mining

/// How files are to be read, where they don't say it themselves.
package struct ImportOptions: Sendable {
    /// What stands between two fields; `nil`: what the file's structure shows.
    package var delimiter: Dialect.Delimiter?
    /// `nil`: what a byte order mark says, else UTF-8.
    package var encoding: TextEncoding?
    /// How many lines stand before the header; `nil`: what the file's structure shows.
    package var skippedLines: Int?
    /// How many lines may be said to stand before a header: more than any file has.
    package static let skippableLines = 0...1_000_000_000
    /// Whether the first record names the columns; `nil`: it does.
    package var header: HeaderRecord?
    /// How many values a batch holds at least, unless it is a file's first or last one: what a file
    /// of any size takes of memory.
    package var batchSize: Int
    /// What holds where a file has no column of that part, or an empty cell in it. A unit is used
    /// for the values of its dimension alone.
    package var defaults: [Part: String] = [:]
    /// What columns mean whose names don't say it.
    package var mappings: [ColumnMapping] = []

    /// What a profile says beyond that; nothing where there is none.
    var rules = ProfileRules()
    /// What parts the decimals of values; `nil`: a point. It is never guessed.
    package var decimal: DecimalMark?
    /// Whether observations of a company that nobody knows add it, by its ticker.
    package var createsCompanies = false
    /// The order of year, month and day in dates that leave it open.
    package var dateOrder: DateOrder?
    /// How many minutes the clock is ahead of UTC by which times of day fall on days.
    package var timezone: Int?

    package init(
        delimiter: Dialect.Delimiter? = nil, encoding: TextEncoding? = nil,
        skippedLines: Int? = nil, header: HeaderRecord? = nil, batchSize: Int = 32_768
    ) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.skippedLines = skippedLines
        self.header = header
        self.batchSize = batchSize
    }

    /// Reports the columns that are spoken of and that none of `files` has.
    package func reportAbsentColumns(
        in files: [ImportFile], to diagnostics: inout Diagnostics
    ) {
        guard let first = files.first else { return }
        let names = files.flatMap(\.columnNames)
        let known = Set(names.map(normalizedName))
        for mapping in mappings where !known.contains(normalizedName(mapping.column)) {
            diagnostics.report(
                ImportProblem(
                    file: first.name, line: 1, column: mapping.option,
                    fact: .absentColumn(
                        mapping.column, nearest: nearest(to: mapping.column, in: names))))
        }
    }
}

/// Whether the first record of a file names its columns.
package enum HeaderRecord: Sendable {
    /// It is data.
    case absent
    /// It does, unless it looks like data.
    case maybe
}
