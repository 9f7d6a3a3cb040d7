import ArgumentParser
import Importing
import Mining
import Reporting
import Storage

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print what is known of a company, the network or a group.",
        discussion: "One row per period, with the vintage that counts, and its source.")

    @Argument(help: "A ticker, BTC or a group, or an alias of a company.")
    var subject: String

    @Argument(
        help: "Only this metric: a code of minerbook list metrics.", transform: Metric.argument)
    var metric: Metric?

    @Flag(help: "Print every vintage of every period.")
    var vintages = false

    @Option(
        help: ArgumentHelp("Use only what was public by this day.", valueName: "date"),
        transform: Day.argument)
    var knownOn: Day?

    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let book = try global.openForReading()
        let document = try book.snapshot(failure: \.self) {
            let found = try self.found(in: try book.roster())
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

    /// Whom the subject names today, else the only one whom it ever named.
    private func found(in roster: Roster) throws(Failure) -> Subject {
        if let found = roster.subject(named: subject, on: .last) { return found }
        let bearers = Set(roster.aliases(named: subject).map(\.ticker)).sorted()
        if bearers.count == 1, let found = roster.subject(named: bearers[0], on: .last) {
            return found
        }
        if bearers.count > 1 {
            throw Failure("\(subject) was \(bearers.joined(separator: " and ")); say which", .usage)
        }
        let hint =
            nearest(to: subject, in: roster.names).map { "did you mean \($0)?" }
            ?? "see minerbook list companies"
        throw Failure("there is no \(subject) in this book; \(hint)", .usage)
    }
}
