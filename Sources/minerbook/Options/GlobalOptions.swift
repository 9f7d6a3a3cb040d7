import ArgumentParser
import Bookkeeping
import Mining

/// Options of every command: where the book is, and how much to print.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The book. If not given: $MINERBOOK_DATABASE, or minerbook.db in this folder.",
            valueName: "path"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "How long to wait for other programs that use the book. If not given: 10.",
            valueName: "seconds"))
    var wait: WaitingTime?

    @Option(
        help: ArgumentHelp(
            "The day to take for today, instead of the clock's, as for scripts that are run again.",
            valueName: "date"),
        transform: Day.argument)
    var today: Day?

    @Flag(name: [.short, .long], help: "Print only errors on stderr.")
    var quiet = false

    @Flag(name: .customLong("no-color"), help: "Print without colors, as NO_COLOR does.")
    var noColor = false

    /// The moment that is kept with what is written: the clock's, or the beginning of `--today`.
    var now: Timestamp {
        today.map { Timestamp(secondsSince1970: $0.number * 86_400) } ?? .now
    }

    var location: BookLocation { BookLocation(option: database, waiting: wait ?? .usual) }

    /// The location as the user named it, for messages.
    var path: String { location.path }

    func openForReading() throws(BookError) -> any OpenBook { try location.open(for: .reading) }

    /// Opens the book to change it, and says so if that upgrades it.
    ///
    /// `create` makes one if there is none.
    func openForWriting(create: Bool = false) throws(BookError) -> any OpenBook {
        let book = try location.open(for: .writing(create: create))
        sayIfUpgraded(book)
        return book
    }

    /// The same for merging another book into it.
    func openForMerging() throws(BookError) -> any MergeableBook {
        let book = try location.openForMerging(.writing(create: false))
        sayIfUpgraded(book)
        return book
    }

    private func sayIfUpgraded(_ book: any BookMaintenance) {
        guard let upgrade = book.upgrade, upgrade.from > 0 else { return }
        say(
            "Upgraded \(path) from schema \(upgrade.from) to \(upgrade.to)"
                + (upgrade.copy.map { "; the book as it was is in \($0)" } ?? "") + ".")
    }

    /// Prints a message that is no error, unless `--quiet` is given.
    func say(_ message: String) {
        if !quiet { Streams.complain(message) }
    }
}
