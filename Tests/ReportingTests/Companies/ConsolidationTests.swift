import Mining
import TestSupport
import Testing

@testable import Reporting

@Suite("A parent and the subsidiary it consolidates")
struct ConsolidationTests {
    private func family(joined: String = "2025-09-01", left: String? = nil) throws -> ArrayBook {
        var book = ArrayBook()
        book.allCompanies = [
            Company(ticker: "HUT", name: "Hut 8"),
            Company(ticker: "ABTC", name: "American Bitcoin", parent: "HUT"),
            Company(ticker: "SUB", name: "Its own", parent: "ABTC"),
        ]
        try book.add(members: "HUT")
        try book.add(members: "ABTC", "SUB", joined: joined, left: left)
        for (ticker, value) in [("HUT", "26.0"), ("ABTC", "24.0"), ("SUB", "1.0")] {
            try book.add(ticker, .deployedHashrate, "2026-01-15", "\(value) EH/s")
        }
        return book
    }

    @Test
    func `a parent and its subsidiary are never both counted, and a note names the subsidiary`()
        throws
    {
        let report = try ask(.sector, of: try family())
        #expect(try report.headline(.hashrate) == 26)
        #expect(try report.headline(.companies) == 1)
        #expect(
            report.notes.filter { $0.contains("consolidates") } == [
                "ABTC is not counted in addition to HUT, which consolidates it.",
                "SUB is not counted in addition to HUT, which consolidates it.",
            ])
    }

    @Test func `a subsidiary counts if none of its parents is a member on that day`() throws {
        var book = try family()
        book.allMemberships.removeAll { $0.ticker == "HUT" }
        let report = try ask(.sector, of: book)
        #expect(try report.headline(.hashrate) == 24)
        #expect(
            report.notes.contains("SUB is not counted in addition to ABTC, which consolidates it."))
        let before = try family(joined: "2025-09-01", left: "2026-01-14")
        #expect(try ask(.sector, of: before).notes.allSatisfy { !$0.contains("consolidates") })
    }

    @Test func `the parent of a parent consolidates too`() throws {
        var book = try family()
        book.allMemberships.removeAll { $0.ticker == "ABTC" }
        let report = try ask(.sector, of: book)
        #expect(try report.headline(.hashrate) == 26)
        #expect(
            report.notes.contains("SUB is not counted in addition to HUT, which consolidates it."))
    }

    @Test func `the rule holds for a book without groups, too`() throws {
        var book = try family()
        book.allMemberships = []
        #expect(try ask(.sector, of: book, scope: .allCompanies).headline(.hashrate) == 26)
    }

    @Test func `companies that consolidate each other are not counted, and notes name each`() throws
    {
        var book = try family()
        book.allCompanies[0].parent = "SUB"
        let report = try ask(.sector, of: book)
        #expect(try report.headline(.companies) == 0)
        #expect(report.notes.count { $0.contains("consolidates it") } == 3)
    }

    /// Random parents and memberships, checked with an independent rule: no counted member is an
    /// ancestor of another one.
    @Test(arguments: 0..<200)
    func `no total counts a company together with one of its parents`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let tickers = ["A", "B", "C", "D", "E", "F"]
        var book = ArrayBook()
        var expected = 0
        var isMember: [Bool] = []
        var parents: [Int?] = []
        for (index, ticker) in tickers.enumerated() {
            // The parent is earlier in the list, so there are no circles.
            let parent =
                index > 0 && Bool.random(using: &random)
                ? Int.random(in: 0..<index, using: &random) : nil
            parents.append(parent)
            book.allCompanies.append(
                Company(ticker: ticker, name: ticker, parent: parent.map { tickers[$0] }))
            isMember.append(Bool.random(using: &random))
            if isMember[index] { try book.add(members: ticker) }
            try book.add(ticker, .deployedHashrate, "2026-01-15", "\(1 << index) EH/s")
        }
        for index in tickers.indices where isMember[index] {
            var next = parents[index]
            var isConsolidated = false
            while let ancestor = next {
                if isMember[ancestor] { isConsolidated = true }
                next = parents[ancestor]
            }
            if !isConsolidated { expected += 1 << index }
        }
        let sector = try ask(.sector, of: book)
        #expect(try sector.headline(.hashrate) ?? 0 == Double(expected))
        let league = try ask(.hashrate, of: book)
        let counted = try league.tickers("companies").compactMap {
            try league.company($0, "deployed_hashrate")
        }
        #expect(counted.reduce(0, +) == Double(expected))
    }
}
