import ArgumentParser
import Bookkeeping
import Importing
import Mining
import Reporting

struct ReportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Compute and print a report.",
        discussion: """
            A single date stands for its month to date where a figure is averaged over time. \
            What each report answers says: minerbook list reports
            """)

    @Argument(
        help: ArgumentHelp(
            "The report: \(Report.names.joined(separator: ", ")); or all, as a folder of pages.",
            valueName: "name"),
        transform: Choice.argument)
    var name: Choice

    /// What may be asked for.
    enum Choice: CustomStringConvertible {
        case one(Report)
        /// Every report, with `--format html --output FOLDER`.
        case all

        /// The one report; `nil` for all.
        var report: Report? {
            if case .one(let report) = self { report } else { nil }
        }

        var description: String { report?.rawValue ?? "all" }
    }

    @Argument(
        help: ArgumentHelp(
            "The company of report company: a ticker or an alias.", valueName: "ticker"))
    var company: String?

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

    @Option(
        help: ArgumentHelp(
            "Begin a series with this month or quarter (trend, matrix) or day (restatements, "
                + "conflicts).", valueName: "period"),
        transform: Period.argument)
    var from: Period?

    @Option(
        help: ArgumentHelp("End a series with this period; else with --on.", valueName: "period"),
        transform: Period.argument)
    var to: Period?

    @Option(help: "The metric of report matrix.", transform: Metric.argument)
    var metric: Metric?

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

    func addFiles(to files: inout UsedFiles) { files.addOutput(printing.output) }

    func validate() throws {
        if let digits, !(0...12).contains(digits) {
            throw ValidationError("--digits \(digits) is not in 0 … 12.")
        }
        if let from, let to, from.last > to.last {
            throw ValidationError("--from \(from) is after --to \(to).")
        }
        if name.report == .company, company == nil {
            throw ValidationError("say which company: minerbook report company RIOT.")
        }
        if name.report == .matrix, metric == nil {
            throw ValidationError("say which metric: --metric deployed_hashrate.")
        }
        if name.report != .matrix, metric != nil {
            throw ValidationError("--metric is for report matrix alone.")
        }
        for (option, base) in [("--since", since), ("--added-since", addedSince)] {
            if let base, let on, base.last > on.last {
                throw ValidationError("\(option) \(base) is after --on \(on).")
            }
        }
    }

    func run() throws {
        // Not validated above, where it would hide that an option is unknown.
        if name.report != .company, let company {
            throw Failure("report \(name) is of a whole group; leave \(company) out", .usage)
        }
        switch name {
        case .one(let report):
            let book = try global.openForReading()
            let document = try book.snapshot(failure: \.self) {
                let account = try report.account(of: try question(in: book), from: book)
                return try self.document(of: account)
            }
            try printing.print(document, global)
        case .all:
            if explain != nil {
                throw Failure("--explain is of one report: say which instead of all", .usage)
            }
            let folder = try printing.folderOfPages()
            let book = try global.openForReading()
            let pack = try book.snapshot(failure: \.self) {
                let question = try question(in: book)
                let members = try question.scope.members(on: on?.last ?? .last, in: book)
                return try ReportPack(question, members: members, from: book)
            }
            try pack.write(to: folder, besides: global.location)
            global.say("Wrote \(pack.count) reports and index.html to \(folder).")
        }
    }

    private func question(in book: any OpenBook) throws -> Question {
        var question = Question(
            on: on, since: since, addedSince: addedSince, scope: try Scope(asked: group, in: book),
            knownOn: reading.knownOn, maxAge: reading.maxAge, digits: digits)
        question.from = from
        question.to = to
        question.metric = metric
        question.company = try company.map {
            try book.roster().company(asked: $0, among: try book.companies())
        }
        return question
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
        throw Failure("report \(name) has no figure \(explain); \(hint)", .usage)
    }
}

extension Report {
    fileprivate static var names: [String] { allCases.map(\.rawValue) }
}

extension ReportCommand.Choice {
    static func argument(_ text: String) throws -> Self {
        if text == "all" { return .all }
        guard let report = Report(rawValue: text) else {
            let hint = nearest(to: text, in: Report.names).map { "did you mean \($0)?" }
            throw ValidationError(
                "there is no such report; \(hint ?? "minerbook list reports shows them all.")")
        }
        return .one(report)
    }
}
