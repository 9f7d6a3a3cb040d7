import Bookkeeping
import Mining
import TestSupport
import Testing

/// The rules by which two books become one.
@Suite("Contract of a book: merging")
struct MergeContractTests {
    /// What one book does after both began alike.
    typealias Steps = (MergingBook) throws -> Void

    private func mined(
        _ value: String, _ period: String = "2025-12", source: String = "a"
    ) throws -> Observation {
        try Observation("RIOT", .btcMined, period, value, source: source)
    }

    /// Two books that both did `common`, and then each its own.
    private func books(
        _ engine: Engine, common: Steps = { _ in }, ours: Steps, theirs: Steps
    ) throws -> (ours: MergingBook, theirs: MergingBook) {
        let (one, two) = (try MergingBook(engine, "a"), try MergingBook(engine, "b"))
        for book in [one, two] { try common(book.named("common")) }
        try ours(one)
        try theirs(two)
        return (one, two)
    }

    /// Merges in both directions, expects the same figures, and returns the summary of the first.
    @discardableResult
    private func expect(
        _ figures: [Observation], _ engine: Engine, prefer preference: MergePreference? = nil,
        common: Steps = { _ in }, ours: Steps, theirs: Steps,
        at location: SourceLocation = #_sourceLocation
    ) throws -> MergeSummary {
        var (one, two) = try books(engine, common: common, ours: ours, theirs: theirs)
        let mirrored: MergePreference? =
            switch preference {
            case .ours: .theirs
            case .theirs: .ours
            default: preference
            }
        _ = try two.merge(one, prefer: mirrored)
        #expect(try two.book.export() == figures, "the other way", sourceLocation: location)
        (one, two) = try books(engine, common: common, ours: ours, theirs: theirs)
        let summary = try one.merge(two, prefer: preference)
        #expect(try one.book.export() == figures, sourceLocation: location)
        let again = try one.merge(two, prefer: preference)
        #expect(again.numbers.isEmpty, "again", sourceLocation: location)
        return summary
    }

