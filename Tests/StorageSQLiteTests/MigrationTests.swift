import Bookkeeping
import Foundation
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Upgrading a book")
struct MigrationTests {
    let book: ScratchBook
    let before: [UInt8]

    static let second = Migration(
        name: "0002_rating", sql: "ALTER TABLE subject ADD COLUMN rating TEXT;")

    init() throws {
        book = try ScratchBook()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
        before = try book.folder.bytes(of: "book.db")
    }

    private func open(_ access: BookAccess, _ later: Migration...) throws -> SQLiteBook {
        try SQLiteBook(path: book.path, for: access, migrations: migrations + later)
    }

    @Test func `a copy is made beside the book before it is upgraded`() throws {
        let upgraded = try open(.writing(create: false), Self.second)
        #expect(try ScratchBook.export(of: upgraded) == book.export())
        #expect(try book.shell("PRAGMA user_version") == "\(migrations.count + 1)")
        #expect(try book.shell("SELECT count(rating) FROM subject") == "0")
        let copy = "book.db.backup-v\(migrations.count)"
        #expect(book.folder.names == ["book.db", copy])
        let old = try SQLiteBook(path: book.folder.path(copy), for: .reading)
        #expect(try ScratchBook.export(of: old) == book.export())
    }

    @Test func `companies of a book of version 4 have no CIK, and take one`() throws {
        let path = book.folder.path("old.db")
        let sql = migrations.prefix(4).map(\.sql).joined(separator: "\n")
        _ = try sqlite3(
            path,
            """
            \(sql)
            PRAGMA application_id = \(BookFile.applicationID);
            PRAGMA user_version = 4;
            INSERT INTO subject (code, kind, name, fiscal_year_end)
                VALUES ('RIOT', 'company', 'Riot', 12);
            UPDATE subject SET note = 'n' WHERE code = 'RIOT'
            """)
        let old = try SQLiteBook(path: path, for: .writing(create: false))
        let riot = Company(ticker: "RIOT", name: "Riot", fiscalYearEnd: 12, note: "n")
        #expect(try old.companies() == [riot])
        #expect(
            try sqlite3(path, "SELECT change, name, cik IS NULL FROM subject_correction")
                == "update|Riot|1")
        #expect(try old.findingsOfContent().isEmpty)
        let moment = try required(Timestamp("2026-01-15T12:00:00Z"))
        try old.recordImport(version: "1", at: moment, failure: \.self) { session in
            let file = try session.addFile(name: "c.csv", kind: .companies)
            let company = Company(ticker: "RIOT", name: "Riot", cik: 1_167_419)
            try session.record(lined([company]), from: file)
            return .commit(())
        }
        #expect(try old.companies().map(\.cik) == [1_167_419])
    }

    @Test func `an upgraded book is not upgraded again`() throws {
        _ = try open(.writing(create: false), Self.second)
        let bytes = try book.folder.bytes(of: "book.db")
        _ = try open(.writing(create: true), Self.second)
        #expect(try book.folder.bytes(of: "book.db") == bytes)
        #expect(book.folder.names.count == 2)
    }

    @Test func `a copy never overwrites a file`() throws {
        let name = "book.db.backup-v\(migrations.count)"
        _ = try book.folder.write("mine".utf8, to: name)
        _ = try open(.writing(create: false), Self.second)
        #expect(try book.folder.bytes(of: name) == Array("mine".utf8))
        #expect(book.folder.names == ["book.db", name, name + "-2"])
    }

    @Test(arguments: [
        "CREATE TABLE rating (x); SELECT nonsense;", "INSERT INTO subject (code) VALUES ('X');",
    ])
    func `a migration that fails leaves the book as before`(sql: String) throws {
        let failing = Migration(name: "0003_failing", sql: sql)
        let error = #expect(throws: BookError.self) {
            try open(.writing(create: false), Self.second, failing)
        }
        guard case .upgradeFailed(book.path, "0003_failing", _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try book.folder.bytes(of: "book.db") == before)
        #expect(try SQLiteBook(path: book.path, for: .reading).companies().count == 3)
    }

    @Test func `the sentence of a failed migration says that nothing happened`() throws {
        let failing = Migration(name: "0002_failing", sql: "SELECT nonsense")
        let error = #expect(throws: BookError.self) {
            try open(.writing(create: false), failing)
        }
        #expect(
            "\(try required(error))"
                == "\(book.path): could not be upgraded by 0002_failing: no such column: nonsense; "
                + "the book is as before")
    }

    @Test func `reading never upgrades`() throws {
        let refusal = BookError.older(
            book: book.path, found: migrations.count, known: migrations.count + 1)
        #expect(throws: refusal) { try open(.reading, Self.second) }
        #expect(try book.folder.bytes(of: "book.db") == before)
        #expect(book.folder.names == ["book.db"])
        #expect(
            "\(refusal)"
                == "\(book.path): has schema \(migrations.count), but this program reads "
                + "\(migrations.count + 1)")
    }

    @Test func `a new book passes through every migration without a copy`() throws {
        let path = book.folder.path("new.db")
        _ = try SQLiteBook(
            path: path, for: .writing(create: true), migrations: migrations + [Self.second])
        #expect(book.folder.names == ["book.db", "new.db"])
        #expect(try sqlite3(path, "PRAGMA user_version") == "\(migrations.count + 1)")
    }

    @Test func `the copy has the mode of the book`() throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: book.path)
        let upgraded = try open(.writing(create: false), Self.second)
        let copy = book.path + ".backup-v\(migrations.count)"
        #expect(
            upgraded.upgrade
                == Upgrade(from: migrations.count, to: migrations.count + 1, copy: copy))
        let attributes = try FileManager.default.attributesOfItem(atPath: copy)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a copy does not take the name of a file or of a link that leads to nothing`() throws
    {
        let copy = "book.db.backup-v\(migrations.count)"
        _ = try book.folder.write("mine".utf8, to: copy)
        try FileManager.default.createSymbolicLink(
            atPath: book.folder.path(copy + "-2"), withDestinationPath: "nowhere")
        let upgraded = try open(.writing(create: false), Self.second)
        #expect(upgraded.upgrade?.copy == book.folder.path(copy + "-3"))
        #expect(try book.folder.bytes(of: copy) == Array("mine".utf8))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(
                atPath: book.folder.path(copy + "-2")) == "nowhere")
    }

    @Test func `an upgrade that is refused leaves no copy`() throws {
        let reader = try Connection(path: book.path, mode: .reading, busyTimeout: 0)
        try reader.execute("BEGIN")
        _ = try reader.integer("SELECT count(*) FROM subject")
        #expect(throws: BookError.busy(book: book.path)) {
            try SQLiteBook(
                path: book.path, for: .writing(create: false), busyTimeout: 0,
                migrations: migrations + [Self.second])
        }
        try reader.execute("ROLLBACK")
        #expect(book.folder.names == ["book.db"])
        #expect(try book.folder.bytes(of: "book.db") == before)
    }

    @Test func `unfinished files of a killed upgrade are removed, other files stay`() throws {
        let copy = "book.db.backup-v\(migrations.count)"
        let start = ".minerbook-tmp-0123456789abc"
        for name in ["\(start).lock", "\(start)-1.part", "\(start)-1.part-journal"] {
            _ = try book.folder.write("half a cop".utf8, to: name)
        }
        _ = try book.folder.write("mine".utf8, to: copy + ".part")
        _ = try open(.writing(create: false), Self.second)
        #expect(book.folder.names == ["book.db", copy, copy + ".part"])
        #expect(try book.folder.bytes(of: copy + ".part") == Array("mine".utf8))
        let old = try SQLiteBook(path: book.folder.path(copy), for: .reading)
        #expect(try ScratchBook.export(of: old) == book.export())
    }

    @Test func `a book whose tables are not those of its version is not upgraded`() throws {
        #expect(try book.shell("DROP TRIGGER claim_delete") == "")
        let altered = try book.folder.bytes(of: "book.db")
        #expect(
            throws: BookError.alteredSchema(
                book: book.path,
                difference: "the trigger claim_delete is missing")
        ) { try open(.writing(create: false), Self.second) }
        #expect(try book.folder.bytes(of: "book.db") == altered)
        #expect(book.folder.names == ["book.db"])
    }
}
