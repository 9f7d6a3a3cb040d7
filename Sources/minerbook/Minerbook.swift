import ArgumentParser
import Importing

/// The program: parses the command line, runs the command, and turns whatever goes wrong into a
/// sentence on stderr and an exit code.
@main
struct Minerbook: ParsableCommand {
    static let programVersion = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "minerbook",
        abstract: "A researcher's book of listed bitcoin miners.",
        discussion: """
            Keeps every published figure with its source and its day of publication in one \
            file, and computes from it what the sector is judged by. Try: minerbook demo
            """,
        version: programVersion,
        subcommands: [
            DemoCommand.self, InitCommand.self, ImportCommand.self, ReportCommand.self,
            ShowCommand.self, ListCommand.self, ExportCommand.self, CheckCommand.self,
        ])

    @OptionGroup var global: GlobalOptions

    static func main() {
        Streams.ignoreClosedPipes()
        do {
            try checkCommandName()
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard let failure = Failure(error) else { exit(withError: error) }
            for message in failure.messages { Streams.complain("Error: \(message)") }
            exit(withError: ExitCode(failure.code.rawValue))
        }
    }

    /// Refuses a name that is no command's, which the parser would call an unexpected argument.
    private static func checkCommandName() throws(Failure) {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-"),
            !names.contains(name)
        else { return }
        let hint =
            nearest(to: name, in: names).map { "did you mean \($0)?" } ?? "see minerbook --help"
        throw Failure("there is no command \(name); \(hint)", .usage)
    }
}
