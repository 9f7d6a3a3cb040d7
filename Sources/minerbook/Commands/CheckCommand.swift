import ArgumentParser
import Bookkeeping

struct CheckCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check that the book is sound.",
        discussion: """
            Exit code 65 if the file is damaged, 1 if a row cannot be right or a figure would be \
            counted twice.
            """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let findings = try global.openForReading().check()
        guard !findings.isEmpty else {
            global.say("\(global.path) is sound.")
            return
        }
        let isDamaged = findings.contains(where: \.isDamage)
        throw ExitError(
            findings.map { "\(global.path): \($0)" },
            isDamaged ? .badData : .problemsFound)
    }
}
