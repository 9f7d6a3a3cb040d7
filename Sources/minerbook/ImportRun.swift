import Bookkeeping
import CSV
import Files
import Importing
import Mining

/// One call of `import`: all its files, one transaction, one number.
///
/// Headers are read first, so that files are applied in the order companies, aliases, groups,
/// observations, claims, whatever their names. Every problem of every file is found before
/// anything is said; where there is one, the book stays as it was.
struct ImportRun {
    struct Settings {
        /// Does everything, and then leaves the book as it was.
        var isDryRun = false
        /// Where bad rows go, so that the good ones are imported; `nil`: nowhere.
        var rejects: String?
        /// How the files are to be read.
        var reading = ImportOptions()
        /// Shows no progress.
        var isQuiet = false

        /// Where the rejected rows of the file `name` go: the path that was asked for, or if there
        /// are several files that path with the file's name behind it. Nil if none was asked for.
        func rejects(of name: String, among count: Int) -> String? {
            guard let rejects, count > 1 else { return rejects }
            return "\(rejects).\(name.split(separator: "/").last ?? "")"
        }
    }

    /// What came of it.
    struct Summary {
        /// The number of the import; `nil` where the book had all of it already, or was left
        /// alone because of problems or for a dry run.
        var number: Int?
        var isDryRun = false
        /// The first figures that were restated or corrected.
        var changes: [Change] = []
        /// The companies that were added because figures name them.
        var created: [Company] = []
        /// The files of rejected rows that were written, or in a dry run would be, with how many
        /// rows each has.
        var rejects: [(path: String, rows: Int)] = []
        var tally = Tally()
        var counts = ImportCounts()
        var diagnostics = Diagnostics()
        /// Rows of this call that contradict each other, as sentences, and how many there are.
        var conflicts: [String] = []
        var conflictCount = 0

        var problemCount: Int { diagnostics.problemCount + conflictCount }
    }

    private let book: any OpenBook
    private let settings: Settings
    private var summary: Summary
    /// The rejected rows of each file, to be moved into place once the import is committed.
    private var rejects: [PendingFile] = []

    /// Imports the files. The book is opened, or created, once their headers are understood.
    static func run(
        _ sources: [FileSource], _ settings: Settings = Settings(),
        into book: @autoclosure () throws -> any OpenBook
    ) throws -> Summary {
        var summary = Summary(isDryRun: settings.isDryRun)
        var inputs: [Input] = []
        for source in sources {
            let rejects = settings.rejects == nil ? nil : try RejectedRows()
            let file = try Self.file(
                from: source, settings.reading, rejects, reporting: &summary.diagnostics)
            if let file { inputs.append(Input(source: source, file: file, rejects: rejects)) }
        }
        if inputs.count == sources.count {
            settings.reading.reportAbsentColumns(in: inputs.map(\.file), to: &summary.diagnostics)
        }
        // Without one of its files nothing can be said of the others: they may name what it holds.
        guard summary.problemCount == 0 else { return summary }
        inputs.sort { $0.file.kind < $1.file.kind }
        var run = ImportRun(book: try book(), settings: settings, summary: summary)
        return try run.record(inputs)
    }

