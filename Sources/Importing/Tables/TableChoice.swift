import CSV

/// The table of a file that an option chooses by its number.
struct TableChoice {
    /// Its lines, with those of the titles above it.
    let lines: ClosedRange<Int>
    /// The texts above the first table of the file, if this is another one.
    let fileTitles: [String]

    /// Finds table `number` of a file. Nil if there is any problem; problems go to `diagnostics`, and a
    /// note on the lines of the table.
    ///
    /// - Throws: `ImportFailure` if the file cannot be read.
    init?(
        _ number: Int, of file: FileTables, named name: String, _ diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        let found: (tables: [FoundTable], titles: [String])
        do {
            found = try file.find()
        } catch let reason as ImportProblem.Reason {
            diagnostics.report(ImportProblem(file: name, line: 1, reason: reason))
            return nil
        } catch {
            try diagnostics.report(error as? CSVReader.Failure ?? .source(error), file: name)
            return nil
        }
        guard found.tables.indices.contains(number - 1) else {
            diagnostics.report(
                ImportProblem(
                    file: name, line: 1,
                    reason: .noTable(number, tables: found.tables.map(\.lines))))
            return nil
        }
        let table = found.tables[number - 1]
        diagnostics.note("\(name): read table \(number), \(lineText(table.lines))")
        lines = table.titleLine...table.lines.upperBound
        fileTitles = number == 1 ? [] : found.titles
    }
}
