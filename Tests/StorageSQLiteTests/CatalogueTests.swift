import Bookkeeping
import Foundation
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

/// The tables of units, metrics and statuses follow the program, not the version of the schema.
@Suite("The catalogue in a book")
struct CatalogueTests {
    let book: ScratchBook

    init() throws {
        book = try ScratchBook()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
    }

    @Test func `the next write adds a metric that is new in the program`() throws {
        let tables = "SELECT * FROM metric; SELECT * FROM unit; SELECT * FROM status"
        let before = try book.shell(tables)
        _ = try book.shell(
            """
            DELETE FROM metric WHERE code = 'hpc_energized';
            UPDATE metric SET name = 'Coins', max_age_days = 7 WHERE code = 'btc_mined';
            DELETE FROM status WHERE name = 'estimated';
            UPDATE unit SET code = 'coin' WHERE code = 'BTC' AND dimension = 'bitcoin'
            """)
        #expect(try book.shell(tables) != before)
        try SQLiteBook(path: book.path, for: .writing(create: false))
            .transaction(failure: { $0 }, { () throws(BookError) in .commit(()) })
        #expect(try book.shell(tables) == before)
    }

    @Test func `a transaction that is rolled back, and opening alone, change nothing`() throws {
        _ = try book.shell("DELETE FROM metric WHERE code = 'hpc_energized'")
        let before = try book.folder.bytes(of: "book.db")
        try SQLiteBook(path: book.path, for: .writing(create: false))
            .transaction(failure: { $0 }, { () throws(BookError) in .rollBack(()) })
        #expect(try book.folder.bytes(of: "book.db") == before)
    }

    @Test func `a metric of a newer program stays, and all others stay readable`() throws {
        _ = try book.shell(
            """
            INSERT INTO metric SELECT 999, 'moon_mined', 'Moon', unit, dimension, kind, max_age_days,
                definition FROM metric WHERE code = 'btc_mined';
            INSERT INTO observation SELECT subject, 999, period_end, period_offset, published_on,
                source, value, unit, decimals, status, note, file, line FROM observation
            """)
        let opened = try SQLiteBook(path: book.path, for: .writing(create: false))
        try opened.transaction(failure: { $0 }, { () throws(BookError) in .commit(()) })
        #expect(try book.shell("SELECT count(*) FROM metric WHERE id = 999") == "1")
        #expect(try book.shell("SELECT count(*) FROM observation") == "2")
        #expect(try opened.check().isEmpty)
        #expect(try opened.vintages(of: "RIOT", metric: nil).map(\.metric) == [.btcMined])
        #expect(try ScratchBook.export(of: opened).count == 1)
        #expect(
            try book.shell("SELECT metric FROM observations ORDER BY 1") == "btc_mined\nmoon_mined")
    }
}
