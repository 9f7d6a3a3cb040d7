import Bookkeeping
import Foundation
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Corrections")
struct CorrectionTests {
    let book: ScratchBook

    init() throws {
        book = try ScratchBook()
        try book.record([
            Observation(
                "RIOT", .btcMined, "2025-12", "460 BTC", published: "2026-01-06", source: "a",
                note: "n")
        ])
    }

    private func corrections() throws -> String {
        try book.shell(
            """
            SELECT change, ifnull(import, '-'), value, unit, decimals, status, note, source.text,
                file, line
            FROM correction JOIN source ON source.id = source
            ORDER BY correction.id
            """)
    }

    @Test(arguments: [
        "value = 1", "unit = 7, decimals = 0", "decimals = 1", "status = 3", "note = NULL",
        "published_on = published_on + 1",
    ])
    func `an update by another program keeps the old row`(change: String) throws {
        _ = try book.shell("UPDATE observation SET \(change)")
        #expect(try corrections() == "update|-|460|8|0|1|n|a|2|2")
        let when = try book.shell("SELECT corrected_at FROM correction")
        #expect(Timestamp(when) != nil)
    }

    @Test func `an update that changes no content keeps nothing`() throws {
        _ = try book.shell(
            "UPDATE observation SET value = value, note = 'n', file = NULL, line = 9")
        #expect(try corrections() == "")
    }

    @Test func `a deletion by another program keeps the old row`() throws {
        _ = try book.shell("DELETE FROM observation")
        #expect(try corrections() == "delete|-|460|8|0|1|n|a|2|2")
        #expect(try book.export().isEmpty)
    }

    @Test func `an upsert by another program keeps the old row, INSERT OR REPLACE does not`() throws
    {
        let row =
            "SELECT subject, metric, period_end, period_offset, published_on, source, 5, 8, 8, 1, NULL, NULL, NULL FROM observation WHERE true"
        _ = try book.shell(
            "INSERT INTO observation \(row) ON CONFLICT DO UPDATE SET value = excluded.value, decimals = 8"
        )
        #expect(try corrections() == "update|-|460|8|0|1|n|a|2|2")
        _ = try book.shell("INSERT OR REPLACE INTO observation \(row)")
        #expect(try corrections() == "update|-|460|8|0|1|n|a|2|2")
        #expect(try book.export().map(\.value.description) == ["0.00000005 BTC"])
    }

    @Test func `a row that another program wrote has no origin`() throws {
        _ = try book.shell("UPDATE observation SET file = NULL")
        #expect(try book.database.vintages(of: "RIOT", metric: nil).map(\.origin) == [nil])
        let outcome = try book.record([
            Observation(
                "RIOT", .btcMined, "2025-12", "461 BTC", published: "2026-01-06", source: "a")
        ])
        #expect(outcome.rowCounts == RowCounts(corrected: 1))
    }

    @Test func `a correction by an import says which and when`() throws {
        let outcome = try book.record([
            Observation(
                "RIOT", .btcMined, "2025-12", "461 BTC", published: "2026-01-06", source: "a")
        ])
        #expect(try corrections() == "update|\(outcome.number)|460|8|0|1|n|a|2|2")
        #expect(
            try book.shell("SELECT corrected_at FROM correction") == "2026-01-15T12:00:00Z")
    }

    @Test func `old rows of companies, aliases, groups and claims are kept as well`() throws {
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        try book.record([Alias(alias: "RIOTX", ticker: "RIOT")])
        try book.record([ShareBasis(ticker: "RIOT", adsRatio: ShareRatio(15, 1))])
        try book.record([Claim("JPMorgan", "hashrate", "2025-12-31", "419 EH/s")])
        _ = try book.shell(
            """
            UPDATE subject SET country = 'US' WHERE code = 'RIOT';
            DELETE FROM alias; DELETE FROM share_basis; DELETE FROM membership; DELETE FROM claim
            """)
        for (table, change) in [
            ("subject", "update"), ("alias", "delete"), ("membership", "delete"),
            ("claim", "delete"), ("share_basis", "delete"),
        ] {
            #expect(try book.shell("SELECT change FROM \(table)_correction") == change)
        }
    }
}
