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
