import Application
import ArgumentParser
import Bookkeeping

struct LogCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Enter figures by hand.",
        discussion: """
            Values are read as import reads them, and undo reverts them like any import. Example: \
            minerbook log RIOT 'deployed_hashrate=38.5 EH/s' btc_mined=460 --on 2025-12 --source \
            https://…
            """)

    @Argument(help: "A ticker, BTC or a group, or an alias of a company.")
    var subject: String

    @Argument(
        help: ArgumentHelp(
            "The figures, with their units or with --unit.", valueName: "metric=value"))
    var figures: [String]

    @Option(help: ArgumentHelp("The date, month, quarter or year.", valueName: "period"))
    var on: String

    @Option(help: ArgumentHelp("Where you read it, such as a URL.", valueName: "text"))
    var source: String

    @Option(help: ArgumentHelp("The day it was published.", valueName: "date"))
    var publishedOn: String?

    @Option(
        help: "reported, preliminary, restated, aggregated or estimated; reported if not given.")
    var status: String?

    @Option(help: "The unit of values without a unit.")
    var unit: String?

    @Option(help: ArgumentHelp("A note, kept with each figure.", valueName: "text"))
    var note: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard !figures.isEmpty else {
            throw ValidationError("give a figure, such as btc_mined=460.")
        }
        for figure in figures where !figure.contains("=") {
            throw ValidationError("\(figure) is not METRIC=VALUE, such as btc_mined=460.")
        }
    }

    func run() throws {
        let log = LogFigures(
            subject: subject, figures: figures.map(Self.parts), period: on, unit: unit,
            publishedOn: publishedOn, source: source, status: status, note: note)
        let summary = try log.run(
            version: Minerbook.programVersion, now: global.now, in: try global.openForWriting())
        try summary.report(global)
    }

    private static func parts(_ figure: String) -> (metric: String, value: String) {
        let parts = figure.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
}
