import Mining
import Testing

@testable import Reporting

@Suite("Claims checked against the book")
struct VerifyTests {
    private func verify(_ book: ArrayBook, verdict: Verdict? = nil) -> Document {
        VerifyReport(book.allClaims, verdict: verdict, parameters: [], from: book).document
    }

    /// Verdict and reason of the first claim.
    private func first(_ book: ArrayBook) throws -> [String] {
        let table = try #require(verify(book).tables.first)
        return try ["verdict", "reason"].map { name in
            let index = try #require(table.columns.firstIndex { $0.name == name })
            guard case .text(let text) = table.rows[0][index] else { return "" }
            return text
        }
    }

    private func shareBook(_ hashrate: String, of network: String) throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2026-01-15", hashrate)
        try book.add(
            "BTC", .networkHashrate, "2026-01-01/2026-01-15", network,
            source: "https://example.com/network/daily")
        return book
    }

    @Test(arguments: [("194 EH/s", "672 EH/s", "28.9 %"), ("419 EH/s", "1022.7 EH/s", "41 %")])
    func `a share that rounds to the printed digits reproduces`(
        hashrate: String, network: String, printed: String
    ) throws {
        var book = try shareBook(hashrate, of: network)
        try book.claim("network_share", "2026-01-15", printed)
        #expect(try first(book)[0] == "reproduces")
    }

    @Test func `a change that was printed wrongly differs, and the reason says by how much`() throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "188.53 EH/s")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "193.93 EH/s", status: .estimated)
        try book.claim("hashrate.change_percent", "2026-01-15", "2.3 %", since: "2025-12-31")
        #expect(
            try first(book) == [
                "differs", "computed 0.564 points more; 1 of 2 inputs are estimates",
            ])
    }

    @Test func `an interval that overlaps the printed one is consistent`() throws {
        var book = try shareBook("43 EH/s", of: "1000.0 EH/s")
        try book.claim("network_share", "2026-01-15", "4.34 %")
        #expect(
            try first(book) == [
                "consistent",
                "computed 0.040 points less; rests on network_hashrate of example.com",
            ])
    }

    @Test func `a change without a newer figure cannot be checked`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "43 EH/s")
        try book.claim("hashrate.change", "2026-01-15", "0 EH/s", since: "2025-12-31")
        #expect(
            try first(book) == [
                "cannot tell", "no member with a figure at both ends has a newer one since then",
            ])
        book.allClaims = []
        try book.claim(
            "deployed_hashrate.change", "2026-01-15", "0 EH/s", since: "2025-12-31", subject: "AAA")
        #expect(
            try first(book) == [
                "cannot tell", "there is no newer deployed_hashrate than at the base",
            ])
    }

    @Test func `a sum that lacks a member has the verdict cannot tell`() throws {
        var book = try shareBook("43 EH/s", of: "1000.0 EH/s")
        try book.add(members: "BBB")
        try book.claim("hashrate", "2026-01-15", "43 EH/s")
        #expect(try first(book) == ["cannot tell", "hashrate lacks BBB on 2026-01-15"])
    }

    @Test
    func
        `a group without members, a change without a base and an unknown subject cannot be checked`()
        throws
    {
        var book = try shareBook("43 EH/s", of: "1000.0 EH/s")
        try book.claim("companies", "2024-01-15", "14 count")
        #expect(try first(book) == ["cannot tell", "us-listed has no members on 2024-01-15"])
        book.allClaims = []
        try book.claim("network_hashrate.change", "2026-01-15", "1 EH/s", subject: "BTC")
        #expect(
            try first(book) == [
                "cannot tell",
                "there is no base: network_hashrate over 2025-12 is not known",
            ])
        book.allClaims = []
        try book.claim("hashrate", "2026-01-15", "43 EH/s", subject: "AAA")
        #expect(
            try first(book) == [
                "cannot tell", "hashrate is a figure of groups, and AAA is not a group",
            ])
    }

    @Test func `a company's own metric is compared in the printed unit`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .btcMined, "2025-11", "300 BTC")
        try book.add("AAA", .btcMined, "2025-12", "330.6 BTC")
        try book.claim("btc_mined", "2025-12", "331 BTC", subject: "AAA")
        try book.claim(
            "btc_mined.change", "2025-12", "3060000000 sat", since: "2025-11", subject: "AAA")
        try book.claim("btc_mined.change_percent", "2025-12", "10.2 %", subject: "AAA")
        let claims = try #require(verify(book).tables.first)
        let verdict = try #require(claims.columns.firstIndex { $0.name == "verdict" })
        #expect(
            claims.rows.map { $0[verdict] } == [
                .text("reproduces"), .text("reproduces"), .text("reproduces"),
            ])
    }

    @Test func `basis points are differences of percentages`() throws {
        var book = try shareBook("430.0 EH/s", of: "1000.0 EH/s")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "400.0 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12", "1000.0 EH/s")
        try book.claim("network_share.change_bp", "2026-01-15", "300 bp", since: "2025-12")
        #expect(
            try first(book) == [
                "reproduces",
                "computed the same; rests on network_hashrate of example.com,"
                    + " network_hashrate of an unknown source",
            ])
    }

    @Test func `verdicts are counted, and claims can be selected by verdict`() throws {
        var book = try shareBook("43 EH/s", of: "1000.0 EH/s")
        try book.claim("companies", "2026-01-15", "1 count")
        try book.claim("companies", "2026-01-15", "2 count")
        let all = verify(book)
        #expect(
            all.tables[1].rows == [
                [.text("reproduces"), .count(1)], [.text("consistent"), .count(0)],
                [.text("differs"), .count(1)], [.text("cannot tell"), .count(0)],
            ])
        #expect(verify(book, verdict: .differs).tables[0].rows.count == 1)
        #expect(
            verify(book, verdict: .consistent).notes == ["The book has no such claim."])
    }

    @Test func `a change in percent of a base below zero cannot be checked`() throws {
        var book = try shareBook("43 EH/s", of: "1000.0 EH/s")
        for (month, price) in [("2025-11", "95.0 USD/MWh"), ("2025-12", "100.0 USD/MWh")] {
            try book.add("us-listed", .powerPrice, month, price)
            try book.add("BTC", .networkHashrate, month, "1000.0 EH/s")
            try book.add("BTC", .btcPriceAverage, month, "90000.0 USD/BTC")
        }
        try book.add("us-listed", .fleetEfficiency, "2025-11-30", "30.0 J/TH")
        try book.claim(
            "block_reward_gross_profit.change_percent", "2025-12", "13 %", since: "2025-11")
        #expect(try first(book) == ["cannot tell", "the base is not above zero"])
    }

    @Test(arguments: [("0.6", "0.7"), ("0.7", "0.8"), ("0.2", "0.3"), ("1.1", "1.2")])
    func `intervals that meet are consistent`(book value: String, printed: String) throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "\(value) EH/s")
        try book.claim("deployed_hashrate", "2026-01-15", "\(printed) EH/s", subject: "AAA")
        #expect(try first(book)[0] == "consistent")
    }

    @Test(arguments: [
        ("150 PH/s", "0.2"), ("250 PH/s", "0.3"), ("250 PH/s", "0.2"), ("350 PH/s", "0.4"),
    ])
    func `half a digit is rounded up, or to an even digit`(value: String, printed: String) throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2026-01-15", value)
        try book.claim("deployed_hashrate", "2026-01-15", "\(printed) EH/s", subject: "AAA")
        #expect(try first(book)[0] == "reproduces")
    }
}
