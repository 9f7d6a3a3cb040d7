import ArgumentParser
import Exporting
import Storage

struct ExportCommand: ParsableCommand {
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

    func run() throws {
        let book = try global.openForReading()
        if let output {
            try OutputFile.makeFolder(output)
            for kind in Sheet.Kind.allCases {
                try OutputFile.write(to: "\(output)/\(kind.fileName)") { write in
                    try book.write(kind, to: write)
                }
            }
            global.say("Wrote \(Sheet.Kind.allCases.map(\.fileName).joined(separator: ", ")) to \(output).")
        } else {
            try book.write(.observations, to: Streams.write)
        }
    }
}

extension Database {
    /// Writes all rows of a kind, piece by piece, so that a book of any size fits into memory.
    fileprivate func write(
        _ kind: Sheet.Kind, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var sheet = Sheet(kind)
        do {
            switch kind {
            case .companies: for company in try companies() { sheet.append(company) }
            case .aliases: for alias in try aliases() { sheet.append(alias) }
            case .groups: for membership in try allMemberships() { sheet.append(membership) }
            case .claims: for claim in try allClaims() { sheet.append(claim) }
            case .observations:
                try forEachObservation { observation in
                    sheet.append(observation)
                    if sheet.count >= 64 << 10 { try write(sheet.take()) }
                }
            }
        } catch {
            throw Failure(error) ?? Failure("\(error)", .internalError)
        }
        try write(sheet.take())
    }
}
