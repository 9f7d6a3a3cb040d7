import Application
import ArgumentParser
import Bookkeeping
import Importing

struct ImportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import CSV and JSON files and spreadsheets into the book.",
        discussion: """
            The kind of each file is detected from its header (docs/csv-formats.md). If any row of \
            any file is invalid, nothing is imported, unless --rejects is given.
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
            "Import the valid rows, and write the others to this file, so that you can correct and "
                + "import them. Several input files give one file each, with their names added.",
            valueName: "file"))
    var rejects: String?

    @Flag(help: "Import nothing if there is a warning.")
    var strict = false

    @Flag(help: "Create a company for each unknown ticker in files of figures.")
    var createCompanies = false

    @OptionGroup(title: "Reading files") var reading: FileOptions
    @OptionGroup var dialect: DialectOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let names = files.map { $0.split(separator: "/").last ?? "" }
        if rejects != nil, Set(names).count < names.count {
            throw ValidationError(
                "two input files have the same name, so their --rejects files would overwrite each "
                    + "other; import them separately.")
        }
    }

    func addFiles(to used: inout UsedFiles) {
        for path in files { used.addInput(path) }
        used.addPath(rejects)
        if let profile = reading.profile, Profile.isPath(profile) {
            used.addInput(profile, as: "the profile")
        }
        for path in files {
            used.addOutput(
                ImportSettings.rejects(
                    rejects, of: FileSource.name(of: path), among: files.count))
        }
    }

    /// The import settings given by the options.
    func settings() throws(ExitError) -> ImportSettings {
        var settings = ImportSettings(version: Minerbook.programVersion, now: global.now)
        settings.refusal = BookLocation.reasonToKeep(firstBytes:)
        settings.isDryRun = dryRun
        settings.isStrict = strict
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
        // Whether stdout takes the summary changes nothing about the import.
        let printing = Result { try print(summary) }
        try summary.report(global)
        do {
            try printing.get()
        } catch {
            guard let number = summary.number else { throw error }
            throw ApplicationError.importStands(number: number, causes: [error])
        }
    }

    /// Prints on stdout what was asked for.
    private func print(_ summary: ImportSummary) throws {
        switch format {
        case .json: try Streams.write(Array("\(summary.json)\n".utf8))
        case .table where dryRun && summary.problemCount == 0:
            let total = summary.rowCounts.inserted + summary.rowCounts.corrected
            try DocumentPrinter(isPlain: global.noColor).print(
                ChangeListing.document(summary.changes, total: total))
        case .table: break
        }
    }

    /// Opens the book. If there is none, a dry run uses an empty one in memory.
    private func book() throws -> any OpenBook {
        do {
            // Opening an old book for reading fails; opening it for writing would upgrade it, which
            // a dry run must not do.
            if dryRun { _ = try global.openForReading() }
            return try global.openForWriting(create: !dryRun)
        } catch BookError.missing where dryRun {
            return try BookLocation.inMemory()
        }
    }
}
