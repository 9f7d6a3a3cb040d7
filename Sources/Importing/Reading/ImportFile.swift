import CSV
import Mining

/// A file to import: CSV, or a table of another format. Its header is read, but not its rows.
///
/// ```swift
/// var diagnostics = Diagnostics()
/// let files = try sources.compactMap { try ImportFile($0.name, $0.bytes, reporting: &diagnostics) }
/// for file in files.sorted(by: { $0.kind < $1.kind }) {
///     var rows = file.rows(roster: try book.roster())
///     while let batch = try rows.next(reporting: &diagnostics) { try book.record(batch) }
/// }
/// ```
///
/// Read all headers first, because files are imported in the order of their kinds. Memory does not
/// depend on the size of a file. A file is read again to find its tables, and for each column whose
/// date order has to be detected.
package final class ImportFile {
    /// The name of the file in messages.
    package let name: String
    /// The kind of its values.
    package var kind: FileKind { columns.layout.kind }
    /// What was read so far.
    package var counts: ImportCounts { cursor.counts }

    /// The company facts that the table is made from; nil for any other file.
    package let facts: CompanyFactsTable?

    /// Tells where the cells of earlier records are; nil for text.
    private let places: (any RecordSource)?
    let columns: LayoutColumns
    let options: ImportOptions
    /// The names of the columns in the header.
    let columnNames: [String]
    /// The companies that a `StackedHeader` names for its columns.
    let columnCompanies: [String]
    /// Whether a column has labels of metrics.
    var hasLabels: Bool { columns.labels?.index != nil }
    /// What the labels of metrics show.
    var labels: LabelFindings { cursor.labels }
    var cursor: RowCursor

    /// Detects the format and reads the header. Nil if there is any problem; problems go to
    /// `diagnostics`.
    ///
    /// `again` opens the file again, to find its tables and to detect the order of dates; nil if it
    /// cannot be read twice. `rejecting` receives the bytes of a CSV file with the bad rows, in
    /// pieces, or nothing if no row is bad. With it, bad rows are warnings instead of problems.
    ///
    /// - Throws: `ImportFailure` if `source` throws.
    package convenience init?(
        _ name: String, _ source: consuming some ByteSource & ~Copyable,
        options: ImportOptions = ImportOptions(), again: (() throws -> any ByteSource)? = nil,
        rejecting: (([UInt8]) throws -> Void)? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        var options = options
        if options.rules.subjectIsInFileName { options.defaults[.subject] = name }
        let bytes = PeekableSource(source)
        let encoding = options.encoding ?? TextEncoding(byteOrderMarkOf: bytes.head) ?? .utf8
        if let kind = FileSignature(of: bytes.head), !kind.isUTF16 || options.encoding == nil {
            diagnostics.report(ImportProblem(file: name, line: 1, reason: .otherKind(kind)))
            return nil
        }
        // What cannot be read again has no tables to choose from.
        let tables = FileTables(text: again ?? { MemorySource([]) }, encoding, options)
        var lines: ClosedRange<Int>?
        if let number = options.table {
            guard let choice = try TableChoice(number, of: tables, named: name, &diagnostics)
            else { return nil }
            lines = choice.lines
            options.fileTitles = choice.fileTitles
        }
        let text = decoded(bytes, encoding, lines)
        let format: FileFormat
        do throws(ImportProblem.Reason) {
            try options.rules.check(fileName: name)
            format = try FileFormat(of: text, encoding, options)
        } catch {
            diagnostics.report(ImportProblem(file: name, line: 1, reason: error))
            return nil
        }
        options.delimiter = format.delimiter
        if format.stackedHeader?.hasCompanies == true { options.dropSubjectOfFileName() }
        if !format.isUsual { diagnostics.note("\(name): read as \(format)") }
        try self.init(
            name, CSVReader(text, format), format, facts: nil, options: options,
            rows: again.map { rereader($0, format, lines) }, tables: tables,
            rejecting: rejecting, reporting: &diagnostics)
    }

    /// Finds the header of a table that is not CSV, such as a sheet, and reads it. Nil if there is
    /// any problem; problems go to `diagnostics`.
    ///
    /// `table` returns the records from the start, and is called several times. `facts` are the
    /// company facts that it is made from, if any. `sheet` is the name of its sheet. `rejecting` is
    /// as for CSV.
    ///
    /// - Throws: `ImportFailure` if the table's file cannot be read.
    package convenience init?(
        _ name: String, table: @escaping () -> any RecordSource, facts: CompanyFactsTable? = nil,
        sheet: String? = nil,
        options: ImportOptions = ImportOptions(), rejecting: (([UInt8]) throws -> Void)? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        var options = options
        if options.rules.subjectIsInFileName { options.defaults[.subject] = name }
        options.delimiter = .comma
        options.titles += [sheet].compactMap(\.self)
        let tables = FileTables(records: table, options)
        var table = table
        if let number = options.table {
            guard let choice = try TableChoice(number, of: tables, named: name, &diagnostics)
            else { return nil }
            table = { [table] in LineRangeRecords(table(), lines: choice.lines) }
            options.fileTitles = choice.fileTitles
        }
        let format: FileFormat
        do throws(ImportProblem.Reason) {
            // Facts have a header of their own, and cannot be read yet.
            format =
                facts == nil ? try FormatDetector(table, options: options).format() : FileFormat()
        } catch {
            diagnostics.report(ImportProblem(file: name, line: 1, reason: error))
            return nil
        }
        if format.stackedHeader?.hasCompanies == true { options.dropSubjectOfFileName() }
        if !format.isUsual { diagnostics.note("\(name): read as \(format.tableDescription)") }
        let reader = { CSVReader(table(), skippedLines: format.skippedLines) }
        let rows = {
            var rows = reader()
            try rows.skipHeader(format)
            return rows
        }
        try self.init(
            name, reader(), format, facts: facts, options: options, places: table(), rows: rows,
            tables: tables, rejecting: rejecting, reporting: &diagnostics)
    }

    /// Reads the header of a table of a known format. `rows` returns a new reader after the header.
    private init?(
        _ name: String, _ newReader: consuming CSVReader, _ format: FileFormat,
        facts: CompanyFactsTable?, options: ImportOptions, places: (any RecordSource)? = nil,
        rows: (() throws -> CSVReader)?, tables: FileTables,
        rejecting: (([UInt8]) throws -> Void)?, reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        var reader = newReader
        guard let head = try TableHead(name, &reader, format, options, reporting: &diagnostics)
        else { return nil }
        let (first, options) = (head.records.first, head.options)
        self.name = name
        self.facts = facts
        self.places = places
        columns = head.columns
        self.options = options
        columnNames = head.header.columns.map(\.name)
        columnCompanies = head.header.columns.compactMap(\.subject)
        cursor = RowCursor(
            name, reader: reader, isAtRow: !format.hasHeader,
            structure: RowStructure(
                head.header, delimiter: format.delimiter, hasRowNumbers: format.hasRowNumbers,
                spacers: format.context.spacers),
            headers: LaterHeaders(
                first, isData: !format.hasHeader, options: options,
                tables: { (try? tables.find().tables) ?? [] }),
            rejects: rejecting.map { RejectWriter(head, format, output: $0) },
            dates: DateReader(options, rows: rows), options: options)
    }
}

