import Foundation
import TestSupport
import Testing

@Suite("Upgrades of a book")
struct UpgradeTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    /// A book as the first version of the program wrote it, with some sources.
    private func makeOldBook() throws {
        let first = Desk.packageRoot.appending(path: "Migrations/0001_book.sql").path
        try desk.write(
            """
            .read '\(first)'
            PRAGMA application_id = 1296649810;
            PRAGMA user_version = 1;
            WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n LIMIT 5000)
            INSERT INTO source (text) SELECT 'https://example.com/' || n FROM n;
            """, to: "old.sql")
        try desk.shell("sqlite3 -bail minerbook.db < old.sql; rm old.sql")
    }

    @Test func `a sound book is upgraded, and a copy is kept`() throws {
        try makeOldBook()
        try desk.run("init").says(
            "Upgraded minerbook.db from schema 1 to 5; the book as it was is in "
                + "minerbook.db.backup-v1.")
        #expect(desk.names == ["minerbook.db", "minerbook.db.backup-v1"])
    }

    @Test func `a damaged book stays as it was, and the message says what to do`() throws {
        try makeOldBook()
        var bytes = try desk.bytes(of: "minerbook.db")
        let page = bytes.count / 2 / 4096 * 4096
        bytes.replaceSubrange(page..<page + 4096, with: Data(count: 4096))
        try bytes.write(to: desk.folder.appending(path: "minerbook.db"))
        let refused = try desk.run("init", exits: 65)
        let message =
            /Error: minerbook\.db: could not be upgraded by \w+: .+; the book is as before; check the disk, and restore a copy \(see list backups\) if it fails again\n/
        #expect(refused.stderr.wholeMatch(of: message) != nil, refused.comment)
        #expect(try desk.bytes(of: "minerbook.db") == bytes)
        #expect(desk.names == ["minerbook.db"])
    }
}
