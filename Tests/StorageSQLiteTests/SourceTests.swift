import Bookkeeping
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Sources and their numbers")
struct SourceTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    @Test func `sources are counted`() throws {
        try book.record([
            Observation("RIOT", .btcMined, "2025-12", "5 BTC", source: "b"),
            Observation("RIOT", .btcMined, "2025-11", "5 BTC", source: "b"),
            Observation("RIOT", .btcMined, "2025-10", "5 BTC", source: "a"),
            Observation("RIOT", .btcMined, "2025-09", "5 BTC"),
        ])
        #expect(
            try book.database.sources() == [
                SourceUse(text: "a", observations: 1, claims: 0),
                SourceUse(text: "b", observations: 2, claims: 0),
            ])
    }

    @Test func `a source keeps its number, whatever other texts are looked up with it`() throws {
        try book.importing { _ in
            let sources = try SourceNumbers(on: book.database.connection)
            let texts = (0..<100).map { "https://example.com/\($0)" }
            let numbers = try sources.numbers(of: texts)
            #expect(Set(numbers).count == 100)
            #expect(try sources.numbers(of: texts.reversed()) == numbers.reversed())
            // Known and new texts together, and the empty one.
            _ = try sources.numbers(of: (0..<100).map { "other \($0)" })
            let mixed = try sources.numbers(of: ["new", texts[7], "", texts[99]])
            #expect(mixed[1] == numbers[7] && mixed[2] == 0 && mixed[3] == numbers[99])
            #expect(!numbers.contains(mixed[0]) && mixed[0] != 0)
            #expect(try sources.numbers(of: ["new"]) == [mixed[0]])
            #expect(try sources.numbers(of: []) == [])
        }
    }

    @Test func `sources that differ only in Unicode normalization are two sources`() throws {
        try book.importing { _ in
            let sources = try SourceNumbers(on: book.database.connection)
            let numbers = try sources.numbers(of: ["\u{E9}", "e\u{301}"])
            #expect(Set(numbers).count == 2)
        }
    }

    @Test func `sources with the same digest are told apart`() throws {
        // Their digits form the same number.
        let texts = ["a1b2", "a12b", "ab12", "1a2b"]
        #expect(Set(texts.map { SourceDigest.digest(of: $0.utf8Span.span) }).count == 1)
        try book.importing { _ in
            let sources = try SourceNumbers(on: book.database.connection)
            let numbers = try sources.numbers(of: texts)
            #expect(Set(numbers).count == 4)
            #expect(try sources.numbers(of: texts) == numbers)
        }
    }

    @Test func `leading digits of a long number are not lost in a digest`() {
        let texts = (0..<1000).map { "https://x.example/\($0)?asof=20260115123000000000000000" }
        let digests = Set(texts.map { SourceDigest.digest(of: $0.utf8Span.span) })
        #expect(digests.count > 990)
    }

    @Test func `a source is refused if there is no number left`() throws {
        _ = try book.shell("INSERT INTO source (id, text) VALUES (9223372036854775807, 'last')")
        let error = #expect(throws: BookError.self) {
            try book.record([
                Observation("RIOT", .btcMined, "2025-12", "5 BTC", source: "one more")
            ])
        }
        #expect(
            error == .unreadable(book: book.path, column: "id", value: "9223372036854775807"))
    }

    @Test func `a source that another program wrote, even twice, is found by its text`() throws {
        _ = try book.shell(
            "INSERT INTO source (text) VALUES ('theirs'), ('x'), ('theirs');"
                + "UPDATE source SET text = 'changed' WHERE text = 'x'")
        let known = try book.shell("SELECT min(id) FROM source WHERE text IN ('theirs', 'changed')")
        try book.importing { _ in
            let sources = try SourceNumbers(on: book.database.connection)
            let numbers = try sources.numbers(of: ["changed", "theirs"])
            #expect(numbers.map(String.init) == [String(try required(Int(known)) + 1), known])
        }
    }
}

extension SourceNumbers {
    fileprivate func numbers(of texts: [String]) throws -> [Int] {
        var table = StringPool()
        for text in texts { _ = table.add(text) }
        return try numbers(of: table, used: Array(repeating: true, count: table.count))
    }
}
