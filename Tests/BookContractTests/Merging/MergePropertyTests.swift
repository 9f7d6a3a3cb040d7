import Bookkeeping
import Mining
import TestSupport
import Testing

/// What is true of every merge, on random pairs of books that grew apart from a common one.
@Suite("Merging random books")
struct MergePropertyTests {
    static let seeds: Range<UInt64> = 0..<20

    /// Two books that began as one, or with nothing but their companies in common.
    static func pair(_ engine: Engine, seed: UInt64) throws -> (GrowingBook, GrowingBook) {
        var generator = SeededGenerator(seed: seed)
        var (one, two) = (try GrowingBook(engine), try GrowingBook(engine))
        for time in 0..<Int.random(in: 0...6, using: &generator) {
            var same = generator
            try one.grow(by: &generator, at: time)
            try two.grow(by: &same, at: time)
        }
        one.name = "one"
        two.name = "two"
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            try one.grow(by: &generator, at: Int.random(in: 10...15, using: &generator))
        }
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            try two.grow(by: &generator, at: Int.random(in: 10...15, using: &generator))
        }
        return (one, two)
    }

    static func settings(_ preference: MergePreference?) -> MergeSettings {
        var settings = MergeSettings(
            name: "other.db", version: "2.0", now: Timestamp(secondsSince1970: 1_900_000_000))
        settings.preference = preference
        return settings
    }

    static func mirrored(_ preference: MergePreference) -> MergePreference {
        switch preference {
        case .ours: .theirs
        case .theirs: .ours
        case .newer: .newer
        }
    }

    @Test(arguments: seeds)
    func `merging either book into the other gives the same rows, and again nothing`(
        seed: UInt64
    ) throws {
        for preference in MergePreference.allCases {
            let (one, two) = try Self.pair(.memory, seed: seed)
            let (three, four) = try Self.pair(.memory, seed: seed)
            let settings = Self.settings(preference)
            let there = try one.merge(two, settings)
            let back = try four.merge(three, Self.settings(Self.mirrored(preference)))
            #expect(there.obstacles.isEmpty == back.obstacles.isEmpty)
            guard there.obstacles.isEmpty else { continue }
            #expect(there.conflictCount == back.conflictCount)
            let rows = try content(of: one.book)
            #expect(try rows == content(of: four.book), "seed \(seed), \(preference)")
            #expect(try one.book.check().isEmpty)

            let again = try one.merge(two, settings)
            #expect(again.numbers.isEmpty && again.undone.isEmpty, "seed \(seed), \(preference)")
            let across = try one.merge(four, settings)
            #expect(try rows == content(of: one.book), "\(across)")
        }
    }

    @Test(arguments: seeds)
    func `undoing the imports of a merge in reverse gives the book before`(
        seed: UInt64
    ) throws {
        for preference in MergePreference.allCases {
            let (one, two) = try Self.pair(.memory, seed: seed)
            let before = try content(of: one.book)
            let summary = try one.merge(two, Self.settings(preference))
            // What the other book has undone stays undone.
            guard summary.undone.isEmpty else { continue }
            for number in summary.numbers.reversed() {
                _ = try one.book.undo(number, at: Timestamp(secondsSince1970: 1_900_000_001))
            }
            #expect(try before == content(of: one.book), "seed \(seed), \(preference)")
        }
    }

    @Test(arguments: seeds)
    func `a conflict without a preference, and a dry run, change nothing`(
        seed: UInt64
    ) throws {
        let (one, two) = try Self.pair(.memory, seed: seed)
        let (rows, imports) = (try content(of: one.book), try one.book.imports())
        var dry = Self.settings(.theirs)
        dry.isDryRun = true
        let planned = try one.merge(two, dry)
        #expect(try rows == content(of: one.book))
        #expect(try one.book.imports() == imports)
        let refused = try one.merge(two, Self.settings(nil))
        #expect(refused.conflictCount == planned.conflictCount)
        if refused.conflictCount > 0 || !refused.obstacles.isEmpty {
            #expect(try rows == content(of: one.book))
            #expect(try one.book.imports() == imports)
        } else {
            #expect(refused.total == planned.total)
        }
    }

    @Test(arguments: seeds.prefix(6))
    func `every engine merges alike, and undoes it alike`(seed: UInt64) throws {
        for preference in MergePreference.allCases {
            var results: [([String], [ImportRecord], Int, [String])] = []
            for engine in Engine.mergeable {
                let (one, two) = try Self.pair(engine, seed: seed)
                let summary = try one.merge(two, Self.settings(preference))
                let (merged, imports) = (try content(of: one.book), try one.book.imports())
                for number in summary.numbers.reversed() {
                    _ = try one.book.undo(number, at: Timestamp(secondsSince1970: 1_900_000_001))
                }
                results.append(
                    (merged, imports, summary.conflictCount, try content(of: one.book)))
            }
            #expect(results[0] == results[1], "seed \(seed), \(preference)")
        }
    }
}
