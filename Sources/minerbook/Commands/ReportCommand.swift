import ArgumentParser
import Importing
import Mining
import Reporting
import Storage

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Compute and print a report.",
        discussion: """
            A single date stands for its month to date where a figure is averaged over time. \
            What each report answers says: minerbook list reports
            """)

    @Argument(
        help: ArgumentHelp(
            "The report: \(Report.names.joined(separator: ", ")).", valueName: "name"),
        transform: Report.argument)
    var name: Report

    @Option(
        help: ArgumentHelp(
            "Report on this date, month, quarter, year or interval; else on the latest day with a "
                + "deployed hashrate of a member.", valueName: "period"),
        transform: Period.argument)
    var on: Period?

    @Option(
        help: ArgumentHelp("Take changes from here; else the period before.", valueName: "period"),
        transform: Period.argument)
    var since: Period?

    @Option(
        help: ArgumentHelp(
            "Take changes of the deployed hashrate from here; else as --since.",
            valueName: "period"),
        transform: Period.argument)
    var addedSince: Period?

    @Option(help: ArgumentHelp("Whose figures; else the only group there is.", valueName: "name"))
    var group: String?

    @Option(help: ArgumentHelp("Show so many digits after the point.", valueName: "n"))
    var digits: Int?

    @Option(
        help: ArgumentHelp(
            "Print how this figure follows from its inputs and their sources, such as "
                + "network_share or hashrate.change.", valueName: "figure"))
    var explain: String?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let digits, !(0...12).contains(digits) {
            throw ValidationError("--digits \(digits) is not in 0 … 12.")
        }
        for (option, base) in [("--since", since), ("--added-since", addedSince)] {
            if let base, let on, base.last > on.last {
                throw ValidationError("\(option) \(base) is after --on \(on).")
            }
        }
    }

    func run() throws {
        let book = try global.openForReading()
        let document = try book.snapshot(failure: \.self) {
            let question = Question(
                on: on, since: since, addedSince: addedSince,
                scope: try Scope(asked: group, in: book),
                knownOn: reading.knownOn, maxAge: reading.maxAge, digits: digits)
            return try self.document(of: try name.account(of: question, from: book))
        }
        try printing.print(document, global)
    }

    /// What the report says, or how the figure asked for follows.
    private func document(of account: Account) throws(Failure) -> Document {
        guard let explain else { return account.document }
        if let explanation = Explanation(of: explain, in: account, digits: digits) {
            return explanation.document
        }
        let codes = Explanation.codes(of: account)
        let hint =
            nearest(to: explain, in: codes).map { "did you mean \($0)?" }
            ?? "it has \(codes.joined(separator: ", "))"
        throw Failure("report \(name.rawValue) has no figure \(explain); \(hint)", .usage)
    }
}

extension Report {
    fileprivate static var names: [String] { allCases.map(\.rawValue) }

    fileprivate static func argument(_ text: String) throws -> Report {
        guard let report = Report(rawValue: text) else {
            let hint = nearest(to: text, in: names).map { "did you mean \($0)?" }
            throw ValidationError(
                "there is no such report; \(hint ?? "minerbook list reports shows them all.")")
        }
        return report
    }
}
