import Bookkeeping
import Mining
import TestSupport
import Testing

/// What every storage engine must tell about what a book had after each of its imports.
@Suite("Contract of a book: snapshots")
struct HistoryContractTests {
    private func moment(_ day: String) throws -> Timestamp {
        try required(Timestamp("\(day)T00:00:00Z"))
    }

    private func mined(
        _ value: String, _ period: String = "2025-12", source: String = "a"
    ) throws -> Observation {
        try Observation("RIOT", .btcMined, period, value, source: source)
    }

    /// Each version of an observation, in the order of the walk: `460 BTC of 2025-12 in 2..<4`.
    private func history(of book: any OpenBook) throws -> [String] {
        let walk = try book.observationHistory(Lifespans(try book.imports()))
        var batch = HistoryBatch()
        var versions: [String] = []
        while try walk.next(into: &batch) {
            for (row, lifespan) in zip(batch.observations.rows, batch.lifespans) {
                versions.append("\(row.value) of \(row.period) in \(lifespan.shown)")
            }
        }
        return versions
    }

    @Test(arguments: Engine.allCases)
    func `a corrected figure is in the snapshots up to the import that corrected it`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([mined("460 BTC"), mined("428 BTC", "2025-11")])
        try book.record([mined("461 BTC")])
        try book.record([mined("460 BTC")])
        #expect(
            try history(of: book) == [
                "428 BTC of 2025-11 in 2...", "460 BTC of 2025-12 in 2..<3",
                "461 BTC of 2025-12 in 3..<4", "460 BTC of 2025-12 in 4...",
            ])
    }

    @Test(arguments: Engine.allCases)
    func `a retraction ends a figure, and another import begins it again`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([mined("460 BTC")])
        _ = try book.retract(try mined("460 BTC"), version: "1.0", at: try moment("2026-02-01"))
        #expect(try history(of: book) == ["460 BTC of 2025-12 in 2..<3"])
        try book.record([mined("460 BTC")])
        #expect(
            try history(of: book) == [
                "460 BTC of 2025-12 in 2..<3", "460 BTC of 2025-12 in 4...",
            ])
    }

    @Test(arguments: Engine.allCases)
    func `what was undone is in no snapshot, and what it replaced is as before`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([mined("460 BTC")])
        let before = try history(of: book)
        try book.record([mined("461 BTC"), mined("9 BTC", "2026-01")])
        #expect(
            try history(of: book) == [
                "460 BTC of 2025-12 in 2..<3", "461 BTC of 2025-12 in 3...",
                "9 BTC of 2026-01 in 3...",
            ])
        _ = try book.undo(3, at: try moment("2026-02-01"))
        #expect(try history(of: book) == before)
        _ = try book.retract(try mined("460 BTC"), version: "1.0", at: try moment("2026-02-02"))
        _ = try book.undo(4, at: try moment("2026-02-03"))
        #expect(try history(of: book) == before)
        _ = try book.undo(2, at: try moment("2026-02-04"))
        #expect(try history(of: book).isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `versions are in the order of metric, import, period, subject and source`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        let rows = [
            try Observation("RIOT", .btcHeld, "2025-12-31", "3 BTC"),
            try mined("5 BTC", source: "é"), try mined("4 BTC", source: "z"),
            try mined("6 BTC", "2026-01"),
            try Observation("MARA", .btcMined, "2025-12", "2 BTC"),
            try Observation("RIOT", .btcMined, "2025-12", "7 BTC", published: "2026-01-05"),
        ]
        try book.record(rows)
        try book.record([mined("1 BTC", "2025-11")])
        #expect(
            try history(of: book) == [
                "2 BTC of 2025-12 in 2...", "4 BTC of 2025-12 in 2...", "5 BTC of 2025-12 in 2...",
                "7 BTC of 2025-12 in 2...", "6 BTC of 2026-01 in 2...", "1 BTC of 2025-11 in 3...",
                "3 BTC of 2025-12-31 in 2...",
            ])
    }

    @Test(arguments: Engine.allCases)
    func `a version names the file and line that it was read from`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([mined("428 BTC", "2025-11"), mined("460 BTC")], file: "q4.csv")
        let walk = try book.observationHistory(Lifespans(try book.imports()))
        var batch = HistoryBatch()
        #expect(try walk.next(into: &batch))
        #expect(batch.observations.rows.map(\.line) == [2, 3])
        #expect(
            batch.files == Array(repeating: FilePosition(importNumber: 2, index: 0), count: 2))
        #expect(try !walk.next(into: &batch))
    }

    @Test(arguments: Engine.allCases)
    func `companies, aliases, share facts, members and claims have snapshots, too`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        let basis = ShareBasis(ticker: "RIOT", split: ShareRatio(2, 1))
        try book.record([
            Membership(group: "us-listed", ticker: "RIOT"),
            Membership(group: "us-listed", ticker: "MARA"),
        ])
        try book.record([Membership(group: "us-listed", ticker: "RIOT", leftOn: Day("2026-01-01"))])
        try book.record([Alias(alias: "RIOT BLOCKCHAIN", ticker: "RIOT")])
        try book.record([ShareBasis(ticker: "RIOT", from: Day("2026-01-02"), split: basis.split)])
        try book.record([try Claim("JPMorgan", "hashrate", "2026-01-15", "419 EH/s")])
        try book.record([Company(ticker: "RIOT", name: "Riot")])
        try book.record([Company(ticker: "MARA", name: "Mara")])
        _ = try book.undo(8, at: try moment("2026-02-01"))
        let versions = Lifespans(try book.imports()).of(try book.registerVersions())
            .map { "\($0.row.kind) \($1.shown)" }
        #expect(
            versions.sorted() == [
                // The former name of RIOT is an alias since import 7.
                "aliases 4...", "aliases 7...", "claims 6...", "companies 1...", "companies 1...",
                "companies 1..<7", "companies 7...", "groups 2...", "groups 2..<3", "groups 3...",
                "share_basis 5...",
            ])
    }
}