    @Test(arguments: Engine.mergeable)
    func `imports keep their times, versions, files, digests and lines`(engine: Engine) throws {
        let (one, two) = try books(
            engine, ours: { try $0.record([mined("460 BTC")], on: "2026-01-20") },
            theirs: {
                try $0.record(
                    [mined("400 BTC", "2025-11"), mined("300 BTC", "2025-10")], on: "2026-01-18")
            })
        let summary = try one.merge(two)
        #expect(summary.numbers == [3])
        #expect(summary.rowCounts[.observations] == RowCounts(inserted: 2))
        #expect(summary.rowCounts[.companies] == RowCounts(unchanged: 3))
        let record = try required(try one.book.imports().last)
        #expect(record.recorded.description == "2026-01-18T12:00:00Z")
        #expect(record.version == "1.0")
        #expect(
            record.files == [
                ImportRecord.File(
                    name: "b.csv", sha256: "b 2026-01-18", kind: .observations,
                    rowCounts: RowCounts(inserted: 2))
            ])
        let figures = try one.book.vintages(of: "RIOT", metric: .btcMined)
        #expect(
            figures.map { "\($0.period) \($0.origin.map { "\($0)" } ?? "")" } == [
                "2025-10 Origin(importNumber: 3, file: \"b.csv\", line: 3)",
                "2025-11 Origin(importNumber: 3, file: \"b.csv\", line: 2)",
                "2025-12 Origin(importNumber: 2, file: \"a.csv\", line: 2)",
            ])
    }

    @Test(arguments: Engine.mergeable)
    func `a copy of the book, and a book merged before, have nothing new`(engine: Engine) throws {
        let summary = try expect(
            [mined("460 BTC")], engine, common: { try $0.record([mined("460 BTC")]) },
            ours: { _ in }, theirs: { _ in })
        #expect(summary.numbers.isEmpty)
        #expect(summary.total == RowCounts(unchanged: 4))
    }

    @Test(arguments: Engine.mergeable)
    func `files that both imported are no conflict, and leave no entry`(engine: Engine) throws {
        let summary = try expect(
            [mined("460 BTC")], engine, ours: { try $0.record([mined("460 BTC")]) },
            theirs: { try $0.record([mined("460 BTC")]) })
        #expect(summary.numbers.isEmpty)
    }

    @Test(arguments: Engine.mergeable)
    func `a correction of the other book is newer than a row that both began with`(
        engine: Engine
    ) throws {
        let summary = try expect(
            [mined("462 BTC")], engine, common: { try $0.record([mined("460 BTC")]) },
            ours: { _ in },
            theirs: {
                try $0.record([mined("461 BTC")])
                try $0.record([mined("462 BTC")], on: "2026-02-01")
            })
        #expect(summary.numbers == [3, 4])
        #expect(summary.total.corrected == 2)
        #expect(summary.conflictCount == 0)
        #expect(summary.changes.map(\.kind) == [.corrected, .corrected])
    }

    @Test(arguments: Engine.mergeable)
    func `a correction is newer than the same figure imported by both`(engine: Engine) throws {
        let summary = try expect(
            [mined("462 BTC")], engine, ours: { try $0.record([mined("461 BTC")]) },
            theirs: {
                try $0.record([mined("460 BTC")])
                try $0.record([mined("461 BTC")], on: "2026-01-16")
                try $0.record([mined("462 BTC")], on: "2026-01-17")
            })
        // What the other book had before it had our figure is no news.
        #expect(summary.total.corrected == 1)
        #expect(summary.numbers == [3])
    }

    @Test(arguments: Engine.mergeable)
    func `what one book retracted is retracted, and undo brings it back`(engine: Engine) throws {
        let figure = try mined("460 BTC")
        let summary = try expect(
            [], engine, common: { try $0.record([figure]) }, ours: { _ in },
            theirs: { try $0.retract(figure) })
        #expect(summary.retracted == 1)
        #expect(summary.numbers == [3])
        let (one, two) = try books(
            engine, common: { try $0.record([figure]) }, ours: { _ in },
            theirs: { try $0.retract(figure) })
        try one.merge(two)
        #expect(try one.book.imports().last?.retracted.map(\.withoutOrigin) == [figure])
        _ = try one.book.undo(3, at: try moment("2026-04-01"))
        #expect(try one.book.export() == [figure])
    }

    @Test(arguments: Engine.mergeable)
    func `a figure that both imported and one retracted is retracted`(engine: Engine) throws {
        try expect(
            [], engine, ours: { try $0.record([mined("460 BTC")]) },
            theirs: {
                try $0.record([mined("460 BTC")])
                try $0.retract(mined("460 BTC"))
            })
    }

    @Test(arguments: Engine.mergeable)
    func `a figure that was retracted and then published again is taken over`(
        engine: Engine
    ) throws {
        try expect(
            [mined("470 BTC")], engine, common: { try $0.record([mined("460 BTC")]) },
            ours: { _ in },
            theirs: {
                try $0.retract(mined("460 BTC"))
                try $0.record([mined("470 BTC")], on: "2026-02-01")
            })
    }

    @Test(arguments: Engine.mergeable)
    func `a retracted figure that the other book corrected is a conflict`(engine: Engine) throws {
        for (preference, value) in [
            (MergePreference.ours, "461 BTC"), (.theirs, nil), (.newer, nil),
        ] {
            let figures = try value.map { [try mined($0)] } ?? []
            let summary = try expect(
                figures, engine, prefer: preference,
                common: { try $0.record([mined("460 BTC")]) },
                ours: { try $0.record([mined("461 BTC")], on: "2026-01-20") },
                theirs: { try $0.retract(mined("460 BTC"), on: "2026-02-01") })
            #expect(summary.conflictCount == 1)
            #expect(summary.conflicts[0].theirs.content == nil)
            #expect(summary.conflicts[0].theirs.at == (try moment("2026-02-01")))
        }
    }

    @Test(arguments: Engine.mergeable)
    func `an import that the other book undid is undone`(engine: Engine) throws {
        let summary = try expect(
            [mined("460 BTC")], engine,
            common: {
                try $0.record([mined("460 BTC")])
                try $0.record([mined("461 BTC"), mined("1 BTC", "2025-11")], on: "2026-01-16")
            }, ours: { _ in },
            theirs: { _ = try $0.book.undo(3, at: try moment("2026-03-01")) })
        #expect(summary.undone == [3])
        #expect(summary.numbers.isEmpty)
    }

    @Test(arguments: Engine.mergeable)
    func `an import that one book undid and the other one corrected prevents the merge`(
        engine: Engine
    ) throws {
        let (one, two) = try books(
            engine, common: { try $0.record([mined("460 BTC")]) },
            ours: { try $0.record([mined("461 BTC")]) },
            theirs: { _ = try $0.book.undo(2, at: try moment("2026-03-01")) })
        let december = try required(Period(year: 2025, month: 12))
        let dependence = Dependence.corrected(row: "RIOT btc_mined", period: december, by: 3)
        let there = try one.merge(two, prefer: .theirs)
        #expect(
            there.obstacles == [MergeObstacle(number: 2, isOurs: true, dependence: dependence)])
        #expect(try one.book.export() == [mined("461 BTC")])
        let back = try two.merge(one, prefer: .theirs)
        #expect(
            back.obstacles == [MergeObstacle(number: 2, isOurs: false, dependence: dependence)])
        #expect(try two.book.export().isEmpty)
    }

    @Test(arguments: Engine.mergeable)
    func `an import that was undone and repeated within a second is recognised`(
        engine: Engine
    ) throws {
        try expect(
            [mined("460 BTC")], engine, ours: { _ in },
            theirs: {
                for number in [2, 3] {
                    try $0.record([mined("460 BTC")])
                    if number == 2 { _ = try $0.book.undo(2, at: try moment("2026-03-01")) }
                }
            })
    }

    @Test(arguments: Engine.mergeable)
    func `what the other book imported and undid by itself is not taken over, and removes nothing`(
        engine: Engine
    ) throws {
        try expect(
            [mined("460 BTC")], engine, ours: { try $0.record([mined("460 BTC")]) },
            theirs: {
                try $0.record([mined("460 BTC"), mined("1 BTC", "2025-11")])
                _ = try $0.book.undo(2, at: try moment("2026-03-01"))
            })
    }

    @Test(arguments: Engine.mergeable)
    func `different corrections are a conflict, which a preference settles for good`(
        engine: Engine
    ) throws {
        let common: Steps = { try $0.record([mined("460 BTC")]) }
        let ours: Steps = { try $0.record([mined("461 BTC")], on: "2026-01-20") }
        let theirs: Steps = { try $0.record([mined("462 BTC")], on: "2026-01-19") }
        let (one, two) = try books(engine, common: common, ours: ours, theirs: theirs)
        let refused = try one.merge(two)
        #expect(refused.conflictCount == 1)
        #expect(refused.numbers.isEmpty)
        #expect(
            refused.conflicts == [
                MergeConflict(
                    title: "RIOT btc_mined 2025-12", source: "a", publishedOn: nil,
                    ours: .init(
                        content: "461 BTC, reported",
                        origin: Origin(importNumber: 3, file: "a.csv", line: 2),
                        at: try noon("2026-01-20")),
                    theirs: .init(
                        content: "462 BTC, reported",
                        origin: Origin(importNumber: 3, file: "b.csv", line: 2),
                        at: try noon("2026-01-19")))
            ])
        #expect(try one.book.export() == [mined("461 BTC")])
        #expect(try one.book.imports().count == 3)
        for (preference, value, taken) in [
            (MergePreference.ours, "461 BTC", 0), (.theirs, "462 BTC", 1), (.newer, "461 BTC", 0),
        ] {
            let summary = try expect(
                [mined(value)], engine, prefer: preference, common: common, ours: ours,
                theirs: theirs)
            #expect(summary.takenConflicts == taken)
            let (one, two) = try books(engine, common: common, ours: ours, theirs: theirs)
            try one.merge(two, prefer: preference)
            // Without a preference, in both directions.
            #expect(try one.merge(two).conflictCount == 0)
            #expect(try two.merge(one).conflictCount == 0)
            #expect(try two.book.export() == [mined(value)])
        }
    }

    @Test(arguments: Engine.mergeable)
    func `what was replaced before the books grew apart decides nothing`(engine: Engine) throws {
        let (one, two) = try books(
            engine,
            common: {
                try $0.record([mined("460 BTC")])
                try $0.record([mined("461 BTC")], on: "2026-01-16")
            }, ours: { try $0.record([mined("460 BTC")], on: "2026-01-17") },
            theirs: { try $0.record([mined("462 BTC")], on: "2026-01-18") })
        #expect(try one.merge(two).conflictCount == 1)
        #expect(try two.merge(one).conflictCount == 1)
    }

    @Test(arguments: Engine.mergeable)
    func `a correction that was undone does not hide the row before it`(engine: Engine) throws {
        let summary = try expect(
            [mined("460 BTC")], engine, prefer: .theirs,
            ours: {
                try $0.record([mined("460 BTC")])
                try $0.record([mined("461 BTC")], on: "2026-01-16")
            },
            theirs: {
                try $0.record([mined("460 BTC")])
                try $0.record([mined("461 BTC")], on: "2026-01-17")
                _ = try $0.book.undo(3, at: try moment("2026-03-01"))
            })
        #expect(summary.conflictCount == 1)
    }

    @Test(arguments: Engine.mergeable)
    func `of rows recorded in the same second, the text that sorts last is the newer one`(
        engine: Engine
    ) throws {
        try expect(
            [mined("9 BTC")], engine, prefer: .newer, ours: { try $0.record([mined("9 BTC")]) },
            theirs: { try $0.record([mined("10 BTC")]) })
    }

    @Test(arguments: Engine.mergeable)
    func `amounts in other units are the same figure`(engine: Engine) throws {
        let hashrate = { (value: String) in
            try Observation("RIOT", .deployedHashrate, "2025-12-31", value)
        }
        let (one, two) = try books(
            engine, ours: { try $0.record([hashrate("38.5 EH/s")]) },
            theirs: { try $0.record([hashrate("38500 PH/s")]) })
        #expect(try one.merge(two).total == RowCounts(unchanged: 4))
    }

    private func moment(_ day: String) throws -> Timestamp {
        try required(Timestamp("\(day)T00:00:00Z"))
    }

    private func noon(_ day: String) throws -> Timestamp {
        try required(Timestamp("\(day)T12:00:00Z"))
    }
}
