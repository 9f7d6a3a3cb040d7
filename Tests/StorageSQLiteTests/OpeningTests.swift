import Bookkeeping
import Foundation
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Opening a book")
struct OpeningTests {
    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func `reading and writing do not create a book unless asked to`() throws {
        let path = folder.path("none.db")
        #expect(throws: BookError.missing(book: path)) {
            try SQLiteBook(path: path, for: .reading)
        }
        #expect(throws: BookError.missing(book: path)) {
            try SQLiteBook(path: path, for: .writing(create: false))
        }
        #expect(folder.names.isEmpty)
    }

    @Test func `a book is created once and then opened`() throws {
        let path = folder.path("book.db")
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        let bytes = try folder.bytes(of: "book.db")
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        _ = try SQLiteBook(path: path, for: .writing(create: false))
        _ = try SQLiteBook(path: path, for: .reading)
        #expect(try folder.bytes(of: "book.db") == bytes)
        #expect(folder.names == ["book.db"])
    }

    @Test func `a book can't be created where there is no folder`() throws {
        let path = folder.path("nowhere/book.db")
        let error = #expect(throws: BookError.self) {
            try SQLiteBook(path: path, for: .writing(create: true))
        }
        #expect(
            error == .cannotCreate(book: path, reason: "unable to open database file"))
        #expect(
            "\(try required(error))" == "\(path): cannot be created: unable to open database file")
    }

    @Test(arguments: ["file:x?mode=memory", ":memory:", "a b%20c.db", "-x.db", "é?#.db"])
    func `a path that looks like a URI or an option is a path`(name: String) throws {
        let path = folder.path(name)
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        _ = try SQLiteBook(path: path, for: .reading)
        #expect(folder.names == [name])
    }

    @Test func `a book in memory is written like any other and has no file`() throws {
        let here = FileManager.default.currentDirectoryPath
        let before = try FileManager.default.contentsOfDirectory(atPath: here)
        let book = try SQLiteBook()
        #expect(try book.companies().isEmpty)
        #expect(try book.check().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: here) == before)
    }

    /// A journal of a file that had so many pages (https://sqlite.org/fileformat.html#the_rollback_journal).
    private func journal(pages: UInt8) -> [UInt8] {
        BookFile.journalStart + [0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, pages, 0, 0, 2, 0, 0, 0, 0x20, 0]
            + [UInt8](repeating: 0, count: 484)
    }

    @Test func `a book whose creation a power loss has stopped is recreated`() throws {
        let path = try folder.write([UInt8](repeating: 0, count: 16384), to: "torn.db")
        _ = try folder.write(journal(pages: 0), to: "torn.db-journal")
        #expect(throws: BookError.notABook(book: path, reason: "it is empty")) {
            try SQLiteBook(path: path, for: .reading)
        }
        let book = try SQLiteBook(path: path, for: .writing(create: true))
        #expect(try book.companies().isEmpty)
        #expect(try book.check().isEmpty)
        #expect(folder.names == ["torn.db"])
    }

    @Test func `another file with a journal is no book`() throws {
        let path = try folder.write([UInt8](repeating: 0, count: 16384), to: "other.db")
        _ = try folder.write(journal(pages: 2), to: "other.db-journal")
        #expect(throws: BookError.notABook(book: path, reason: "it is not an SQLite file")) {
            try SQLiteBook(path: path, for: .writing(create: true))
        }
        #expect(try folder.bytes(of: "other.db").allSatisfy { $0 == 0 })
    }

    @Test func `an empty file becomes a book only if one may be created`() throws {
        let path = try folder.write([], to: "empty.db")
        let refusal = BookError.notABook(book: path, reason: "it is empty")
        #expect(throws: refusal) { try SQLiteBook(path: path, for: .reading) }
        #expect(throws: refusal) { try SQLiteBook(path: path, for: .writing(create: false)) }
        #expect(try folder.bytes(of: "empty.db").isEmpty)
        #expect(
            "\(refusal)"
                == "\(path): is not a minerbook book: it is empty; it was left untouched")
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        #expect(try SQLiteBook(path: path, for: .reading).companies().isEmpty)
    }

    @Test(arguments: [
        "no database", "ticker,name\nRIOT,Riot Platforms\n", "SQLite format 3\0", "\0",
        "SQLite format 3\0" + String(repeating: "x", count: 4_080),
    ])
    func `a file that is no SQLite database is left untouched`(text: String) throws {
        let path = try folder.write(text.utf8, to: "file.db")
        for access in [BookAccess.reading, .writing(create: false), .writing(create: true)] {
            let error = #expect(throws: BookError.self) {
                try SQLiteBook(path: path, for: access)
            }
            guard case .notABook(path, _)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(try folder.bytes(of: "file.db") == Array(text.utf8))
        #expect(folder.names == ["file.db"])
    }

    @Test(arguments: ["DELETE", "WAL"])
    func `another program's database is left untouched`(mode: String) throws {
        let path = folder.path("other.db")
        _ = try sqlite3(
            path, "PRAGMA journal_mode = \(mode); CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        let bytes = try folder.bytes(of: "other.db")
        for access in [BookAccess.reading, .writing(create: false), .writing(create: true)] {
            #expect(
                throws: BookError.notABook(
                    book: path, reason: "it is another program's SQLite file")
            ) { try SQLiteBook(path: path, for: access) }
        }
        #expect(try folder.bytes(of: "other.db") == bytes)
        #expect(folder.names == ["other.db"])
    }

    @Test func `a folder and a device are no books`() throws {
        for path in [folder.url.path, "/dev/null"] {
            #expect(throws: BookError.notABook(book: path, reason: "it is not a file")) {
                try SQLiteBook(path: path, for: .writing(create: true))
            }
        }
    }

    @Test func `a book from a newer version is left untouched`() throws {
        let path = folder.path("book.db")
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        _ = try sqlite3(path, "PRAGMA user_version = 7")
        let bytes = try folder.bytes(of: "book.db")
        let refusal = BookError.newer(book: path, found: 7, known: migrations.count)
        for access in [BookAccess.reading, .writing(create: false), .writing(create: true)] {
            #expect(throws: refusal) { try SQLiteBook(path: path, for: access) }
        }
        #expect(try folder.bytes(of: "book.db") == bytes)
        #expect(
            "\(refusal)"
                == "\(path): has schema 7, but this program knows up to \(migrations.count)")
    }

    @Test func `a book that nobody writes to is one file`() throws {
        let book = try ScratchBook()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
        #expect(book.folder.names == ["book.db"])
        _ = try SQLiteBook(path: book.path, for: .reading).companies()
        #expect(book.folder.names == ["book.db"])
    }

    @Test func `a book left in WAL mode by another program is one file again after a write`()
        throws
    {
        let path = folder.path("book.db")
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        _ = try sqlite3(path, "PRAGMA journal_mode = WAL")
        #expect(try SQLiteBook(path: path, for: .reading).companies().isEmpty)
        _ = try SQLiteBook(path: path, for: .writing(create: false))
        #expect(folder.names == ["book.db"])
        #expect(try sqlite3(path, "PRAGMA journal_mode") == "delete")
    }

    @Test(arguments: ["DELETE", "WAL"])
    func `a read-only file in a read-only folder can be read`(mode: String) async throws {
        let path = folder.path("book.db")
        _ = try SQLiteBook(path: path, for: .writing(create: true))
        _ = try sqlite3(path, "PRAGMA journal_mode = \(mode)")
        let bytes = try folder.bytes(of: "book.db")
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
        }
        // Root may do everything, so a child process drops its rights.
        await #expect(processExitsWith: .success) { [path = path as String] in
            if getuid() == 0 { try #require(setgid(65534) == 0 && setuid(65534) == 0) }
            try #require(access(path, W_OK) != 0)
            let database = try SQLiteBook(path: path, for: .reading)
            #expect(try database.companies().isEmpty)
            #expect(try database.roster().names == ["BTC"])
            #expect(throws: BookError.readOnly(book: path)) {
                try SQLiteBook(path: path, for: .writing(create: false))
            }
            let other = path + ".new"
            #expect(
                throws: BookError.cannotCreate(
                    book: other, reason: "unable to open database file")
            ) { try SQLiteBook(path: other, for: .writing(create: true)) }
        }
        #expect(try folder.bytes(of: "book.db") == bytes)
        #expect(folder.names == ["book.db"])
    }

    @Test func `a second writer gets the error that the book is busy`() throws {
        let book = try ScratchBook()
        let second = try SQLiteBook(
            path: book.path, for: .writing(create: false), busyTimeout: 20)
        let busy = BookError.busy(book: book.path)
        try book.database.transaction(failure: \.self) { () throws in
            #expect(throws: busy) {
                try second.transaction(failure: \.self) { () throws in .commit(()) }
            }
            return .commit(())
        }
        try second.transaction(failure: \.self) { () throws in .commit(()) }
        #expect("\(busy)" == "\(book.path): is in use by another program")
    }

    @Test func `readers see the book as it was while another process writes`() throws {
        let book = try ScratchBook()
        let reader = try SQLiteBook(path: book.path, for: .reading, busyTimeout: 0)
        try book.importing { session in
            let file = try session.addFile(name: "f.csv", kind: .companies)
            try session.record(
                [Located(value: Company(ticker: "IREN", name: "IREN"), line: 2)], from: file)
            #expect(try reader.companies().count == 3)
        }
        #expect(try reader.companies().count == 4)
    }

    @Test func `a snapshot sees one state of the book`() throws {
        let book = try ScratchBook()
        let reader = try SQLiteBook(path: book.path, for: .reading)
        try reader.snapshot(failure: \.self) { () throws in
            #expect(try reader.companies().count == 3)
            // A commit would have to wait for the snapshot to end.
            let writer = try SQLiteBook(
                path: book.path, for: .writing(create: false), busyTimeout: 20)
            #expect(throws: BookError.busy(book: book.path)) {
                try writer.transaction(failure: \.self) { () throws in
                    try writer.connection.execute("DELETE FROM subject WHERE code = 'RIOT'")
                    return .commit(())
                }
            }
            #expect(try reader.companies().count == 3)
        }
        #expect(try reader.companies().count == 3)
    }
}
