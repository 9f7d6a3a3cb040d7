import CSV

/// Detects the format of a file from its first bytes, as far as the options do not give it.
///
/// It tries each delimiter on the first records and compares the results:
///
/// 1. A header must have at least two fields.
/// 2. A delimiter that makes a known header, or one with a column that the options or the profile
///    name, is preferred.
/// 3. Then a delimiter whose rows have as many fields as the header is preferred.
///
/// If several delimiters are equally good, the file is ambiguous. The header is the first record,
/// unless only a later record is a known header and has more columns than every record before it
/// has filled fields. The records before it must not look like a table, whose rows would be lost. A
/// file without a header has columns called `column 1` and so on.
struct FormatDetector {
    /// How many records are read to find a header, and below a header.
    static let recordCount = 20

    /// The table that one delimiter makes.
    private struct Candidate {
        var format: FileFormat
        var fieldCount = 0
        var hasKnownHeader = false
        /// Whether the rows have as many fields as the header.
        var isEven = true
        /// Whether the header may be a title with commas.
        var isSentence = false
        /// The lines of a table above the header; nil if there is none.
        var skippedTable: ClosedRange<Int>?

        /// Takes the first of `columns` with the label of a metric in this row as the column of
        /// metrics.
        mutating func takeLabels(of row: CSVRecord, in columns: [FileColumn], _ header: Header) {
            guard format.context.labelColumn == nil else { return }
            let index = columns.lazy.compactMap(\.index).first {
                $0 < row.fields.count && header.isLabel(row.shownText(at: $0))
            }
            guard let index else { return }
            format.context.labelColumn = index
            hasKnownHeader = true
        }
    }

    private let sample: ArraySlice<UInt8>
    /// Returns the records of a table that is not CSV; nil for CSV.
    private let table: (() -> any RecordSource)?
    private let isWhole: Bool
    private let options: ImportOptions

    /// `head` has the first bytes of a file, as UTF-8. `isWhole`: they are the whole file.
    init(_ head: [UInt8], isWhole: Bool, options: ImportOptions) {
        // An incomplete last record would seem to have too few fields.
        let end = isWhole ? head.endIndex : head.lastIndex { $0 == .lineFeed || $0 == .return }
        sample = head[..<(end ?? head.endIndex)]
        table = nil
        self.isWhole = isWhole
        self.options = options
    }

    /// For a table that is not CSV. `options` must have a delimiter. `table` returns its records
    /// from the start.
    init(_ table: @escaping () -> any RecordSource, options: ImportOptions) {
        sample = []
        self.table = table
        isWhole = true
        self.options = options
    }

    /// The file's format, except for its encoding.
    ///
    /// - Throws: `ImportProblem.Reason` if several delimiters are equally good, or if a table above
    ///   the header would be skipped.
    func format() throws(ImportProblem.Reason) -> FileFormat {
        let candidate = try bestCandidate()
        if let lines = candidate.skippedTable {
            let skippedLines = candidate.format.skippedLines
            throw .skippedTable(
                lines, skippedLines: skippedLines,
                table: number(ofTableAt: skippedLines + 1, besides: lines.lowerBound))
        }
        return withTitles(candidate.format)
    }

    /// The format of the first table: a table above the header, if there is one.
    ///
    /// - Throws: `ImportProblem.Reason` if several delimiters are equally good.
    func formatOfFirstTable() throws(ImportProblem.Reason) -> FileFormat {
        var first = try bestCandidate()
        if let lines = first.skippedTable {
            first = candidate(first.format.delimiter, skippedLines: lines.lowerBound - 1)
        }
        return withTitles(first.format)
    }

    private func bestCandidate() throws(ImportProblem.Reason) -> Candidate {
        let delimiters = options.delimiter.map { [$0] } ?? Dialect.Delimiter.allCases
        let candidates = delimiters.map(candidate)
        var best = candidates.filter { $0.fieldCount > 1 }
        for isBetter in [\Candidate.hasKnownHeader, \Candidate.isEven] {
            let better = best.filter { $0[keyPath: isBetter] }
            if !better.isEmpty { best = better }
        }
        guard best.count < 2 else {
            throw .ambiguousDelimiter(best.map(\.format.delimiter))
        }
        return best.first ?? candidates[0]
    }

