import Application
import ArgumentParser
import Bookkeeping
import Importing
import Mining

struct RetractCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Remove one wrong figure from the book.",
        discussion:
            "show --corrections lists it, and undo brings it back. To revert an import, use undo.")

    @Argument(help: "A ticker, BTC or a group, or an alias of a company.")
    var subject: String

    @Argument(help: "A code of minerbook list metrics.", transform: Metric.argument)
    var metric: Metric

    @Option(
        help: ArgumentHelp("The period of the figure, as show prints it.", valueName: "period"),
        transform: Period.argument)
    var on: Period

    @Option(
        help: ArgumentHelp("The source, if several have the figure.", valueName: "text"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The publication date, if it was published several times.", valueName: "date"),
        transform: Day.argument)
    var publishedOn: Day?

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let retracted = try RetractFigure(
            subject: subject, metric: metric, period: on, source: source, publishedOn: publishedOn
        ).run(version: Minerbook.programVersion, now: global.now, in: try global.openForWriting())
        global.say("Retracted \(retracted.observation.sentence).")
        if let number = retracted.number {
            global.say("To bring it back: \(global.location.commandLine("undo \(number)"))")
        }
    }
}
