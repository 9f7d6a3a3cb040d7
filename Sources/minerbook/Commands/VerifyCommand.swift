import Application
import ArgumentParser
import Bookkeeping
import Mining
import Reporting

struct VerifyCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check published claims against the book.",
        discussion: """
            Each claim is computed for its own period and base. The verdict: it reproduces, is \
            consistent within rounding, differs, or the book has not enough data. Exit code 1 if \
            one differs.
            """)

    @Option(help: ArgumentHelp("Only claims of this publisher.", valueName: "name"))
    var publisher: String?

    @Option(
        help: ArgumentHelp(
            "Only claims of this figure, such as hashrate or hashrate.change.",
            valueName: "figure"),
        transform: FigureCode.argument)
    var figure: FigureCode?

    @Option(
        help: ArgumentHelp("Only claims about this period or a part of it.", valueName: "period"),
        transform: Period.argument)
    var on: Period?

    @Option(help: "Only claims with this verdict.")
    var verdict: Verdict?

    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) { files.addOutput(printing.output) }

    func run() throws {
        let claims = VerifyClaims(publisher: publisher, figure: figure, on: on, verdict: verdict)
        let report = try claims.report(from: try global.openForReading())
        try Streams.ignoringClosedPipe { try printing.print(report.document, global) }
        if report.hasDifferences { throw ExitCode(1) }
    }
}

extension Verdict: ExpressibleByArgument {}
