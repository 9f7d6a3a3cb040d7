import Mining
import Testing

@testable import Reporting

@Suite("The summary of the sector report")
struct SectorSummaryTests {
    private func sentence(_ book: ArrayBook) throws -> String {
        try ask(.sector, of: book).summary.joined(separator: " ")
    }

    /// Two members with a figure at both ends.
    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        for (ticker, before, now) in [("AAA", "50.0", "55.5"), ("BBB", "30.0", "30.5")] {
            try book.add(ticker, .deployedHashrate, "2025-12-31", "\(before) EH/s", source: "a")
            try book.add(ticker, .deployedHashrate, "2026-01-15", "\(now) EH/s", source: "a")
        }
        return book
    }

    @Test func `a sum that lacks members says so, also if both ends lack the same`() throws {
        var book = try book()
        try book.add(members: "CCC")
        for (ticker, dollars) in [("AAA", "5.0"), ("BBB", "4.0")] {
            try book.add(ticker, .marketCap, "2025-12-31", "\(dollars) USD bn")
            try book.add(ticker, .marketCap, "2026-01-15", "6.0 USD bn")
        }
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000.0 EH/s")
        #expect(
            try sentence(book)
                == "3 members of us-listed on 2026-01-15: 86.0 EH/s of 2 of 3 members (+6.0 EH/s since "
                + "2025-12-31 over the 2 members with a figure at both ends, led by AAA +5.5 and BBB "
                + "+0.5), 8.6 % of the network (2 of 3 members). Market cap 12.0 USD bn of 2 of 3 "
                + "members (+3.0 USD bn since 2025-12-31 over the 2 members with a figure at both "
                + "ends). Average network hashrate 1,000 EH/s.")
    }

    @Test func `a change that rests on a contradicted figure says how much of it does`() throws {
        var book = try book()
        try book.add("AAA", .deployedHashrate, "2025-12-31", "48.0 EH/s", source: "A")
        #expect(
            try sentence(book)
                == "2 members of us-listed on 2026-01-15: 86.0 EH/s together (+6.0 EH/s since "
                + "2025-12-31, of which +5.5 rests on contradicted figures (AAA), led by AAA +5.5 "
                + "contradicted and BBB +0.5).")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "58.0 EH/s", source: "A")
        #expect(
            try sentence(book).hasPrefix(
                "2 members of us-listed on 2026-01-15: 86.0 EH/s together (resting on a contradicted "
                    + "figure of AAA, +6.0 EH/s since"))
    }

    @Test func `a change that rests on estimates says how much of it does`() throws {
        var book = try book()
        book.allObservations[2].status = .estimated
        #expect(
            try sentence(book)
                == "2 members of us-listed on 2026-01-15: 86.0 EH/s together (+6.0 EH/s since "
                + "2025-12-31, of which +0.5 rests on estimates, led by AAA +5.5 and BBB +0.5 "
                + "estimated).")
    }

    @Test func `a leader whose base is older says of which day it is`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-03-31", "50.0 EH/s", status: .estimated)
        try book.add("BBB", .deployedHashrate, "2025-12-31", "30.0 EH/s")
        for (ticker, now) in [("AAA", "55.5"), ("BBB", "30.5")] {
            try book.add(ticker, .deployedHashrate, "2026-01-15", "\(now) EH/s")
        }
        #expect(
            try sentence(book).hasSuffix(
                "led by AAA +5.5 estimated, from its figure of 2025-03-31, and BBB +0.5)."))
    }

    @Test func `an estimated margin and its change are called so, and marked`() throws {
        var book = try SectorBooks.network()
        for (day, month) in [("2025-12-31", "2025-12"), ("2026-01-15", "2026-01-01/2026-01-15")] {
            try book.add(
                "us-listed", .fleetEfficiency, day, "20 J/TH", source: month, status: .estimated)
            try book.add("us-listed", .powerPrice, month, "50 USD/MWh")
        }
        let document = try ask(.sector, of: book)
        #expect(
            document.summary.last?.contains(" % estimated (+741 bp estimated since 2025-12), ")
                == true)
        #expect(
            document.summary.last?.hasSuffix(
                "average network hashrate 1,000 EH/s (-4.8 % from the average of 2025-12).")
                == true, "\(document.summary)")
        #expect(try document.shown("headline", "gross_margin", "change") == "+741e bp")
        #expect(
            try document.shown("headline", "block_reward_revenue", "change")?.last?.isNumber == true
        )
    }
}
