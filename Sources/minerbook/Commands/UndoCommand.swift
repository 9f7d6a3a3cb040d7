import ArgumentParser
import Bookkeeping
import Mining

struct UndoCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take an import back.",
        discussion: """
            What it inserted goes, and what it corrected is again what it was before. Refused \
            where a later import corrected one of its rows, or has rows of a company it brought.
            """)

    @Argument(
        help: ArgumentHelp("Its number in minerbook list imports.", valueName: "import"))
    var number: Int

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let book = try global.openForWriting()
        let undoing = try book.undo(number, at: .now)
        global.say(
            "Import \(number) undone: \(undoing.removed) removed, \(undoing.restored) restored.")
    }
}
