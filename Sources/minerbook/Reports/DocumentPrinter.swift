import Application
import Rendering
import Reporting

/// Prints documents as asked: to a file, else to stdout within the terminal's width.
struct DocumentPrinter {
    var format: Format = .table
    /// Only this table; nil for all.
    var table: String?
    /// Nil for no charts.
    var charts: ChartChoice?
    /// The path of a file; nil for stdout.
    var output: String?
    /// Prints without colors. `NO_COLOR` in the environment does the same.
    var isPlain = false

    /// - Throws: `RenderingError` for a table or chart that the document does not have; `FileError`,
    ///   `ExitError`.
    func print(_ document: Document) throws {
        let isForTerminal = output == nil && Streams.stdoutIsTerminal
        if isForTerminal, !format.isText {
            try Streams.refuseTerminal(
                for: "\(format)", suggesting: "\(document.report).\(format)")
        }
        let color =
            isForTerminal && Streams.terminalHasEscapes && !isPlain
            && Streams.environment("NO_COLOR") == nil
        let screen = Screen(width: isForTerminal ? Streams.stdoutWidth : nil, color: color)
        let bytes = try format.render(document, table: table, charts: charts, on: screen)
        if let output {
            try OutputFile.write(to: output, refusal: BookLocation.reasonToKeep(firstBytes:)) {
                try $0(bytes)
            }
        } else {
            try Streams.write(bytes)
        }
    }

    /// The document of a report, with the sources of its figures if the format lists them.
    func document(of result: ReportResult) -> Document {
        format.listsSources ? result.documentWithSources : result.document
    }

    /// The folder for pages, if exactly that is asked for.
    ///
    /// - Throws: `ExitError` if it is not.
    func folderOfPages() throws(ExitError) -> String {
        guard format == .html, let output, table == nil, charts == nil else {
            throw ExitError(
                "report all writes pages to a folder: "
                    + "minerbook report all --format html --output FOLDER", .usage)
        }
        return output
    }
}
