import CSV
import Mining
import Workbooks

/// How to read files, as far as they do not show it themselves.
package struct ImportOptions: Sendable {
    /// The field separator; nil to detect it.
    package var delimiter: Dialect.Delimiter?
    /// The text encoding; nil for the one of the byte order mark, else UTF-8.
    package var encoding: TextEncoding?
    /// The number of lines before the header; nil to detect it.
    package var skippedLines: Int?
    /// The allowed values of `skippedLines`.
    package static let skippableLines = 0...1_000_000_000
    /// The number of the table to read, from 1; nil to read the file as one table.
    package var table: Int?
    /// How to treat the first record; nil if it is the header.
    package var header: HeaderRecord?
    /// The minimum number of values in a batch, except for the first and last batch of a file. It
    /// bounds the memory that a file of any size needs.
    package var batchSize: Int
    /// The values of fields for which a file has no column or an empty cell. The unit applies only
    /// to values of its dimension.
    package var defaults: [ObservationField: String] = [:]
    /// The meanings of columns whose names do not show it.
    package var mappings: [ColumnMapping] = []

    /// Returns the profiles that messages may suggest, and that a file may be read with because it
    /// has their layout. A function, since most files need none.
    package var knownProfiles: @Sendable () -> [Profile] = { [] }
    /// Returns the built-in profile of a name; nil if there is none.
    package var knownProfile: @Sendable (String) -> Profile? = { _ in nil }
    /// The profile's other settings.
    var rules = ProfileRules()
    /// The decimal mark of values; nil for a point. It is never detected.
    package var decimal: DecimalMark?
    /// Whether an unknown ticker in observations adds a company.
    package var createsCompanies = false
    /// The order of year, month and day in dates that can be read in several orders; nil to detect
    /// it from the whole column.
    package var dateOrder: DateOrder?
    /// The length of periods that are written as single days; nil to use the name of the column, if
    /// that says it.
    package var periodLength: PeriodLength?
    /// Whether the figures are arguments of a command instead of a file, so that messages name no
    /// options of `import`.
    package var areArguments = false
    /// The first day of periods that may count; nil for all. Only for company facts.
    package var from: Day?
    /// The tag whose number of units is bitcoin held; nil for none. Only for company facts.
    package var btcHeldTag: String?
    /// The offset from UTC, in minutes, that decides on which day a time of day falls.
    package var timezone: Int?
    /// The names of the sheets of a workbook to read; none for the first one.
    package var sheets: [String] = []
    /// The cells of a sheet to read; nil for all.
    package var range: CellRange?

    /// The unit that texts above the table give for its amounts of money; nil if there is none.
    var tableUnit: TableUnit?
    /// The metrics that texts above the table name.
    var titleMetrics: [TitleMetric] = []
    /// The texts above the table and in its corner, and the name of its sheet. They may name its
    /// company or a period.
    var titles: [String] = []
    /// The texts above the first table of the file, if another one is read, or beside the rows of
    /// JSON. Their unit counts, and they may make years unclear (`TitlePeriod`).
    var fileTitles: [String] = []
    /// Where these texts are, for messages.
    var titlePlace = TableText.Place.aboveTable

    /// Options with the given settings; everything else is detected or left at its default.
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

    /// Forgets that the file name has the subject, because the header has it.
    mutating func dropSubjectOfFileName() {
        guard rules.subjectIsInFileName else { return }
        rules.subjectIsInFileName = false
        defaults[.subject] = nil
    }
}

/// How to treat the first record of a file.
package enum HeaderRecord: Sendable {
    /// It is data; the file has no header.
    case absent
    /// It is the header unless it looks like data.
    case maybe
}
