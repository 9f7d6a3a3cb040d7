import CSV
import Mining

/// The header of a table, read together with the texts above it.
struct TableHead {
    let records: HeaderRecords
    let header: Header
    let columns: LayoutColumns
    /// How to read the rows: what the texts say is in it.
    let options: ImportOptions
    /// The texts that rejected rows need above their header, so that they mean the same: those above the
    /// table, and those elsewhere that name its company, metric, period or unit. Empty ones stand for
    /// lines.
    let titlesOfRejects: [String]

    /// Reads the header of the table `name` of a known format. Nil if there is any problem; problems go
    /// to `diagnostics`, and notes on how it was read.
    ///
    /// - Throws: `ImportFailure` if it cannot be read.
    init?(
        _ name: String, _ reader: inout CSVReader, _ format: FileFormat, _ asked: ImportOptions,
        reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        let found: HeaderRecords?
        do throws(CSVReader.Failure) { found = try HeaderRecords(&reader, format) } catch {
            try diagnostics.report(error, file: name)
            return nil
        }
        guard let records = found else {
            diagnostics.report(
                ImportProblem(file: name, line: format.skippedLines + 1, reason: .emptyFile))
            return nil
        }
        func report(_ reason: ImportProblem.Reason) {
            diagnostics.report(ImportProblem(file: name, line: records.first.line, reason: reason))
        }
        var options = asked
        var notes: [String] = []
        do throws(ImportProblem.Reason) {
            notes += [try options.adoptTitles(format.context, header: records)].compactMap(\.self)
        } catch {
            report(error)
            return nil
        }
        var header = Header(records, format, room: diagnostics.room, options)
        if header.hasNoMetric, let sentence = options.adoptTitleMetric() {
            notes.append(sentence)
            header = Header(records, format, room: diagnostics.room, options)
        }
        let matched = LayoutColumns(&header)
        guard matched != nil || records.first.isUTF8 else {
            report(.notUTF8(records.first.bytes))
            return nil
        }
        diagnostics.report(
            header.problems, file: name, at: { reader.place(of: $0, in: records.first) })
        guard let columns = matched else { return nil }
        do throws(ImportProblem.Reason) { try options.checkTitleMetric(columns) } catch {
            report(error)
            return nil
        }
        for note in notes { diagnostics.note("\(name): \(note)") }
        diagnostics.note(header, columns, file: name)
        titlesOfRejects = asked.titlesOfRejects(format.context, columns)
        (self.records, self.header, self.columns, self.options) = (
            records, header, columns, options
        )
    }
}

extension Header {
    /// The header in the first records of a table.
    fileprivate init(
        _ records: HeaderRecords, _ format: FileFormat, room: Int, _ options: ImportOptions
    ) {
        self.init(
            records.first, isData: !format.hasHeader, hasRowNumbers: format.hasRowNumbers,
            labelColumn: format.context.labelColumn, spacers: format.context.spacers,
            units: records.units, stack: records.stack, room: room, options: options)
    }
}

extension ImportOptions {
    /// The texts that rejected rows of a table with these columns need above their header. Call it before
    /// the texts are adopted.
    fileprivate func titlesOfRejects(
        _ context: TableContext, _ columns: LayoutColumns
    ) -> [String] {
        let subject = columns.subject?.code
        let hasSubject = subject?.index != nil || subject?.fallback != nil
        let metric = columns.labels
        let hasMetric = metric?.index != nil || defaults[.metric] != nil
        let hasPeriod = if case .none = TitlePeriod(self) { true } else { false }
        let isNamedElsewhere =
            subject != nil && !hasSubject || metric != nil && !hasMetric || !hasPeriod
        let texts =
            fileTitles.filter { TableUnit([$0]) != nil } + (isNamedElsewhere ? titles : [])
            + context.titles
        // An option that skips lines skips as many of the new file.
        let missing = min(skippedLines ?? 0, Self.shownLines) - texts.count
        return texts + Array(repeating: "", count: max(missing, 0))
    }

    /// The most lines that rejected rows have above their header, for an option that skips them.
    private static let shownLines = 20
}

extension Diagnostics {
    /// Adds notes on how columns were read, and which were ignored.
    fileprivate mutating func note(_ header: Header, _ columns: LayoutColumns, file: String) {
        if header.isMapped || columns.hasFreeColumns { note("\(file): read \(header.description)") }
        if !header.ignored.isEmpty { note("\(file): ignored \(header.ignoredNames)") }
    }
}
