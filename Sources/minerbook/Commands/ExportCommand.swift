import Application
import ArgumentParser
import Bookkeeping
import Exporting
import Mining

struct ExportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the book as CSV, JSON or a spreadsheet that import reads back.",
        discussion: """
            Without --output it prints the observations, one row per vintage, or as JSON the whole \
            book. With --output it writes one file per kind to a folder; as xlsx it writes one file \
            with a sheet per kind.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, json, ndjson, xlsx

        /// The same format of text; nil for a workbook.
        var text: ExportFormat? {
            switch self {
            case .csv: .csv
            case .json: .json
            case .ndjson: .ndjson
            case .xlsx: nil
            }
        }
    }

    @Option(help: "The format: csv, json, ndjson (an object per line) or xlsx.")
    var format: Format = .csv

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Write one file per kind to this folder; as xlsx, one file with this path.",
            valueName: "path"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) {
        guard let output else { return }
        files.addOutput(output)
        guard let format = format.text else { return }
        for kind in FileKind.allCases { files.addOutput("\(output)/\(kind.fileName(format))") }
    }

    func run() throws {
        guard let format = format.text else {
            if output == nil { try Streams.refuseTerminal(for: "xlsx", suggesting: "book.xlsx") }
            return try exportWorkbook(of: try global.openForReading())
        }
        try export(try global.openForReading(), as: format)
    }

    private func export(_ book: some BookCatalogue, as format: ExportFormat) throws {
        let export = ExportBook(book, as: format)
        guard let output else { return try export.writeFile(to: Streams.write) }
        try export.writeFiles(to: output, refusal: BookLocation.reasonToKeep(firstBytes:))
        let names = FileKind.allCases.map { $0.fileName(format) }.joined(separator: ", ")
        global.say("Wrote \(names) to \(output).")
    }

    private func exportWorkbook(of book: some BookCatalogue) throws {
        let bytes = try ExportBook(book).workbook()
        guard let output else { return try Streams.write(bytes) }
        try OutputFile.write(to: output, refusal: BookLocation.reasonToKeep(firstBytes:)) {
            try $0(bytes)
        }
        let names = FileKind.allCases.map(\.rawValue).joined(separator: ", ")
        global.say("Wrote the sheets \(names) to \(output).")
    }
}
