import ArgumentParser
import Bookkeeping
import Mining

struct BackupCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the book to a new file.",
        discussion: """
            Others may read and write the book meanwhile. The copy is read back as a whole before it \
            gets its name. restore puts it back.
            """)

    @Argument(
        help: ArgumentHelp(
            "The new file. If not given: beside the book, with the time in its name.",
            valueName: "file"))
    var file: String?

    @OptionGroup var global: GlobalOptions

    func addFiles(to used: inout UsedFiles) { used.addPath(file) }

    func run() throws {
        let copy = try global.location.backUp(to: file, at: global.now)
        global.say("Copied \(global.path) to \(copy).")
    }
}
