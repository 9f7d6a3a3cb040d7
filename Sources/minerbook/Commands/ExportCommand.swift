import Application
import ArgumentParser
import Bookkeeping
import Exporting
import LakeViews
import Mining

struct ExportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the book as CSV, JSON or a spreadsheet that import reads back.",
        discussion: """
            Without --output it prints the observations, one row per vintage, or as JSON the whole \
            book. With --output it writes one file per kind to a folder; as xlsx it writes one file \
            with a sheet per kind. With --lake it writes compressed CSV files with the whole history, \
            and views for DuckDB and Spark.
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

    @Option(
        help: "The format: csv, json, ndjson (an object per line) or xlsx. If not given: csv.")
    var format: Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Write one file per kind to this folder; as xlsx, one file with this path.",
            valueName: "path"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write a lake to this folder, or what has changed to the lake that is there.",
            valueName: "folder"))
    var lake: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) {
        if let lake {
            for name in viewScripts.map(\.name) + [LakeLayout.manifest] {
                files.addOutput("\(lake)/\(name)")
            }
        }
        guard let output else { return }
        files.addOutput(output)
        guard let format = (format ?? .csv).text else { return }
        for kind in FileKind.allCases { files.addOutput("\(output)/\(kind.fileName(format))") }
    }

    func validate() throws {
        guard lake != nil else { return }
        if output != nil {
            throw ValidationError("--lake and --output are two exports; leave out one of them.")
        }
        if format != nil {
            throw ValidationError("A lake has a format of its own; leave out --format.")
        }
        if lake == "" { throw ValidationError("--lake needs the path of a folder.") }
    }

    func run() throws {
        if let lake { return try export(try global.openForReading(), to: lake) }
        guard let format = (format ?? .csv).text else {
            if output == nil { try Streams.refuseTerminal(for: "xlsx", suggesting: "book.xlsx") }
            return try exportWorkbook(of: try global.openForReading())
        }
        try export(try global.openForReading(), as: format)
    }

    private func export(_ book: some BookHistory, to lake: String) throws {
        let summary = try ExportLake(book, program: Minerbook.programVersion)
            .write(to: lake, refusal: BookLocation.reasonToKeep(firstBytes:))
        global.say(
            "Wrote the lake \(lake): \(summary.new) files new, \(summary.unchanged) unchanged, "
                + "\(summary.removed) removed.")
        if summary.notRemoved > 0 {
            Streams.complain(
                "\(summary.notRemoved) files of older states could not be removed. Read the lake by "
                    + "its views or its manifest, which do not name them.")
        }
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
