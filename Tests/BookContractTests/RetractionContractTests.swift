import Bookkeeping
import Mining
import TestSupport
import Testing

/// What every storage engine must do with retractions, and with the history of corrections.
@Suite("Contract of a book: retractions and corrections")
struct RetractionContractTests {
    private func moment(_ day: String) throws -> Timestamp {
        try required(Timestamp("\(day)T00:00:00Z"))
    }

    private func mined(_ value: String, source: String = "a") throws -> Observation {
        try Observation("RIOT", .btcMined, "2025-12", value, source: source)
    }

    @Test(arguments: Engine.allCases)
    func `a retraction is in the list of imports, and undo brings the figure back`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([mined("460 BTC"), mined("461 BTC", source: "b")])
        let before = try book.vintages(of: "RIOT", metric: nil)
        let number = try book.retract(
            try mined("460 BTC"), version: "1.0", at: try moment("2026-02-01"))
        #expect(number == 3)
        #expect(try book.export() == [try mined("461 BTC", source: "b")])
        let entry = try required(try book.imports().last)
        #expect(entry.recorded == (try moment("2026-02-01")))
        #expect(entry.files.isEmpty)
        #expect(entry.retracted == [before[0]])
        let undoing = try book.undo(3, at: try moment("2026-03-01"))
        #expect(undoing == Undoing(restored: 1))
        #expect(try book.vintages(of: "RIOT", metric: nil) == before)
        #expect(try book.imports().last?.undone == (try moment("2026-03-01")))
        #expect(try book.check().isEmpty)
        #expect(try book.undo(2, at: try moment("2026-03-02")) == Undoing(removed: 2))
    }

    @Test(arguments: Engine.allCases)
    func `a company does not get the corrections of one that was undone before it`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([Company(ticker: "AAA", name: "First")])
        try book.record([try Observation("AAA", .btcMined, "2025-12", "460 BTC")])
        for number in [3, 2] { _ = try book.undo(number, at: try moment("2026-02-01")) }
        try book.record([Company(ticker: "BBB", name: "Second")])
        #expect(try book.corrections(of: "BBB", metric: nil).isEmpty)
        try book.record([Company(ticker: "AAA", name: "First")])
        #expect(try book.corrections(of: "AAA", metric: nil).count == 1)
        // A group that has the code of a company that was undone is another subject, except for the
        // memory engine, which knows subjects by their codes.
        guard engine != .memory else { return }
        let number = try book.imports().count
        _ = try book.undo(number, at: try moment("2026-02-02"))
        try book.record([Membership(group: "aaa", ticker: "BBB")])
        #expect(try book.corrections(of: "aaa", metric: nil).isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `what the book does not have cannot be retracted, and leaves no entry`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        let number = try book.retract(
            try mined("460 BTC"), version: "1.0", at: try moment("2026-02-01"))
        #expect(number == nil)
        #expect(try book.imports().count == 1)
    }

    @Test(arguments: Engine.allCases)
    func `an import cannot be undone before the retraction of its figure`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([mined("460 BTC")])
        let time = try moment("2026-02-01")
        _ = try book.retract(try mined("460 BTC"), version: "1.0", at: time)
        let december = try required(Period(year: 2025, month: 12))
        #expect(
            throws: BookError.importNeeded(
                number: 2, by: .retracted(row: "RIOT btc_mined", period: december, by: 3))
        ) { try book.undo(2, at: time) }
        #expect(
            throws: BookError.importNeeded(number: 1, by: .named(subject: "RIOT", by: 3))
        ) { try book.undo(1, at: time) }
        for number in [3, 2, 1] { _ = try book.undo(number, at: time) }
        #expect(try book.companies().isEmpty)
        #expect(try book.check().isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func `a retraction cannot be undone while the book has the figure again`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        let time = try moment("2026-02-01")
        let december = try required(Period(year: 2025, month: 12))
        try book.record([mined("460 BTC")])
        _ = try book.retract(try mined("460 BTC"), version: "1.0", at: time)
        try book.record([mined("470 BTC")])
        #expect(
            throws: BookError.importNeeded(
                number: 3, by: .added(row: "RIOT btc_mined", period: december, by: 4))
        ) { try book.undo(3, at: time) }
        _ = try book.retract(try mined("470 BTC"), version: "1.0", at: time)
        #expect(
            throws: BookError.importNeeded(
                number: 3, by: .retracted(row: "RIOT btc_mined", period: december, by: 5))
        ) { try book.undo(3, at: time) }
        for number in [5, 4, 3] { _ = try book.undo(number, at: time) }
        #expect(try book.export() == [try mined("460 BTC")])
    }

    @Test(arguments: Engine.allCases)
    func `corrections say what a figure was, what it became, when and by which import`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([mined("460 BTC")])
        try book.record([mined("461 BTC")])
        try book.record([mined("462 BTC")])
        _ = try book.undo(4, at: try moment("2026-03-01"))
        _ = try book.retract(try mined("461 BTC"), version: "1.0", at: try moment("2026-03-02"))
        _ = try book.undo(5, at: try moment("2026-03-03"))
        let corrections = try book.corrections(of: "RIOT", metric: .btcMined)
        #expect(
            corrections.map { change in
                let (old, new) = (change.old?.value.description, change.new?.value.description)
                return "\(change.kind) \(old ?? "-") \(new ?? "-") \(change.at.day) "
                    + "\(change.importNumber ?? 0)"
            } == [
                "corrected 460 BTC 461 BTC 2026-01-15 3",
                "corrected 461 BTC 462 BTC 2026-01-15 4",
                "undone 462 BTC 461 BTC 2026-03-01 4",
                "retracted 461 BTC - 2026-03-02 5",
                "undone - 461 BTC 2026-03-03 5",
            ])
        #expect(try book.corrections(of: "RIOT", metric: .btcHeld).isEmpty)
        #expect(try book.corrections(of: "MARA", metric: nil).isEmpty)
        #expect(try book.corrections(of: "NOPE", metric: nil).isEmpty)
    }

    @Test(arguments: 0..<20)
    func `random retractions, imports and undos give the same book in every engine`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let books = try Engine.allCases.map { try $0.book() }
        for step in 0..<12 {
            let action = Int.random(in: 0...3, using: &generator)
            let row = try mined(
                "\(Int.random(in: 1...3, using: &generator)) BTC",
                source: ["a", "b"][Int.random(in: 0...1, using: &generator)])
            let number = Int.random(in: 2...8, using: &generator)
            let time = Timestamp(secondsSince1970: 1_800_000_000 + step)
            let results = try books.map { book in
                switch action {
                case 0:
                    let found = try book.retract(row, version: "1.0", at: time)
                    return found.map { "\($0)" } ?? "-"
                case 1:
                    do throws(BookError) {
                        return "\(try book.undo(number, at: time))"
                    } catch {
                        return "\(error)"
                    }
                default: return "\(try book.record([row]).rowCounts)"
                }
            }
            #expect(Set(results).count == 1, "\(step): \(results)")
            #expect(try Set(books.map { try $0.export() }).count == 1)
            #expect(
                try Set(books.map { try $0.corrections(of: "RIOT", metric: nil) }).count == 1)
            #expect(try Set(books.map { try $0.imports().map(\.retracted) }).count == 1)
        }
    }
}
