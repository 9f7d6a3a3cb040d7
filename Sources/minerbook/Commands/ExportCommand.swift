import Application
import ArgumentParser
import Bookkeeping
import Exporting
import Mining

struct ExportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the book as CSV that import reads back.",
        discussion: """
            Without --output it prints the observations, one row per vintage. With --output it \
            writes one file per kind to a folder.
            """)

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write one file per kind to this folder.", valueName: "folder"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) {
        guard let output else { return }
        files.addOutput(output)
        for kind in FileKind.allCases { files.addOutput("\(output)/\(kind.fileName)") }
    }

    func run() throws {
        try export(try global.openForReading())
    }

    private func export(_ book: some BookCatalogue) throws {
        let export = ExportBook(book)
        guard let output else { return try export.writeObservations(to: Streams.write) }
        try export.writeFiles(to: output, refusal: BookLocation.reasonToKeep(firstBytes:))
        let names = FileKind.allCases.map(\.fileName).joined(separator: ", ")
        global.say("Wrote \(names) to \(output).")
    }
}
