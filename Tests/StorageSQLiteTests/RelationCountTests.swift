import Bookkeeping
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

/// Which of the inserted rows restate or contradict what the book had.
@Suite("Counting restatements and conflicts")
struct RelationCountTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    @Test func `another value of a known period under another key is a restatement`() throws {
        let old = try Observation(
            "RIOT", .revenue, "2025Q3", "180.2 USD m", published: "2025-10-30", source: "10-Q")
        try book.record([old])
        let new = try Observation(
            "RIOT", .revenue, "2025Q3", "179.9 USD m", published: "2026-02-20", source: "10-K",
            status: .restated)
        let outcome = try book.record([new])
        #expect(outcome.rowCounts == RowCounts(inserted: 1, restated: 1))
        #expect(outcome.changes.map(\.kind) == [.restated])
        #expect(outcome.changes.map(\.old?.withoutOrigin) == [old])
        #expect(outcome.changes.map(\.new.withoutOrigin) == [new])
        // The same value from another source is no restatement, nor is another period.
        let others = try [
            Observation("RIOT", .revenue, "2025Q3", "179900 USD k", source: "press"),
            Observation("RIOT", .revenue, "2025Q2", "153 USD m", source: "press"),
        ]
        #expect(try book.record(others).rowCounts == RowCounts(inserted: 2))
    }

    @Test func `a row that contradicts several vintages is listed with what counted`() throws {
        try book.record([
            Observation("RIOT", .btcMined, "2025-12", "10 BTC", source: "a", status: .aggregated),
            Observation("RIOT", .btcMined, "2025-12", "12 BTC", source: "b", status: .aggregated),
            Observation("RIOT", .btcMined, "2025-12", "15 BTC", source: "z", status: .estimated),
        ])
        // The amount that counted, but another source has another one. The estimate contradicts
        // nothing.
        let same = try book.record([
            Observation("RIOT", .btcMined, "2025-12", "12 BTC", source: "c")
        ])
        #expect(same.rowCounts == RowCounts(inserted: 1, conflicting: 1))
        #expect(same.changes.map(\.kind) == [.conflicting])
        #expect(same.changes.map(\.old?.source) == ["a"])
        // The company's own figures, but neither has a date or the status restated.
        let other = try book.record([
            Observation("RIOT", .btcMined, "2025-12", "10 BTC", source: "d")
        ])
        #expect(other.rowCounts == RowCounts(inserted: 1, conflicting: 1))
        #expect(other.changes.map(\.old?.source) == ["c"])
    }

    @Test func `a row that restates several vintages is listed with what counted`() throws {
        try book.record([
            Observation("RIOT", .btcMined, "2025-12", "10 BTC", published: "2026-01-02"),
            Observation("RIOT", .btcMined, "2025-12", "11 BTC", published: "2026-01-05"),
            Observation("RIOT", .btcMined, "2025-12", "20 BTC", source: "b", status: .aggregated),
        ])
        let outcome = try book.record([
            Observation("RIOT", .btcMined, "2025-12", "12 BTC", published: "2026-01-09")
        ])
        // It contradicts the other source too, but counts once.
        #expect(outcome.rowCounts == RowCounts(inserted: 1, restated: 1))
        #expect(outcome.changes.map(\.kind) == [.restated])
        #expect(outcome.changes.map(\.old?.value.description) == ["11 BTC"])
        // Published before what the book has: the book's figures are the restatements.
        let first = try book.record([
            Observation("RIOT", .btcMined, "2025-12", "9 BTC", published: "2026-01-01")
        ])
        #expect(first.rowCounts == RowCounts(inserted: 1, restated: 1))
        #expect(first.changes.map(\.old?.value.description) == ["12 BTC"])
    }

    @Test func `vintages of one import are no restatements of each other`() throws {
        let outcome = try book.record([
            Observation("RIOT", .btcMined, "2025-12", "10 BTC", source: "a"),
            Observation("RIOT", .btcMined, "2025-12", "12 BTC", source: "b"),
        ])
        #expect(outcome.rowCounts == RowCounts(inserted: 2))
    }

    @Test func `the order of rows does not change the counts of an import`() throws {
        let known = try [
            Observation("RIOT", .btcMined, "2025-11", "10 BTC", published: "2025-12-03"),
            Observation("RIOT", .btcMined, "2025-12", "20 BTC", source: "a"),
        ]
        // All are compared with the 10 BTC that the book had, whatever the import makes of them.
        let rows = try [
            Observation("RIOT", .btcMined, "2025-11", "11 BTC", published: "2025-12-03"),
            Observation("RIOT", .btcMined, "2025-11", "12 BTC", published: "2025-12-10"),
            Observation("RIOT", .btcMined, "2025-11", "10 BTC", published: "2025-12-11"),
            Observation("RIOT", .btcMined, "2025-11", "12 BTC", source: "b", status: .aggregated),
            Observation("RIOT", .btcMined, "2025-11", "10.5 BTC", source: "c", status: .aggregated),
            Observation("RIOT", .btcMined, "2025-12", "20 BTC", source: "a"),
            Observation("RIOT", .btcMined, "2026-01", "30 BTC", source: "a"),
        ]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            let book = try ScratchBook()
            try book.record(known)
            let outcome = try book.record(rows.shuffled(using: &generator))
            #expect(
                outcome.rowCounts
                    == RowCounts(
                        inserted: 5, unchanged: 1, restated: 1, conflicting: 1, corrected: 1))
            #expect(outcome.conflicts.isEmpty)
        }
    }
}
