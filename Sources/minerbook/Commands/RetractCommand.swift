import ArgumentParser
import Bookkeeping
import Importing
import Mining

struct RetractCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Take one wrong figure out of the book.",
        discussion: "It is kept in the table correction. To take back a whole import: undo.")

    @Argument(help: "A ticker, BTC or a group, or an alias of a company.")
    var subject: String

    @Argument(help: "A code of minerbook list metrics.", transform: Metric.argument)
    var metric: Metric

    @Option(
        help: ArgumentHelp("The period of the figure, as show has it.", valueName: "period"),
        transform: Period.argument)
    var on: Period

    @Option(help: ArgumentHelp("Where several have it: that of this source.", valueName: "text"))
    var source: String?

    @Option(
        help: ArgumentHelp("Where several have it: that of this day.", valueName: "date"),
        transform: Day.argument)
    var publishedOn: Day?

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let book = try global.openForWriting()
        let found = try book.transaction(failure: \.self) {
            let found = try self.found(in: book)
            _ = try book.delete(found)
            return .commit(found)
        }
        global.say("Retracted \(found.sentence).")
    }

    /// The one figure that was meant.
    private func found(in book: any OpenBook) throws -> Observation {
        let subject = try book.roster().subject(asked: self.subject)
        let period = metric.kind == .instant ? Period(day: on.last) : on
        let all = try book.vintages(of: subject.code, metric: metric)
        let vintages = all.filter { $0.period == period }
        let meant = vintages.filter {
            (source ?? $0.source) == $0.source && (publishedOn ?? $0.publishedOn) == $0.publishedOn
        }
        if let first = meant.first, meant.count == 1 { return first }
        guard meant.isEmpty else {
            throw Failure(
                ["there are \(meant.count) of them; say which with --source or --published-on"]
                    + meant.map(\.sentence), .usage)
        }
        let what = "\(subject.code) \(metric) \(period)"
        guard vintages.isEmpty else {
            throw Failure(
                ["there is no such figure of \(what); there is"] + vintages.map(\.sentence),
                .usage)
        }
        let nearest = all.min { period.distance(to: $0.period) < period.distance(to: $1.period) }
        let hint = nearest.map { "the nearest is \($0.sentence)" } ?? "see minerbook show"
        throw Failure("there is no figure of \(what); \(hint)", .usage)
    }
}

extension Observation {
    /// `RIOT btc_mined 2025-12: 460 BTC, reported, published 2026-01-05, source https://…`
    fileprivate var sentence: String {
        var parts = ["\(subject) \(metric) \(period): \(value)", status.name]
        if let publishedOn { parts.append("published \(publishedOn)") }
        parts.append(source.isEmpty ? "without a source" : "source \(source)")
        return parts.joined(separator: ", ")
    }
}

extension Period {
    /// How far two periods lie apart, in days at both ends.
    fileprivate func distance(to other: Period) -> Int {
        abs(first.number - other.first.number) + abs(last.number - other.last.number)
    }
}
