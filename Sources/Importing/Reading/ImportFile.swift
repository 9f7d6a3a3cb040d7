import CSV
import Mining

/// A CSV file being imported: how it is written has been found out (`FormSearch`), its header is
/// read and understood, its rows are still to come.
///
/// ```swift
/// var diagnostics = Diagnostics()
/// let files = try sources.compactMap { try ImportFile($0.name, $0.bytes, reporting: &diagnostics) }
/// for file in files.sorted(by: { $0.kind < $1.kind }) {
///     var rows = file.rows(roster: try book.roster())
///     while let batch = try rows.next(reporting: &diagnostics) { try book.take(batch) }
/// }
/// ```
///
/// Headers are read first, because files are applied in the order of their kinds, whatever their
/// names; and each is read in constant memory, and in one pass unless its dates leave open what is
/// the month.
package final class ImportFile {
    /// As messages call it.
    package let name: String
    package var kind: FileKind { layout.kind }
    /// What became of the rows read so far.
    package private(set) var counts = ImportCounts()

    let layout: Layout
    let options: ImportOptions
    /// `nil` where rows may not add companies.
    let newcomers: Newcomers?
    private var shape: RowShape
    /// As the header has them.
    let columnNames: [String]
    private var reader: CSVReader
    private var rejectSheet: RejectSheet?
    private let dates: DateReader
    /// What comes behind the companies that it names.
    private var heldBack: ImportBatch?
    private var hasEnded = false
    /// Whether the reader stands at a row that is still to be taken.
    private var isAtRow: Bool

    /// Reads the header. `nil` where it is not understood; what is wrong is in `diagnostics`.
    ///
    /// `again` reads the file from its start once more, where the order of dates has to be proven
    /// from a whole column. `rejecting` takes the bytes of a file of the bad rows, to be mended and
    /// imported, piece by piece, none where no row is bad; bad rows are then no problem but a
    /// warning. Throws where `source` does.
    package init?(
        _ name: String, _ source: consuming some ByteSource & ~Copyable,
        options: ImportOptions = ImportOptions(), again: (() throws -> any ByteSource)? = nil,
        rejecting: (([UInt8]) throws -> Void)? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        var options = options
        if options.rules.subjectIsInFileName { options.defaults[.subject] = name }
        let bytes = PeekableSource(source)
        let encoding = options.encoding ?? TextEncoding(byteOrderMarkOf: bytes.head) ?? .utf8
        let text = Self.text(of: bytes, in: encoding)
        guard !isWebPage(text.head) else {
            diagnostics.report(ImportProblem(file: name, line: 1, fact: .webPage))
            return nil
        }
        let search = FormSearch(text.head, isWhole: text.isWhole, options: options)
        var form: FileForm
        switch search.form() {
        case .success(let found): form = found
        case .failure(let tie):
            diagnostics.report(
                ImportProblem(file: name, line: 1, fact: .ambiguousDelimiter(tie.delimiters)))
            return nil
        }
        form.encoding = encoding
        if !form.isPlain { diagnostics.note("\(name): read as \(form)") }
        var reader = Self.reader(of: text, form)
        do throws(CSVReader.Failure) {
            guard try reader.nextFilled() else {
                diagnostics.report(
                    ImportProblem(file: name, line: form.skippedLines + 1, fact: .emptyFile))
                return nil
            }
        } catch {
            try Self.report(error, of: name, to: &diagnostics)
            return nil
        }
        var header = Header(
            reader.record, isData: !form.hasHeader, hasRowNumbers: form.hasRowNumbers,
            room: diagnostics.room, options: options)
        let layout = Layout(&header)
        diagnostics.report(header.findings, file: name, line: reader.record.line)
        guard let layout else { return nil }
        if header.isMapped || layout.hasFreeColumns {
            diagnostics.note("\(name): read \(header.reading)")
        }
        if !header.passedOver.isEmpty {
            diagnostics.note("\(name): ignored \(header.passedOverNames)")
        }
        self.name = name
        self.layout = layout
        self.options = options
        shape = RowShape(header, delimiter: form.delimiter, hasRowNumbers: form.hasRowNumbers)
        columnNames = header.columns.map(\.name)
        newcomers = options.createsCompanies ? Newcomers() : nil
        if let rejecting {
            rejectSheet = RejectSheet(first: reader.record, form, output: rejecting)
        }
        self.reader = reader
        isAtRow = !form.hasHeader
        dates = DateReader(
            options,
            rows: again.map { [form] again in
                {
                    let bytes = PeekableSource(try again())
                    var reader = Self.reader(of: Self.text(of: bytes, in: form.encoding), form)
                    if form.hasHeader { _ = try reader.nextFilled() }
                    return reader
                }
            })
    }

    /// Whether all rows were handed out.
    var isAtEnd: Bool { hasEnded && heldBack == nil }

    /// A reader at the header of `text`.
    private static func reader(of text: consuming PeekableSource, _ form: FileForm) -> CSVReader {
        CSVReader(
            text, dialect: Dialect(delimiter: form.delimiter), skippedLines: form.skippedLines)
    }

    /// The text of `bytes` in UTF-8.
    private static func text(
        of bytes: consuming PeekableSource, in encoding: TextEncoding
    ) -> PeekableSource {
        guard encoding != .utf8 else { return bytes }
        let isBigEndian = encoding == .utf16BigEndian
        return PeekableSource(UTF16Source(bytes, isBigEndian: isBigEndian))
    }

    /// The rows, whose subjects are those of `roster`: of the book, and of the files that were
    /// applied before this one.
    package func rows(roster: Roster) -> ImportRows {
        ImportRows(file: self, roster: roster)
    }

    /// Reads on until `rows` has a batch's values, or the file ends; `nil` at its end.
    func nextBatch(
        _ rows: inout any RowReader, _ roster: Roster, _ diagnostics: inout Diagnostics
    ) throws(ImportFailure) -> ImportBatch? {
        if let batch = heldBack {
            heldBack = nil
            return batch
        }
        guard !hasEnded else { return nil }
        let known = counts.values
        do throws(CSVReader.Failure) {
            hasEnded = try fill(
                &rows, from: &reader, &isAtRow, &shape, &counts, &rejectSheet, roster,
                &diagnostics)
            if hasEnded { try rejectSheet?.end() }
            for proof in dates.takeProofs() { diagnostics.note("\(name): \(proof)") }
            if hasEnded, counts.rows == 0 {
                diagnostics.warn(ImportProblem(file: name, line: 1, fact: .noRows))
            }
        } catch {
            hasEnded = true
            try Self.report(error, of: name, to: &diagnostics)
        }
        let batch = counts.values == known ? nil : rows.takeBatch(reserving: options.batchSize)
        let companies = newcomers?.take() ?? []
        guard !companies.isEmpty else { return batch }
        heldBack = batch
        return .companies(companies)
    }

    /// Returns whether the file ended before `rows` was full.
    private func fill(
        _ rows: inout any RowReader, from reader: inout CSVReader, _ isAtRow: inout Bool,
        _ shape: inout RowShape, _ counts: inout ImportCounts, _ rejectSheet: inout RejectSheet?,
        _ roster: Roster, _ diagnostics: inout Diagnostics
    ) throws(CSVReader.Failure) -> Bool {
        // Nobody can work on the first batch before it is read, so it is a small one.
        let size = counts.values == 0 ? options.batchSize / 8 : options.batchSize
        let full = counts.values + max(size, 1)
        while counts.values < full {
            if isAtRow {
                isAtRow = false
            } else if try !reader.nextFilled() {
                return true
            }
            let room = rejectSheet == nil ? diagnostics.room : diagnostics.limit
            let findings = rows.take(
                reader.record, misfit: shape.misfit(of: reader.record), &counts, room: room,
                dates: dates)
            if let cause = dates.failure { throw .source(cause) }
            if let newcomers {
                let (isSound, line) = (findings.isEmpty, reader.record.line)
                for fact in newcomers.settle(isSound: isSound, line: line, roster) {
                    diagnostics.warn(ImportProblem(file: name, line: line, fact: fact))
                }
            }
            if findings.isEmpty { continue }
            if rejectSheet != nil {
                try rejectSheet?.append(reader.record, findings)
                diagnostics.warn(findings, file: name, line: reader.record.line)
            } else {
                diagnostics.report(findings, file: name, line: reader.record.line)
            }
        }
        return false
    }

    /// Reports what ends the file, or throws what its source threw.
    private static func report(
        _ error: CSVReader.Failure, of name: String, to diagnostics: inout Diagnostics
    ) throws(ImportFailure) {
        switch error {
        case .source(let cause): throw ImportFailure(file: name, cause: cause)
        case .malformed(let error):
            diagnostics.report(
                ImportProblem(file: name, line: error.line, fact: .malformed(error)))
        }
    }
}

/// Whether a file begins as pages of the web do.
private func isWebPage(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(256), as: UTF8.self)
        .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
}

/// A file that could not be read to its end: `q4.csv: Input/output error`.
package struct ImportFailure: Error, CustomStringConvertible {
    package let file: String
    /// What the file's source threw.
    package let cause: any Error

    package var description: String { "\(file): \(cause)" }
}
