import Application
import ArgumentParser
import Bookkeeping
import Exporting
import Mining

struct ExportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the book as CSV or JSON that import reads back.",
        discussion: """
            Without --output it prints the observations, one row per vintage, or as JSON the whole \
            book. With --output it writes one file per kind to a folder.
            """)

    @Option(help: "The format: csv, json, or ndjson, an object per line.")
    var format: ExportFormat = .csv

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write one file per kind to this folder.", valueName: "folder"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) {
        guard let output else { return }
        files.addOutput(output)
        for kind in FileKind.allCases { files.addOutput("\(output)/\(kind.fileName(format))") }
    }

    func run() throws {
        try export(try global.openForReading())
    }

    private func export(_ book: some BookCatalogue) throws {
        let export = ExportBook(book, as: format)
        guard let output else { return try export.writeFile(to: Streams.write) }
        try export.writeFiles(to: output, refusal: BookLocation.reasonToKeep(firstBytes:))
        let names = FileKind.allCases.map { $0.fileName(format) }.joined(separator: ", ")
        global.say("Wrote \(names) to \(output).")
    }
}

extension ExportFormat: ExpressibleByArgument {}
