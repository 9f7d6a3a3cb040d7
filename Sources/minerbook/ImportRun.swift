import Importing
import Mining
import Storage

/// One call of `import`: all its files, one transaction, one number.
///
/// Headers are read first, so that files are applied in the order companies, aliases, groups,
/// observations, claims, whatever their names. Every problem of every file is found before
/// anything is said; where there is one, the book stays as it was.
struct ImportRun {
    /// What came of it.
    struct Summary {
        /// The number of the import; `nil` where the book had all of it already, or was left
        /// alone because of problems.
        var number: Int?
        var tally = Tally()
        var counts = ImportCounts()
        var diagnostics = Diagnostics()
        /// Rows of this call that contradict each other, as sentences, and how many there are.
        var conflicts: [String] = []
        var conflictCount = 0

        var problemCount: Int { diagnostics.problemCount + conflictCount }
    }

    let book: Database
    private var summary = Summary()

    init(into book: Database) { self.book = book }

    /// Imports the files at `paths`, of which `-` is stdin.
    mutating func run(_ paths: [String]) throws -> Summary {
        var inputs: [Input] = []
        for path in paths {
            if let input = try Input(path, reporting: &summary.diagnostics) { inputs.append(input) }
        }
        // Without one of its files nothing can be said of the others: they may name what it holds.
        guard summary.problemCount == 0 else { return summary }
        inputs.sort { $0.file.kind < $1.file.kind }
        return try book.recordImport(
            version: Minerbook.programVersion, at: .now, failure: { $0 as any Error }
        ) { session in
            for input in inputs { try record(input, session) }
            if session.tally.corrected > 0, session.conflictCount == 0 {
                for input in inputs { try recheck(input, session) }
            }
            summary.tally = session.tally
            summary.conflicts = session.conflicts.map(\.description)
            summary.conflictCount = session.conflictCount
            let changesNothing = summary.tally.inserted + summary.tally.corrected == 0
            if summary.problemCount > 0 || changesNothing { return .rollBack(summary) }
            summary.number = session.number
            return .commit(summary)
        }
    }

    private mutating func record(_ input: Input, _ session: ImportSession) throws {
        let file = try session.addFile(name: input.source.name, kind: input.file.kind)
        var rows = input.file.rows(roster: try book.roster())
        var parents = ParentCheck()
        while let batch = try rows.next(reporting: &summary.diagnostics) {
            if case .companies(let companies) = batch { parents.add(companies, of: file.name) }
            // Once a row is bad nothing will be kept, but problems are still to be found, and
            // later files name the companies of this one.
            try session.record(batch, from: file)
        }
        parents.report(try book.roster(), to: &summary.diagnostics)
        summary.counts += input.file.counts
        try session.setDigest(input.source.sha256, of: file)
    }

    /// Reads a file of observations once more, where rows were corrected: a row that the book
    /// had already, followed by another one of the same key, looks like a correction of the book.
    private mutating func recheck(_ input: Input, _ session: ImportSession) throws {
        guard input.file.kind == .observations, let file = session.file(named: input.source.name)
        else { return }
        try input.source.rewind()
        var ignored = Diagnostics()
        guard let again = try ImportFile(input.source.name, input.source, reporting: &ignored) else {
            return
        }
        var rows = again.rows(roster: try book.roster())
        while let batch = try rows.next(reporting: &ignored) {
            if case .observations(let rows) = batch { try session.recheck(rows, from: file) }
        }
    }
}
