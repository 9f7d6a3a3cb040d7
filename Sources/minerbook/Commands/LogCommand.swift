import Application
import ArgumentParser
import Bookkeeping

struct LogCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Enter figures by hand.",
        discussion: """
            Read as import reads them, and one import like any other: undo takes it back. For \
            example: minerbook log RIOT 'deployed_hashrate=38.5 EH/s' btc_mined=460 --on 2025-12 \
            --source https://…
            """)

    @Argument(help: "A ticker, BTC or a group, or an alias of a company.")
    var subject: String

    @Argument(
        help: ArgumentHelp(
            "The figures, with their units or with --unit.", valueName: "metric=value"))
    var figures: [String]

    @Option(help: ArgumentHelp("The date, month, quarter or year.", valueName: "period"))
    var on: String

    @Option(help: ArgumentHelp("Where it was read, such as an address.", valueName: "text"))
    var source: String

    @Option(help: ArgumentHelp("The day the source made it public.", valueName: "date"))
    var publishedOn: String?

    @Option(help: "reported (unsaid), preliminary, restated, aggregated or estimated.")
    var status: String?

    @Option(help: "The unit of values that don't say theirs.")
    var unit: String?

    @Option(help: ArgumentHelp("A remark, kept with each figure.", valueName: "text"))
    var note: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard !figures.isEmpty else {
            throw ValidationError("give a figure, such as btc_mined=460.")
        }
        for figure in figures where !figure.contains("=") {
            throw ValidationError("\(figure) is no METRIC=VALUE, such as btc_mined=460.")
        }
    }

    func run() throws {
        let log = LogFigures(
            subject: subject, figures: figures.map(Self.parts), period: on, unit: unit,
            publishedOn: publishedOn, source: source, status: status, note: note)
        let summary = try log.run(
            version: Minerbook.programVersion, now: .now, in: try global.openForWriting())
        try summary.report(global)
    }

    private static func parts(_ figure: String) -> (metric: String, value: String) {
        let parts = figure.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
}
