import Mining
import Testing

@testable import Reporting

/// Claims have one verdict in `report sector` and in `verify`.
@Suite("Verdicts of the sector report and of verify")
struct ClaimVerdictTests {
    private func verdicts(_ book: ArrayBook) throws -> [String?] {
        let sector = try ask(.sector, of: book, on: "2025-12", since: "2025-11")
        let verify = VerifyReport(book.allClaims, verdict: nil, parameters: [], from: book).document
        let claims = try #require(verify.tables.first)
        let index = try #require(claims.columns.firstIndex { $0.name == "verdict" })
        let code = try #require(book.allClaims.first).figure.base
        return [try sector.cell("headline", code, "verdict"), claims.rows[0][index]].map { cell in
            if case .text(let text) = cell { text } else { nil }
        }
    }

    @Test func `a group without members has no verdict for a margin of its own figures`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", joined: "2026-06-01")
        try book.add("us-listed", .fleetEfficiency, "2025-12-31", "20 J/TH")
        try book.add("us-listed", .powerPrice, "2025-12", "40.0 USD/MWh")
        try book.add("BTC", .btcPriceAverage, "2025-12", "90000 USD/BTC")
        try book.add("BTC", .networkHashrate, "2025-12", "1000.0 EH/s")
        try book.claim("gross_margin", "2025-12", "60 %")
        #expect(try verdicts(book) == ["cannot tell", "cannot tell"])
    }

    @Test func `a figure of two sums lacks the members that either lacks`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .deployedHashrate, "2025-12-31", "50 EH/s")
        }
        for ticker in ["AAA", "BBB", "CCC"] {
            try book.add(ticker, .marketCap, "2025-12-31", "5.0 USD bn")
        }
        try book.add("BTC", .btcPrice, "2025-12-31", "90000 USD/BTC")
        try book.add("BTC", .networkHashrate, "2025-12", "1000.0 EH/s")
        try book.claim("block_reward_multiple_scaled", "2025-12", "3.2 x")
        #expect(try verdicts(book) == ["cannot tell", "cannot tell"])
        let sector = try ask(.sector, of: book, on: "2025-12")
        #expect(try sector.headline(.blockRewardMultipleScaled, "missing") == 1)
        #expect(try sector.headline(.blockRewardMultipleScaled, "reported") == 2)
        let verify = VerifyReport(book.allClaims, verdict: nil, parameters: [], from: book).document
        #expect(verify.tables[0].rows[0].last == .text("hashrate lacks CCC on 2025-12-31"))
    }

    @Test func `a printed change cannot be checked if its ends count different members`() throws {
        var book = try SectorBooks.members()
        try book.claim("hashrate.change", "2026-01-15", "10 EH/s", since: "2025-12-31")
        let verify = VerifyReport(book.allClaims, verdict: nil, parameters: [], from: book).document
        #expect(
            verify.tables[0].rows[0].suffix(2) == [
                .text("cannot tell"), .text("the two ends count different members"),
            ])
    }

    @Test func `a figure is missing if fewer than half of the members have all its inputs`() throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC", "DDD")
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .marketCap, "2025-12-31", "5.0 USD bn")
        }
        for ticker in ["BBB", "CCC"] {
            try book.add(ticker, .deployedHashrate, "2025-12-31", "50 EH/s")
        }
        try book.add("BTC", .btcPrice, "2025-12-31", "90000 USD/BTC")
        try book.add("BTC", .networkHashrate, "2025-12", "1000.0 EH/s")
        let document = try ask(.sector, of: book, on: "2025-12", since: "2025-11")
        #expect(try document.headline(.blockRewardMultiple) != nil)
        #expect(try document.headline(.networkShare) == 10)
        #expect(try document.headline(.blockRewardMultipleScaled) == nil)
        #expect(
            document.notes.contains(
                "Block reward multiple, scaled: not enough data: fewer than half of the members"
                    + " have all of its inputs."))
    }

    @Test func `a figure of two sums is over the members that both sums have`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        for (day, cap) in [("2025-11-30", "4.0"), ("2025-12-31", "6.0")] {
            try book.add("AAA", .marketCap, day, "\(cap) USD bn")
            try book.add("AAA", .deployedHashrate, day, "50.0 EH/s")
            try book.add("BTC", .btcPrice, day, "90000 USD/BTC")
        }
        try book.add("BBB", .deployedHashrate, "2025-12-31", "50.0 EH/s")
        for month in ["2025-11", "2025-12"] {
            try book.add("BTC", .networkHashrate, month, "1000.0 EH/s")
        }
        let document = try ask(.sector, of: book, on: "2025-12", since: "2025-11")
        let multiple = try #require(try document.headline(.blockRewardMultiple))
        let scaled = try #require(try document.headline(.blockRewardMultipleScaled))
        #expect(abs(scaled - multiple / 0.05) < 1e-9)
        let previous = try #require(try document.headline(.blockRewardMultipleScaled, "previous"))
        let change = try #require(try document.headline(.blockRewardMultipleScaled, "change"))
        #expect(abs(scaled - previous - change) < 1e-9)
        #expect(try document.headline(.blockRewardMultipleScaled, "missing") == 1)
    }

    @Test func `a company that a member consolidates does not decide the day of the report`() throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA", "SUB", joined: "2025-01-01")
        book.allCompanies = book.allCompanies.map { company in
            var company = company
            if company.ticker == "SUB" { company.parent = "AAA" }
            return company
        }
        try book.add("AAA", .deployedHashrate, "2025-06-30", "10.0 EH/s")
        try book.add("SUB", .deployedHashrate, "2025-08-31", "3.0 EH/s")
        let document = try ask(.sector, of: book, on: nil, since: nil)
        #expect(document.parameters.first == Parameter("on", "2025-06-30"))
    }

    @Test func `a market cap of a company that joined later does not hide a change`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        book.allCompanies.append(Company(ticker: "NEW", name: "New"))
        book.allMemberships.append(
            Membership(group: "us-listed", ticker: "NEW", joinedOn: try day("2025-12-15")))
        for (day, cap) in [("2025-10-31", "4.0"), ("2025-11-30", "5.0"), ("2025-12-31", "6.0")] {
            try book.add("AAA", .marketCap, day, "\(cap) USD bn")
        }
        try book.add("AAA", .deployedHashrate, "2025-12-31", "50.0 EH/s")
        try book.add("NEW", .marketCap, "2025-12-31", "1.0 USD bn")
        let document = try ask(.sector, of: book, on: "2025-12", since: "2025-11")
        #expect(try document.headline(.marketCap, "change") == 1e9)
        #expect(try document.headline(.marketCap, "change_members") == 1)
    }
}
