import Bookkeeping
import Mining
import TestSupport
import Testing

/// What every storage engine must do with observations.
@Suite("Contract of a book: observations")
struct ObservationContractTests {
    @Test(arguments: Engine.allCases)
    func `what was recorded comes back as it was printed, with its origin`(engine: Engine) throws {
        let book = try engine.book()
        let observation = try Observation(
            "RIOT", .deployedHashrate, "2025-12-31", "38.50 EH/s", published: "2026-01-06",
            source: "https://example.com/riot", status: .restated, note: "deployed")
        let outcome = try book.record([observation])
        #expect(outcome.rowCounts == RowCounts(inserted: 1))
        var expected = observation
        expected.origin = Origin(importNumber: outcome.number, file: "file.csv", line: 2)
        #expect(try book.vintages(of: "riot", metric: nil) == [expected])
        #expect(try book.vintages(of: "NOPE", metric: nil).isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `texts come back byte for byte`(engine: Engine) throws {
        let book = try engine.book()
        let texts = ["e\u{301}", "é", "'; DROP TABLE subject; --", "₿ \u{1F600}"]
        try book.record(
            try texts.map {
                try Observation("RIOT", .btcMined, "2025-12", "1 BTC", source: $0, note: $0)
            })
        #expect(
            try book.export().map { Array($0.source.utf8) }
                == texts.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test(arguments: Engine.allCases)
    func `the latest period counts, and of its vintages the best one known by a day`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([
            Observation("RIOT", .btcHeld, "2025-11-30", "100 BTC", published: "2025-12-05"),
            Observation("RIOT", .btcHeld, "2025-12-31", "200 BTC", published: "2026-01-05"),
            Observation(
                "RIOT", .btcHeld, "2025-12-31", "210 BTC", published: "2026-02-20", source: "10-K"),
            Observation(
                "RIOT", .btcHeld, "2025-12-31", "999 BTC", published: "2026-03-01",
                source: "estimate", status: .estimated),
        ])
        func held(_ day: String, knownOn: String? = nil) throws -> String? {
            try book.latest(
                .btcHeld, of: "RIOT", at: required(Day(day)),
                knownOn: knownOn.map { try required(Day($0)) }
            ).map { "\($0.value)" }
        }
        #expect(try held("2026-12-31") == "210 BTC")
        #expect(try held("2026-12-31", knownOn: "2026-01-31") == "200 BTC")
        #expect(try held("2026-12-31", knownOn: "2025-12-31") == "100 BTC")
        #expect(try held("2025-12-30") == "100 BTC")
        #expect(try held("2025-11-29") == nil)
        #expect(
            try book.earliestDay(of: .btcHeld, of: "RIOT") == Day("2025-11-30"))
        #expect(try book.earliestDay(of: .btcMined, of: "RIOT") == nil)
    }

    @Test(arguments: Engine.allCases)
    func `importing twice changes nothing, in whatever unit`(engine: Engine) throws {
        let book = try engine.book()
        let hashrate = try Observation("RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s")
        try book.record([hashrate])
        let before = try book.imports()
        let same = try Observation("RIOT", .deployedHashrate, "2025-12-31", "38500 PH/s")
        #expect(
            try book.record([hashrate, same], keeping: false).rowCounts == RowCounts(unchanged: 2))
        #expect(try book.imports() == before)
        #expect(try book.export() == [hashrate])
    }

    @Test(arguments: Engine.allCases)
    func `the same key with another value is a correction`(engine: Engine) throws {
        let book = try engine.book()
        let old = try Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "a")
        let new = try Observation("RIOT", .btcMined, "2025-12", "461 BTC", source: "a")
        try book.record([old])
        let outcome = try book.record([new])
        #expect(outcome.rowCounts == RowCounts(corrected: 1))
        #expect(outcome.changes.map(\.kind) == [.corrected])
        #expect(outcome.changes.map(\.old?.withoutOrigin) == [old])
        #expect(outcome.changes.map(\.new.withoutOrigin) == [new])
        #expect(try book.export() == [new])
    }

    @Test(arguments: Engine.allCases)
    func `another source contradicts a company if its amount differs, and not if it is the same`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "a")])
        let outcome = try book.record([
            Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "b"),
            Observation("RIOT", .btcMined, "2025-12", "475 BTC", source: "c"),
            Observation("RIOT", .btcMined, "2026-01", "480 BTC", source: "c"),
        ])
        #expect(outcome.rowCounts == RowCounts(inserted: 3, conflicting: 1))
        #expect(outcome.changes.map(\.kind) == [.conflicting])
        #expect(
            outcome.changes.map { "\($0.old?.value.description ?? "") \($0.new.value)" } == [
                "460 BTC 475 BTC"
            ])
    }

    /// How a figure of January 6 and one that follows are related: their status, publication date and
    /// value, and what the second one counts as.
    private static let relations:
        [(first: (Status, String?, String), second: (Status, String?, String), RowCounts)] = [
            // A later word of the company, by however little.
            (
                (.reported, "2026-01-06", "460 BTC"), (.reported, "2026-02-06", "460.1 BTC"),
                RowCounts(inserted: 1, restated: 1)
            ),
            // Its first word, imported later.
            (
                (.reported, "2026-02-06", "460 BTC"), (.preliminary, "2026-01-06", "450 BTC"),
                RowCounts(inserted: 1, restated: 1)
            ),
            (
                (.reported, nil, "460 BTC"), (.restated, nil, "450 BTC"),
                .init(inserted: 1, restated: 1)
            ),
            // Another publisher, which cannot restate it.
            (
                (.reported, "2026-01-06", "460 BTC"), (.aggregated, "2026-02-06", "475 BTC"),
                RowCounts(inserted: 1, conflicting: 1)
            ),
            (
                (.estimated, "2026-01-06", "430 BTC"), (.estimated, "2026-02-06", "460 BTC"),
                RowCounts(inserted: 1, conflicting: 1)
            ),
            // A published figure need not meet an estimate.
            (
                (.estimated, "2026-01-06", "430 BTC"), (.reported, "2026-02-06", "460 BTC"),
                RowCounts(inserted: 1)
            ),
            // Intervals that meet: 455 to 465, and 464.5 to 465.5.
            (
                (.reported, "2026-01-06", "460 BTC"), (.aggregated, "2026-02-06", "465 BTC"),
                RowCounts(inserted: 1)
            ),
        ]

    @Test(arguments: Engine.allCases, 0..<7)
    func `a new vintage restates, contradicts or neither, by the rule of the reports`(
        engine: Engine, index: Int
    ) throws {
        let (first, second, counts) = Self.relations[index]
        let book = try engine.book()
        try book.record([
            Observation(
                "RIOT", .btcMined, "2025-12", first.2, published: first.1, source: "a",
                status: first.0)
        ])
        let outcome = try book.record([
            Observation(
                "RIOT", .btcMined, "2025-12", second.2, published: second.1, source: "b",
                status: second.0)
        ])
        #expect(outcome.rowCounts == counts)
        let kinds: [Change.Kind] =
            counts.restated > 0 ? [.restated] : counts.conflicting > 0 ? [.conflicting] : []
        #expect(outcome.changes.map(\.kind) == kinds)
    }

    @Test(arguments: Engine.allCases)
    func `rows of one import that contradict each other are a conflict`(engine: Engine) throws {
        let book = try engine.book()
        let rows = try ["460 BTC", "460 BTC", "461 BTC"].map {
            try Observation("RIOT", .btcMined, "2025-12", $0)
        }
        let outcome = try book.record(rows, keeping: false)
        #expect(outcome.rowCounts == RowCounts(inserted: 1, unchanged: 1))
        #expect(
            outcome.conflicts.map(\.description) == [
                "file.csv:4: RIOT btc_mined 2025-12 is 461 BTC, reported here, but 460 BTC, "
                    + "reported at file.csv:2; keep one of them"
            ])
        #expect(try book.export().isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `a row that the book has, followed by a contradiction, is a conflict`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
        let rows = try ["460 BTC", "461 BTC"].map {
            try Observation("RIOT", .btcMined, "2025-12", $0)
        }
        #expect(try book.record(rows, keeping: false).conflicts.count == 1)
    }

    @Test(arguments: Engine.allCases)
    func `an unknown subject ends the import, and nothing of it is left`(engine: Engine) throws {
        let book = try engine.book()
        #expect(throws: BookError.unknownSubject(code: "NOPE")) {
            try book.record([
                Observation("RIOT", .btcMined, "2025-12", "1 BTC"),
                Observation("NOPE", .btcMined, "2025-12", "1 BTC"),
            ])
        }
        #expect(try book.export().isEmpty)
        #expect(try book.imports().count == 1)
    }

    @Test(arguments: Engine.allCases)
    func `a deleted observation is gone, once`(engine: Engine) throws {
        let book = try engine.book()
        let observation = try Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "a")
        try book.record([observation])
        let moment = try required(Timestamp("2026-03-01T00:00:00Z"))
        #expect(try book.retract(observation, version: "1.0", at: moment) == 3)
        #expect(try book.retract(observation, version: "1.0", at: moment) == nil)
        #expect(try book.export().isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `a snapshot sees one state of the book`(engine: Engine) throws {
        let book = try engine.book()
        let observation = try Observation("RIOT", .btcMined, "2025-12", "460 BTC")
        try book.record([observation])
        let counts = try book.snapshot(failure: \.self) {
            [try book.export().count, try book.vintages(of: "RIOT", metric: .btcMined).count]
        }
        #expect(counts == [1, 1])
    }

    @Test(arguments: 0..<30)
    func `random imports give the same book in every engine`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let books = try Engine.allCases.map { try $0.book() }
        for number in 1...4 {
            let rows = try (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                let (metric, unit) =
                    Bool.random(using: &generator)
                    ? (Metric.btcMined, "BTC") : (.revenue, "USD m")
                return try Observation(
                    ["RIOT", "mara", "CLSK"].randomElement(using: &generator) ?? "RIOT", metric,
                    "2025-0\(Int.random(in: 1...4, using: &generator))",
                    "\(Int.random(in: 1...3, using: &generator)) \(unit)",
                    published: Bool.random(using: &generator) ? "2025-06-01" : nil,
                    source: ["", "a", "b"].randomElement(using: &generator) ?? "")
            }
            let size = Int.random(in: 1...70, using: &generator)
            let keeping = Bool.random(using: &generator)
            let outcomes = try books.map {
                try $0.record(rows, file: "\(number).csv", keeping: keeping, batches: size)
            }
            for (book, outcome) in zip(books, outcomes).dropFirst() {
                #expect(outcomes[0].rowCounts == outcome.rowCounts)
                #expect(outcomes[0].changes == outcome.changes)
                #expect(outcomes[0].conflicts == outcome.conflicts)
                #expect(try books[0].export() == book.export())
                #expect(try books[0].imports() == book.imports().map(\.withoutUser))
            }
        }
        for number in try books[0].imports().map(\.number).reversed() {
            let undone = try books.map {
                try $0.undo(number, at: try required(Timestamp("2026-02-01T00:00:00Z")))
            }
            #expect(Set(undone).count == 1)
            #expect(try Set(books.map { try $0.export() }).count == 1)
        }
    }
}
