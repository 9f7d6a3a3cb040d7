import ArgumentParser
import Rendering
import Reporting

/// How a document is printed, and where.
struct DocumentOptions: ParsableArguments {
    @Option(help: "Output format.")
    var format: Format = .table

    @Option(help: ArgumentHelp("Print only this table.", valueName: "name"))
    var table: String?

    @Option(
        help: ArgumentHelp(
            "Draw the charts, or only the one with this name.", valueName: "name"),
        transform: ChartChoice.argument)
    var chart: ChartChoice?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Write to this file; for report all, to this folder.", valueName: "path"))
    var output: String?

    /// What prints documents as asked.
    func printer(_ global: GlobalOptions) -> DocumentPrinter {
        DocumentPrinter(
            format: format, table: table, charts: chart, output: output, isPlain: global.noColor)
    }

    /// Prints a document as asked.
    func print(_ document: Document, _ global: GlobalOptions) throws {
        try printer(global).print(document)
    }
}

extension Format: ExpressibleByArgument {}

extension ChartChoice {
    fileprivate static func argument(_ name: String) -> ChartChoice {
        name == "all" ? .all : .named(name)
    }
}

extension DocumentOptions {
    /// `arguments` with `--chart=all` for a `--chart` without a name. The parser knows options with a
    /// value and flags without one, but no option with an optional value.
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
