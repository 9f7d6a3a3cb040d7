import Mining
import Testing

@testable import Reporting

/// Changes between sums of which some members are missing.
@Suite("The sector report: changes over the same members")
struct SectorChangeTests {
    /// Four members, all with a hashrate in December, two of them also in November.
    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC", "DDD")
        for (ticker, hashrate) in [
            ("AAA", "50.0"), ("BBB", "30.0"), ("CCC", "9.0"), ("DDD", "8.0"),
        ] {
            try book.add(ticker, .deployedHashrate, "2025-12-31", "\(hashrate) EH/s")
        }
        try book.add("AAA", .deployedHashrate, "2025-11-30", "40.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-11-30", "30.0 EH/s", status: .estimated)
        return book
    }

    private func ask(_ book: ArrayBook) throws -> Document {
        try ReportingTests.ask(.sector, of: book, on: "2025-12", since: "2025-11")
    }

    @Test func `the previous value has marks and member counts like the value`() throws {
        let document = try ask(try book())
        #expect(try document.shown("headline", "hashrate", "previous") == "70.0i")
        for (column, count) in [
            ("reported", 4.0), ("estimated", 0), ("missing", 0), ("previous_reported", 1),
            ("previous_estimated", 1), ("previous_carried", 0), ("previous_missing", 2),
            ("change_members", 2),
        ] {
            #expect(try document.headline(.hashrate, column) == count, "\(column)")
        }
        #expect(try document.headline(.hashrate, "change") == 10)
    }

    @Test func `sums of the same members have a plain change without a mark`() throws {
        var book = try book()
        for ticker in ["CCC", "DDD"] {
            try book.add(ticker, .deployedHashrate, "2025-11-30", "5.0 EH/s")
        }
        let document = try ask(book)
        #expect(try document.shown("headline", "hashrate", "change") == "+17.0")
        #expect(try document.cell("headline", "hashrate", "like_for_like") == .flag(false))
        #expect(try document.headline(.hashrate, "change_members") == 4)
    }

    @Test func `without a newer figure of a member that both ends have, no change is shown`() throws
    {
        var book = try book()
        book.allObservations.removeAll {
            $0.period.last.description == "2025-12-31" && ["AAA", "BBB"].contains($0.subject)
        }
        let document = try ask(book)
        #expect(try document.headline(.hashrate) == 87)
        #expect(try document.headline(.hashrate, "previous") == 70)
        #expect(try document.headline(.hashrate, "change") == nil)
        #expect(
            document.notes.contains(
                "Hashrate: no change shown, because no member with a figure at both ends has a"
                    + " newer one since then."))
        #expect(document.summary[0] == "4 members of us-listed on 2025-12: 87.0 EH/s together.")
    }

    @Test func `without a newer figure of the same members no change is shown either`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "50.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "30.0 EH/s")
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12", "1050 EH/s")
        let document = try ReportingTests.ask(.sector, of: book)
        #expect(try document.headline(.hashrate, "previous") == 80)
        for figure in [Figure.hashrate, .networkShare] {
            #expect(try document.headline(figure, "change") == nil)
            #expect(
                document.notes.contains(
                    "\(figure.title): no change shown, because no member with a figure at both ends "
                        + "has a newer one since then."))
        }
        #expect(
            document.summary[0].hasPrefix(
                "2 members of us-listed on 2026-01-15: 80.0 EH/s together, "))
        try book.add("BBB", .deployedHashrate, "2026-01-15", "30.0 EH/s")
        let renewed = try ReportingTests.ask(.sector, of: book)
        #expect(try renewed.headline(.hashrate, "change") == 0)
    }

    @Test func `fewer than half of the members at both ends give no change`() throws {
        var book = try book()
        book.allObservations.removeAll { $0.subject == "BBB" && $0.period.last.isLastOfMonth }
        try book.add("CCC", .deployedHashrate, "2025-11-30", "5.0 EH/s")
        book.allObservations.removeAll {
            $0.subject == "CCC" && $0.period.last.description == "2025-12-31"
        }
        let document = try ReportingTests.ask(
            .sector, of: book, on: "2025-12", since: "2025-11", maxAge: 0)
        #expect(try document.headline(.hashrate) == 58)
        #expect(try document.headline(.hashrate, "previous") == 45)
        #expect(try document.headline(.hashrate, "change") == nil)
        #expect(
            document.notes.contains(
                "Hashrate: no change shown, because only 1 of 4 members have a figure at both ends."
            ))
    }

    @Test func `a multiple of a share needs the same members in both of its sums`() throws {
        var book = try book()
        for (month, price) in [("11-30", "80000"), ("12-31", "100000")] {
            try book.add("BTC", .btcPrice, "2025-\(month)", "\(price) USD/BTC")
            try book.add("BTC", .networkHashrate, "2025-\(month.prefix(2))", "1000.0 EH/s")
            for ticker in ["AAA", "CCC", "DDD"] {
                let cap = month == "12-31" ? "2.0 USD bn" : "1.0 USD bn"
                try book.add(ticker, .marketCap, "2025-\(month)", cap)
            }
        }
        let document = try ask(book)
        // Only AAA has hashrate and market cap at both ends: of four members that is too few.
        #expect(try document.headline(.blockRewardMultiple, "change_members") == 3)
        #expect(try document.headline(.blockRewardMultipleScaled, "change") == nil)
        #expect(try document.headline(.blockRewardMultipleScaled, "missing") == 1)
        try book.add("BBB", .marketCap, "2025-11-30", "1.0 USD bn")
        try book.add("BBB", .marketCap, "2025-12-31", "2.0 USD bn")
        let both = try ask(book)
        // The market caps double in both figures; the hashrate of AAA and BBB grows from 70 to 80.
        let multiple = try #require(try both.headline(.blockRewardMultiple, "change_percent"))
        let scaled = try #require(try both.headline(.blockRewardMultipleScaled, "change_percent"))
        #expect(abs(scaled - ((1 + multiple / 100) * 70 / 80 - 1) * 100) < 1e-9)
        #expect(try both.headline(.blockRewardMultipleScaled, "change_members") == 2)
    }

    @Test func `means over members are compared over the same members`() throws {
        var book = try book()
        for ticker in ["CCC", "DDD"] {
            try book.add(ticker, .deployedHashrate, "2025-11-30", "8.0 EH/s")
        }
        for (ticker, day, efficiency) in [
            ("AAA", "2025-11-30", "20"), ("BBB", "2025-11-30", "20"), ("AAA", "2025-12-31", "18"),
            ("BBB", "2025-12-31", "20"), ("DDD", "2025-12-31", "40"),
        ] {
            try book.add(ticker, .fleetEfficiency, day, "\(efficiency) J/TH")
        }
        try book.add("us-listed", .powerPrice, "2025-11", "50 USD/MWh")
        try book.add("us-listed", .powerPrice, "2025-12", "50 USD/MWh")
        let document = try ask(book)
        let before: Double = 24 * 50 * 20
        let now: Double = 24 * 50 * (50.0 * 18 + 30 * 20) / 80
        let change = try #require(try document.headline(.powerCostPerExahash, "change"))
        #expect(abs(change - (now - before)) < 1e-9)
        #expect(try document.headline(.powerCostPerExahash, "change_members") == 2)
        #expect(
            document.notes.contains(
                "Power cost: change over the 2 members with a figure at both ends (left out: DDD).")
        )
    }

    @Test func `the explanation of a change has only the members that the change is over`() throws {
        let query = ReportQuery(
            on: try period("2025-12"), since: try period("2025-11"), scope: .group("us-listed"))
        let result = Report.sector.result(for: query, from: try book())
        let explanation = try #require(Explanation(of: "hashrate.change", in: result))
        #expect(
            explanation.document.notes.last
                == "us-listed, 2025-11 to 2025-12: 50.0 + 30.0 − (40.0 + 30.0) = 10.0 EH/s"
                + " (9.80 … 10.20); like for like: over members with a figure at both ends.")
    }
}
