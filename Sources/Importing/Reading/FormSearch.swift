import CSV

/// Finds out by a file's first bytes how it is written, where the options don't say it.
///
/// Each delimiter is tried on the first records, and judged by the structure it gives them:
///
/// 1. A header has two fields at least.
/// 2. The delimiter whose header is that of something known, or has a name that an option or the
///    profile speaks of, goes before others.
/// 3. Among equals the one goes before others whose rows have as many fields as the header.
///
/// Where two are equal in all of it, nothing is guessed. The header is the first record, unless
/// that is no known header, and a later one is, which has more columns than all those before it
/// have texts. A file without a header is judged alike, by columns called `column 1` and so on.
struct FormSearch {
    /// How many records are looked at, for a header and below it.
    private static let reach = 20

    /// What the table is with one delimiter.
    private struct Candidate {
        var form: FileForm
        var fieldCount = 0
        var hasKnownHeader = false
        /// Whether the rows have as many fields as the header.
        var isEven = true
    }

    private let sample: ArraySlice<UInt8>
    private let isWhole: Bool
    private let options: ImportOptions

    /// A search in `head`, the first bytes of a file, as UTF-8; `isWhole` says that it has no more.
    init(_ head: [UInt8], isWhole: Bool, options: ImportOptions) {
        // A record that is cut off would seem to lack fields.
        let end = isWhole ? head.endIndex : head.lastIndex { $0 == .lineFeed || $0 == .return }
        sample = head[..<(end ?? head.endIndex)]
        self.isWhole = isWhole
        self.options = options
    }

    /// The file's form, but for its encoding, or the delimiters that are as good as each other.
    func form() -> Result<FileForm, Tie> {
        let delimiters = options.delimiter.map { [$0] } ?? Dialect.Delimiter.allCases
        let candidates = delimiters.map(candidate)
        var best = candidates.filter { $0.fieldCount > 1 }
        for isBetter in [\Candidate.hasKnownHeader, \Candidate.isEven] {
            let better = best.filter { $0[keyPath: isBetter] }
            if !better.isEmpty { best = better }
        }
        guard best.count < 2 else { return .failure(Tie(delimiters: best.map(\.form.delimiter))) }
        return .success((best.first ?? candidates[0]).form)
    }

    /// Delimiters that make equally good tables.
    struct Tie: Error {
        var delimiters: [Dialect.Delimiter]
    }

    private func candidate(_ delimiter: Dialect.Delimiter) -> Candidate {
        if let count = options.skippedLines { return candidate(delimiter, skippedLines: count) }
        let top = candidate(delimiter, skippedLines: 0)
        guard !top.hasKnownHeader, top.form.hasHeader, let line = headerLine(delimiter) else {
            return top
        }
        return candidate(delimiter, skippedLines: line - 1)
    }

    /// What the table is that begins behind some lines.
    private func candidate(_ delimiter: Dialect.Delimiter, skippedLines: Int) -> Candidate {
        var candidate = Candidate(
            form: FileForm(delimiter: delimiter, skippedLines: skippedLines))
        var reader = reader(delimiter, skippedLines: skippedLines)
        do throws(CSVReader.Failure) {
            guard try reader.nextFilled() else { return candidate }
            let header = Header(
                reader.record, isData: isData(from: reader.record), room: 0, options: options)
            candidate.fieldCount = header.first.texts.count
            candidate.hasKnownHeader = isKnown(header)
            candidate.form.hasHeader = !header.first.isData
            var shape = RowShape(header, delimiter: delimiter, hasRowNumbers: false)
            var numbers = RowNumbers()
            candidate.form.hasRowNumbers = mayNumberRows(header, reader.record)
            for _ in 0..<Self.reach where try reader.nextFilled() {
                if shape.misfit(of: reader.record) != nil { candidate.isEven = false }
                if !numbers.take(reader.record) { candidate.form.hasRowNumbers = false }
            }
        } catch {
            if !isCut(error) { candidate.isEven = false }
        }
        return candidate
    }

    /// The line of the first record that is a known header and has more fields than all before it.
    private func headerLine(_ delimiter: Dialect.Delimiter) -> Int? {
        var reader = reader(delimiter, skippedLines: 0)
        var widest = 1
        for _ in 0..<Self.reach {
            do throws(CSVReader.Failure) {
                guard try reader.nextFilled() else { return nil }
                let header = Header(reader.record, room: 0, options: options)
                if header.columns.count > widest, isKnown(header) { return reader.record.line }
                widest = max(widest, header.first.filledCount)
            } catch {
                // What stands above a table need not be CSV.
                guard case .malformed(let error) = error else { return nil }
                reader = self.reader(delimiter, skippedLines: error.line)
            }
        }
        return nil
    }

    private func isKnown(_ header: Header) -> Bool {
        header.hasMappedName || LayoutName(header) != nil
    }

    /// Whether `record`, with which the table begins, is data and no header.
    private func isData(from record: CSVRecord) -> Bool {
        switch options.header {
        case nil: return false
        case .absent: return !record.hasRejectRemarks
        case .maybe:
            let header = Header(record, room: 0, options: options)
            return !header.hasMappedName && header.first.looksLikeData
        }
    }

    /// Whether the first column has no name, and no option of the call says what it is.
    private func mayNumberRows(_ header: Header, _ record: CSVRecord) -> Bool {
        guard !header.first.isData, record.isEmpty(at: 0), let first = header.columns.first else {
            return false
        }
        return !options.speaks(of: first)
    }

    private func reader(_ delimiter: Dialect.Delimiter, skippedLines: Int) -> CSVReader {
        CSVReader(
            MemorySource(Array(sample)), dialect: Dialect(delimiter: delimiter),
            skippedLines: skippedLines, bufferSize: sample.count + 1)
    }

    /// Whether the error may come from the sample's end within a record.
    private func isCut(_ error: CSVReader.Failure) -> Bool {
        if case .malformed(.unclosedQuote) = error { !isWhole } else { false }
    }
}

extension CSVReader {
    /// Moves on to the next record that has a cell which isn't empty: a row of delimiters alone
    /// is a blank line, as spreadsheets save it.
    mutating func nextFilled() throws(Failure) -> Bool {
        while try next() {
            if !record.isEmpty(at: 0) || !record.isEmpty { return true }
        }
        return false
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let `return` = UInt8(ascii: "\r")
}