    private func withTitles(_ format: FileFormat) -> FileFormat {
        var format = format
        format.context.titles = titles(format)
        return format
    }

    /// The number of the table at a line; nil if it is not known, or if `other` is in the same
    /// table.
    private func number(ofTableAt line: Int, besides other: Int) -> Int? {
        guard let first = try? formatOfFirstTable() else { return nil }
        let tables = try? TableFinder.tables(first, options) { skippedLines in
            reader(first.delimiter, skippedLines: skippedLines)
        }
        guard let tables, let index = tables.firstIndex(where: { $0.lines.contains(line) }),
            !tables[index].lines.contains(other)
        else { return nil }
        return index + 1
    }

    private func candidate(_ delimiter: Dialect.Delimiter) -> Candidate {
        if let count = options.skippedLines { return candidate(delimiter, skippedLines: count) }
        let top = candidate(delimiter, skippedLines: 0)
        guard !top.hasKnownHeader || top.isSentence, top.format.hasHeader,
            let (line, table) = headerLine(delimiter)
        else { return top }
        var later = candidate(delimiter, skippedLines: line - 1)
        later.skippedTable = table
        return later
    }

    /// The table that begins after some lines.
    private func candidate(_ delimiter: Dialect.Delimiter, skippedLines: Int) -> Candidate {
        var candidate = Candidate(
            format: FileFormat(delimiter: delimiter, skippedLines: skippedLines))
        var reader = reader(delimiter, skippedLines: skippedLines)
        do throws(CSVReader.Failure) {
            guard try reader.nextFilled() else { return candidate }
            let stack = stackedHeader(delimiter, skippedLines: skippedLines)
            // Lines of Markdown begin with a pipe.
            let margin: Set<Int> =
                delimiter == .pipe && reader.record.isEmpty(at: 0) ? [0] : []
            let header = Header(
                reader.record, isData: stack == nil && isData(from: reader.record),
                spacers: margin, stack: stack, room: 0, options: options)
            candidate.fieldCount = header.first.texts.count
            candidate.hasKnownHeader = isKnown(header)
            candidate.isSentence = reader.record.isSentence
            let labelColumns = header.possibleLabelColumns
            candidate.format.hasHeader = !header.first.isData
            candidate.format.stackedHeader = stack?.form
            var structure = RowStructure(header, delimiter: delimiter, hasRowNumbers: false)
            var numbers = RowNumbers()
            candidate.format.hasRowNumbers = mayNumberRows(header, reader.record)
            for _ in 1..<max(candidate.format.headerRecordCount, 1) { _ = try reader.nextFilled() }
            candidate.format.context.spacers = header.unnamedColumns.union(margin)
            for count in 0..<Self.recordCount where try reader.nextFilled() {
                if count == 0, stack == nil, reader.record.isRule {
                    candidate.format.context.hasRule = true
                    continue
                }
                if count == 0, stack == nil, header.isUnitLine(reader.record) {
                    candidate.format.context.hasUnitLine = true
                    continue
                }
                if structure.problem(in: reader.record) != nil { candidate.isEven = false }
                if !numbers.take(reader.record) { candidate.format.hasRowNumbers = false }
                candidate.takeLabels(of: reader.record, in: labelColumns, header)
                candidate.format.context.take(reader.record)
            }
        } catch {
            // A header that is too long is reported by the reading of the file.
            if candidate.fieldCount == 0, case .malformed(.tooManyFields) = error {
                candidate.fieldCount = .max
            }
            if !isCut(error) { candidate.isEven = false }
        }
        return candidate
    }

    /// The header of several records at the start of the table; nil if it has none, or if they cannot
    /// be read.
    private func stackedHeader(
        _ delimiter: Dialect.Delimiter, skippedLines: Int
    ) -> StackedHeader? {
        guard options.header != .absent else { return nil }
        var reader = reader(delimiter, skippedLines: skippedLines)
        guard (try? reader.nextFilled()) == true else { return nil }
        return try? reader.stackedHeader()
    }

