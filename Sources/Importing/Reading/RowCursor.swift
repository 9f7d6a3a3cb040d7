import CSV
import Mining

/// Reads the rows of a file one after the other, and fills batches with their values.
///
/// A struct inside the class `ImportFile`, so that Swift checks exclusive access to it once per
/// batch instead of several times per row.
struct RowCursor: ~Copyable {
    /// What was read so far.
    private(set) var counts = ImportCounts()
    /// Collects unknown companies; nil if rows may not add any.
    let newCompanies: NewCompanies?
    /// What the labels of metrics show.
    let labels: LabelFindings

    private let file: String
    private let batchSize: Int
    private var reader: CSVReader
    private let dates: DateReader
    private var structure: RowStructure
    private var headers: LaterHeaders
    /// The problems of a row that wait until it is certain that the row is not a header.
    private var held: (problems: RecordProblems, line: Int, isTitle: Bool)?
    /// Whether a row that is not UTF-8 was reported.
    private var hasOtherEncoding = false
    /// Whether the header of another table was reported. The rows below it are not reported.
    private var isBelowSecondHeader = false
    private var rejects: RejectWriter?
    /// A batch that comes after the new companies that it names.
    private var pendingBatch: ImportBatch?
    private var hasEnded = false
    /// How many rows were left out because their time is not midnight.
    private var partialDays = 0
    /// Whether the reader's current record is a row that has not been read yet.
    private var isAtRow: Bool

    /// A cursor before the first row of `file`. The current record of `reader` is the header, or
    /// with `isAtRow` the first row. `rejects` takes bad rows; without it they are problems.
    init(
        _ file: String, reader: consuming CSVReader, isAtRow: Bool, structure: RowStructure,
        headers: LaterHeaders, rejects: RejectWriter?, dates: DateReader, options: ImportOptions
    ) {
        self.file = file
        self.reader = reader
        self.isAtRow = isAtRow
        self.structure = structure
        self.headers = headers
        self.rejects = rejects
        self.dates = dates
        batchSize = options.batchSize
        newCompanies = options.createsCompanies ? NewCompanies() : nil
        labels = LabelFindings(collectsBadLabels: rejects == nil && !options.areArguments)
    }

    /// The line of the header, or of the first row.
    var headerLine: Int { headers.line }

    /// Whether all batches were returned.
    var isAtEnd: Bool { hasEnded && pendingBatch == nil }

    /// Reads rows until a batch is full or the file ends; nil after the last batch.
    ///
    /// - Throws: `ImportFailure` if the file cannot be read, or its rejected rows not be written.
    mutating func nextBatch(
        _ rows: inout any RowReader, _ roster: Roster, _ diagnostics: inout Diagnostics
    ) throws(ImportFailure) -> ImportBatch? {
        if let batch = pendingBatch {
            pendingBatch = nil
            return batch
        }
        guard !hasEnded else { return nil }
        let countBefore = counts.values
        do throws(CSVReader.Failure) {
            hasEnded = try fill(&rows, roster, &diagnostics)
            if hasEnded {
                reportHeld(to: &diagnostics)
                try rejects?.end()
                rows.reportFindings(to: &diagnostics, file: file)
                labels.report(to: &diagnostics, file: file)
            }
            if hasEnded, partialDays > 0 {
                diagnostics.note(
                    "\(file): left out \(counted(partialDays, "row")) whose time is not midnight")
            }
            for note in dates.takeNotes() { diagnostics.note("\(file): \(note)") }
            if hasEnded, counts.rows == 0 {
                diagnostics.warn(ImportProblem(file: file, line: 1, reason: .noRows))
            }
        } catch {
            hasEnded = true
            reportHeld(to: &diagnostics)
            try diagnostics.report(error, file: file)
        }
        let isEmpty = counts.values == countBefore
        let batch = isEmpty ? nil : rows.takeBatch(reserving: batchSize)
        let companies = newCompanies?.take() ?? []
        guard !companies.isEmpty else { return batch }
        pendingBatch = batch
        return .companies(companies)
    }

