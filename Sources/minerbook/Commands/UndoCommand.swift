import ArgumentParser
import Bookkeeping
import Mining

struct UndoCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Revert an import or a retraction.",
        discussion: """
            Rows that it inserted are removed, and rows that it corrected or retracted are restored. \
            Refused if a later import corrected or retracted one of its rows, or has rows of a \
            company that it added.
            """)

    @Argument(
        help: ArgumentHelp("The number in minerbook list imports.", valueName: "import"))
    var number: Int

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let book = try global.openForWriting()
        let undoing = try book.undo(number, at: global.now)
        global.say(
            "Import \(number) undone: \(undoing.removed) removed, \(undoing.restored) restored.")
    }
}
