import Bookkeeping
import Mining
import TestSupport
import Testing

/// Merging rows that are no observations.
@Suite("Contract of a book: merging companies, groups and claims")
struct MergeRegisterTests {
    @Test(arguments: Engine.mergeable)
    func `rows of every kind are taken over, and undone`(engine: Engine) throws {
        let (one, two) = (try MergingBook(engine, "a"), try MergingBook(engine, "b"))
        let before = try content(of: one.book)
        try two.importing(.companies) { session, file in
            try session.record(
                lined([Company(ticker: "NEW", name: "New Miner", parent: "RIOT")]), from: file)
        }
        try two.importing(.aliases) { session, file in
            try session.record(
                lined([Alias(alias: "OLD", ticker: "NEW", note: "former")]), from: file)
        }
        try two.importing(.shareBasis) { session, file in
            try session.record(
                lined([ShareBasis(ticker: "NEW", adsRatio: ShareRatio(15, 1), source: "s")]),
                from: file)
        }
        try two.importing(.groups) { session, file in
            try session.record(
                lined([Membership(group: "us-listed", ticker: "NEW")]), from: file)
        }
        let claim = try Claim("JPMorgan", "hashrate", "2025-12-31", "419 EH/s", source: "s")
        try two.importing(.claims) { session, file in
            try session.record(lined([claim]), from: file)
        }
        let summary = try one.merge(two)
        #expect(try content(of: one.book) == content(of: two.book))
        #expect(summary.numbers == [2, 3, 4, 5, 6])
        for kind in [FileKind.companies, .aliases, .shareBasis, .groups, .claims] {
            #expect(summary.rowCounts[kind]?.inserted == 1, "\(kind)")
        }
        #expect(
            try one.book.imports().dropFirst().map { $0.files[0].rowCounts }
                == Array(repeating: RowCounts(inserted: 1), count: 5))
        #expect(try one.merge(two).total == RowCounts(unchanged: 8))
        for number in summary.numbers.reversed() {
            _ = try one.book.undo(number, at: Timestamp(secondsSince1970: 1_900_000_000))
        }
        #expect(try content(of: one.book) == before)
    }

    @Test(arguments: Engine.mergeable)
    func `a renamed company keeps the alias of the book that renamed it`(engine: Engine) throws {
        let (one, two) = (try MergingBook(engine, "a"), try MergingBook(engine, "b"))
        try two.importing(.companies, on: "2026-02-01") { session, file in
            try session.record(lined([Company(ticker: "RIOT", name: "Riot Inc.")]), from: file)
        }
        let summary = try one.merge(two)
        #expect(summary.rowCounts[.companies] == RowCounts(unchanged: 2, corrected: 1))
        #expect(
            try one.book.aliases() == [
                Alias(
                    alias: "Riot Platforms, Inc.", ticker: "RIOT",
                    validTo: try required(Day("2026-02-01")))
            ])
        #expect(try content(of: one.book) == content(of: two.book))
    }

    @Test(arguments: Engine.mergeable)
    func `companies, groups and claims that differ are conflicts`(engine: Engine) throws {
        let books = try ["a", "b"].map { try MergingBook(engine, $0) }
        for (index, book) in books.enumerated() {
            let country = index == 0 ? "Canada" : "Kenya"
            try book.importing(.companies) { session, file in
                try session.record(
                    lined([Company(ticker: "CLSK", name: "CleanSpark, Inc.", country: country)]),
                    from: file)
            }
            try book.importing(.groups) { session, file in
                let left = try required(Day("2025-0\(index + 1)-01"))
                try session.record(
                    lined([Membership(group: "us-listed", ticker: "RIOT", leftOn: left)]),
                    from: file)
            }
            try book.importing(.claims) { session, file in
                let claim = try Claim(
                    "JPMorgan", "hashrate", "2025-12-31", "\(400 + index) EH/s", source: "s")
                try session.record(lined([claim]), from: file)
            }
        }
        let refused = try books[0].merge(books[1])
        #expect(refused.conflictCount == 3)
        #expect(
            refused.conflicts.map {
                "\($0.title): \($0.ours.content ?? "-") | \($0.theirs.content ?? "-")"
            } == [
                "CLSK: \"CleanSpark, Inc., Canada, 9\" | \"CleanSpark, Inc., Kenya, 9\"",
                "RIOT in us-listed: a member to 2025-01-01 | a member to 2025-02-01",
                "JPMorgan's hashrate of us-listed on 2025-12-31: 400 EH/s | 401 EH/s",
            ])
        let summary = try books[0].merge(books[1], prefer: .theirs)
        #expect(summary.takenConflicts == 3)
        #expect(try content(of: books[0].book) == content(of: books[1].book))
    }

    @Test(arguments: Engine.mergeable)
    func `a code that is a company here and a group there cannot be merged`(
        engine: Engine
    ) throws {
        let (one, two) = (try MergingBook(engine, "a"), try MergingBook(engine, "b"))
        try one.importing(.companies) { session, file in
            try session.record(lined([Company(ticker: "TOP", name: "Top Miner")]), from: file)
        }
        try two.importing(.groups) { session, file in
            try session.record(lined([Membership(group: "top", ticker: "RIOT")]), from: file)
        }
        #expect(
            throws: BookError.codeTaken(code: "top", by: .company, wanted: .group)
        ) { try one.merge(two) }
        #expect(throws: BookError.self) { try two.merge(one) }
        #expect(try one.book.imports().count == 2)
    }

    @Test(arguments: Engine.mergeable)
    func `what fits together only in one book at a time is found`(engine: Engine) throws {
        let (one, two) = (try MergingBook(engine, "a"), try MergingBook(engine, "b"))
        for (book, ticker) in [(one, "RIOT"), (two, "MARA")] {
            try book.importing(.aliases) { session, file in
                try session.record(lined([Alias(alias: "OLD", ticker: ticker)]), from: file)
            }
        }
        let summary = try one.merge(two)
        #expect(summary.findings.count == 1)
        guard case .sharedAlias = try required(summary.findings.first) else {
            Issue.record("\(summary.findings)")
            return
        }
        #expect(try one.merge(two).findings.isEmpty)
    }
}