    /// Returns whether the file ended before the batch was full.
    private mutating func fill(
        _ rows: inout any RowReader, _ roster: Roster, _ diagnostics: inout Diagnostics
    ) throws(CSVReader.Failure) -> Bool {
        // The first batch is small, because the other thread has nothing to do until it is read.
        let size = counts.values == 0 ? batchSize / 8 : batchSize
        let fullCount = counts.values + max(size, 1)
        while counts.values < fullCount {
            if isAtRow {
                isAtRow = false
            } else if try !reader.nextFilled() {
                return true
            }
            defer { headers.pass(reader.record) }
            if structure.isPartialDay(reader.record) {
                partialDays += 1
                continue
            }
            if headers.repeats(reader.record) {
                let reason = headers.repetition(on: reader.record.line)
                if reason.code == .secondHeader {
                    // The rows below would read without problems, but are of another table.
                    endTable(reason, &diagnostics)
                    return true
                }
                try reject(reason, &diagnostics)
                continue
            }
            let room = rejects == nil ? diagnostics.room : diagnostics.limit
            let problem =
                reader.problem as? ImportProblem.Reason ?? structure.problem(in: reader.record)
            let problems = rows.take(
                reader.record, structureProblem: problem, &counts, room: room, dates: dates)
            if let cause = dates.failure { throw .source(cause) }
            if let newCompanies {
                let (isGood, line) = (problems.isEmpty, reader.record.line)
                for reason in newCompanies.endRow(isGood: isGood, line: line, roster) {
                    diagnostics.warn(ImportProblem(file: file, line: line, reason: reason))
                }
            }
            if problems.isEmpty {
                reportHeld(to: &diagnostics)
            } else {
                try report(problems, &diagnostics)
            }
        }
        return false
    }

    /// Reports the problems of the current row, which is bad, or what is wrong with the file, if this
    /// row shows it.
    private mutating func report(
        _ problems: RecordProblems, _ diagnostics: inout Diagnostics
    ) throws(CSVReader.Failure) {
        let record = reader.record
        func report(_ reason: ImportProblem.Reason, line: Int) {
            diagnostics.report(ImportProblem(file: file, line: line, reason: reason))
        }
        if rejects != nil {
            try rejects?.append(record, problems)
            diagnostics.warn(problems, file: file, at: { reader.place(of: $0) })
        } else if isBelowSecondHeader {
            diagnostics.cover(problems)
        } else if held != nil, let line = headers.header(before: record) {
            held = nil
            isBelowSecondHeader = true
            report(headers.secondHeader(on: line), line: line)
            diagnostics.cover(problems)
        } else if diagnostics.room == 0 || reader.problem != nil {
            reportHeld(to: &diagnostics)
            list(problems, at: { reader.place(of: $0) }, &diagnostics)
        } else if !record.isUTF8 {
            // One message for the file: the encoding is wrong in all of it.
            reportHeld(to: &diagnostics)
            if hasOtherEncoding {
                diagnostics.cover(problems)
            } else {
                report(.notUTF8(record.bytes), line: record.line)
            }
            hasOtherEncoding = true
        } else if let reason = headers.problem(in: record) {
            if reason.code == .secondHeader {
                endTable(reason, &diagnostics)
            } else {
                reportHeld(to: &diagnostics)
                report(reason, line: record.line)
            }
        } else {
            reportHeld(to: &diagnostics)
            let isTitle = headers.mayBeTitle(record)
            if isTitle || headers.mayBeHeader(record) {
                held = (problems, record.line, isTitle)
            } else {
                list(problems, at: { reader.place(of: $0) }, &diagnostics)
            }
        }
    }

    /// Reports that the current record is the header of another table. It is not rejected like a
    /// row, because the rows below it may be of another company. A title above it is not reported.
    private mutating func endTable(
        _ reason: ImportProblem.Reason, _ diagnostics: inout Diagnostics
    ) {
        if let title = held, title.isTitle {
            diagnostics.cover(title.problems)
            held = nil
        }
        reportHeld(to: &diagnostics)
        labels.dropBadTitle(on: headers.lastLine)
        isBelowSecondHeader = true
        diagnostics.report(ImportProblem(file: file, line: reader.record.line, reason: reason))
    }

    /// Rejects the current record as a whole.
    private mutating func reject(
        _ reason: ImportProblem.Reason, _ diagnostics: inout Diagnostics
    ) throws(CSVReader.Failure) {
        counts.rows += 1
        counts.rejected += 1
        var problems = RecordProblems(room: 1)
        problems.add(nil, reason)
        if rejects == nil {
            reportHeld(to: &diagnostics)
            list(problems, at: { reader.place(of: $0) }, &diagnostics)
        } else {
            try rejects?.append(reader.record, problems)
            diagnostics.warn(problems, file: file, at: { reader.place(of: $0) })
        }
    }

    private mutating func reportHeld(to diagnostics: inout Diagnostics) {
        guard let (problems, line, _) = held else { return }
        held = nil
        list(problems, at: { _ in .line(line) }, &diagnostics)
    }

    /// Reports the problems of a row, except for a label that is no metric: it is said at the end.
    private func list(
        _ problems: RecordProblems, at place: (Int?) -> RecordPlace,
        _ diagnostics: inout Diagnostics
    ) {
        if let label = problems.label { labels.add(label) }
        diagnostics.report(problems, file: file, at: place)
    }
}
