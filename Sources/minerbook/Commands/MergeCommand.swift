import Application
import ArgumentParser
import Bookkeeping
import Mining

struct MergeCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Take over what another book has and this one does not.",
        discussion: """
            The imports and retractions of the other book are added to this one with their times, \
            files and lines, and undo reverts each of them. The other book stays as it is. If both \
            books have a row with different contents, and neither is known to be newer, nothing is \
            merged, unless --prefer says which to keep.

            For example: minerbook merge anna.db --dry-run
            """)

    @Argument(help: ArgumentHelp("The other book.", valueName: "book"))
    var other: String

    @Option(
        help: ArgumentHelp(
            "Which row to keep where the books contradict each other: that of this book (ours), that "
                + "of the other one (theirs), or the one that was recorded later (newer).",
            valueName: "ours|theirs|newer"))
    var prefer: MergePreference?

    @Flag(help: "Change nothing; show what would change.")
    var dryRun = false

    @Option(help: "How to print the summary: table on stderr, json on stdout.")
    var format: ImportCommand.Format = .table

    @OptionGroup var global: GlobalOptions

    func addFiles(to used: inout UsedFiles) { used.addInput(other) }

    func run() throws {
        // As with import, a dry run must not upgrade the book.
        if dryRun { _ = try global.openForReading() }
        let theirs = try openOther()
        let book = try global.openForMerging()
        if global.location.isSameFile(as: other) {
            throw ExitError("\(other) is the book to merge into; name another one", .usage)
        }
        var settings = MergeSettings(
            name: other, version: Minerbook.programVersion, now: global.now)
        settings.preference = prefer
        settings.isDryRun = dryRun
        let report = MergeReport(
            summary: try book.merge(theirs, settings), other: other, isDryRun: dryRun,
            isSettled: prefer != nil)
        // Whether stdout takes the summary changes nothing about the merge.
        let printing = Result { try report.print(as: format, global) }
        try report.say(global)
        do {
            try printing.get()
        } catch {
            guard let number = report.summary.numbers.last else { throw error }
            throw ApplicationError.importStands(number: number, causes: [error])
        }
    }

    private func openOther() throws -> any MergeableBook {
        do {
            return try BookLocation(option: other, waiting: global.location.waiting)
                .openForMerging(.reading)
        } catch BookError.missing(let book) {
            throw ExitError("\(book): there is no such book", .cannotOpenInput)
        }
    }
}

extension MergePreference: ExpressibleByArgument {}
