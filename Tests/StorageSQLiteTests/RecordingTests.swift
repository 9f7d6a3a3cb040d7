import Bookkeeping
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Recording observations")
struct RecordingTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    @Test func `what was recorded comes back as it was printed, with its origin`() throws {
        let observation = try Observation(
            "RIOT", .deployedHashrate, "2025-12-31", "38.50 EH/s", published: "2026-01-06",
            source: "https://example.com/riot", status: .restated, note: "deployed")
        let outcome = try book.record([observation])
        #expect(outcome.rowCounts == RowCounts(inserted: 1))
        var expected = observation
        expected.origin = Origin(importNumber: outcome.number, file: "q4.csv", line: 2)
        #expect(try book.database.vintages(of: "RIOT", metric: nil) == [expected])
        #expect(try book.database.vintages(of: "riot", metric: .deployedHashrate) == [expected])
    }

    @Test func `an unknown publication date, source and note come back as such`() throws {
        let observation = try Observation("RIOT", .btcMined, "2025-12", "460 BTC")
        try book.record([observation])
        #expect(try book.export() == [observation])
    }

    @Test func `texts come back byte for byte`() throws {
        let texts = ["e\u{301}", "é", "a\0b", "'; DROP TABLE subject; --", "₿ \u{1F600}", " "]
        let observations = try texts.map {
            try Observation("RIOT", .btcMined, "2025-12", "1 BTC", source: $0, note: $0)
        }
        #expect(try book.record(observations).rowCounts == RowCounts(inserted: texts.count))
        let bytes = try book.export().map { Array($0.source.utf8) }
        #expect(
            bytes == texts.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(try book.export().allSatisfy { $0.note == $0.source })
    }

    @Test func `the extremes of value and day fit`() throws {
        let period = Period.always
        let observations = try [Int64.min, -1, 0, Int64.max].map { base in
            Observation(
                subject: "RIOT", metric: .revenue, period: period,
                value: try required(Quantity(base: base, unit: .cent, decimals: 0)),
                publishedOn: base == 0 ? .firstOfPublication : .last, source: "\(base)")
        }
        try book.record(observations)
        let bases = try book.export().map(\.value.base)
        #expect(bases == [0, -1, Int64.min, Int64.max])
    }

    @Test func `importing twice changes nothing`() throws {
        let observations = try [
            Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "a"),
            Observation("RIOT", .btcMined, "2025-12", "461 BTC", source: "b"),
            Observation("MARA", .btcHeld, "2025-12-31", "52850 BTC", published: "2026-01-05"),
        ]
        #expect(try book.record(observations).rowCounts == RowCounts(inserted: 3))
        let once = try book.export()
        #expect(try book.record(observations).rowCounts == RowCounts(unchanged: 3))
        #expect(try book.export() == once)
        #expect(try book.shell("SELECT count(*) FROM correction") == "0")
    }

    @Test func `an equal value in another unit or with other decimals is unchanged`() throws {
        try book.record([Observation("RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s")])
        for value in ["38500 PH/s", "38.50 EH/s", "38.5 EH/s"] {
            let outcome = try book.record([
                Observation("RIOT", .deployedHashrate, "2025-12-31", value)
            ])
            #expect(outcome.rowCounts == RowCounts(unchanged: 1))
        }
        #expect(try book.export().map(\.value.description) == ["38.5 EH/s"])
    }

    @Test(arguments: [
        ("39 EH/s", Status.reported, String?.none), ("38.5 EH/s", .restated, nil),
        ("38.5 EH/s", .reported, "deployed"), ("38500 PH/s", .reported, ""),
    ])
    func `another value, status or note of the same key corrects it`(
        value: String, status: Status, note: String?
    ) throws {
        let old = try Observation("RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s")
        try book.record([old])
        let new = try Observation(
            "RIOT", .deployedHashrate, "2025-12-31", value, status: status, note: note)
        let outcome = try book.record([new], file: "mended.csv")
        #expect(outcome.rowCounts == RowCounts(corrected: 1))
        #expect(outcome.conflicts.isEmpty)
        let change = try required(outcome.changes.first)
        #expect(change.kind == .corrected)
        #expect(change.old?.withoutOrigin == old)
        #expect(change.old?.origin?.file == "q4.csv")
        #expect(change.new.withoutOrigin == new)
        #expect(change.new.origin?.file == "mended.csv")
        #expect(try book.export() == [new])
        #expect(
            try book.shell("SELECT change, import, value, decimals, unit FROM correction")
                == "update|\(outcome.number)|385|1|5")
    }

    @Test func `two rows of one import with the same key and different values conflict`() throws {
        let outcome = try book.record(
            [
                Observation("RIOT", .btcMined, "2025-12", "5 BTC"),
                Observation("RIOT", .btcMined, "2025-12", "500000000 sat"),
                Observation("RIOT", .btcMined, "2025-12", "6 BTC", note: "unaudited"),
            ], keeping: false)
        #expect(outcome.rowCounts == RowCounts(inserted: 1, unchanged: 1))
        let conflict = try required(outcome.conflicts.first)
        #expect(outcome.conflicts.count == 1)
        #expect(conflict.firstOrigin.line == 2)
        #expect(conflict.secondOrigin.line == 4)
        #expect(
            "\(conflict)"
                == "q4.csv:4: RIOT btc_mined 2025-12 is 6 BTC, reported (unaudited) here, but "
                + "5 BTC, reported at q4.csv:2; keep one of them")
    }

    @Test func `a conflict names the files of both rows`() throws {
        let outcome = try book.importing(keeping: false) { session in
            for (name, value) in [("a.csv", "5 BTC"), ("b.csv", "6 BTC")] {
                let file = try session.addFile(name: name, kind: .observations)
                let row = try Observation("RIOT", .btcMined, "2025-12", value)
                try session.record([Located(value: row, line: 3)], from: file)
            }
        }
        #expect(outcome.conflicts.map(\.firstOrigin.file) == ["a.csv"])
        #expect(outcome.conflicts.map(\.secondOrigin.file) == ["b.csv"])
    }

    @Test(arguments: [["5 BTC", "6 BTC"], ["6 BTC", "5 BTC"], ["6 BTC", "7 BTC"]])
    func `a contradiction of a row that the book has is found in either order`(
        values: [String]
    ) throws {
        try book.record([Observation("RIOT", .btcMined, "2025-12", "5 BTC")])
        let rows = try values.map { try Observation("RIOT", .btcMined, "2025-12", $0) }
        let outcome = try book.record(rows, keeping: false)
        #expect(!outcome.conflicts.isEmpty)
        #expect(
            outcome.conflicts.allSatisfy {
                Set([$0.firstOrigin.line, $0.secondOrigin.line]) == [2, 3]
            })
        #expect(try book.export().map(\.value.description) == ["5 BTC"])
    }

    @Test func `conflicts and changes are listed to a limit and counted beyond it`() throws {
        let days = 0..<(ImportSession.listLimit + 5)
        func rows(_ value: String) throws -> [Observation] {
            try days.map { day in
                Observation(
                    subject: "RIOT", metric: .btcHeld,
                    period: Period(day: Day.first.advanced(by: day)),
                    value: try Quantity(value, in: .bitcoin))
            }
        }
        try book.record(rows("1 BTC"))
        let corrected = try book.record(rows("2 BTC"))
        #expect(corrected.rowCounts.corrected == days.count)
        #expect(corrected.changes.count == ImportSession.listLimit)
        let counts = try book.importing(keeping: false) { session in
            let file = try session.addFile(name: "f", kind: .observations)
            try session.record(lined(rows("3 BTC")), from: file)
            try session.record(lined(rows("4 BTC")), from: file)
            #expect(session.conflictCount == days.count)
        }
        #expect(counts.conflicts.count == ImportSession.listLimit)
    }

    @Test func `an unknown subject is refused and nothing is recorded`() throws {
        let rows = try [
            Observation("RIOT", .btcMined, "2025-12", "5 BTC"),
            Observation("NOPE", .btcMined, "2025-12", "5 BTC"),
        ]
        let error = BookError.unknownSubject(code: "NOPE")
        #expect(throws: error) { try book.record(rows) }
        #expect(try book.export().isEmpty)
        #expect(try book.database.imports().count == 1)
        #expect("\(error)" == "no company or group is called \"NOPE\"")
    }

    @Test func `an import that is rolled back leaves no trace and no gap`() throws {
        try book.record([Observation("RIOT", .btcMined, "2025-12", "5 BTC", source: "a")])
        let before = try book.export()
        let rows = try [
            Observation("RIOT", .btcMined, "2025-12", "6 BTC", source: "a"),
            Observation("RIOT", .btcMined, "2026-01", "7 BTC", source: "new"),
        ]
        let dry = try book.record(rows, keeping: false)
        #expect(dry.rowCounts == RowCounts(inserted: 1, corrected: 1))
        #expect(try book.export() == before)
        #expect(try book.shell("SELECT count(*) FROM source WHERE text = 'new'") == "0")
        let kept = try book.record(rows)
        #expect(kept.rowCounts == dry.rowCounts)
        #expect(kept.number == dry.number)
    }

    @Test func `the caller's own error passes through and undoes the import`() throws {
        struct Stop: Error, Equatable { var line: Int }
        #expect(throws: Stop(line: 3)) {
            try book.importing { session in
                let file = try session.addFile(name: "f", kind: .observations)
                try session.record(
                    lined([Observation("RIOT", .btcMined, "2025-12", "5 BTC")]), from: file)
                throw Stop(line: 3)
            }
        }
        #expect(try book.export().isEmpty)
        try book.record([Observation("RIOT", .btcMined, "2025-12", "5 BTC")])
    }

    @Test func `foreign keys are enforced again after an import`() throws {
        #expect(try book.database.connection.integer("PRAGMA foreign_keys") == 1)
        try book.importing { (_) throws in
            #expect(try book.database.connection.integer("PRAGMA foreign_keys") == 0)
        }
        #expect(try book.database.connection.integer("PRAGMA foreign_keys") == 1)
    }
}
