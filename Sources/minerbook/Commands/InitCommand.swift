import ArgumentParser
import Storage

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create an empty book.")

    @OptionGroup var global: GlobalOptions

    func run() throws {
        _ = try Database(path: global.path, for: .writing(create: true))
        global.say("\(global.path) is a book.")
    }
}
