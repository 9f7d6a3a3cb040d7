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
            "The report: \(Report.names.joined(separator: ", ")); or all, as a folder of pages.",
            valueName: "name"),
        transform: Choice.argument)
    var name: Choice

    /// What may be asked for.
    enum Choice {
        case one(Report)
        /// Every report, with `--format html --output FOLDER`.
        case all
    }

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
        switch name {
        case .one(let report):
            let book = try global.openForReading()
            let document = try book.snapshot(failure: \.self) {
                try report.account(of: try question(in: book), from: book).document
            }
            try printing.print(document, global)
        case .all:
            let folder = try printing.folderOfPages()
            let book = try global.openForReading()
            let pack = try book.snapshot(failure: \.self) {
                let question = try question(in: book)
                let members = try question.scope.members(on: on?.last ?? .last, in: book)
                return try ReportPack(question, members: members, from: book)
            }
            try pack.write(to: folder)
            global.say("Wrote \(pack.count) reports and index.html to \(folder).")
        }
    }

    private func question(in book: Database) throws -> Question {
        Question(
            on: on, since: since, addedSince: addedSince, scope: try Scope(asked: group, in: book),
            knownOn: reading.knownOn, maxAge: reading.maxAge, digits: digits)
    }
}

extension Report {
    fileprivate static var names: [String] { allCases.map(\.rawValue) }
}

extension ReportCommand.Choice {
    fileprivate static func argument(_ text: String) throws -> Self {
        if text == "all" { return .all }
        guard let report = Report(rawValue: text) else {
            let hint = nearest(to: text, in: Report.names).map { "did you mean \($0)?" }
            throw ValidationError(
                "there is no such report; \(hint ?? "minerbook list reports shows them all.")")
        }
        return .one(report)
    }
}
