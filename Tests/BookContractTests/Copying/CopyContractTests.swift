import Bookkeeping
import Mining
import TestSupport
import Testing

/// What every storage engine must do when a book is copied from it, and to it.
@Suite("Contract of a book: copies")
struct CopyContractTests {
    private let folder: CopyFolder

    init() throws { folder = try CopyFolder() }

    private func moment(_ second: Int) -> Timestamp {
        Timestamp(secondsSince1970: 1_900_000_000 + second)
    }

    /// A random book with corrections, retractions and imports that were undone.
    private func randomBook(_ engine: Engine, seed: UInt64) throws -> any OpenBook {
        var generator = SeededGenerator(seed: seed)
        var growing = try GrowingBook(engine)
        for time in 0..<30 { try growing.grow(by: &generator, at: time) }
        return growing.book
    }

    /// Everything that a book says about itself, except who imported. What one command corrected at once
    /// has no order.
    private func everything(in book: any OpenBook) throws -> [String] {
        let subjects = try book.companies().map(\.ticker) + book.groups() + ["BTC", "NEW"]
        return try content(of: book)
            + book.imports().map { "\($0.withoutUser)" }
            + book.sources().map { "\($0)" }
            + subjects.flatMap { subject in
                try book.vintages(of: subject, metric: nil).map { "\($0)" }
                    + book.corrections(of: subject, metric: nil).map { "\($0)" }.sorted()
            }
            + book.allClaims().map { "\($0)" } + book.check().map { "\($0)" }.sorted()
    }

    /// Expects two books to say the same, and shows the first difference.
    private func expectSame(
        _ one: any OpenBook, _ two: any OpenBook, at location: SourceLocation = #_sourceLocation
    ) throws {
        let (first, second) = (try everything(in: one), try everything(in: two))
        #expect(first.count == second.count, sourceLocation: location)
        let difference = zip(first, second).first { $0 != $1 }
        #expect(difference == nil, "\(difference as Any)", sourceLocation: location)
    }

    @Test(arguments: Engine.copies, 0..<3 as Range<UInt64>)
    func `a copy has everything, and goes on like the book`(
        engines: (from: Engine, to: Engine), seed: UInt64
    ) throws {
        let book = try randomBook(engines.from, seed: seed)
        let copy = try book.copy(to: try CopyPlace(engines.to, in: folder))
        try expectSame(copy, book)

        // Both get the same new rows with the same numbers, and lose the same ones.
        for one in [book, copy] {
            try one.record([Company(ticker: "ADDED", name: "Added")])
            try one.record([try Observation("ADDED", .btcMined, "2025-12", "1 BTC", source: "x")])
        }
        try expectSame(copy, book)
        for number in (1...(try book.imports().count)).reversed() {
            let results = [book, copy].map { one in
                Result { try one.undo(number, at: moment(number)) }.map { "\($0)" }
                    .flatMapError { .success("\($0)") as Result<String, Never> }
            }
            #expect(results[0] == results[1])
        }
        try expectSame(copy, book)
    }

    @Test(arguments: Engine.copies)
    func `a copy of a copy in the first engine has the same rows`(
        engines: (from: Engine, to: Engine)
    ) throws {
        let book = try randomBook(engines.from, seed: 77)
        let there = try book.copy(to: try CopyPlace(engines.to, in: folder))
        let back = try there.copy(to: try CopyPlace(engines.from, in: folder))
        try expectSame(back, book)
    }

    @Test(arguments: Engine.copies)
    func `unknown days, long texts and the greatest numbers are copied as they are`(
        engines: (from: Engine, to: Engine)
    ) throws {
        let book = try engines.from.book()
        let long = String(repeating: "long \"text\"\\N\t", count: 2_000)
        let sources = [
            "", "a", "e\u{301}", "\u{E9}", "\u{1F4A3}", #"\."#, "line\nfeed", "tab\t", long,
        ]
        var rows = try sources.map { source in
            try Observation("RIOT", .btcHeld, "2025-12-31", "1.50 BTC", source: source)
        }
        rows[0].note = ""
        rows[1].note = long
        rows[2].publishedOn = .firstOfPublication
        rows[3].publishedOn = .last
        for (index, digits) in ([.max, .min + 1, 0, -1] as [Int64]).enumerated() {
            var row = rows[0]
            row.period = Period(day: Day.last.advanced(by: -index))
            row.value = try required(Quantity(digits: digits, unit: .satoshi, decimals: 0))
            rows.append(row)
        }
        try book.record(rows)
        try book.record([
            Membership(group: "a group", ticker: "RIOT", joinedOn: .first, leftOn: .last),
            Membership(group: "a group", ticker: "MARA"),
        ])
        try book.record([Alias(alias: "RIOTX", ticker: "RIOT", validTo: .last)])
        try book.record([ShareBasis(ticker: "RIOT", adsRatio: ShareRatio(8, 1))])
        let copy = try book.copy(to: try CopyPlace(engines.to, in: folder))
        try expectSame(copy, book)
    }

