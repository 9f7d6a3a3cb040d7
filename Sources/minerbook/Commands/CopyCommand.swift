import ArgumentParser
import Bookkeeping

struct CopyCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Copy a book between a file and a server, or to a new file.",
        discussion: """
            Both books are named as for --database: the path of a file, or the address of a PostgreSQL \
            database. The new one has everything: vintages, corrections, imports, claims, and what undo \
            needs. Every row of both is then read and compared. Nothing is overwritten, and nothing is \
            left of a copy that fails. Others may read the book meanwhile; who writes to a file waits, \
            as long as --wait says.

            backup copies the pages of a file, with whatever other programs have added to it, and is \
            faster. copy writes a new book from its rows, and drops such additions.

            For example: minerbook copy minerbook.db postgresql://ann@db/team
            """)

    @Argument(help: ArgumentHelp("The book to copy.", valueName: "from"))
    var source: String

    @Argument(
        help: ArgumentHelp(
            "The new book: a file that does not exist, or a database or schema without a book.",
            valueName: "to"))
    var target: String

    @Option(help: "How to print the summary: table on stderr, json on stdout.")
    var format: ImportCommand.Format = .table

    @OptionGroup var global: GlobalOptions

    func addFiles(to used: inout UsedFiles) {
        used.addInput(source, as: "the book to copy")
        used.addPath(target)
    }

    func run() throws {
        guard global.database == nil else {
            throw ExitError(
                "copy takes both books as arguments, and no --database", .usage)
        }
        let waiting = global.location.waiting
        let (from, to) = (
            BookLocation(option: source, waiting: waiting),
            BookLocation(option: target, waiting: waiting)
        )
        guard !from.isSame(as: to) else {
            throw ExitError("\(to.path) is the book to copy; name another place", .usage)
        }
        let book = try open(from)
        let summary = try to.create(like: from) { (new) throws(BookError) in
            try BookCopying.copy(book, into: new, named: to.path)
        }
        for line in summary.sentences(from: from.path, to: to.path) { global.say(line) }
        guard format == .json else { return }
        do {
            try Streams.write(Array("\(summary.json)\n".utf8))
        } catch {
            global.say("The copy is in \(to.path).")
            throw error
        }
    }

    private func open(_ location: BookLocation) throws -> any OpenBook {
        do {
            return try location.open(for: .reading)
        } catch BookError.missing(let book) {
            throw ExitError("\(book): there is no such book", .cannotOpenInput)
        }
    }
}
