import Mining
import Testing

@testable import Reporting

/// Hashrate of the members, digits, defaults and empty books.
@Suite("The sector report")
struct SectorReportTests {
    @Test
    func
        `hashrate is the sum over the members of the day, and its change compares the same members`()
        throws
    {
        let document = try ask(.sector, of: try SectorBooks.members())
        #expect(try document.headline(.companies) == 3)
        #expect(try document.headline(.hashrate) == 90)
        #expect(try document.headline(.hashrate, "previous") == 80)
        #expect(try document.headline(.hashrate, "change") == 5.5)
        #expect(try document.headline(.hashrate, "change_percent") == 6.875)
        #expect(try document.headline(.hashrate, "change_members") == 2)
        #expect(try document.cell("headline", "hashrate", "like_for_like") == .flag(true))
        #expect(try document.shown("headline", "hashrate", "change") == "+5.5l")
        #expect(try document.headline(.networkShare) == 9)
        #expect(try document.headline(.companies, "change") == 1)
    }

    @Test
    func `reported, estimated and missing add up to all members, and a note names those carried`()
        throws
    {
        let document = try ask(.sector, of: try SectorBooks.members())
        #expect(try document.headline(.hashrate, "reported") == 2)
        #expect(try document.headline(.hashrate, "estimated") == 1)
        #expect(try document.headline(.hashrate, "missing") == 0)
        #expect(try document.headline(.hashrate, "carried") == 2)
        #expect(
            document.notes.contains(
                "Hashrate: 2 of 3 members' figures are published, 1 is an estimate (CCC), 2 of the 3"
                    + " are carried forward from an earlier day (BBB, CCC)."))
        #expect(try document.cell("members", "CCC", "hashrate_as_of") == .date(day("2026-01-10")))
        #expect(try document.cell("members", "CCC", "hashrate_status") == .text("estimated"))
    }

    @Test func `like for like leaves out members with a hashrate at only one end`() throws {
        let document = try ask(.sector, of: try SectorBooks.members())
        #expect(
            document.notes.contains(
                "Hashrate: change over the 2 members with a figure at both ends (left out: CCC)."))
        #expect(
            document.notes.contains(
                "Share of the network: change over the 2 members with a figure at both ends"
                    + " (left out: CCC)."))
        // (55.5 + 30) / 1,000 less 80 / 1,050.
        let share = try #require(try document.headline(.networkShare, "change"))
        #expect(abs(share - (8.55 - 8000.0 / 1050)) < 1e-12)
        #expect(try document.tickers("additions") == ["AAA", "BBB", "CCC"])
        #expect(try document.number("additions", "AAA", "added") == 5.5)
        #expect(try document.number("additions", "AAA", "share_of_additions") == 100)
        #expect(try document.number("additions", "BBB", "added") == 0)
        #expect(try document.number("additions", "CCC", "added") == nil)
    }

    @Test func `a sum that lacks a member says so, and one that lacks most members is not shown`()
        throws
    {
        var book = try SectorBooks.members()
        try book.add(members: "DDD")
        try book.add("AAA", .hpcContracted, "2025-12-31", "168 MW")
        let document = try ask(.sector, of: book)
        #expect(try document.headline(.hashrate, "missing") == 1)
        #expect(try document.headline(.hashrate) == 90)
        #expect(
            document.notes.contains {
                $0.contains("1 is missing (DDD), so the sum is of 3 of 4 members")
            })
        #expect(try document.shown("headline", "hashrate", "value") == "90.0i")
        #expect(try document.headline(.hpcContracted) == nil)
        #expect(try document.headline(.hpcContracted, "reported") == 1)
        #expect(
            document.notes.contains(
                "HPC contracted: not enough data: hpc_contracted is known for only 1 of the 4"
                    + " members (AAA 168 MW)."))
        #expect(
            document.notes.contains(
                "HPC energized: not enough data: the book has no current hpc_energized of any of the 4"
                    + " members."))
    }

    @Test func `a member that left is counted to its last day, both days included`() throws {
        var book = try SectorBooks.members()
        try book.add(members: "EEE", left: "2026-01-15")
        try book.add("EEE", .deployedHashrate, "2025-12-31", "1.0 EH/s")
        #expect(try ask(.sector, of: book).headline(.hashrate) == 91)
        let after = try ask(.sector, of: book, on: "2026-01-16")
        #expect(try after.headline(.hashrate) == 90)
        #expect(try after.headline(.companies, "previous") == 3)
        #expect(try after.headline(.companies) == 3)
    }

    @Test func `a figure too old to be carried is missing, unless a longer age is asked for`()
        throws
    {
        var book = try SectorBooks.members()
        try book.add(members: "OLD")
        try book.add("OLD", .deployedHashrate, "2024-12-10", "2.0 EH/s")
        #expect(try ask(.sector, of: book).headline(.hashrate, "missing") == 1)
        #expect(try ask(.sector, of: book, maxAge: 401).headline(.hashrate) == 92)
        #expect(try ask(.sector, of: book, maxAge: 400).headline(.hashrate) == 90)
    }

    @Test func `a later restatement wins, unless it was not yet known`() throws {
        var book = try SectorBooks.members()
        try book.add(
            "BBB", .deployedHashrate, "2025-12-31", "33.0 EH/s", published: "2026-02-26",
            status: .restated)
        try book.add(
            "BBB", .deployedHashrate, "2025-12-31", "99.0 EH/s", published: "2026-03-01",
            status: .estimated)
        #expect(try ask(.sector, of: book).headline(.hashrate) == 93)
        #expect(try ask(.sector, of: book, knownOn: "2026-02-25").headline(.hashrate) == 90)
        #expect(try ask(.sector, of: book, knownOn: "2026-01-15").headline(.hashrate) == 84.5)
    }

    @Test func `a late restatement of an old period does not replace a newer one`() throws {
        var book = try SectorBooks.members()
        try book.add(
            "AAA", .deployedHashrate, "2025-11-30", "70.0 EH/s", published: "2026-06-01",
            status: .restated)
        #expect(try ask(.sector, of: book).headline(.hashrate) == 90)
    }

    @Test func `additions and the change of hashrate have their own base`() throws {
        var book = try SectorBooks.members()
        try book.add("AAA", .deployedHashrate, "2025-11-30", "45.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-11-30", "30.0 EH/s")
        let document = try ask(.sector, of: book, addedSince: "2025-11-30")
        #expect(try document.headline(.hashrate, "change") == 10.5)
        #expect(try document.cell("headline", "hashrate", "since") == .text("2025-11-30"))
        #expect(try document.cell("headline", "market_cap", "since") == .text("2025-12-31"))
        #expect(try document.number("additions", "AAA", "added") == 10.5)
    }

    @Test func `the base of what rests on an average is its whole period`() throws {
        let document = try ask(.sector, of: try SectorBooks.network())
        for figure in Figure.allCases where figure != .blockRewardRevenueYearAgo {
            #expect(
                try document.cell("headline", figure.code, "since")
                    == .text(figure.isOverPeriod ? "2025-12" : "2025-12-31"), "\(figure)")
        }
        let days = try ask(.sector, of: try SectorBooks.network(), since: "2025-12-15")
        #expect(
            try days.cell("headline", "network_hashrate", "since")
                == .text("2025-12-01/2025-12-15"))
    }

    // MARK: Digits

    @Test func `figures are shown to the digit that their interval supports`() throws {
        let document = try ask(.sector, of: try SectorBooks.members())
        // 55.5, 30.0 and 4.5 are each good to 0.05.
        #expect(try document.shown("headline", "hashrate", "value") == "90.0")
        #expect(try document.headline(.hashrate, "low") == 89.85)
        #expect(try document.headline(.hashrate, "high") == 90.15)
        #expect(try document.shown("members", "AAA", "hashrate") == "55.5")
        #expect(
            try ask(.sector, of: try SectorBooks.members(), digits: 3).shown(
                "headline", "hashrate", "value")
                == "90.000")
    }

    // MARK: Defaults and empty books

    @Test
    func `the default day is the latest with a member's hashrate, the default base a month-end`()
        throws
    {
        var book = try SectorBooks.members()
        try book.add("AAA", .targetHashrate, "2026-06-30", "80 EH/s")
        let document = try ask(.sector, of: book, on: nil, since: nil)
        #expect(
            document.parameters == [
                Parameter("on", "2026-01-15"), Parameter("since", "2025-12-31"),
                Parameter("added_since", "2025-12-31"), Parameter("group", "us-listed"),
            ])
    }

    @Test func `a former member's later figures do not move the day`() throws {
        var book = try SectorBooks.members()
        try book.add(members: "EEE", left: "2025-12-31")
        try book.add("EEE", .deployedHashrate, "2026-05-31", "9 EH/s")
        #expect(try ask(.sector, of: book, on: nil).parameters[0] == Parameter("on", "2026-01-15"))
    }

    @Test func `an empty book gives tables without rows and says why`() throws {
        let document = try ask(.sector, of: ArrayBook(), on: nil, since: nil, scope: .allCompanies)
        #expect(document.tables.map(\.name) == ["headline", "additions", "members"])
        #expect(document.tables.filter { !$0.rows.isEmpty } == [])
        #expect(
            document.notes == [
                "The book has no deployed_hashrate of any company: import figures,"
                    + " or choose a day with --on."
            ])
    }

    @Test func `a day without data says for each figure what is missing`() throws {
        let document = try ask(.sector, of: ArrayBook(), scope: .group("nobody"))
        #expect(try document.headline(.companies) == 0)
        for figure in Figure.allCases where figure != .companies {
            #expect(try document.headline(figure) == nil)
        }
        #expect(
            document.notes.contains(
                "Hashrate: not enough data: nobody has no members on 2026-01-15."))
        #expect(
            document.notes.contains(
                "Bitcoin price: not enough data: the book has no current btc_price."))
    }

    @Test func `a book without groups reports on all companies`() throws {
        var book = try SectorBooks.members()
        book.allMemberships = []
        let document = try ask(.sector, of: book, scope: .allCompanies)
        #expect(try document.headline(.hashrate) == 90)
        #expect(document.parameters.contains(Parameter("group", nil)))
    }
}
