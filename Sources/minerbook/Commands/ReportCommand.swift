import Application
import ArgumentParser
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
        transform: ReportRequest.Name.argument)
    var name: ReportRequest.Name

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
