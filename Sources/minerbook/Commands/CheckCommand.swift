import ArgumentParser
import Bookkeeping

struct CheckCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check that the book's file is sound.",
        discussion: """
            Exits 65 where the file is damaged, 1 where a row cannot be right or a figure would \
            be counted twice.
            """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let findings = try global.openForReading().check()
        guard !findings.isEmpty else {
            global.say("\(global.path) is sound.")
            return
        }
        let isDamaged = findings.contains(where: \.isDamage)
        throw Failure(
            findings.map { "\(global.path): \($0)" },
            isDamaged ? .badData : .problemsFound)
    }
}
