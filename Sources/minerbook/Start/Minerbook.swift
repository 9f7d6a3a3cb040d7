import ArgumentParser
import Importing

/// The program: parses the command line, runs the command, and turns errors into a sentence on
/// stderr and an exit code.
@main
struct Minerbook: ParsableCommand {
    static let programVersion = "0.1.0"
    /// What servers show others of the program.
    static let programTitle = "minerbook \(programVersion)"

    static let configuration = CommandConfiguration(
        commandName: "minerbook",
        abstract: "A researcher's book of listed bitcoin miners.",
        discussion: """
            Keeps every published figure with its source and publication date in one file, and \
            computes the figures by which the sector is judged. Try: minerbook demo
            """,
        version: programVersion,
        subcommands: [
            DemoCommand.self, InitCommand.self, ImportCommand.self, LogCommand.self,
            RetractCommand.self, UndoCommand.self, MergeCommand.self, TemplateCommand.self,
            ReportCommand.self, ShowCommand.self, ListCommand.self, ExportCommand.self,
            VerifyCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self,
            CopyCommand.self,
        ])

    @OptionGroup var global: GlobalOptions

    static func main() {
        Streams.ignoreSignalsOfWrites()
        var book = BookLocation(option: nil)
        do {
            let arguments = DocumentOptions.completing(Array(try Arguments.all().dropFirst()))
            if let request = ReportRequest(plain: arguments) {
                book = request.location
                try UsedFiles(book: book).check()
                return try request.run()
            }
            var command = try parsed(arguments)
            if let command = command as? any BookCommand {
                book = command.global.location
                var files = UsedFiles(book: book)
                command.addFiles(to: &files)
                try files.check()
            }
            try command.run()
        } catch {
            guard let failure = ExitError(error, of: book) else { end(with: error) }
            for message in failure.messages { Streams.complain("Error: \(message)") }
            exit(withError: ExitCode(failure.code.rawValue))
        }
    }

    /// Ends the program with what the parser says: a help text, or an error that may quote any
    /// argument.
    private static func end(with error: any Error) -> Never {
        let (code, message) = (exitCode(for: error), fullMessage(for: error))
        guard !code.isSuccess, !message.isEmpty else { exit(withError: error) }
        for line in message.split(separator: "\n", omittingEmptySubsequences: false) {
            Streams.complain(String(line))
        }
        exit(withError: code)
    }

    /// The command that the arguments ask for.
    ///
    /// A command is parsed by itself if possible, without the words of all other commands, which
    /// saves a tenth of the time. Arguments that are wrong are parsed once more from the root, which
    /// has the right words for the error.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        var place = 0
        while place < arguments.count, arguments[place].hasPrefix("-") {
            place += arguments[place] == "--database" ? 2 : 1
        }
        guard place < arguments.count else { return try parseAsRoot(arguments) }
        let name = arguments[place]
        guard
            let type = configuration.subcommands.first(where: {
                $0.configuration.commandName == name
            })
        else {
            if place == 0 { try refuseUnlessKnown(name) }
            return try parseAsRoot(arguments)
        }
        // Options of the root are options of every command.
        var rest = arguments
        rest.remove(at: place)
        if let command = try? type.parse(rest) { return command }
        return try parseAsRoot(arguments)
    }

    /// Refuses a name that is no command; the parser would call it an unexpected argument.
    private static func refuseUnlessKnown(_ name: String) throws(ExitError) {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard !names.contains(name) else { return }
        let hint =
            nearestName(to: name, in: names).map { "did you mean \($0)?" } ?? "see minerbook --help"
        throw ExitError("there is no command \(name); \(hint)", .usage)
    }
}
