import Mining
import Testing

@testable import Reporting

/// Which figures are records, and how they compare with claims.
@Suite("The sector report: records and claims")
struct SectorRecordTests {
    /// Two members that have grown since June 2025: six month-ends of 60, 62, … 70 EH/s before
    /// 90 EH/s in January.
    private func growing() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", joined: "2025-07-01")
        for (index, end) in [
            "07-31", "08-31", "09-30", "10-31", "11-30", "12-31",
        ].enumerated() {
            try book.add("AAA", .deployedHashrate, "2025-\(end)", "\(30 + index * 2) EH/s")
            try book.add("BBB", .deployedHashrate, "2025-\(end)", "30 EH/s")
        }
        try book.add("AAA", .deployedHashrate, "2026-01-15", "60 EH/s")
        return book
    }

    private func record(_ book: ArrayBook) throws -> Cell {
        try ask(.sector, of: book).cell("headline", "hashrate", "record")
    }

    @Test func `a record is higher than at every earlier month-end, and a note counts these`()
        throws
    {
        let document = try ask(.sector, of: try growing())
        #expect(try document.cell("headline", "hashrate", "record") == .flag(true))
        #expect(try document.shown("headline", "hashrate", "value")?.hasSuffix("r") == true)
        #expect(try document.headline(.hashrate, "record_month_ends") == 6)
        #expect(try document.headline(.hashrate, "record_published") == 0)
        #expect(
            try document.cell("headline", "hashrate", "record_since")
                == .date(try day("2025-07-31")))
        #expect(
            document.notes.contains(
                "Hashrate: highest of 6 month-ends and 0 published figures since 2025-07."))
        var book = try growing()
        try book.add(
            "BBB", .deployedHashrate, "2025-10-31", "99 EH/s", published: "2025-12-01",
            status: .restated)
        #expect(try record(book) == .flag(false))
    }

    @Test func `a record that rests on estimates says on how many`() throws {
        var book = try growing()
        book.allObservations[book.allObservations.count - 1].status = .estimated
        #expect(
            try ask(.sector, of: book).notes.contains(
                "Hashrate: highest of 6 month-ends and 0 published figures since 2025-07, resting on "
                    + "1 estimate."))
    }

    @Test func `fewer than six earlier figures make no record`() throws {
        var book = try growing()
        book.allObservations.removeAll { $0.period.last.description == "2025-07-31" }
        #expect(try record(book) == .missing)
        try book.claim("hashrate", "2024-01-15", "40 EH/s")
        // Printed twice, but one figure.
        try book.claim("hashrate", "2024-01-15", "40 EH/s", source: "another")
        let document = try ask(.sector, of: book)
        #expect(try document.cell("headline", "hashrate", "record") == .flag(true))
        #expect(
            document.notes.contains(
                "Hashrate: highest of 5 month-ends and 1 published figure since 2024-01."))
    }

    @Test func `claims alone make no record`() throws {
        var book = try growing()
        let year = try day("2026-01-01")
        book.allObservations.removeAll { $0.period.last < year }
        for month in 1...7 { try book.claim("hashrate", "2025-0\(month)-15", "40 EH/s") }
        #expect(try record(book) == .missing)
        #expect(try !ask(.sector, of: book).notes.contains { $0.contains("month-end") })
    }

    @Test func `a month-end whose sum lacks a member does not count as lower`() throws {
        var book = try growing()
        book.allObservations.removeAll {
            $0.subject == "BBB" && $0.period.last.description == "2025-07-31"
        }
        #expect(try record(book) == .missing)
        // As high without the member, it takes the record away.
        try book.add(
            "AAA", .deployedHashrate, "2025-07-31", "99 EH/s", published: "2025-12-01",
            status: .restated)
        #expect(try record(book) == .flag(false))
    }

    @Test func `an earlier claim that is higher takes the record away and is named`() throws {
        var book = try growing()
        try book.claim("hashrate", "2025-11-15", "95 EH/s")
        let document = try ask(.sector, of: book)
        #expect(try document.cell("headline", "hashrate", "record") == .flag(false))
        #expect(
            document.notes.contains(
                "Hashrate: not the highest: JPMorgan printed 95 EH/s for 2025-11-15."))
    }

    @Test func `a claim takes the record away though a later one of its day is lower`() throws {
        var book = try growing()
        try book.claim("hashrate", "2025-11-30", "95 EH/s", published: "2025-12-03")
        try book.claim("hashrate", "2025-11-30", "68 EH/s", published: "2025-12-20")
        #expect(try record(book) == .flag(false))
    }

    @Test func `a figure within the rounding of an earlier claim is no record`() throws {
        var book = try growing()
        try book.claim("hashrate", "2025-11-15", "90 EH/s")
        #expect(try record(book) == .flag(false))
        book.allClaims = []
        try book.claim("hashrate", "2025-11-15", "89.9 EH/s")
        #expect(try record(book) == .flag(true))
    }

    @Test func `what follows from two claims of one day takes the record away, too`() throws {
        var book = try growing()
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000 EH/s")
        for month in 7...12 {
            let month = month < 10 ? "0\(month)" : "\(month)"
            try book.add("BTC", .networkHashrate, "2025-\(month)", "1000 EH/s")
        }
        let before = try ask(.sector, of: book)
        #expect(try before.cell("headline", "network_share", "record") == .flag(true))
        try book.claim("hashrate", "2025-06-15", "60 EH/s")
        try book.claim("network_hashrate", "2025-06", "500 EH/s", subject: "BTC")
        // Of another day.
        #expect(
            try ask(.sector, of: book).cell("headline", "network_share", "record") == .flag(true))
        try book.claim("network_hashrate", "2025-06-01/2025-06-15", "500 EH/s", subject: "BTC")
        let after = try ask(.sector, of: book)
        #expect(try after.cell("headline", "network_share", "record") == .flag(false))
        #expect(
            after.notes.contains(
                "Share of the network: not the highest: Hashrate / Network hashrate, as JPMorgan"
                    + " printed them for 2025-06-15, is 12.0 %."))
    }

    @Test func `a share of a quarter is not multiplied by the hashrate of its last month`() throws {
        var book = try growing()
        try book.claim("network_share", "2025Q3", "50 %")
        try book.claim("network_hashrate", "2025-09", "500 EH/s", subject: "BTC")
        #expect(try record(book) == .flag(true))
        try book.claim("network_hashrate", "2025Q3", "500 EH/s", subject: "BTC")
        #expect(try record(book) == .flag(false))
    }

    @Test func `a record of a scope without a beginning looks back to the first figure`() throws {
        var book = try growing()
        book.allMemberships = []
        func record() throws -> Cell {
            try ask(.sector, of: book, scope: .allCompanies).cell("headline", "hashrate", "record")
        }
        #expect(try record() == .flag(true))
        try book.add("AAA", .deployedHashrate, "2024-11-30", "100.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2024-11-30", "100.0 EH/s")
        #expect(try record() == .flag(false))
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
                "HPC energized: 2 of 3 members' figures are published, 1 is missing (CCC), so the"
                    + " sum is of 2 of 3 members."))
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
