import ArgumentParser
import Rendering
import Reporting

/// How a document is printed, and where.
struct DocumentOptions: ParsableArguments {
    @Option(help: "How to print it.")
    var format: Format = .table

    @Option(help: ArgumentHelp("Only this of its tables.", valueName: "name"))
    var table: String?

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    /// Prints a document as asked: to the file, else to stdout within the terminal's width.
    func print(_ document: Document, _ global: GlobalOptions) throws {
        try Self.print(document, as: format, table: table, to: output, global)
    }

    static func print(
        _ document: Document, as format: Format, table: String? = nil, to output: String? = nil,
        _ global: GlobalOptions
    ) throws {
        let isForTerminal = output == nil && Streams.stdoutIsTerminal
        let color =
            isForTerminal && !global.noColor && Streams.environment("NO_COLOR") == nil
        let screen = Screen(width: isForTerminal ? Streams.stdoutWidth : nil, color: color)
        let bytes = try format.render(document, table: table, on: screen)
        if let output {
            try OutputFile.write(to: output) { write in try write(bytes) }
        } else {
            try Streams.write(bytes)
        }
    }
}

extension Format: ExpressibleByArgument {}
