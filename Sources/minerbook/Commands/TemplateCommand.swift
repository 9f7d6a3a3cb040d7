import ArgumentParser
import Bookkeeping
import Exporting
import Mining
import Reporting

struct TemplateCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Write a worksheet to fill in and import.",
        discussion: """
            CSV with a row for each member and an empty cell for each metric, with the last known \
            figure and its day beside it. Import passes over these, so that the file imports as \
            it is once filled in.
            """)

    @Option(
        help: ArgumentHelp("What the figures will be of.", valueName: "period"),
        transform: Period.argument)
    var period: Period

    @Option(help: ArgumentHelp("Whose figures; else the only group there is.", valueName: "name"))
    var group: String?

    @Option(
        name: .customLong("metric"),
        help: ArgumentHelp(
            "A metric to fill in, any number of times; else all that a member has figures of.",
            valueName: "metric"), transform: Metric.argument)
    var metrics: [Metric] = []

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) { files.addOutput(output) }

    func run() throws {
        let book = try global.openForReading()
        let worksheet = try book.snapshot(failure: \.self) { try self.worksheet(book) }
        guard let output else { return try Streams.write(worksheet.bytes) }
        try OutputFile.write(to: output) { try $0(worksheet.bytes) }
    }

    private func worksheet(_ book: any OpenBook) throws -> Worksheet {
        let members = try Scope(asked: group, in: book).members(on: period.last, in: book)
        var last: [String: [Metric: Observation]] = [:]
        for company in members {
            for metric in Metric.allCases where metric.isOfCompanies {
                last[company.ticker, default: [:]][metric] = try book.latest(
                    metric, of: company.ticker, at: period.last, knownOn: nil)
            }
        }
        let known = Set(last.values.flatMap(\.keys))
        let asked =
            metrics.isEmpty
            ? Metric.allCases.filter { known.isEmpty ? $0.isOfCompanies : known.contains($0) }
            : metrics
        var worksheet = Worksheet(asked)
        for company in members {
            worksheet.append(company, period, last: last[company.ticker] ?? [:])
        }
        return worksheet
    }
}

extension Metric {
    fileprivate var isOfCompanies: Bool { subjects.contains(.company) }
}
