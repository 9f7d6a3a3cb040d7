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
    /// How to read it, if the file says more than the options of the import.
    private let options: ImportOptions?

    /// A CSV file.
    init(csv source: FileSource) {
        name = source.name
        self.source = source
        records = nil
        options = nil
    }

    /// A table of a file of another format, which was read to its end. `options`, if there are any,
    /// replace those of the import.
    init(
        name: String, in source: FileSource, options: ImportOptions? = nil,
        records: @escaping () -> any RecordSource
    ) {
        self.name = name
        self.source = source
        self.options = options
        self.records = records
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
        if let records {
            return try ImportFile(
                name, table: records, options: options, rejecting: rejects.map { $0.append },
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
    /// - Throws: `InputError` if it cannot be read.
    func tables(
        _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws(InputError) -> [ImportTable] {
        if JSONFile.isJSON(name, head: try head()) {
            let bytes = JSONFile.text(try self.bytes())
            return JSONFile.tables(name, bytes, options, reporting: &diagnostics).map { table in
                ImportTable(
                    name: table.name, in: self, options: table.options, records: table.records)
            }
        }
        return [ImportTable(csv: self)]
    }
}
