import Bookkeeping
import CSQLite
import Foundation
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Checksums of pages")
struct PageTests {
    let book: ScratchBook

    init() throws { book = try .withEachKind() }

    private let newRow = """
        INSERT INTO observation SELECT subject, metric, period_end - 1, period_offset, published_on,
        source, value, unit, decimals, status, note, NULL, NULL FROM observation LIMIT 1
        """

    private func findings(at path: String? = nil) throws -> [Finding] {
        try SQLiteBook(path: path ?? book.path, for: .reading).check()
    }

    // MARK: Damage

    @Test(arguments: 1...4) func `no flipped bit of a book goes unnoticed`(seed: UInt64) throws {
        let sound = try book.folder.bytes(of: "book.db")
        let export = try book.export()
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            var bytes = sound
            // Some bytes of the header, and the mark at the end of page 1, say that another program has
            // written to the file.
            let place = Int.random(in: 100..<bytes.count, using: &generator)
            if (8188..<8192).contains(place) { continue }
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            let path = try book.folder.write(bytes, to: "damaged.db")
            #expect(try isFoundDamaged(path), "byte \(place)")
            do {
                let read = try ScratchBook.export(of: SQLiteBook(path: path, for: .reading))
                #expect(read == export, "byte \(place)")
            } catch BookError.damaged {
                continue
            }
        }
    }

    @Test func `a figure that was changed in the file is damage, not another figure`() throws {
        let text = Array("https://example.com/a".utf8)
        var bytes = try book.folder.bytes(of: "book.db")
        let place = try required(bytes.indices.first { bytes[$0...].starts(with: text) })
        bytes[place] = UInt8(ascii: "A")
        let path = try book.folder.write(bytes, to: "damaged.db")
        let page = place / 8192 + 1
        #expect(
            try findings(at: path).map(\.description)
                == ["the file is damaged: page \(page) does not match its checksum"])
        let damaged = try SQLiteBook(path: path, for: .reading)
        let error = #expect(throws: BookError.self) { try ScratchBook.export(of: damaged) }
        #expect(error == .damaged(book: path, reason: "page \(page) does not match its checksum"))
    }

    @Test func `pages that have changed places are damage`() throws {
        let first = try required(Day("2020-01-01"))
        let days = (1...2000).map { first.advanced(by: $0).description }
        try book.record(days.map { try Observation("RIOT", .btcHeld, $0, "1 BTC") })
        var bytes = try book.folder.bytes(of: "book.db")
        let last = Array(bytes.suffix(8192))
        let other = Array(bytes.suffix(16384).prefix(8192))
        bytes.replaceSubrange((bytes.count - 16384)..., with: last + other)
        let path = try book.folder.write(bytes, to: "damaged.db")
        let page = bytes.count / 8192
        #expect(
            try findings(at: path).map(\.description).prefix(2) == [
                "the file is damaged: page \(page - 1) does not match its checksum",
                "the file is damaged: page \(page) does not match its checksum",
            ])
    }

    @Test func `nothing is written to a book if a page that this needs is damaged`() throws {
        var bytes = try book.folder.bytes(of: "book.db")
        for page in 2...(bytes.count / 8192) { bytes[page * 8192 - 100] ^= 1 }
        let path = try book.folder.write(bytes, to: "damaged.db")
        let error = #expect(throws: BookError.self) {
            let damaged = try SQLiteBook(path: path, for: .writing(create: false))
            _ = try damaged.undo(4, at: try required(Timestamp("2026-01-15T12:00:00Z")))
        }
        let isDamaged = if case .damaged = error { true } else { false }
        #expect(isDamaged, "\(String(describing: error))")
        #expect(try book.folder.bytes(of: "damaged.db") == bytes)
    }

    @Test(arguments: [1, 4, 8, 9, 16, 40, 8191, 8192]) func `a cut end is damage`(count: Int) throws
    {
        let bytes = try book.folder.bytes(of: "book.db")
        let path = try book.folder.write(bytes.dropLast(count), to: "damaged.db")
        #expect(try isFoundDamaged(path))
    }

    @Test func `free pages may have any content, as SQLite does not bring them back`() throws {
        #expect(
            try book.shell(
                "CREATE TABLE t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                    + "SELECT i + 1 FROM n LIMIT 2000) SELECT i, hex(randomblob(50)) AS x FROM n")
                == "")
        #expect(try book.shell("DROP TABLE t") == "")
        try write(to: book.path)
        #expect(try findings().isEmpty)
        // A transaction that does not fit into the cache is rolled back.
        #expect(
            try book.shell(
                "PRAGMA cache_size = 5; BEGIN; CREATE TABLE u AS WITH RECURSIVE n(i) AS (SELECT 1 "
                    + "UNION ALL SELECT i + 1 FROM n LIMIT 1500) SELECT i, hex(randomblob(50)) AS x "
                    + "FROM n; ROLLBACK") == "")
        #expect(try findings().isEmpty)
        let moment = try required(Timestamp("2026-01-15T12:00:00Z"))
        let copy = book.folder.path("copy.db")
        _ = try SQLiteBook.backUp(book.path, to: copy, at: moment)
        #expect(try findings(at: copy).isEmpty)
    }

    @Test func `a copy that another program makes again and again is no damage`() throws {
        let copy = book.folder.path("copy.db")
        for _ in 0..<10 {
            #expect(try book.shell(".backup '\(copy)'\n") == "")
            #expect(try !findings(at: copy).contains(where: \.isDamage))
        }
    }

    // MARK: Other programs

    @Test func `what another program writes is no damage and is reported`() throws {
        #expect(try book.shell(newRow) == "")
        #expect(
            try findings().map(\.description) == [
                "another program has written to the file, so it has no valid checksums and damage "
                    + "may not be noticed; the next command that writes to it, such as import, makes "
                    + "them valid",
                "another program wrote 1 row of observation, which no import has",
            ])
        #expect(try findings().allSatisfy(\.isWarning))
        #expect(try book.export().count == 3)
    }

    @Test func `the next write protects what another program wrote`() throws {
        #expect(try book.shell(newRow) == "")
        try book.record([Observation("RIOT", .btcHeld, "2025-11-30", "17000 BTC")])
        #expect(
            try findings() == [.writtenByOthers(table: "observation", rows: 1)])
        try expectNoticesDamage()
    }

    @Test func `a transaction that is rolled back leaves a book of another program as it was`()
        throws
    {
        #expect(try book.shell(newRow) == "")
        let bytes = try book.folder.bytes(of: "book.db")
        try book.record([Observation("RIOT", .btcHeld, "2025-11-30", "17000 BTC")], keeping: false)
        #expect(try book.folder.bytes(of: "book.db") == bytes)
    }

    @Test func `a book in WAL mode is read as another program's until it is written to`() throws {
        #expect(try book.shell("PRAGMA journal_mode = WAL; \(newRow)") == "wal")
        #expect(try findings().first == .changedByOthers)
        try write(to: book.path)
        #expect(
            try findings() == [.writtenByOthers(table: "observation", rows: 1)])
    }

    @Test(arguments: ["VACUUM", "PRAGMA page_size = 4096; VACUUM", "REINDEX"])
    func `a book that another program has rewritten is protected again`(sql: String) throws {
        let export = try book.export()
        #expect(try book.shell(sql) == "")
        #expect(try findings() == [.changedByOthers])
        try write(to: book.path)
        #expect(try findings().isEmpty)
        #expect(try book.export() == export)
        try expectNoticesDamage()
    }

    @Test func `a book without checksums gets them when it is opened for writing`() throws {
        let path = book.folder.path("plain.db")
        let header =
            "PRAGMA application_id = \(BookFile.applicationID); PRAGMA user_version = 5;\n"
        #expect(try sqlite3(path, header + (try book.shell(".dump\n"))) == "")
        let export = try book.export()
        #expect(try findings(at: path) == [.unprotected])
        try write(to: path)
        #expect(try findings(at: path).isEmpty)
        #expect(try ScratchBook.export(of: SQLiteBook(path: path, for: .reading)) == export)
    }

    @Test func `a copy of a book is protected as well`() throws {
        let copy = book.folder.path("copy.db")
        let moment = try required(Timestamp("2026-01-15T12:00:00Z"))
        _ = try SQLiteBook.backUp(book.path, to: copy, at: moment)
        #expect(try findings(at: copy).isEmpty)
    }

    /// An empty transaction of the program.
    private func write(to path: String) throws {
        let book = try SQLiteBook(path: path, for: .writing(create: false))
        try book.transaction(failure: \.self) { () throws(BookError) in .commit(()) }
    }

    private func expectNoticesDamage() throws {
        var bytes = try book.folder.bytes(of: "book.db")
        bytes[bytes.count - 100] ^= 1
        let path = try book.folder.write(bytes, to: "damaged.db")
        #expect(try isFoundDamaged(path))
    }

    /// Whether `check` finds damage, or ends because of it.
    private func isFoundDamaged(_ path: String) throws -> Bool {
        do {
            return try findings(at: path).contains(where: \.isDamage)
        } catch BookError.damaged {
            return true
        } catch BookError.notABook {
            return true
        }
    }
}
