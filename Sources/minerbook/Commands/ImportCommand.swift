import ArgumentParser
import Storage

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take CSV files into the book.",
        discussion: """
            The kind of each file is known by its header (docs/csv-formats.md). The files of one \
            call are imported together or, where any row is bad, not at all.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json
    }

    @Argument(help: ArgumentHelp("The files; - is stdin.", valueName: "file"))
    var files: [String]

    @Option(help: "How to print what was done: table on stderr, json on stdout.")
    var format: Format = .table

    @OptionGroup(title: "Reading files") var reading: FileOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let summary = try ImportRun.run(
            try files.map { try FileSource(path: $0) }, reading: reading.options,
            into: try Database(path: global.path, for: .writing(create: true)))
        if format == .json { try Streams.write(Array("\(summary.json)\n".utf8)) }
        try summary.report(global)
    }
}
