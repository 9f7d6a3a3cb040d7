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
            CSV with a row for each member and an empty cell for each metric, with the last known \
            figure and its day beside it. Import passes over these, so that the file imports as \
            it is once filled in.
            """)

    @Option(
        help: ArgumentHelp("What the figures will be of.", valueName: "period"),
        transform: Period.argument)
    var period: Period

    @Option(help: ArgumentHelp("Whose figures; else the only group there is.", valueName: "name"))
    var group: String?

    @Option(
        name: .customLong("metric"),
        help: ArgumentHelp(
            "A metric to fill in, any number of times; else all that a member has figures of.",
            valueName: "metric"), transform: Metric.argument)
    var metrics: [Metric] = []

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) { files.addOutput(output) }

    func run() throws {
        let template = FillTemplate(period: period, group: group, metrics: metrics)
        let worksheet = try template.worksheet(from: try global.openForReading())
        guard let output else { return try Streams.write(worksheet.bytes) }
        try OutputFile.write(to: output, refusal: BookLocation.refusal(ofFirstBytes:)) {
            try $0(worksheet.bytes)
        }
    }
}