    /// The line of the first record that is a known header and has more columns than every record
    /// before it has filled fields; nil if there is none. `table` has the lines of a table before it.
    private func headerLine(
        _ delimiter: Dialect.Delimiter
    ) -> (line: Int, table: ClosedRange<Int>?)? {
        var reader = reader(delimiter, skippedLines: 0)
        var widest = 1
        var above: [(record: FirstRecord, line: Int)] = []
        for _ in 0..<Self.recordCount {
            do throws(CSVReader.Failure) {
                guard try reader.nextFilled() else { return nil }
                let stack = stackedHeader(delimiter, skippedLines: reader.record.line - 1)
                let header = Header(reader.record, stack: stack, room: 0, options: options)
                let count = header.columns.count
                // A title may have a comma: labels of metrics show that a header is no title.
                let isSentence = reader.record.isSentence
                if count > widest
                    && (isKnown(header) || isOfCompanies(header, reader.record, above))
                    || count >= widest && !isSentence
                        && hasLabels(header, at: reader.record.line, delimiter)
                    || reader.record.hasRejectColumns
                {
                    // Done only here, because most files have no header further down.
                    var tables = TableAboveHeader()
                    for (record, line) in above { tables.add(record, line: line) }
                    return (reader.record.line, tables.lines)
                }
                if !isSentence { widest = max(widest, header.first.filledCount) }
                above.append((header.first, reader.record.line))
            } catch {
                // The lines above a table need not be CSV.
                guard case .malformed(let error) = error else { return nil }
                reader = self.reader(delimiter, skippedLines: error.line)
            }
        }
        return nil
    }

    /// Whether the header on a line has periods, and a column below it has labels of metrics.
    private func hasLabels(_ header: Header, at line: Int, _ delimiter: Dialect.Delimiter) -> Bool {
        !header.possibleLabelColumns.isEmpty
            && candidate(delimiter, skippedLines: line - 1).format.context.labelColumn != nil
    }

    /// Whether import knows what the columns of a header are. Columns of a subject and a period are
    /// not enough: a table without figures may stand above the one to read.
    private func isKnown(_ header: Header) -> Bool {
        if header.hasMappedName { return true }
        guard let layout = Layout(header), !header.mayBeDatedTitle else { return false }
        return layout != .wide || header.hasMetricNames || header.hasDefault(for: .metric)
    }

    /// Whether a header has columns of companies, and a record above it may give the metric: `BTC mined`
    /// above `Month,RIOT,MARA`. If none does, the message says so.
    private func isOfCompanies(
        _ header: Header, _ record: CSVRecord, _ above: [(record: FirstRecord, line: Int)]
    ) -> Bool {
        if header.looksLikeCompanies { return true }
        let titles = above.map { $0.record.texts.filter { !$0.isEmpty }.joined(separator: ", ") }
        guard options.defaults[.metric] == nil, let title = TitleMetric.only(in: titles) else {
            return false
        }
        var options = options
        options.defaults[.metric] = title.metric.code
        return Layout(Header(record, room: 0, options: options)) == .across
    }

    /// Whether `record`, the first of the table, is data and not a header.
    private func isData(from record: CSVRecord) -> Bool {
        switch options.header {
        case nil: return false
        case .absent: return !record.hasRejectColumns
        case .maybe:
            let header = Header(record, room: 0, options: options)
            return !header.hasMappedName && header.first.looksLikeData
        }
    }

    /// Whether the first column has no name and no option gives it a meaning.
    private func mayNumberRows(_ header: Header, _ record: CSVRecord) -> Bool {
        guard !header.first.isData, record.isEmpty(at: 0), let first = header.columns.first,
            first.index == 0
        else { return false }
        return !options.isMappedByOption(first)
    }

    /// A reader of the first records after some lines.
    func reader(_ delimiter: Dialect.Delimiter, skippedLines: Int) -> CSVReader {
        if let table { return CSVReader(table(), skippedLines: skippedLines) }
        return CSVReader(
            MemorySource(Array(sample)), dialect: Dialect(delimiter: delimiter),
            skippedLines: skippedLines, bufferSize: sample.count + 1)
    }

    /// Whether the error may only come from the end of the sample inside a record.
    private func isCut(_ error: CSVReader.Failure) -> Bool {
        if case .malformed(.unclosedQuote) = error { !isWhole } else { false }
    }
}
