import ArgumentParser
import Bookkeeping
import Mining

struct RestoreCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Replace the book by a copy of it.",
        discussion: """
            The copy is read as a whole first; if it is damaged, the book stays. The replaced book is \
            kept beside it. list backups shows the copies that are beside the book.
            """)

    @Argument(
        help: ArgumentHelp("A copy, such as one that backup made; it stays.", valueName: "file"))
    var file: String

    @OptionGroup var global: GlobalOptions

    func addFiles(to used: inout UsedFiles) { used.addPath(file) }

    func run() throws {
        let kept = try global.location.restore(from: file, at: global.now)
        global.say(
            "Restored \(global.path) from \(file)."
                + (kept.map { " The book as it was is in \($0)." } ?? ""))
    }
}
