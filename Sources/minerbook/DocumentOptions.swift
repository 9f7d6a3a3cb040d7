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
        help: ArgumentHelp(
            "Draw its charts, or with a name that one alone.", valueName: "name"),
        transform: ChartChoice.argument)
    var chart: ChartChoice?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write to this file; report all: to this folder.", valueName: "path"))
    var output: String?

    /// Prints a document as asked: to the file, else to stdout within the terminal's width.
    func print(_ document: Document, _ global: GlobalOptions) throws {
        try Self.print(document, as: format, table: table, charts: chart, to: output, global)
    }

    /// The folder to which pages are to be written, where these options ask for that and nothing
    /// else.
    func folderOfPages() throws(Failure) -> String {
        guard format == .html, let output, table == nil, chart == nil else {
            throw Failure(
                "report all writes pages to a folder: "
                    + "minerbook report all --format html --output FOLDER", .usage)
        }
        return output
    }

    static func print(
        _ document: Document, as format: Format, table: String? = nil,
        charts: ChartChoice? = nil, to output: String? = nil, _ global: GlobalOptions
    ) throws {
        let isForTerminal = output == nil && Streams.stdoutIsTerminal
        let color =
            isForTerminal && !global.noColor && Streams.environment("NO_COLOR") == nil
        let screen = Screen(width: isForTerminal ? Streams.stdoutWidth : nil, color: color)
        let bytes = try format.render(document, table: table, charts: charts, on: screen)
        if let output {
            try OutputFile.write(to: output) { try $0(bytes) }
        } else {
            try Streams.write(bytes)
        }
    }
}

extension Format: ExpressibleByArgument {}

extension ChartChoice {
    fileprivate static func argument(_ name: String) -> ChartChoice {
        name == "all" ? .all : .named(name)
    }
}

extension DocumentOptions {
    /// `arguments` with `--chart=all` for a `--chart` that no name follows. The parser knows
    /// options with a value and flags without, but none that may be either.
    static func completing(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        return arguments.indices.map { index in
            let isLast = index + 1 == arguments.endIndex
            guard index < end, arguments[index] == "--chart",
                isLast || arguments[index + 1].hasPrefix("-")
            else { return arguments[index] }
            return "--chart=all"
        }
    }
}
