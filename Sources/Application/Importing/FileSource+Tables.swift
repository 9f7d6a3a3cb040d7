import CSV
import Importing
import SystemPackage
import Workbooks

extension FileSource {
    /// The tables in the file that `options` choose, in the file's order. Its first bytes show what
    /// kind of file it is. None if there is any problem; problems go to `diagnostics`.
    ///
    /// - Throws: `InputError` or `ImportFailure` if it cannot be read; `ApplicationError.noSheets` if
    ///   the options choose sheets and it has none, `.notLines` if they choose a table by its number
    ///   and it is not made of lines.
    func tables(
        _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws -> [ImportTable] {
        let head = try head(4096)
        if let descriptor, Workbook.mayBegin(with: head) {
            return try sheets(in: descriptor, options, reporting: &diagnostics)
        }
        guard options.sheets.isEmpty, options.range == nil else {
            throw ApplicationError.noSheets(file: name)
        }
        let isFacts = CompanyFactsTable.isCompanyFacts(head)
        guard options.table == nil || !isFacts && !JSONFile.isJSON(name, head: head) else {
            throw ApplicationError.notLines(file: name)
        }
        if isFacts {
            return try facts(options, reporting: &diagnostics)
        }
        if JSONFile.isJSON(name, head: head) {
            return JSONFile.tables(
                name, JSONFile.text(try jsonBytes()), options, reporting: &diagnostics
            ).map { ImportTable($0, in: self) }
        }
        return [ImportTable(csv: self)]
    }

    /// The whole of a JSON file, which is kept in memory.
    private func jsonBytes() throws(InputError) -> [UInt8] {
        try bytes(
            atMost: 128 << 20, remedy: "split it, or convert it to CSV, which may have any length")
    }

    /// The facts of a company's filings.
    private func facts(
        _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws -> [ImportTable] {
        let bytes = try jsonBytes()
        do throws(CSVReader.Failure) {
            return [ImportTable(try CompanyFactsTable(bytes, options), in: self)]
        } catch {
            try diagnostics.report(error, file: name)
            return []
        }
    }

    /// The sheets of a workbook that `options` choose.
    private func sheets(
        in file: FileDescriptor, _ options: ImportOptions, reporting diagnostics: inout Diagnostics
    ) throws(InputError) -> [ImportTable] {
        try readToEnd()
        do {
            let workbook = try Workbook(descriptor: file.rawValue)
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
