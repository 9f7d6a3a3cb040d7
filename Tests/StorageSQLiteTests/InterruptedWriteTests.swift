import Bookkeeping
import Foundation
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Interrupted writes")
struct InterruptedWriteTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A copy of `book` as a crash leaves it: with the journal of a transaction and the pages that it
    /// changed. Returns the path of the copy.
    private func crash(_ book: ScratchBook) throws -> String {
        let crashed = folder.path("crashed.db")
        _ = try sqlite3(
            book.path,
            """
            PRAGMA cache_size = 1;
            BEGIN;
            UPDATE observation SET value = 1;
            INSERT INTO source (text) SELECT hex(randomblob(2000)) FROM unit, unit AS other;
            .shell cp '\(book.path)' '\(crashed)'
            .shell cp '\(book.path)-journal' '\(crashed)-journal'
            ROLLBACK
            """)
        #expect(folder.names == ["crashed.db", "crashed.db-journal"])
        return crashed
    }

    @Test(arguments: [BookAccess.reading, .writing(create: false)])
    func `the next process that opens the book rolls back an unfinished write`(
        access: BookAccess
    ) throws {
        let book = try ScratchBook()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
        let database = try SQLiteBook(path: crash(book), for: access)
        #expect(try ScratchBook.export(of: database) == book.export())
        #expect(try database.check().isEmpty)
        #expect(folder.names == ["crashed.db"])
    }

    @Test func `an unfinished write that cannot be rolled back is an error`() async throws {
        let book = try ScratchBook()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
        let crashed = try crash(book)
        let bytes = try folder.bytes(of: "crashed.db")
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: crashed)
        await #expect(processExitsWith: .success) { [crashed = crashed as String] in
            if getuid() == 0 { try #require(setgid(65534) == 0 && setuid(65534) == 0) }
            let error = BookError.interrupted(book: crashed)
            #expect(throws: error) { try SQLiteBook(path: crashed, for: .reading) }
            #expect("\(error)" == "\(crashed): was left in the middle of a write")
        }
        #expect(try folder.bytes(of: "crashed.db") == bytes)
    }

    @Test func `a book can be created after an interrupted creation`() throws {
        // All pages are written, but the journal that says the file was empty is still there.
        let bytes = try ScratchBook(companies: []).folder.bytes(of: "book.db")
        let crashed = try folder.write(bytes, to: "crashed.db")
        let empty = folder.path("empty.db")
        _ = try sqlite3(
            empty,
            """
            PRAGMA cache_size = 1;
            BEGIN;
            CREATE TABLE t (x);
            INSERT INTO t SELECT randomblob(3000) FROM pragma_function_list;
            .shell cp '\(empty)-journal' '\(crashed)-journal'
            ROLLBACK
            """)
        #expect(folder.names.contains("crashed.db-journal"))
        #expect(throws: BookError.notABook(book: crashed, reason: "it is empty")) {
            try SQLiteBook(path: crashed, for: .reading)
        }
        _ = try SQLiteBook(path: crashed, for: .writing(create: true))
        #expect(try folder.bytes(of: "crashed.db").count == bytes.count)
        #expect(try SQLiteBook(path: crashed, for: .reading).check().isEmpty)
    }
}
