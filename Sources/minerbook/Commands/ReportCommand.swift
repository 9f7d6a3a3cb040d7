import Application
import ArgumentParser
import Importing
import Mining
import Reporting

struct ReportCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Compute and print a report.",
        discussion: """
            For figures averaged over time, a date means the month up to that date. See minerbook \
            list reports for what each report answers.
            """)

    @Argument(
        help: ArgumentHelp(
            "The report: \(Report.names.joined(separator: ", ")); or all, for a folder of pages.",
            valueName: "name"),
        transform: ReportRequest.Name.argument)
    var name: ReportRequest.Name

    @Argument(
        help: ArgumentHelp(
            "The company of report company, restatements or conflicts: a ticker or an alias.",
            valueName: "ticker"))
    var company: String?

    @Option(
        help: ArgumentHelp(
            "The date, month, quarter, year or interval of the report; if not given, the latest day "
                + "with a deployed hashrate of a member.", valueName: "period"),
        transform: Period.argument)
    var on: Period?

    @Option(
        help: ArgumentHelp(
            "Compare with this period; if not given, with the one before.", valueName: "period"),
        transform: Period.argument)
    var since: Period?

    @Option(
        help: ArgumentHelp(
            "Compare the deployed hashrate with this period; if not given, as --since.",
            valueName: "period"),
        transform: Period.argument)
    var addedSince: Period?

    @Option(
        help: ArgumentHelp(
            "Start a series at this month or quarter (trend, matrix) or day (restatements, "
                + "conflicts).", valueName: "period"),
        transform: Period.argument)
    var from: Period?

    @Option(
        help: ArgumentHelp(
            "End a series at this period; if not given, at --on.", valueName: "period"),
        transform: Period.argument)
    var to: Period?

    @Option(help: "The metric of report matrix.", transform: Metric.argument)
    var metric: Metric?

    @Option(
        help: ArgumentHelp(
            "For report outlook: what if bitcoin costs this much, in USD?", valueName: "price"),
        transform: DecimalNumber.positiveArgument)
    var price: DecimalNumber?

    @Option(
        help: ArgumentHelp(
            "For report outlook: what if the network has this hashrate, in EH/s?",
            valueName: "hashrate"),
        transform: DecimalNumber.positiveArgument)
    var network: DecimalNumber?

    @Option(
        help: ArgumentHelp(
            "Sort tables of companies by this column, greatest first: a name in CSV, such as "
                + "market_cap, or a title. With :asc or :desc at its end, in this order.",
            valueName: "column[:asc|:desc]"))
    var sort: String?

    @Option(
        help: ArgumentHelp(
            "The group to report on; not needed if the book has only one.", valueName: "name"))
    var group: String?

    @Option(
        help: ArgumentHelp("Print this many digits after the decimal point.", valueName: "n"))
    var digits: Int?

    @Option(
        help: ArgumentHelp(
            "Explain a figure, such as network_share or hashrate.change: its formula, inputs and "
                + "their sources.", valueName: "figure"))
    var explain: String?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) {
        files.addOutput(printing.output)
        guard case .all = name, let output = printing.output else { return }
        for file in ReportPack.fixedFiles { files.addOutput("\(output)/\(file)") }
    }

    func validate() throws {
        if let problem = request.problem { throw ValidationError(problem) }
    }

    func run() throws { try request.run() }

    /// What the options ask for.
    var request: ReportRequest {
        var request = ReportRequest(name, from: global.location)
        request.company = company
        request.on = on
        request.since = since
        request.addedSince = addedSince
        request.from = from
        request.to = to
        request.metric = metric
        request.price = price
        request.network = network
        request.sort = sort
        request.group = group
        request.knownOn = reading.knownOn
        request.maxAge = reading.maxAge
        request.digits = digits
        request.explain = explain
        request.printer = printing.printer(global)
        request.isQuiet = global.quiet
        return request
    }
}

extension Report {
    fileprivate static var names: [String] { allCases.map(\.rawValue) }
}

extension ReportRequest.Name {
    static func argument(_ text: String) throws -> Self {
        if text == "all" { return .all }
        guard let report = Report(rawValue: text) else {
            let hint = nearestName(to: text, in: Report.names).map { "did you mean \($0)?" }
            throw ValidationError(
                "there is no such report; \(hint ?? "minerbook list reports shows them all.")")
        }
        return .one(report)
    }
}