extension ImportFile {
    /// Whether `placed` can find cells.
    var hasPlaces: Bool { places != nil }

    /// Where a column is in the header; the first line of the table if `field` is nil.
    func placeInHeader(_ field: Int?) -> RecordPlace {
        let line = cursor.headerLine
        return field.flatMap { places?.place(ofField: $0, line: line) } ?? .line(line)
    }

    /// `problem`, placed at the cell with its figure if the file has one column for the metric;
    /// else unchanged.
    package func placed(_ problem: ImportProblem) -> ImportProblem {
        guard case .line(let line) = problem.place, let name = problem.column, let places,
            let field = columns.figureColumn(name)?.index,
            let place = places.place(ofField: field, line: line)
        else { return problem }
        var placed = problem
        placed.place = place
        return placed
    }
}

extension FileFormat {
    /// Detects the format of `text`, as far as the options do not give it.
    ///
    /// - Throws: `ImportProblem.Reason` if its delimiter is ambiguous, or a table above its header
    ///   would be lost.
    fileprivate init(
        of text: borrowing PeekableSource, _ encoding: TextEncoding, _ options: ImportOptions
    ) throws(ImportProblem.Reason) {
        let detector = FormatDetector(text.head, isWhole: text.isWhole, options: options)
        self = try detector.format()
        self.encoding = encoding
    }
}
