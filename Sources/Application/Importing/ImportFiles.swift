import Bookkeeping
import CSV
import Files
import Importing
import Mining

/// Imports files into a book: all of them in one transaction with one number, or none.
///
/// Headers are read first, so that files are applied in the order companies, aliases, share facts,
/// groups, observations, claims, whatever their names. Every problem of every file is found before
/// anything is reported; if there is one, the book stays as it was.
package struct ImportFiles {
    private let book: any WritableBook
    private let settings: ImportSettings
    private var summary: ImportSummary
    /// The subjects and metrics with new figures, and the days of these.
    private var touched = TouchedSeries()
    /// The rejected rows of each file, to be moved into place once the import is committed.
    private let rejects: PendingFiles

    /// Imports the files. The book is opened, or created, once their headers are understood.
    ///
    /// - Throws: `InputError`, `BookError`, `FileError`, `ApplicationError.rejectsNotWritten`, and
    ///   `.importStands` for what failed after the commit. What is wrong with the content of the files
    ///   is in the summary.
    package static func run(
        _ sources: [FileSource], _ settings: ImportSettings,
        into book: @autoclosure () throws -> any WritableBook
    ) throws -> ImportSummary {
        var summary = ImportSummary(
            isDryRun: settings.isDryRun, isStrict: settings.isStrict)
        var tables: [ImportTable] = []
        for source in sources {
            tables += try source.tables(settings.reading, reporting: &summary.diagnostics)
        }
        var inputs: [Input] = []
        for table in tables {
            let rejects = settings.rejects == nil ? nil : RejectedRows()
            let file = try table.open(settings.reading, rejects, reporting: &summary.diagnostics)
            if let file { inputs.append(Input(table: table, file: file, rejects: rejects)) }
        }
        if summary.problemCount == 0 {
            settings.reading.reportAbsentColumns(in: inputs.map(\.file), to: &summary.diagnostics)
        }
        // If one file cannot be read, the others cannot be judged: they may name what it holds.
        guard summary.problemCount == 0 else { return summary }
        inputs.sort { $0.file.kind < $1.file.kind }
        var run = ImportFiles(book: try book(), settings: settings, summary: summary)
        try run.record(inputs)
        return run.summary
    }

    private init(book: any WritableBook, settings: ImportSettings, summary: ImportSummary) {
        self.book = book
        self.settings = settings
        self.summary = summary
        rejects = PendingFiles(refusal: settings.refusal)
    }

    /// A table of the import.
    private struct Input {
        let table: ImportTable
        let file: ImportFile
        /// Where its rejected rows go; nil if they are not wanted.
        let rejects: RejectedRows?
        /// The file in the session, once its rows are recorded.
        var recorded: ImportSession.File?
    }

    private mutating func record(_ files: [Input]) throws {
        var inputs = files
        do {
            try recordAll(&inputs)
        } catch let error as BookError {
            guard case .afterCommit = error, let number = summary.number else { throw error }
            var causes: [any Error] = [error]
            do { try rejects.place() } catch {
                causes.append(ApplicationError.rejectsNotWritten(error))
            }
            throw ApplicationError.importStands(number: number, causes: causes)
        }
        do {
            try rejects.place()
        } catch {
            let error = ApplicationError.rejectsNotWritten(error)
            guard let number = summary.number else { throw error }
            throw ApplicationError.importStands(number: number, causes: [error])
        }
    }

    /// Records the files in one transaction. If an error is thrown after that, the summary has the number
    /// of the import.
    private mutating func recordAll(_ inputs: inout [Input]) throws {
        try book.recordImport(version: settings.version, at: settings.now, failure: \.self) {
            session in
            session.listsInsertions = settings.isDryRun
            for index in inputs.indices { try record(&inputs[index], session) }
            settings.reading.reportAbsentLabels(
                in: inputs.map(\.file), to: &summary.diagnostics)
            var misfits = Diagnostics()
            try MisfitWarnings(book, ofImport: session.number, touched).report(to: &misfits)
            misfits.place { problem in
                inputs.first { $0.table.name == problem.file }?.file.placed(problem) ?? problem
            }
            summary.diagnostics.append(misfits)
            if session.rowCounts.corrected > 0, session.conflictCount == 0 {
                for input in inputs { try recheck(input, session) }
            }
            summary.rowCounts = session.rowCounts
            summary.rowCountsByKind = rowCounts(of: inputs, in: session)
            summary.changes = session.changes
            summary.conflicts = session.conflicts.map(\.description)
            summary.conflictCount = session.conflictCount
            let changesNothing = summary.rowCounts.inserted + summary.rowCounts.corrected == 0
            if summary.problemCount > 0 || summary.isRefused { return .rollBack(()) }
            try prepareRejects(of: inputs)
            if changesNothing || settings.isDryRun { return .rollBack(()) }
            summary.number = session.number
            return .commit(())
        }
    }

    /// The counts of each kind of file. Companies that figures name are rows of the figures' files,
    /// and are no figures.
    private func rowCounts(of inputs: [Input], in session: ImportSession) -> [FileKind: RowCounts] {
        var counts: [FileKind: RowCounts] = [:]
        for input in inputs {
            guard let file = input.recorded else { continue }
            counts[input.file.kind, default: RowCounts()] += session.rowCounts(of: file)
        }
        counts[.observations]?.inserted -= summary.created.count
        return counts
    }

    private mutating func record(_ input: inout Input, _ session: ImportSession) throws {
        let file = try session.addFile(name: input.table.name, kind: input.file.kind)
        input.recorded = file
        let facts = input.file.facts
        let (subjects, histories, prices) = try book.compute(failure: \.self) {
            () throws(BookError) in
            var prices: [Day: Quantity] = [:]
            for day in facts?.priceDays ?? [] {
                prices[day] = try book.latest(
                    .btcPrice, of: Subject.network.code, at: day, knownOn: nil)?.value
            }
            return (
                try book.roster(), ShareHistory.histories(of: try book.shareBasis()), prices
            )
        }
        facts?.prices = prices
        let rows = ReadAhead(input.file.rows(roster: subjects))
        var parents = ParentCheck()
        var ciks = CIKCheck()
        var aliases = AliasCheck()
        session.shareHistories = histories
        var plausibility = PlausibilityCheck(
            file: file.name, today: settings.now.day, histories: histories)
        var unlikely = Diagnostics()
        while let (batch, rowCount) = try rows.next(reporting: &summary.diagnostics) {
            switch batch {
            case .companies(let companies) where input.file.kind == .companies:
                parents.add(companies, of: file.name)
                ciks.add(companies, of: file.name)
            case .companies(let companies): summary.created += companies.map(\.value)
            case .aliases(let rows): aliases.add(rows, of: file.name)
            case .observations(let observations):
                let before = try figures(before: plausibility.beginnings(in: observations))
                plausibility.check(observations, after: before, to: &unlikely)
            case .shareBasis, .memberships, .claims: break
            }
            settings.onProgress?(file.name, rowCount)
            // Once a row is bad nothing will be kept, but problems are still to be found, and
            // later files name the companies of this one.
            let known = session.unlikelyRestatements.count
            try session.record(batch, from: file)
            warn(
                of: session.unlikelyRestatements[known...], and: &unlikely, in: input.file)
        }
        input.table.report(to: &summary.diagnostics)
        touched.add(plausibility)
        let (roster, companies) = try book.compute(failure: \.self) { () throws(BookError) in
            (try book.roster(), try book.companies())
        }
        if input.file.kind == .companies {
            parents.report(roster, companies, to: &summary.diagnostics)
            ciks.report(companies, to: &summary.diagnostics)
        }
        aliases.report(roster, to: &summary.diagnostics)
        summary.counts += input.file.counts
        try session.setDigest(input.table.source.sha256, of: file)
    }

    /// The book's latest figures at the days before some series begin; without those that have none.
    private func figures(
        before beginnings: [PlausibilityCheck.Beginning]
    ) throws(BookError) -> [PlausibilityCheck.Beginning: Observation] {
        if beginnings.isEmpty { return [:] }
        return try book.compute(failure: \.self) { () throws(BookError) in
            var figures: [PlausibilityCheck.Beginning: Observation] = [:]
            for beginning in beginnings {
                figures[beginning] = try book.latest(
                    beginning.metric, of: beginning.subject, at: beginning.dayBefore, knownOn: nil)
            }
            return figures
        }
    }

    /// Warns of unlikely rows of a batch. A row that differs much from what counted for its period
    /// is not compared with other periods as well.
    private mutating func warn(
        of restatements: ArraySlice<UnlikelyRestatement>, and unlikely: inout Diagnostics,
        in file: ImportFile
    ) {
        for row in restatements {
            unlikely.replaceWarning(
                with: ImportProblem(
                    file: row.origin.file, line: row.origin.line,
                    column: row.observation.metric.code,
                    reason: .restatedTenfold(
                        row.observation.value, row.other.value, row.observation.period,
                        row.error)))
        }
        unlikely.place(with: file.placed)
        summary.diagnostics.append(unlikely)
        unlikely = Diagnostics()
    }

    /// Prepares the files of rejected rows. They replace nothing before the import is committed, so
    /// that a refused or killed import leaves those of an earlier one alone.
    private mutating func prepareRejects(of inputs: [Input]) throws {
        for input in inputs {
            guard let rejects = input.rejects, input.file.counts.rejected > 0,
                let path = settings.rejects(of: input.table.name, among: inputs.count)
            else { continue }
            if !settings.isDryRun { try rejects.prepare(path, in: self.rejects) }
            summary.rejects.append((path, input.file.counts.rejected))
        }
        try self.rejects.finish()
    }

    /// Reads a file of observations once more if rows were corrected: a row that the book had
    /// already, followed by another one with the same key, looks like a correction of the book.
    private func recheck(_ input: Input, _ session: ImportSession) throws {
        guard input.file.kind == .observations, let file = input.recorded else { return }
        input.table.rewind()
        var ignored = Diagnostics()
        guard let again = try input.table.open(settings.reading, reporting: &ignored) else {
            return
        }
        var rows = again.rows(roster: try book.roster())
        while let batch = try rows.next(reporting: &ignored) {
            if case .observations(let observations) = batch {
                try session.recheck(observations, from: file)
            }
        }
    }
}

extension ImportSession {
    fileprivate func record(_ batch: ImportBatch, from file: File) throws(BookError) {
        switch batch {
        case .companies(let rows): try record(rows, from: file)
        case .aliases(let rows): try record(rows, from: file)
        case .shareBasis(let rows): try record(rows, from: file)
        case .memberships(let rows): try record(rows, from: file)
        case .observations(let observations): try record(observations, from: file)
        case .claims(let rows): try record(rows, from: file)
        }
    }
}
