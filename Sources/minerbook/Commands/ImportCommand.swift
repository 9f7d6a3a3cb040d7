import Application
import ArgumentParser
import Bookkeeping
import Importing

struct ImportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import CSV files into the book.",
        discussion: """
            The header tells the kind of each file (docs/csv-formats.md). The files of one call \
            are imported together, or not at all if any row is bad.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json
    }

    @Argument(help: ArgumentHelp("Files to import; - is stdin.", valueName: "file"))
    var files: [String]

    @Option(help: "How to print the summary: table on stderr, json on stdout.")
    var format: Format = .table

    @Flag(help: "Change nothing; show what would change.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Import the good rows, and write the others to this file, to be corrected and "
                + "imported.",
            valueName: "file"))
    var rejects: String?

    @Flag(help: "Add companies that only figures name, under the ticker used there.")
    var createCompanies = false

    @OptionGroup(title: "Reading files") var reading: FileOptions
    @OptionGroup var dialect: DialectOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let names = files.map { $0.split(separator: "/").last ?? "" }
        if rejects != nil, Set(names).count < names.count {
            throw ValidationError(
                "--rejects names its files after the input files, and two of them have the same "
                    + "name.")
        }
    }

    func addFiles(to used: inout UsedFiles) {
        for path in files { used.addInput(path) }
        if let profile = reading.profile, Profile.isPath(profile) {
            used.addInput(profile, as: "the profile")
        }
        for path in files {
            used.addOutput(
                ImportSettings.rejects(
                    rejects, of: FileSource.name(of: path), among: files.count))
        }
    }

    /// What the options say.
    func settings() throws(Failure) -> ImportSettings {
        var settings = ImportSettings(version: Minerbook.programVersion, now: .now)
        settings.refusal = BookLocation.refusal(ofFirstBytes:)
        settings.isDryRun = dryRun
        settings.rejects = rejects
        settings.reading = try reading.options(dialect)
        settings.reading.createsCompanies = createCompanies
        return settings
    }

    func run() throws {
        var settings = try settings()
        let progress = Progress()
        if !global.quiet { settings.onProgress = progress.show }
        defer { progress.end() }
        let summary = try ImportFiles.run(
            files.map { try FileSource(path: $0) }, settings, into: try book())
        progress.end()
        switch format {
        case .json: try Streams.write(Array("\(summary.json)\n".utf8))
        case .table where dryRun && summary.problemCount == 0:
            let total = summary.tally.restated + summary.tally.corrected
            try DocumentPrinter(isPlain: global.noColor).print(
                ChangeListing.document(summary.changes, total: total))
        case .table: break
        }
        try summary.report(global)
    }

    /// The book; for a dry run an empty one if there is none.
    private func book() throws -> any OpenBook {
        do {
            // A dry run upgrades no book.
            if dryRun { _ = try global.openForReading() }
            return try global.openForWriting(create: !dryRun)
        } catch BookError.missing where dryRun {
            return try BookLocation.scratch()
        }
    }
}
