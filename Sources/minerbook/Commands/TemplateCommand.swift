import Application
import ArgumentParser
import Bookkeeping
import Exporting
import Mining
import Reporting

struct TemplateCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Write a worksheet to fill in and import.",
        discussion: """
            A row for each member and an empty cell for each metric, as CSV or as a spreadsheet. \
            The last known figure and its date are beside it, for metrics over a period the last figure of a \
            period of the same length; import skips these columns, so the file can be \
            imported as it is once filled in.
            """)

    @Option(
        help: ArgumentHelp("The period of the new figures.", valueName: "period"),
        transform: Period.argument)
    var period: Period

    @Option(
        help: ArgumentHelp(
            "The group; not needed if the book has only one.", valueName: "name"))
    var group: String?

    @Option(
        name: .customLong("metric"),
        help: ArgumentHelp(
            "A metric to fill in. May be repeated; if not given, every metric for which a member has "
                + "figures.",
            valueName: "metric"), transform: Metric.argument)
    var metrics: [Metric] = []

    @Option(help: "The format: csv, or xlsx for a spreadsheet.")
    var format: Worksheet.Format = .csv

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) { files.addOutput(output) }

    func run() throws {
        if format == .xlsx, output == nil {
            try Streams.refuseTerminal(for: "xlsx", suggesting: "\(period.last).xlsx")
        }
        let template = FillTemplate(
            period: period, group: group, metrics: metrics, format: format)
        let bytes = try template.worksheet(from: try global.openForReading()).finish()
        guard let output else { return try Streams.write(bytes) }
        try OutputFile.write(to: output, refusal: BookLocation.reasonToKeep(firstBytes:)) {
            try $0(bytes)
        }
    }
}

extension Worksheet.Format: ExpressibleByArgument {}
