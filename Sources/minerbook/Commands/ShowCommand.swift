import Application
import ArgumentParser
import Bookkeeping
import Mining
import Reporting

struct ShowCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the figures of a company, the network or a group.",
        discussion: "One row per period, with the vintage that counts, and its source.")

    @Argument(help: "A ticker, BTC or a group, or an alias of a company.")
    var subject: String

    @Argument(
        help: "Only this metric: a code of minerbook list metrics.", transform: Metric.argument)
    var metric: Metric?

    @Flag(help: "Print every vintage of every period.")
    var vintages = false

    @Flag(
        help: ArgumentHelp(
            "List what was corrected, retracted or undone: what it was, what it became, when. Not "
                + "with --vintages or --known-on."))
    var corrections = false

    @Option(
        help: ArgumentHelp(
            "Use only figures that were public by this day.", valueName: "date"),
        transform: Day.argument)
    var knownOn: Day?

    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) { files.addOutput(printing.output) }

    func validate() throws {
        if corrections, vintages || knownOn != nil {
            throw ValidationError(
                "--corrections is about changes of the book: leave out --vintages and --known-on.")
        }
    }

    func run() throws {
        let book = try global.openForReading()
        let document = try book.compute(failure: \.self) {
            let found = try book.roster().subject(called: subject)
            if corrections {
                return CorrectionListing.document(
                    try book.corrections(of: found.code, metric: metric),
                    parameters: [
                        Parameter("subject", found.code), Parameter("metric", metric?.code),
                    ])
            }
            let all = try book.vintages(of: found.code, metric: metric)
            let shown =
                vintages ? all.filter { $0.isKnown(on: knownOn) } : all.counting(knownOn: knownOn)
            return SeriesReport(
                shown,
                parameters: [
                    Parameter("subject", found.code), Parameter("metric", metric?.code),
                    Parameter("known_on", knownOn?.description),
                ]
            ).document
        }
        try printing.print(document, global)
    }
}
