import Mining
import Testing

@testable import Reporting

/// Which figures are records, and how they compare with claims.
@Suite("The sector report: records and claims")
struct SectorRecordTests {
    @Test func `a record is higher than at every earlier month-end and in every earlier claim`()
        throws
    {
        var book = try SectorBooks.members()
        #expect(try ask(.sector, of: book).cell("headline", "hashrate", "record") == .flag(true))
        try book.claim("hashrate", "2025-11-15", "95 EH/s")
        #expect(try ask(.sector, of: book).cell("headline", "hashrate", "record") == .flag(false))
        #expect(
            try ask(.sector, of: book, on: "2025-09-15").cell("headline", "hashrate", "record")
                == .missing)
        book = try SectorBooks.members()
        try book.add("BBB", .deployedHashrate, "2025-10-31", "99.0 EH/s")
        #expect(try ask(.sector, of: book).cell("headline", "hashrate", "record") == .flag(false))
    }

    @Test func `a record of a scope without a beginning looks back to the first figure`() throws {
        var book = try SectorBooks.members()
        book.allMemberships = []
        #expect(
            try ask(.sector, of: book, scope: .allCompanies).cell("headline", "hashrate", "record")
                == .flag(true))
        try book.add("AAA", .deployedHashrate, "2024-11-30", "100.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2024-11-30", "100.0 EH/s")
        #expect(
            try ask(.sector, of: book, scope: .allCompanies).cell("headline", "hashrate", "record")
                == .flag(false))
    }

    @Test func `a difference in only the last binary digits is not a record`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        for (month, one, other) in [("11-30", "10.1", "20.7"), ("12-31", "30.3", "10.9")] {
            try book.add("AAA", .deployedHashrate, "2025-\(month)", "\(one) EH/s")
            try book.add("BBB", .deployedHashrate, "2025-\(month)", "\(other) EH/s")
        }
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .fleetEfficiency, "2025-11-30", "18.7 J/TH")
            try book.add(ticker, .powerPrice, "2025-11", "51.3 USD/MWh")
        }
        let document = try ask(.sector, of: book, on: "2025-12-31", since: "2025-11-30")
        #expect(try document.headline(.powerCostPerExahash) != nil)
        #expect(
            try document.cell("headline", "power_cost_per_exahash", "record") == .flag(false))
        #expect(try document.headline(.powerCostPerExahash, "change") == 0)
        #expect(try document.headline(.powerCostPerExahash, "change_percent") == 0)
    }

    @Test func `a sum of capacities that lacks a member names it`() throws {
        var book = try SectorBooks.members()
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .hpcEnergized, "2026-01-15", "10 MW")
        }
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.hpcEnergized) == 20)
        #expect(
            document.notes.contains(
                "HPC energized: 2 of 3 members' figures are published, 1 are missing (CCC), so the"
                    + " sum is of 2 of 3 members."))
    }

    @Test func `records of members need no figures of the network`() throws {
        var book = try SectorBooks.members()
        book.allObservations.removeAll { $0.subject == "BTC" }
        #expect(try ask(.sector, of: book).cell("headline", "hashrate", "record") == .flag(true))
    }

    @Test func `a claim for the day is shown with its verdict`() throws {
        var book = try SectorBooks.members()
        try book.claim("hashrate", "2026-01-15", "90 EH/s", published: "2026-01-16")
        try book.claim("network_share", "2026-01-01/2026-01-15", "11 %")
        try book.claim("network_hashrate", "2026-01-15", "1 ZH/s", subject: "BTC")
        try book.claim("market_cap", "2026-01-15", "62 USD bn")
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.hashrate, "claimed") == 90)
        #expect(try document.cell("headline", "hashrate", "publisher") == .text("JPMorgan"))
        #expect(try document.cell("headline", "hashrate", "verdict") == .text("reproduces"))
        #expect(try document.cell("headline", "network_share", "verdict") == .text("differs"))
        #expect(try document.headline(.networkHashrate, "claimed") == 1000)
        #expect(try document.cell("headline", "network_hashrate", "verdict") == .text("reproduces"))
        #expect(try document.cell("headline", "market_cap", "verdict") == .text("cannot tell"))
        let before = try ask(.sector, of: book, knownOn: "2026-01-15")
        #expect(try before.cell("headline", "hashrate", "claimed") == .missing)
    }

    @Test func `a claim of a sum that lacks a member has the verdict cannot tell`() throws {
        var book = try SectorBooks.members()
        try book.add(members: "DDD")
        try book.claim("hashrate", "2026-01-15", "90 EH/s")
        #expect(
            try ask(.sector, of: book).cell("headline", "hashrate", "verdict")
                == .text("cannot tell"))
    }
}