/// Which versions of a row snapshots have.
@Suite("Lifespans of rows")
struct LifespanTests {
    /// Of a book with imports 1 to 9, of which 4 and 5 were undone.
    private let lifespans: Lifespans

    init() throws {
        let time = try required(Timestamp("2026-01-15T12:00:00Z"))
        lifespans = Lifespans(
            (1...9).map { number in
                ImportRecord(
                    number: number, recorded: time, version: "1.0",
                    undone: number == 4 || number == 5 ? time : nil, files: [])
            })
    }

    @Test func `what the book has lives from its import on`() {
        #expect(lifespans.ofPresent(recordedBy: 3, after: nil) == Lifespan(first: 3, end: nil))
        #expect(lifespans.ofPresent(recordedBy: nil, after: nil) == Lifespan(first: 0, end: nil))
        // Another program put it back, or put it where another version was.
        #expect(lifespans.ofPresent(recordedBy: 4, after: nil) == Lifespan(first: 0, end: nil))
        #expect(lifespans.ofPresent(recordedBy: 4, after: 6) == Lifespan(first: 6, end: nil))
        #expect(lifespans.ofPresent(recordedBy: nil, after: 6) == Lifespan(first: 6, end: nil))
    }

    @Test func `what an import replaced lives until then`() {
        #expect(
            lifespans.ofReplaced(recordedBy: 3, by: 6, after: nil) == Lifespan(first: 3, end: 6))
        #expect(
            lifespans.ofReplaced(recordedBy: nil, by: 6, after: nil) == Lifespan(first: 0, end: 6))
        #expect(
            lifespans.ofReplaced(recordedBy: nil, by: 6, after: 3) == Lifespan(first: 3, end: 6))
        #expect(lifespans.ofReplaced(recordedBy: nil, by: 6, after: 6) == nil)
    }

    @Test func `what was undone, or replaced by that or by another program, is in no snapshot`() {
        #expect(lifespans.ofReplaced(recordedBy: 4, by: 6, after: nil) == nil)
        #expect(lifespans.ofReplaced(recordedBy: 3, by: 5, after: nil) == nil)
        #expect(lifespans.ofReplaced(recordedBy: 3, by: nil, after: nil) == nil)
        #expect(lifespans.ofReplaced(recordedBy: nil, by: nil, after: nil) == nil)
    }

    @Test func `of another program's company, a snapshot has one version`() throws {
        func version(_ name: String, by end: Int?) throws -> RegisterVersion {
            let time = try required(Timestamp("2026-01-15T12:00:00Z"))
            return RegisterVersion(
                row: .company(Company(ticker: "RIOT", name: name)), origin: nil, file: nil,
                replacement: end.map { Replacement(isDeleted: true, at: time, importNumber: $0) })
        }
        let found = try lifespans.of([
            version("one", by: 3), version("two", by: 6), version("undone", by: 5),
            version("now", by: nil),
        ])
        #expect(found.map(\.1.shown) == ["0..<3", "3..<6", "6..."])
    }

    @Test func `what an import recorded and replaced itself is in no snapshot`() {
        #expect(lifespans.ofReplaced(recordedBy: 6, by: 6, after: nil) == nil)
    }
}

extension Lifespan {
    /// `2..<4`, or `2...` for what the book has.
    fileprivate var shown: String { "\(first)" + (end.map { "..<\($0)" } ?? "...") }
}
