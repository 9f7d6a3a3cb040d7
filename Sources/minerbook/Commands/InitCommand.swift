import ArgumentParser
import Bookkeeping

struct InitCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create an empty book.",
        discussion: "A book of an older program is upgraded, and a copy of it is kept.")

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let book = try global.openForWriting(create: true)
        switch book.upgrade {
        case nil: global.say("\(global.path) is a book already; nothing was changed.")
        case let upgrade? where upgrade.copy == nil: global.say("Created \(global.path).")
        default: break
        }
    }
}
