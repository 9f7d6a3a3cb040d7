import ArgumentParser
import Bookkeeping

struct InitCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create an empty book.",
        discussion:
            "If the book exists and an older version of minerbook created it, it is upgraded, and a copy is kept."
    )

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let book = try global.openForWriting(create: true)
        switch book.upgrade {
        case nil: global.say("\(global.path) is already a book; nothing was changed.")
        case let upgrade? where upgrade.from == 0: global.say("Created \(global.path).")
        default: break
        }
    }
}
