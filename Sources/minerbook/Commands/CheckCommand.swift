import ArgumentParser
import Bookkeeping
import Rendering
import Reporting

struct CheckCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check that the book is sound.",
        discussion: """
            Exit code 65 if the file is damaged, 1 if a row cannot be right or most likely is not, \
            or a figure would be counted twice. Warnings do not change the exit code.
            """)

    @Option(
        help: "Print the findings to stdout in this format, instead of as messages to stderr.")
    var format: Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write them to this file; needs --format.", valueName: "path"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if output != nil, format == nil {
            throw ValidationError("--output needs --format, such as --format csv.")
        }
    }

    func addFiles(to files: inout UsedFiles) { files.addOutput(output) }

    func run() throws {
        let findings = try global.location.open(for: .checking).check()
        let errors = findings.filter { !$0.isWarning }
        let code: ExitError.Code =
            errors.contains(where: \.isDamage) ? .badData : .problemsFound
        if let format {
            try Streams.ignoringClosedPipe {
                try DocumentPrinter(format: format, output: output, isPlain: global.noColor)
                    .print(FindingListing.document(findings))
            }
            if !errors.isEmpty { throw ExitCode(code.rawValue) }
            return
        }
        for warning in messages(findings.filter(\.isWarning)) { global.say("Warning: \(warning)") }
        guard errors.isEmpty else { throw ExitError(messages(errors), code) }
        global.say("\(global.path) is sound.")
    }

    /// How many findings are printed as messages.
    private static let limit = 50

    /// A message for each finding, and one that counts those beyond the limit.
    private func messages(_ findings: [Finding]) -> [String] {
        let more = findings.count - Self.limit
        return findings.prefix(Self.limit).map { "\(global.path): \($0)" }
            + (more > 0 ? ["\(global.path): \(more) more; --format csv lists them"] : [])
    }
}
