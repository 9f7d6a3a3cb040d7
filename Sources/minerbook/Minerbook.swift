import ArgumentParser

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
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard let failure = Failure(error) else { exit(withError: error) }
            Streams.complain("Error: \(failure.message)")
            exit(withError: ExitCode(failure.code.rawValue))
        }
    }
}
