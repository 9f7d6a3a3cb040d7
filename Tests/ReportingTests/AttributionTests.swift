import Mining
import TestSupport
import Testing

@testable import Reporting

@Suite("Attribution")
struct AttributionTests {
    @Test func `each change has the right cause and names its members`() throws {
        var book = ArrayBook()
        try book.add(members: "GROWS", "NEWS", "GONE", "FIRM", "TOLD")
        try book.add(members: "JOINS", joined: "2026-01-01")
        try book.add(members: "LEAVES", left: "2025-12-31")
        try book.add("GROWS", .deployedHashrate, "2025-12-31", "10.0 EH/s")
        try book.add("GROWS", .deployedHashrate, "2026-01-10", "12.5 EH/s")
        try book.add("NEWS", .deployedHashrate, "2026-01-10", "4.0 EH/s")
        try book.add("GONE", .deployedHashrate, "2024-12-10", "3.0 EH/s")
        try book.add("JOINS", .deployedHashrate, "2025-12-31", "7.0 EH/s")
        try book.add("LEAVES", .deployedHashrate, "2025-12-31", "6.0 EH/s")
        try book.add("FIRM", .deployedHashrate, "2025-12-31", "1.0 EH/s", status: .estimated)
        try book.add("FIRM", .deployedHashrate, "2026-01-10", "1.5 EH/s")
        try book.add("TOLD", .deployedHashrate, "2025-12-31", "20.0 EH/s")
        try book.add(
            "TOLD", .deployedHashrate, "2026-01-10", "21.0 EH/s", published: "2026-01-11")
        try book.add(
            "TOLD", .deployedHashrate, "2026-01-10", "23.0 EH/s", published: "2026-02-01",
            status: .restated)
        let document = try attribution(of: book)
        #expect(
            try document.parts(of: "hashrate") == [
                "organic": 3.5, "joined": 7, "left": -6, "newly_known": 4, "no_longer_known": -3,
                "restated": 2, "estimate_replaced": 0.5,
            ])
        #expect(
            document.notes.prefix(2) == [
                "Hashrate: +7.0 EH/s since 2025-12-31, over the 3 members with a figure at both "
                    + "ends and the companies that joined or left (JOINS, LEAVES).",
                "Hashrate: the sums also differ by +4.00 EH/s of figures newly known (NEWS) and "
                    + "-3.00 EH/s of figures no longer known (GONE), which is not a change of the "
                    + "members.",
            ])
    }

    @Test func `parts say if members lack a figure, and shares leave out what is newly known`()
        throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA", "NEWS", "NONE")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10.0 EH/s")
        try book.add("AAA", .deployedHashrate, "2026-01-10", "12.0 EH/s")
        try book.add("NEWS", .deployedHashrate, "2026-01-10", "100.0 EH/s")
        let document = try attribution(of: book)
        let table = try #require(document.tables.first { $0.name == "attribution" })
        let parts = table.rows.map { row in
            let marks =
                if case .number(let number) = row[4] { number.marks } else { [Number.Mark]() }
            let share = if case .number(let number) = row[6] { number.text } else { "-" }
            return "\(row[1]) \(marks) \(share)"
        }
        #expect(parts.count == 2)
        #expect(
            parts.contains {
                $0.contains("organic") && $0.contains("likeForLike") && $0.hasSuffix("100l")
            })
        #expect(
            parts.contains {
                $0.contains("newly_known") && $0.contains("incomplete") && $0.hasSuffix("-")
            })
        #expect(document.notes.contains("Hashrate: no figure at either end of NONE."))
    }

    @Test func `a restated share count is not organic`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        for day in ["2025-12-31", "2026-01-15"] {
            try book.add("AAA", .sharePrice, day, "10.00 USD")
        }
        try book.add(
            "AAA", .sharesOutstanding, "2025-12-31", "100 shares m", published: "2026-01-05")
        try book.add(
            "AAA", .sharesOutstanding, "2026-01-15", "100 shares m", published: "2026-01-20")
        try book.add(
            "AAA", .sharesOutstanding, "2026-01-15", "130 shares m", published: "2026-02-05",
            status: .restated)
        #expect(
            try attribution(of: book).parts(of: "market_cap") == [
                "organic": 0, "restated": 300_000_000,
            ])
    }

    @Test func `a restated share count is not organic for shares per ADS either`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        book.allShareBases = [ShareBasis(ticker: "AAA", adsRatio: ShareRatio(15, 1))]
        for day in ["2025-12-31", "2026-01-15"] {
            try book.add("AAA", .sharePrice, day, "10.00 USD")
        }
        try book.add(
            "AAA", .sharesOutstanding, "2025-12-31", "1500 shares m", published: "2026-01-05")
        try book.add(
            "AAA", .sharesOutstanding, "2026-01-15", "1500 shares m", published: "2026-01-20")
        try book.add(
            "AAA", .sharesOutstanding, "2026-01-15", "1530 shares m", published: "2026-02-05",
            status: .restated)
        #expect(
            try attribution(of: book).parts(of: "market_cap") == [
                "organic": 0, "restated": 20_000_000,
            ])
    }

    @Test func `a share count restated for a split alone is no change`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        book.allShareBases = [
            ShareBasis(ticker: "AAA", from: try day("2026-01-18"), split: ShareRatio(25, 1))
        ]
        for day in ["2025-12-31", "2026-01-15"] {
            try book.add("AAA", .sharePrice, day, "4.00 USD", published: "2026-02-01")
        }
        for day in ["2025-12-31", "2026-01-15"] {
            try book.add("AAA", .sharesOutstanding, day, "10.0 shares m", published: "2026-01-16")
            try book.add(
                "AAA", .sharesOutstanding, day, "250.0 shares m", published: "2026-02-01",
                status: .restated)
        }
        #expect(try attribution(of: book).parts(of: "market_cap") == ["organic": 0])
    }

    @Test func `market caps of unlike bases are not divided, and a note says why`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .marketCap, "2025-12-31", "1.000 USD bn")
        try book.add("AAA", .sharePrice, "2026-01-15", "10.00 USD")
        try book.add("AAA", .sharesOutstanding, "2026-01-15", "130.0 shares m")
        let document = try attribution(of: book)
        #expect(try document.parts(of: "market_cap").isEmpty)
        #expect(
            document.notes.contains(
                "Market cap: no change shown, because the market cap of AAA is published at one "
                    + "end and share price times shares at the other."))
    }

    @Test func `a figure that another publisher contradicts is in conflict, not restated`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10.0 EH/s")
        try book.add(
            "AAA", .deployedHashrate, "2026-01-10", "11.0 EH/s", published: "2026-01-10",
            source: "press", status: .aggregated)
        try book.add(
            "AAA", .deployedHashrate, "2026-01-10", "12.0 EH/s", published: "2026-01-11")
        let document = try attribution(of: book)
        #expect(try document.parts(of: "hashrate") == ["conflicting": 2])
        #expect(try document.shown("attribution", "hashrate", "change") == "+2.0x")
        #expect(try document.shown("attribution", "hashrate", "share_of_change") == "100x")
    }

    @Test func `estimates at both ends have a cause of their own, which is marked`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10.0 EH/s", status: .estimated)
        try book.add("AAA", .deployedHashrate, "2026-01-15", "11.0 EH/s", status: .estimated)
        try book.add("BBB", .deployedHashrate, "2025-12-31", "20.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2026-01-15", "23.0 EH/s")
        let document = try attribution(of: book)
        #expect(try document.parts(of: "hashrate") == ["organic": 3, "estimated": 1])
        let table = try #require(document.tables.first { $0.name == "attribution" })
        #expect(table.rows[1][2] == .text("Estimates at both ends"))
        #expect(table.marks(of: table.rows[1]).map(\.marks) == [[.estimated], [.estimated]])
        // The share of a whole that rests on estimates is marked, too.
        #expect(table.marks(of: table.rows[0]).map(\.column) == ["share_of_change"])
    }

    @Test func `shares of a change are whole percents that add up, however uncertain they are`()
        throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10.0 EH/s", status: .estimated)
        try book.add("AAA", .deployedHashrate, "2026-01-15", "10.2 EH/s", status: .estimated)
        try book.add("BBB", .deployedHashrate, "2025-12-31", "20 EH/s")
        try book.add("BBB", .deployedHashrate, "2026-01-15", "23 EH/s")
        let table = try #require(
            try attribution(of: book).tables.first { $0.name == "attribution" })
        let shares = table.rows.map { row in
            if case .number(let number) = row[6] { number.text } else { "" }
        }
        #expect(shares == ["94e", "6e"])
        let sector = try ask(.sector, of: book)
        #expect(try sector.shown("additions", "BBB", "share_of_additions") == "94")
        #expect(try sector.shown("additions", "AAA", "share_of_additions") == "6e")
    }

    @Test func `a member without a newer figure has no cause`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "20.0 EH/s")
        let none = try attribution(of: book)
        #expect(try none.parts(of: "hashrate").isEmpty)
        #expect(try none.shown("companies", "AAA", "change") == "0n")
        #expect(try none.cell("companies", "AAA", "causes") == .missing)
        let sentence =
            "Hashrate: no change shown, because no member with a figure at both ends has a newer one "
            + "since then."
        #expect(none.notes.first == sentence)
        try book.add(members: "NEW", joined: "2026-01-01")
        try book.add("NEW", .deployedHashrate, "2026-01-10", "5.0 EH/s")
        let joined = try attribution(of: book)
        #expect(try joined.parts(of: "hashrate") == ["joined": 5])
        #expect(
            joined.notes.first
                == "Hashrate: +5.00 EH/s since 2025-12-31, only of companies that joined or left (NEW), "
                + "because no member with a figure at both ends has a newer one since then.")
    }

    @Test func `without any figure there are no parts, and a note says so`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        let document = try attribution(of: book)
        #expect(try document.parts(of: "hashrate").isEmpty)
        #expect(document.notes.contains("Hashrate: no member has a figure at either end."))
    }

    @Test(arguments: 0..<200)
    func `the parts add up to the change exactly, whatever happens to the members`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        var book = ArrayBook()
        for ticker in ["AAA", "BBB", "CCC", "DDD", "EEE"] {
            let joined = ["2025-09-01", "2026-01-05"].randomElement(using: &random)
            let left = [nil, nil, "2025-12-31"].randomElement(using: &random) ?? nil
            if joined == "2026-01-05", left != nil { continue }
            try book.add(members: ticker, joined: try #require(joined), left: left)
            for day in ["2024-12-01", "2025-11-30", "2025-12-31", "2026-01-10"] {
                for vintage in 0..<Int.random(in: 0...2, using: &random) {
                    let tenths = Int.random(in: 0...999, using: &random)
                    try book.add(
                        ticker, .deployedHashrate, day, "\(tenths).\(vintage) EH/s",
                        published: ["2026-01-12", "2026-02-01"][vintage],
                        status: try #require(Status.allCases.randomElement(using: &random)))
                }
            }
        }
        let context = try #require(
            ReportContext(
                ReportQuery(
                    on: try period("2026-01-15"), since: try period("2025-12-31"),
                    scope: .group("us-listed")), in: book))
        let calculator = SectorCalculator(context.reader, context.scopeMembers)
        let now = calculator.snapshot(context.on, only: [.hashrate])
        let before = calculator.snapshot(context.since, only: [.hashrate])
        let change = Expression.difference(
            .sum(now.hashrates.map(\.expression)), .sum(before.hashrates.map(\.expression)))
        let total = try attribution(of: book).parts(of: "hashrate")
        // Tenths and hundredths of EH/s are exact in integers, as they are not in `Double`s.
        let hundredths = total.values.reduce(0) { $0 + Int(($1 * 100).rounded()) }
        let exact = try #require(change.exact)
        #expect(
            Int128(hundredths) * powerOfTen(exact.decimals) == exact.mantissa * 100, "\(total)")
    }
}