    @Test(arguments: Engine.copies)
    func `more rows than a batch holds are copied`(engines: (from: Engine, to: Engine)) throws {
        let book = try engines.from.book()
        try book.record(
            try (0..<4_500).map { index in
                var row = try Observation(
                    "RIOT", .btcHeld, "2025-12-31", "\(index) BTC", source: "\(index % 9)")
                row.period = Period(day: try required(Day(number: 19_000 - index)))
                return row
            })
        let copy = try book.copy(to: try CopyPlace(engines.to, in: folder))
        #expect(try copy.export() == book.export())
    }

    // MARK: What fails

    /// Expects that a copy to `place` that `change` alters on its way is refused, and leaves nothing.
    private func expectDifference(
        _ row: String, in place: CopyPlace, of book: any OpenBook,
        _ change: @escaping (TableRows, BookTable) -> TableRows
    ) throws {
        #expect(throws: BookError.copyDiffers(book: "the copy", row: row)) {
            try place.create { (new) throws(BookError) in
                _ = try BookCopying.copy(
                    book, into: AlteringBook(new, change), named: "the copy")
            }
        }
        #expect(try place.isEmpty)
    }

    @Test(arguments: Engine.copies)
    func `a row that is altered, lost or added on the way is found, and nothing is left`(
        engines: (from: Engine, to: Engine)
    ) throws {
        let book = try engines.from.book()
        try book.record([
            try Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "a"),
            try Observation("RIOT", .btcMined, "2025-12", "461 BTC", source: "b"),
        ])
        try book.record([try Observation("RIOT", .btcMined, "2025-12", "462 BTC", source: "a")])
        let place = try CopyPlace(engines.to, in: folder)
        let title = { (source: Int) in
            "the row of observation with subject 2, metric 6, period_end 2025-12-31, period_start "
                + "2025-12-01, published_on none, source \(source)"
        }
        try expectDifference(title(2), in: place, of: book) { rows, table in
            rows.altered(in: table, "observation", row: 1, column: "value") { $0 + 1 }
        }
        try expectDifference(title(2), in: place, of: book) { rows, table in
            rows.altered(in: table, "observation", row: 1, column: "source") { $0 + 1 }
        }
        try expectDifference(title(1), in: place, of: book) { rows, table in
            rows.without(row: 0, of: table, "observation")
        }
        try expectDifference(title(2), in: place, of: book) { rows, table in
            rows.without(row: 1, of: table, "observation")
        }
        try expectDifference(title(3), in: place, of: book) { rows, table in
            rows.withMore(of: table, "observation", like: 1, column: "source") { $0 + 1 }
        }
        try expectDifference(
            "the row of correction with id 1", in: place, of: book
        ) { rows, table in
            rows.altered(in: table, "correction", row: 0, column: "corrected_at") { $0 - 1 }
        }
        // Unaltered, it is copied to the same place.
        _ = try book.copy(to: place)
    }

    @Test(arguments: Engine.ofCopies)
    func `what fails while a book is made leaves nothing`(engine: Engine) throws {
        let place = try CopyPlace(engine, in: folder)
        #expect(throws: BookError.unknownSubject(code: "x")) {
            try place.create { (_) throws(BookError) in throw .unknownSubject(code: "x") }
        }
        #expect(try place.isEmpty)
    }

    @Test(arguments: Engine.ofCopies.filter { $0 != .memory })
    func `nothing is copied over a book`(engine: Engine) throws {
        let place = try CopyPlace(engine, in: folder)
        let copy = try engine.book().copy(to: place)
        let before = try everything(in: copy)
        let reason =
            engine == .sqlite
            ? "there is a file with that name; name a new one"
            : "there is a book; name a database or search_path without one"
        #expect(throws: BookError.cannotCreate(book: place.name, reason: reason)) {
            try engine.book().copy(to: place)
        }
        #expect(try everything(in: try place.book()) == before)
    }
}
