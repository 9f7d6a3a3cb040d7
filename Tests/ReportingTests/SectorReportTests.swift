import Mining
import Testing

@testable import Reporting

@Suite("The sector report")
struct SectorReportTests {
    private func report(
        _ book: ArrayBook, on: String? = "2026-01-15", since: String? = "2025-12-31",
        addedSince: String? = nil, scope: Scope = .group("us-listed"), knownOn: String? = nil,
        maxAge: Int? = nil, digits: Int? = nil
    ) throws -> Document {
        let query = ReportQuery(
            on: try on.map(period), since: try since.map(period),
            addedSince: try addedSince.map(period), scope: scope, knownOn: try knownOn.map(day),
            maxAge: maxAge, digits: digits)
        return SectorReport(query, from: book).result.document
    }

    /// Three members, one of which joins in January, with both ends known.
    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add(members: "CCC", joined: "2026-01-01")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "50.0 EH/s", published: "2026-01-05")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "55.5 EH/s", published: "2026-01-16")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "30.0 EH/s")
        try book.add("CCC", .deployedHashrate, "2026-01-10", "4.5 EH/s", status: .estimated)
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000.0 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12", "1050 EH/s")
        return book
    }

    @Test func `hashrate is the sum of the members of the day, its change that of both days`()
        throws
    {
        let document = try report(try smallBook())
        #expect(try document.headline(.companies) == 3)
        #expect(try document.headline(.hashrate) == 90)
        #expect(try document.headline(.hashrate, "previous") == 80)
        #expect(try document.headline(.hashrate, "change") == 10)
        #expect(try document.headline(.hashrate, "change_percent") == 12.5)
        #expect(try document.headline(.networkShare) == 9)
        #expect(try document.headline(.companies, "change") == 1)
    }

    @Test func `reported, estimated and missing add up to all, and carried is named`() throws {
        let document = try report(try smallBook())
        #expect(try document.headline(.hashrate, "reported") == 2)
        #expect(try document.headline(.hashrate, "estimated") == 1)
        #expect(try document.headline(.hashrate, "missing") == 0)
        #expect(try document.headline(.hashrate, "carried") == 2)
        #expect(
            document.notes.contains(
                "Hashrate: 2 of 3 members' figures are published, 1 are estimates (CCC), 2 of these"
                    + " are carried forward from an earlier day (BBB, CCC)."))
        #expect(try document.cell("members", "CCC", "hashrate_as_of") == .date(day("2026-01-10")))
        #expect(try document.cell("members", "CCC", "hashrate_status") == .text("estimated"))
    }

    @Test func `like for like leaves out members with a hashrate at only one end`() throws {
        let document = try report(try smallBook())
        #expect(
            document.notes.contains(
                "Like for like (the 2 members with a hashrate at both ends), hashrate changed by"
                    + " +5.5 EH/s since 2025-12-31."))
        #expect(try document.tickers("additions") == ["AAA", "BBB", "CCC"])
        #expect(try document.number("additions", "AAA", "added") == 5.5)
        #expect(try document.number("additions", "AAA", "share_of_additions") == 55)
        #expect(try document.number("additions", "BBB", "added") == 0)
        #expect(try document.number("additions", "CCC", "added") == nil)
    }

    @Test func `a sum that lacks a member says so, and one that lacks most members is not shown`()
        throws
    {
        var book = try smallBook()
        try book.add(members: "DDD")
        try book.add("AAA", .hpcContracted, "2025-12-31", "168 MW")
        let document = try report(book)
        #expect(try document.headline(.hashrate, "missing") == 1)
        #expect(try document.headline(.hashrate) == 90)
        #expect(
            document.notes.contains {
                $0.contains("1 are missing (DDD), so the sum is of 3 of 4 members")
            })
        #expect(try document.shown("headline", "hashrate", "value") == "90.0ir")
        #expect(try document.headline(.hpcContracted) == nil)
        #expect(try document.headline(.hpcContracted, "reported") == 1)
        #expect(
            document.notes.contains(
                "HPC contracted: not enough data: hpc_contracted is known of only 1 of the 4"
                    + " members (AAA 168 MW)."))
        #expect(
            document.notes.contains(
                "HPC energized: not enough data: the book has no current hpc_energized of any of the 4"
                    + " members."))
    }

    @Test func `a member that left is counted to its last day, both days included`() throws {
        var book = try smallBook()
        try book.add(members: "EEE", left: "2026-01-15")
        try book.add("EEE", .deployedHashrate, "2025-12-31", "1.0 EH/s")
        #expect(try report(book).headline(.hashrate) == 91)
        let after = try report(book, on: "2026-01-16")
        #expect(try after.headline(.hashrate) == 90)
        #expect(try after.headline(.companies, "previous") == 3)
        #expect(try after.headline(.companies) == 3)
    }

    @Test func `a figure too old to be carried is missing, unless a longer age is asked for`()
        throws
    {
        var book = try smallBook()
        try book.add(members: "OLD")
        try book.add("OLD", .deployedHashrate, "2024-12-10", "2.0 EH/s")
        #expect(try report(book).headline(.hashrate, "missing") == 1)
        #expect(try report(book, maxAge: 401).headline(.hashrate) == 92)
        #expect(try report(book, maxAge: 400).headline(.hashrate) == 90)
    }

    @Test func `a later restatement wins, unless it was not yet known`() throws {
        var book = try smallBook()
        try book.add(
            "BBB", .deployedHashrate, "2025-12-31", "33.0 EH/s", published: "2026-02-26",
            status: .restated)
        try book.add(
            "BBB", .deployedHashrate, "2025-12-31", "99.0 EH/s", published: "2026-03-01",
            status: .estimated)
        #expect(try report(book).headline(.hashrate) == 93)
        #expect(try report(book, knownOn: "2026-02-25").headline(.hashrate) == 90)
        #expect(try report(book, knownOn: "2026-01-15").headline(.hashrate) == 84.5)
    }

    @Test func `a late restatement of an old period does not displace a newer one`() throws {
        var book = try smallBook()
        try book.add(
            "AAA", .deployedHashrate, "2025-11-30", "70.0 EH/s", published: "2026-06-01",
            status: .restated)
        #expect(try report(book).headline(.hashrate) == 90)
    }

    @Test func `additions and the hashrate's change have their own base`() throws {
        var book = try smallBook()
        try book.add("AAA", .deployedHashrate, "2025-11-30", "45.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-11-30", "30.0 EH/s")
        let document = try report(book, addedSince: "2025-11-30")
        #expect(try document.headline(.hashrate, "change") == 15)
        #expect(try document.cell("headline", "hashrate", "since") == .text("2025-11-30"))
        #expect(try document.cell("headline", "network_share", "since") == .text("2025-12-31"))
        #expect(try document.number("additions", "AAA", "added") == 10.5)
    }

    // MARK: Market cap

    @Test func `a newer price times shares goes before an older market cap, and says so`() throws {
        var book = try smallBook()
        try book.add("AAA", .marketCap, "2026-01-10", "5.0 USD bn")
        try book.add("AAA", .sharePrice, "2026-01-15", "10.00 USD")
        try book.add("AAA", .sharesOutstanding, "2025-09-30", "520000000 shares")
        try book.add("BBB", .marketCap, "2026-01-15", "1.5 USD bn")
        try book.add("BBB", .sharePrice, "2026-01-15", "99.00 USD")
        try book.add("BBB", .sharesOutstanding, "2025-09-30", "520000000 shares")
        let document = try report(book)
        #expect(try document.headline(.marketCap) == 6.7e9)
        #expect(try document.shown("members", "AAA", "market_cap") == "5.20d")
        #expect(
            document.notes.contains("Market cap: share price times shares for AAA."))
        guard case .number(let number) = try document.cell("members", "AAA", "market_cap") else {
            Issue.record("no market cap")
            return
        }
        #expect(number.marks == [.derived])
    }

    @Test func `a change of market cap between unlike bases is a note and no figure`() throws {
        var book = try smallBook()
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .marketCap, "2025-12-31", "5.0 USD bn")
            try book.add(ticker, .marketCap, "2026-01-15", "5.5 USD bn")
        }
        #expect(try report(book).headline(.marketCap, "change") == 1e9)
        book.allObservations.removeAll {
            $0.metric == .marketCap && $0.subject == "AAA"
                && $0.period.last.description == "2026-01-15"
        }
        try book.add("AAA", .sharePrice, "2026-01-15", "10.00 USD")
        try book.add("AAA", .sharesOutstanding, "2025-09-30", "520000000 shares")
        let document = try report(book)
        #expect(try document.headline(.marketCap) == 10.7e9)
        #expect(try document.headline(.marketCap, "previous") == 10e9)
        #expect(try document.headline(.marketCap, "change") == nil)
        #expect(
            document.notes.contains(
                "Market cap: no change shown, because the market cap of AAA is published at one end"
                    + " and share price times shares at the other."))
        // With a price for the earlier day, both ends are derived.
        try book.add("AAA", .sharePrice, "2025-12-30", "9.00 USD")
        #expect(try report(book).headline(.marketCap, "previous") == 9.68e9)
        #expect(try report(book).headline(.marketCap, "change") == 1.02e9)
    }

    @Test func `a market cap older than two weeks is missing`() throws {
        var book = try smallBook()
        for ticker in ["AAA", "BBB", "CCC"] {
            try book.add(
                ticker, .marketCap, ticker == "CCC" ? "2025-12-31" : "2026-01-01", "5.0 USD bn")
        }
        #expect(try report(book).headline(.marketCap) == 10e9)
        #expect(try report(book).headline(.marketCap, "missing") == 1)
    }

    // MARK: Network and power

    private func networkBook() throws -> ArrayBook {
        var book = try smallBook()
        try book.add("BTC", .btcPrice, "2026-01-15", "100000 USD/BTC")
        try book.add("BTC", .difficulty, "2026-01-15", "100000000000000 difficulty")
        try book.add("BTC", .btcPrice, "2025-12-31", "80000 USD/BTC")
        try book.add("BTC", .difficulty, "2025-12-31", "100000000000000 difficulty")
        try book.add("BTC", .btcPriceAverage, "2026-01-01/2026-01-15", "90000 USD/BTC")
        try book.add("BTC", .btcPriceAverage, "2025-12", "84000 USD/BTC")
        return book
    }

    @Test func `hashprice is computed for the day and says that it excludes fees`() throws {
        let document = try report(try networkBook())
        #expect(abs(try #require(try document.headline(.hashprice)) - 62.8643) < 0.00005)
        #expect(abs(try #require(try document.headline(.hashprice, "change_percent")) - 25) < 1e-9)
        #expect(document.notes.contains("Hashprice: excludes transaction fees."))
    }

    @Test func `hashprice includes known fees, and its change needs them at both ends`()
        throws
    {
        var book = try networkBook()
        try book.add("BTC", .feeReward, "2026-01-15", "45 BTC/day")
        let document = try report(book)
        let withFees = 62.8643 * (3.125 + 45.0 / 144) / 3.125
        #expect(abs(try #require(try document.headline(.hashprice)) - withFees) < 0.0001)
        #expect(document.notes.contains("Hashprice: includes transaction fees."))
        #expect(try document.headline(.hashprice, "change") == nil)
        #expect(
            document.notes.contains(
                "Hashprice: no change shown, because transaction fees are known at one end only."))
        try book.add("BTC", .feeReward, "2025-12-31", "45 BTC/day")
        #expect(try report(book).headline(.hashprice, "change") != nil)
    }

    @Test func `block reward revenue divides the period's subsidies by the network`() throws {
        let document = try report(try networkBook())
        #expect(try document.headline(.blockRewardRevenue) == 40_500)
        #expect(try document.headline(.blockRewardRevenue, "previous") == 36_000)
    }

    @Test func `an average is the mean of its days when four fifths of them are there`() throws {
        var book = try networkBook()
        for date in 1...12 {
            try book.add(
                "BTC", .networkHashrate, "2026-01-\(date < 10 ? "0" : "")\(date)",
                "\(900 + date) EH/s")
        }
        #expect(try report(book).headline(.networkHashrate) == 906.5)
        book.allObservations.removeAll {
            $0.metric == .networkHashrate && $0.value.description == "901 EH/s"
        }
        #expect(try report(book).headline(.networkHashrate) == 1000)
    }

    @Test
    func `an average of a quarter without days or figure is the day-weighted mean of its months`()
        throws
    {
        var book = try smallBook()
        try book.add("BTC", .networkHashrate, "2025-10", "1100 EH/s")
        try book.add("BTC", .networkHashrate, "2025-11", "1080 EH/s")
        let document = try report(book, on: "2025Q4", since: "2025-12")
        let mean: Double = (1100.0 * 31 + 1080 * 30 + 1050 * 31) / 92
        #expect(abs(try #require(try document.headline(.networkHashrate)) - mean) < 1e-9)
        #expect(
            document.notes.contains(
                "Network hashrate: the day-weighted mean of published parts for 2025Q4, the"
                    + " published figure for the period for 2025-12."))
        book.allObservations.removeAll { $0.period.description == "2025-11" }
        #expect(try report(book, on: "2025Q4").headline(.networkHashrate) == nil)
    }

    @Test func `power cost prefers the group's own figures to its members'`() throws {
        var book = try networkBook()
        for (ticker, efficiency, price) in [("AAA", "20", "40"), ("BBB", "17", "60")] {
            try book.add(ticker, .fleetEfficiency, "2025-12-31", "\(efficiency) J/TH")
            try book.add(ticker, .powerPrice, "2025-12", "\(price) USD/MWh")
        }
        let members = try report(book)
        let efficiency: Double = (55.5 * 20 + 30 * 17) / 85.5
        let price: Double = (55.5 * 40 + 30 * 60) / 85.5
        #expect(
            abs(try #require(try members.headline(.powerCostPerExahash)) - efficiency * 24 * price)
                < 1e-6)
        #expect(
            members.notes.contains(
                "Power cost: fleet_efficiency is the hashrate-weighted mean of 2 of 3 members,"
                    + " power_price is the hashrate-weighted mean of 2 of 3 members."))

        try book.add("us-listed", .fleetEfficiency, "2025-12-31", "18 J/TH", status: .estimated)
        try book.add("us-listed", .powerPrice, "2025-12", "50 USD/MWh", status: .estimated)
        let own = try report(book)
        #expect(try own.headline(.powerCostPerExahash) == 21_600)
        #expect(try own.headline(.blockRewardGrossProfit) == 18_900)
        #expect(abs(try #require(try own.headline(.grossMargin)) - 46.6667) < 0.0001)
        #expect(try own.headline(.grossMargin, "change_percent") == nil)
        let change: Double = 100 * (18_900.0 / 40_500 - 14_400.0 / 36_000)
        #expect(abs(try #require(try own.headline(.grossMargin, "change")) - change) < 1e-9)
        #expect(
            abs(try #require(try own.headline(.grossMargin, "change_bp")) - change * 100) < 1e-6)
        #expect(
            own.notes.contains(
                "Power cost: fleet_efficiency is the group's own figure of 2025-12-31 (estimated),"
                    + " power_price is the group's own figure of 2025-12 (estimated)."))
    }

    @Test
    func `a change of power cost between different methods is not shown, and a note says why`()
        throws
    {
        var book = try networkBook()
        try book.add("us-listed", .fleetEfficiency, "2026-01-15", "18 J/TH")
        try book.add("us-listed", .powerPrice, "2026-01-15", "50 USD/MWh")
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .fleetEfficiency, "2025-12-31", "20 J/TH")
            try book.add(ticker, .powerPrice, "2025-12", "40 USD/MWh")
        }
        let document = try report(book)
        #expect(try document.headline(.grossMargin) != nil)
        #expect(try document.headline(.grossMargin, "previous") != nil)
        #expect(try document.headline(.grossMargin, "change") == nil)
        #expect(
            document.notes.contains(
                "Gross margin: no change shown, because power cost uses the group's own figures at"
                    + " one end and the members' at the other."))
    }

    @Test func `the revenue of a year ago has its change to today's`() throws {
        var book = try networkBook()
        try book.add("BTC", .networkHashrate, "2025-01-01/2025-01-15", "750 EH/s")
        try book.add("BTC", .btcPriceAverage, "2025-01-01/2025-01-15", "90000 USD/BTC")
        let document = try report(book)
        #expect(try document.headline(.blockRewardRevenueYearAgo) == 54_000)
        #expect(try document.headline(.blockRewardRevenueYearAgo, "change") == -13_500)
        #expect(try document.headline(.blockRewardRevenueYearAgo, "change_percent") == -25)
        #expect(
            try document.cell("headline", "block_reward_revenue_year_ago", "since")
                == .text("2025-01-01/2025-01-15"))
    }

    @Test func `multiples of the four-year reward, plain and scaled by the share`() throws {
        var book = try networkBook()
        for ticker in ["AAA", "BBB", "CCC"] {
            try book.add(ticker, .marketCap, "2026-01-15", "20.0 USD bn")
        }
        let document = try report(book)
        let reward = Double(118_560) * 3.125 + Double(91_824) * 1.5625
        let multiple = 60e9 / (100_000 * reward)
        #expect(abs(try #require(try document.headline(.blockRewardMultiple)) - multiple) < 1e-12)
        #expect(
            abs(try #require(try document.headline(.blockRewardMultipleScaled)) - multiple / 0.09)
                < 1e-9)
    }

    // MARK: Records and claims

    @Test func `a record is higher than at every earlier month-end and in every earlier claim`()
        throws
    {
        var book = try smallBook()
        #expect(try report(book).cell("headline", "hashrate", "record") == .flag(true))
        try book.claim("hashrate", "2025-11-15", "95 EH/s")
        #expect(try report(book).cell("headline", "hashrate", "record") == .flag(false))
        #expect(
            try report(book, on: "2025-09-15").cell("headline", "hashrate", "record") == .missing)
        book = try smallBook()
        try book.add("BBB", .deployedHashrate, "2025-10-31", "99.0 EH/s")
        #expect(try report(book).cell("headline", "hashrate", "record") == .flag(false))
    }

    @Test func `a record of a scope without a beginning looks back to the first figure`() throws {
        var book = try smallBook()
        book.allMemberships = []
        #expect(
            try report(book, scope: .allCompanies).cell("headline", "hashrate", "record")
                == .flag(true))
        try book.add("AAA", .deployedHashrate, "2024-11-30", "100.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2024-11-30", "100.0 EH/s")
        #expect(
            try report(book, scope: .allCompanies).cell("headline", "hashrate", "record")
                == .flag(false))
    }

    @Test func `what differs in the last binary digits alone is no record`() throws {
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
        let document = try report(book, on: "2025-12-31", since: "2025-11-30")
        #expect(try document.headline(.powerCostPerExahash) != nil)
        #expect(
            try document.cell("headline", "power_cost_per_exahash", "record") == .flag(false))
        #expect(try document.headline(.powerCostPerExahash, "change") == 0)
        #expect(try document.headline(.powerCostPerExahash, "change_percent") == 0)
    }

    @Test func `a sum of capacities without a member names who is missing`() throws {
        var book = try smallBook()
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .hpcEnergized, "2026-01-15", "10 MW")
        }
        let document = try report(book)
        #expect(try document.headline(.hpcEnergized) == 20)
        #expect(
            document.notes.contains(
                "HPC energized: 2 of 3 members' figures are published, 1 are missing (CCC), so the"
                    + " sum is of 2 of 3 members."))
    }

    @Test func `records of members need no figures of the network`() throws {
        var book = try smallBook()
        book.allObservations.removeAll { $0.subject == "BTC" }
        #expect(try report(book).cell("headline", "hashrate", "record") == .flag(true))
    }

    @Test func `a claim for the day stands beside the figure with its verdict`() throws {
        var book = try smallBook()
        try book.claim("hashrate", "2026-01-15", "90 EH/s", published: "2026-01-16")
        try book.claim("network_share", "2026-01-01/2026-01-15", "11 %")
        try book.claim("network_hashrate", "2026-01-15", "1 ZH/s", subject: "BTC")
        try book.claim("market_cap", "2026-01-15", "62 USD bn")
        let document = try report(book)
        #expect(try document.headline(.hashrate, "claimed") == 90)
        #expect(try document.cell("headline", "hashrate", "publisher") == .text("JPMorgan"))
        #expect(try document.cell("headline", "hashrate", "verdict") == .text("reproduces"))
        #expect(try document.cell("headline", "network_share", "verdict") == .text("differs"))
        #expect(try document.headline(.networkHashrate, "claimed") == 1000)
        #expect(try document.cell("headline", "network_hashrate", "verdict") == .text("reproduces"))
        #expect(try document.cell("headline", "market_cap", "verdict") == .text("cannot tell"))
        let before = try report(book, knownOn: "2026-01-15")
        #expect(try before.cell("headline", "hashrate", "claimed") == .missing)
    }

    @Test func `a claim of a sum with a missing member cannot be told`() throws {
        var book = try smallBook()
        try book.add(members: "DDD")
        try book.claim("hashrate", "2026-01-15", "90 EH/s")
        #expect(try report(book).cell("headline", "hashrate", "verdict") == .text("cannot tell"))
    }

    // MARK: Digits

    @Test func `figures are shown to the digit that their interval supports`() throws {
        let document = try report(try smallBook())
        // 55.5, 30.0 and 4.5 are each good to 0.05.
        #expect(try document.shown("headline", "hashrate", "value") == "90.0r")
        #expect(try document.headline(.hashrate, "low") == 89.85)
        #expect(try document.headline(.hashrate, "high") == 90.15)
        #expect(try document.shown("members", "AAA", "hashrate") == "55.5")
        #expect(
            try report(try smallBook(), digits: 3).shown("headline", "hashrate", "value")
                == "90.000r")
    }

    // MARK: Defaults and empty books

    @Test func `unsaid, the day is the latest with a member's hashrate and the base a month-end`()
        throws
    {
        var book = try smallBook()
        try book.add("AAA", .targetHashrate, "2026-06-30", "80 EH/s")
        let document = try report(book, on: nil, since: nil)
        #expect(
            document.parameters == [
                Parameter("on", "2026-01-15"), Parameter("since", "2025-12-31"),
                Parameter("added_since", "2025-12-31"), Parameter("group", "us-listed"),
            ])
    }

    @Test func `a former member's later figures do not move the day`() throws {
        var book = try smallBook()
        try book.add(members: "EEE", left: "2025-12-31")
        try book.add("EEE", .deployedHashrate, "2026-05-31", "9 EH/s")
        #expect(try report(book, on: nil).parameters[0] == Parameter("on", "2026-01-15"))
    }

    @Test func `an empty book gives tables without rows and says why`() throws {
        let document = try report(ArrayBook(), on: nil, since: nil, scope: .allCompanies)
        #expect(document.tables.map(\.name) == ["headline", "additions", "members"])
        #expect(document.tables.filter { !$0.rows.isEmpty } == [])
        #expect(
            document.notes == [
                "The book has no deployed_hashrate of any company: import figures,"
                    + " or choose a day with --on."
            ])
    }

    @Test func `a day without data says for each figure what is missing`() throws {
        let document = try report(ArrayBook(), scope: .group("nobody"))
        #expect(try document.headline(.companies) == 0)
        for figure in Figure.allCases where figure != .companies {
            #expect(try document.headline(figure) == nil)
        }
        #expect(
            document.notes.contains(
                "Hashrate: not enough data: nobody has no members on that day."))
        #expect(
            document.notes.contains(
                "Bitcoin price: not enough data: the book has no current btc_price."))
    }

    @Test func `a book without groups reports on all companies`() throws {
        var book = try smallBook()
        book.allMemberships = []
        let document = try report(book, scope: .allCompanies)
        #expect(try document.headline(.hashrate) == 90)
        #expect(document.parameters.contains(Parameter("group", nil)))
    }
}
