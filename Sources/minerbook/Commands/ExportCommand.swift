import ArgumentParser
import Bookkeeping
import Exporting
import Mining

struct ExportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the book as CSV that import reads back.",
        discussion: """
            Without --output the observations, one row per vintage, on stdout; with it one file \
            per kind in that folder.
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
        let book = try global.openForReading()
        // Everything of one moment. Who reads a pipe slowly keeps writers waiting, as any walk
        // over the rows would.
        try book.snapshot(failure: \.self) { try export(book) }
    }

    private func export(_ book: any OpenBook) throws {
        guard let output else { return try write(.observations, of: book, to: Streams.write) }
        try OutputFile.write(
            to: output,
            FileKind.allCases.map { kind in
                (kind.fileName, { bytes in try write(kind, of: book, to: bytes) })
            })
        let names = FileKind.allCases.map(\.fileName).joined(separator: ", ")
        global.say("Wrote \(names) to \(output).")
    }

    /// Writes all rows of a kind, piece by piece, so that a book of any size fits into memory.
    private func write(
        _ kind: FileKind, of book: any OpenBook, to write: ([UInt8]) throws(Failure) -> Void
    ) throws {
        var sheet = Sheet(kind)
        switch kind {
        case .companies: for company in try book.companies() { sheet.append(company) }
        case .aliases: for alias in try book.aliases() { sheet.append(alias) }
        case .groups: for membership in try book.allMemberships() { sheet.append(membership) }
        case .claims: for claim in try book.allClaims() { sheet.append(claim) }
        case .observations:
            let walk = try book.everyObservation()
            var batch = ObservationBatch()
            while try walk.next(into: &batch) {
                sheet.append(batch)
                try sheet.drain(to: write)
            }
        }
        try sheet.drain(to: write)
    }
}
