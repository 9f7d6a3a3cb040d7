import CSV
import Importing

/// One table to import: a CSV file, a sheet of a workbook, or the rows of a JSON file.
///
/// It can be opened more than once, because the order of dates and corrections are found by reading
/// it again.
struct ImportTable {
    /// The file as messages and the book call it; a sheet has its name behind it: `q4.xlsx:Prod`.
    let name: String
    /// The file with its digest.
    let source: FileSource
    /// Returns the records of a table that is not CSV; nil for CSV.
    private let records: (() -> any RecordSource)?
    /// The facts that they are made from; nil for anything else.
    private let facts: CompanyFactsTable?

    /// A CSV file.
    init(csv source: FileSource) {
        name = source.name
        self.source = source
        records = nil
        facts = nil
    }

    /// The facts of a company's filings.
    init(_ facts: CompanyFactsTable, in source: FileSource) {
        name = source.name
        self.source = source
        records = facts.records
        self.facts = facts
    }

    /// A table of a file of another format, which was read to its end.
    init(name: String, in source: FileSource, records: @escaping () -> any RecordSource) {
        self.name = name
        self.source = source
        self.records = records
        facts = nil
    }

    /// Reads its header. Nil if there is any problem; problems go to `diagnostics`. `rejects` takes
    /// the bad rows; nil if they are problems.
    ///
    /// - Throws: `ImportFailure` if the file cannot be read.
    func open(
        _ options: ImportOptions, _ rejects: RejectedRows? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) -> ImportFile? {
        if let records {
            return try ImportFile(
                name, table: records, facts: facts, options: options,
                rejecting: rejects.map { $0.append },
                reporting: &diagnostics)
        }
        return try ImportFile(
            name, source, options: options, again: { [source] in source.again() },
            rejecting: rejects.map { $0.append }, reporting: &diagnostics)
    }

    /// Makes `open` read from the start again.
    ///
    /// - Throws: `InputError`.
    func rewind() throws(InputError) {
        if records == nil { try source.rewind() }
    }
}

extension FileSource {
    /// The tables in the file that `options` choose, in the file's order. None if there is any
    /// problem; problems go to `diagnostics`.
    ///
    /// - Throws: `ImportFailure` if it cannot be read.
    func tables(
        _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) -> [ImportTable] {
        do {
            var bytes: [UInt8] = []
            var head = again()
            try bytes.append(addingCapacity: 4096) { try head.read(into: &$0) }
            guard CompanyFactsTable.isCompanyFacts(bytes) else { return [ImportTable(csv: self)] }
            return [ImportTable(try CompanyFactsTable(try self.bytes(), options), in: self)]
        } catch let failure as CSVReader.Failure {
            try diagnostics.report(failure, file: name)
            return []
        } catch {
            throw ImportFailure(file: name, cause: error)
        }
    }
}
