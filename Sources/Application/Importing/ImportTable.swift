import CSV
import Importing
import Workbooks

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
    /// The sheet of a workbook; nil for other tables.
    private let sheet: SheetTable?

    /// A CSV file.
    init(csv source: FileSource) {
        name = source.name
        self.source = source
        records = nil
        sheet = nil
    }

    /// A table of a file of another format, which was read to its end.
    init(name: String, in source: FileSource, records: @escaping () -> any RecordSource) {
        self.name = name
        self.source = source
        self.records = records
        sheet = nil
    }

    /// A sheet of a workbook, which was read to its end.
    init(_ sheet: SheetTable, in source: FileSource) {
        name = sheet.name
        self.source = source
        records = sheet.records
        self.sheet = sheet
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
                name, table: records, signsAreFormats: sheet != nil, options: options,
                rejecting: rejects.map { $0.append },
                reporting: &diagnostics)
        }
        return try ImportFile(
            name, source, options: options, again: { [source] in source.again() },
            rejecting: rejects.map { $0.append }, reporting: &diagnostics)
    }

    /// Reports what only the whole table shows, after its last row was read.
    func report(to diagnostics: inout Diagnostics) { sheet?.report(to: &diagnostics) }

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
    /// - Throws: `InputError` if it cannot be read; `ApplicationError.noSheets` if it has none to
    ///   choose from.
    func tables(
        _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws -> [ImportTable] {
        if Workbook.mayBegin(with: try head(4)) {
            return try sheets(options, reporting: &diagnostics)
        }
        guard options.sheets.isEmpty, options.range == nil else {
            throw ApplicationError.noSheets(file: name)
        }
        return [ImportTable(csv: self)]
    }

    /// The sheets of a workbook that `options` choose.
    private func sheets(
        _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws(InputError) -> [ImportTable] {
        try readToEnd()
        do {
            let workbook = try workbook()
            let (chosen, others) = try workbook.sheets(options)
            if options.sheets.isEmpty, !others.isEmpty {
                diagnostics.note(sheet: chosen[0], besides: others, of: name)
            }
            return try chosen.map { sheet in
                ImportTable(
                    try SheetTable(sheet, of: workbook, file: name, range: options.range), in: self)
            }
        } catch {
            let reason = error as? ImportProblem.Reason
            guard let reason = reason ?? (error as? WorkbookError).map({ .workbook($0) }) else {
                throw InputError(.read, "cannot read \(name): \(error)")
            }
            diagnostics.report(ImportProblem(file: name, at: .file, reason: reason))
            return []
        }
    }
}
