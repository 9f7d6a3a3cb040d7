import CSV
import Importing

/// One table to import: a CSV file, a table of a JSON file, a sheet of a workbook, or a company's
/// facts.
///
/// It can be opened more than once, because the order of dates and corrections are found by reading
/// it again.
struct ImportTable {
    /// What the rows come from.
    private enum Content {
        /// The bytes of the file.
        case csv
        case sheet(SheetTable)
        case facts(CompanyFactsTable)
        /// Anything else that gives records.
        case records(() -> any RecordSource)
    }

    /// The file as messages and the book call it; a sheet has its name behind it: `q4.xlsx:Prod`.
    let name: String
    /// The file with its digest.
    let source: FileSource
    private let content: Content
    /// How to read it, if the file says more than the options of the import.
    private let options: ImportOptions?

    /// A CSV file.
    init(csv source: FileSource) {
        self.init(source.name, source, .csv)
    }

    /// The rows of a JSON file, which was read to its end.
    init(_ table: JSONFile.Table, in source: FileSource) {
        self.init(table.name, source, .records(table.records), table.options)
    }

    /// A sheet of a workbook, which was read to its end.
    init(_ sheet: SheetTable, in source: FileSource) {
        self.init(sheet.name, source, .sheet(sheet))
    }

    /// The facts of a company's filings, which were read to their end.
    init(_ facts: CompanyFactsTable, in source: FileSource) {
        self.init(source.name, source, .facts(facts))
    }

    private init(
        _ name: String, _ source: FileSource, _ content: Content, _ options: ImportOptions? = nil
    ) {
        self.name = name
        self.source = source
        self.content = content
        self.options = options
    }

    /// Reads its header. Nil if there is any problem; problems go to `diagnostics`. `rejects` takes
    /// the bad rows; nil if they are problems.
    ///
    /// - Throws: `ImportFailure` if the file cannot be read.
    func open(
        _ asked: ImportOptions, _ rejects: RejectedRows? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) -> ImportFile? {
        let options = options ?? asked
        let rejecting = rejects.map { $0.append }
        switch content {
        case .csv:
            return try ImportFile(
                name, source, options: options, again: { [source] in source.again() },
                rejecting: rejecting, reporting: &diagnostics)
        case .sheet(let sheet):
            return try ImportFile(
                name, table: sheet.records, sheet: sheet.title, options: options,
                rejecting: rejecting, reporting: &diagnostics)
        case .facts(let facts):
            return try ImportFile(
                name, table: facts.records, facts: facts, options: options, rejecting: rejecting,
                reporting: &diagnostics)
        case .records(let records):
            return try ImportFile(
                name, table: records, options: options, rejecting: rejecting,
                reporting: &diagnostics)
        }
    }

    /// Reports what only the whole table shows, after its last row was read.
    func report(to diagnostics: inout Diagnostics) {
        switch content {
        case .csv, .records: break
        case .sheet(let sheet): sheet.report(to: &diagnostics)
        case .facts(let facts):
            guard diagnostics.problemCount == 0 else { return }
            for sentence in facts.summary { diagnostics.note("\(name): \(sentence)") }
            for reason in facts.warnings {
                diagnostics.warn(ImportProblem(file: name, line: 1, reason: reason))
            }
        }
    }

    /// Makes `open` read from the start again.
    func rewind() {
        if case .csv = content { source.rewind() }
    }
}
