import Application
import Bookkeeping
import Files
import Testing

@testable import minerbook

/// Errors after an import is in the book. They say that it stands, and how to revert it.
@Suite("Errors after the commit")
struct StandingImportTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\n", to: "miners.csv")
        try desk.write("ticker,name\nRIOT,\n", to: "bad.csv")
    }

    private static let done = "Import 1: 1 inserted, 0 unchanged, 0 corrected."
    private static let stands =
        "Error: import 1 is in the book; to revert it: minerbook undo 1"

    @Test(arguments: [
        ("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
    ])
    func `a summary that cannot be printed does not hide that the import stands`(
        redirection: String, reason: String
    ) throws {
        try desk.shell("minerbook import miners.csv --format json \(redirection)", exits: 74)
            .says(Self.done, "Error: cannot write to stdout: \(reason)", Self.stands)
        try desk.shell("minerbook undo 1").says("Import 1 undone: 1 removed, 0 restored.")
    }

    @Test func `the command that reverts it names the book`() throws {
        try desk.shell(
            "minerbook import miners.csv --format json --quiet --database 'my book.db' > /dev/full",
            exits: 74
        ).says(
            "Error: cannot write to stdout: No space left on device",
            Self.stands + " --database 'my book.db'")
        try desk.shell("minerbook undo 1 --database 'my book.db'")
            .says("Import 1 undone: 1 removed, 0 restored.")
    }

    @Test func `an import that changed nothing does not stand`() throws {
        try desk.run("import", "miners.csv")
        try desk.shell("minerbook import miners.csv --format json > /dev/full", exits: 74).says(
            "Nothing new: 0 inserted, 1 unchanged, 0 corrected.",
            "Error: cannot write to stdout: No space left on device")
    }

    @Test func `a dry run does not stand`() throws {
        try desk.shell("minerbook import miners.csv --dry-run > /dev/full", exits: 74).says(
            "Dry run: 1 inserted, 0 unchanged, 0 corrected.",
            "Error: cannot write to stdout: No space left on device")
        #expect(!desk.names.contains("minerbook.db"))
    }

    @Test func `a closed pipe hides neither the summary nor the problems of a file`() throws {
        try desk.shell(
            "trap '' PIPE; (minerbook import miners.csv --format json; echo \"code $?\" >&2) | true"
        ).says(Self.done, "code 0")
        let bad = try desk.shell(
            "trap '' PIPE; (minerbook import bad.csv --format json; echo \"code $?\" >&2) | true")
        #expect(bad.stderr.hasSuffix("Error: nothing was imported: 1 problem\ncode 65\n"))
    }

    // MARK: Sentences

    private func sentences(of cause: any Error) throws -> ExitError {
        try #require(
            ExitError(
                ApplicationError.importStands(number: 7, causes: [cause]),
                of: BookLocation(option: "b.db")))
    }

    @Test func `rejected rows that could not be moved into place`() throws {
        let error = try #require(throws: FileError.self) {
            _ = try PendingFiles().add("/nowhere/bad.csv")
        }
        let failure = try sentences(of: ApplicationError.rejectsNotWritten(error))
        #expect(failure.code == .cannotCreateOutput)
        #expect(
            failure.messages == [
                "cannot create /nowhere/bad.csv: No such file or directory",
                "the rejected rows are not saved: import the same files again with --rejects and "
                    + "another path",
                "import 7 is in the book; to revert it: minerbook undo 7 --database b.db",
            ])
    }

    @Test func `a commit whose folder could not be synced`() throws {
        let failure = try sentences(
            of: BookError.afterCommit(book: "b.db", step: .sync, reason: "disk I/O error"))
        #expect(failure.code == .inputOutput)
        #expect(
            failure.messages == [
                "b.db: the change is in the book, but a power failure may still undo it: disk I/O "
                    + "error; check the disk",
                "import 7 is in the book; to revert it: minerbook undo 7 --database b.db",
            ])
    }

    @Test func `an upgrade or a restore names the copy of the book as it was`() {
        let error = BookError.afterCommit(
            book: "b.db", step: .unlock, reason: "disk I/O error", kept: "b.db.backup-v4")
        #expect(
            error.sentence
                == "b.db: the change is in the book, but it could not be unlocked: disk I/O error; "
                + "the book as it was is in b.db.backup-v4; check the disk")
    }
}