    private static func file(
        from source: FileSource, _ options: ImportOptions, _ rejects: RejectedRows? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws -> ImportFile? {
        try ImportFile(
            source.name, source, options: options,
            again: { source.again() }, rejecting: rejects.map { $0.append },
            reporting: &diagnostics)
    }

    private mutating func record(_ files: [Input]) throws -> Summary {
        var inputs = files
        let outcome: Summary = try book.recordImport(
            version: Minerbook.programVersion, at: .now, failure: \.self
        ) { session in
            for index in inputs.indices { try record(&inputs[index], session) }
            if session.tally.corrected > 0, session.conflictCount == 0 {
                for input in inputs { try recheck(input, session) }
            }
            summary.tally = session.tally
            summary.changes = session.changes
            summary.conflicts = session.conflicts.map(\.description)
            summary.conflictCount = session.conflictCount
            let changesNothing = summary.tally.inserted + summary.tally.corrected == 0
            if summary.problemCount > 0 { return .rollBack(summary) }
            try prepareRejects(of: inputs)
            if changesNothing || settings.isDryRun { return .rollBack(summary) }
            summary.number = session.number
            return .commit(summary)
        }
        do {
            try PendingFile.place(rejects)
        } catch {
            let state =
                outcome.number.map { "import \($0) is done" } ?? "nothing else was to be done"
            throw Failure(
                [
                    error.description,
                    "\(state), but its rejected rows are not saved: import the same files again "
                        + "with --rejects and another path",
                ], Failure(error).code)
        }
        return outcome
    }

    /// A file of the call.
    private struct Input {
        let source: FileSource
        let file: ImportFile
        /// Where its bad rows go; `nil`: nowhere.
        let rejects: RejectedRows?
        /// How the session knows it, once its rows are recorded.
        var recorded: ImportSession.File?
    }

    private mutating func record(_ input: inout Input, _ session: ImportSession) throws {
        let file = try session.addFile(name: input.source.name, kind: input.file.kind)
        input.recorded = file
        let rows = ReadAhead(input.file.rows(roster: try book.roster()))
        var progress = settings.isQuiet ? nil : Progress()
        defer { progress?.end() }
        var counted = 0
        var parents = ParentCheck()
        var aliases = AliasCheck()
        var plausibility = Plausibility(file: file.name, today: Timestamp.now.day)
        while let (batch, rowCount) = try rows.next(reporting: &summary.diagnostics) {
            switch batch {
            case .companies(let companies) where input.file.kind == .companies:
                parents.add(companies, of: file.name)
            case .companies(let companies): summary.created += companies.map(\.value)
            case .aliases(let rows): aliases.add(rows, of: file.name)
            case .observations(let observations):
                try plausibility.check(observations, to: &summary.diagnostics) { [book] in
                    try book.latest($0, of: $1, at: $2, knownOn: nil)
                }
            case .memberships, .claims: break
            }
            progress?.add(rowCount - counted, of: file.name)
            counted = rowCount
            // Once a row is bad nothing will be kept, but problems are still to be found, and
            // later files name the companies of this one.
            try session.record(batch, from: file)
        }
        let roster = try book.roster()
        if input.file.kind == .companies {
            let companies = try book.companies()
            parents.report(roster, companies, to: &summary.diagnostics)
        }
        aliases.report(roster, to: &summary.diagnostics)
        summary.counts += input.file.counts
        try session.setDigest(input.source.sha256, of: file)
    }

    /// Prepares the files of rejected rows. They replace nothing before the import is committed, so
    /// that a refused or killed import leaves those of an earlier one alone.
    private mutating func prepareRejects(of inputs: [Input]) throws {
        for input in inputs {
            guard let rejects = input.rejects, input.file.counts.rejected > 0,
                let path = settings.rejects(of: input.source.name, among: inputs.count)
            else { continue }
            if !settings.isDryRun { self.rejects.append(try rejects.prepare(path)) }
            summary.rejects.append((path, input.file.counts.rejected))
        }
        try PendingFile.finish(self.rejects)
    }

    /// Reads a file of observations once more, where rows were corrected: a row that the book
    /// had already, followed by another one of the same key, looks like a correction of the book.
    private mutating func recheck(_ input: Input, _ session: ImportSession) throws {
        guard input.file.kind == .observations, let file = input.recorded else { return }
        try input.source.rewind()
        var ignored = Diagnostics()
        let again = try Self.file(
            from: input.source, settings.reading, reporting: &ignored)
        guard let again else { return }
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
        case .memberships(let rows): try record(rows, from: file)
        case .observations(let observations): try record(observations, from: file)
        case .claims(let rows): try record(rows, from: file)
        }
    }
}
