import CSV
import Importing
import Mining

/// A file that the importer has read to its end.
struct AnyFile {
    private(set) var observations: [Observation] = []
    var diagnostics = Diagnostics(limit: 50)
    private var counts = ImportCounts()
    private var valueCount = 0
    private var isRead = false

    /// A CSV file, in batches of `batchSize` values.
    init(csv bytes: [UInt8], options: ImportOptions = ImportOptions(), batchSize: Int = 4096) {
        var options = options
        options.batchSize = batchSize
        read { diagnostics throws(ImportFailure) in
            try ImportFile(
                "q4.csv", MemorySource(bytes), options: options, again: { MemorySource(bytes) },
                reporting: &diagnostics)
        }
    }

    /// The tables that `open` finds and reads.
    init(_ open: (inout AnyFile) throws -> Void) {
        do {
            try open(&self)
        } catch {
            // Which error it is does not matter here, only that there is one.
            diagnostics.report(ImportProblem(file: "file", at: .file, reason: .noRows))
        }
    }

    /// Reads the rows of a table.
    mutating func read(_ open: (inout Diagnostics) throws(ImportFailure) -> ImportFile?) {
        do throws(ImportFailure) {
            guard let file = try open(&diagnostics) else { return }
            isRead = true
            var rows = file.rows(roster: .some)
            while let batch = try rows.next(reporting: &diagnostics) { take(batch) }
            counts += file.counts
        } catch {
            require(false, "memory cannot fail: \(error)")
        }
    }

    private mutating func take(_ batch: ImportBatch) {
        switch batch {
        case .companies(let values): valueCount += values.count
        case .aliases(let values): valueCount += values.count
        case .shareBasis(let values): valueCount += values.count
        case .memberships(let values): valueCount += values.count
        case .claims(let values): valueCount += values.count
        case .observations(let batch):
            valueCount += batch.count
            observations += (0..<batch.count).map { batch[$0].value }
        }
    }

    /// Ends the process unless all rows were read or are problems, and all messages can be printed.
    func check() {
        require(counts.values == valueCount, "\(valueCount) values, \(counts.values) counted")
        require(counts.rejected <= diagnostics.problemCount, "rows without a problem rejected")
        require(
            isRead || diagnostics.problemCount > 0 || diagnostics.warningCount > 0,
            "a file was not read, without a word")
        for problem in diagnostics.problems {
            let sentence = "\(problem)"
            require(problem.line >= 1, "a problem on line \(problem.line)")
            require(
                !sentence.unicodeScalars.contains { $0.properties.generalCategory == .control },
                "a control character in \(sentence.debugDescription)")
        }
    }
}

extension Roster {
    /// The companies that files may name.
    static let some = Roster(
        companies: [
            Company(ticker: "RIOT", name: "Riot Platforms, Inc.", fiscalYearEnd: 12),
            Company(
                ticker: "MARA", name: "MARA Holdings, Inc.", fiscalYearEnd: 12, cik: 1_507_605),
            Company(ticker: "CLSK", name: "CleanSpark, Inc.", fiscalYearEnd: 9),
            Company(ticker: "NEWC", name: "Newcomer Corp."),
        ],
        groups: ["us-listed"], aliases: [Alias(alias: "Riot Blockchain", ticker: "RIOT")])
}
