import Mining
import Testing

@testable import Reporting

@Suite("The hashrate report")
struct HashrateReportTests {
    /// Three members and a network; BBB overtakes AAA.
    private func league() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        for (ticker, before, now) in [("AAA", "40.0", "40.0"), ("BBB", "30.0", "50.0")] {
            try book.add(ticker, .deployedHashrate, "2025-12-31", "\(before) EH/s")
            try book.add(ticker, .deployedHashrate, "2026-01-15", "\(now) EH/s")
        }
        try book.add("CCC", .deployedHashrate, "2025-12-31", "10.0 EH/s", status: .estimated)
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000 EH/s")
        return book
    }

    @Test func `ranks the members by deployed hashrate, with what each added`() throws {
        let report = try ask(.hashrate, of: try league())
        #expect(try report.tickers("companies") == ["BBB", "AAA", "CCC"])
        #expect(try report.company("BBB", "previous") == 30)
        #expect(try report.company("BBB", "added") == 20)
        let percent = try #require(try report.company("BBB", "added_percent"))
        #expect(abs(percent - 200.0 / 3) < 1e-12)
        #expect(try report.company("BBB", "share_of_group") == 50)
        #expect(try report.company("BBB", "network_share") == 5)
        #expect(try report.company("BBB", "rank") == 1)
        #expect(try report.company("BBB", "rank_change") == 1)
        #expect(try report.company("AAA", "rank_change") == -1)
        #expect(try report.shown("CCC", "deployed_hashrate") == "10.0ec")
        #expect(try report.shown("CCC", "rank_change") == "0")
    }

    @Test func `equal figures share a rank, and the next rank is lower by their number`() throws {
        var book = try league()
        try book.add("CCC", .deployedHashrate, "2026-01-15", "50.00 EH/s")
        let report = try ask(.hashrate, of: book)
        #expect(try report.company("BBB", "rank") == 1)
        #expect(try report.company("CCC", "rank") == 1)
        #expect(try report.company("AAA", "rank") == 3)
    }

    @Test func `a company with a figure at one end only changes no places`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "10 EH/s")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "11 EH/s")
        try book.add("BBB", .deployedHashrate, "2026-01-15", "20 EH/s")
        let report = try ReportingTests.ask(.hashrate, of: book)
        #expect(try report.company("AAA", "rank") == 2)
        #expect(try report.company("AAA", "rank_change") == 0)
        #expect(try report.company("BBB", "rank_change") == nil)
    }

    @Test func `--added-since is the base of changes and ranks`() throws {
        var book = try league()
        try book.add("AAA", .deployedHashrate, "2025-11-30", "25.0 EH/s")
        let report = try ask(.hashrate, of: book, addedSince: "2025-11-30")
        #expect(try report.company("AAA", "added") == 15)
        #expect(try report.company("BBB", "previous") == nil)
        // BBB, which has more now, is not known at that base.
        #expect(try report.company("AAA", "rank_change") == 0)
    }

    @Test
    func `utilization is operating over deployed hashrate, and other kinds have their own columns`()
        throws
    {
        var book = try league()
        try book.add("AAA", .operatingHashrate, "2026-01-01/2026-01-15", "36.0 EH/s")
        try book.add("AAA", .managedHashrate, "2025-12-31", "60 EH/s")
        try book.add("AAA", .hostedHashrate, "2025-12-31", "20 EH/s")
        try book.add("AAA", .targetHashrate, "2025-10-31", "35 EH/s")
        try book.add("AAA", .targetHashrate, "2026-12-31", "80 EH/s")
        let report = try ask(.hashrate, of: book)
        #expect(try report.company("AAA", "utilization") == 90)
        #expect(try report.company("AAA", "managed_hashrate") == 60)
        #expect(try report.company("AAA", "hosted_hashrate") == 20)
        #expect(try report.company("AAA", "target_hashrate") == 80)
        #expect(try report.company("AAA", "share_of_group") == 40)
        #expect(report.notes.contains("Targets: AAA 80 EH/s by 2026-12-31."))
        try book.add("BBB", .targetHashrate, "2025-10-31", "40 EH/s")
        #expect(
            try ask(.hashrate, of: book).notes.contains(
                "Targets: AAA 80 EH/s by 2026-12-31. Past targets: BBB 40 EH/s by 2025-10-31."
            ))
    }

    @Test func `a target that was not yet published is not shown`() throws {
        var book = try league()
        try book.add("AAA", .targetHashrate, "2026-12-31", "80 EH/s", published: "2026-02-01")
        try book.add("AAA", .targetHashrate, "2025-10-31", "35 EH/s")
        let report = try ask(.hashrate, of: book, knownOn: "2026-01-31")
        #expect(try report.shown("AAA", "target_hashrate") == "35c")
    }

    @Test func `a target without a publication date counts as public from its own day`() throws {
        var book = try league()
        try book.add("AAA", .targetHashrate, "2026-12-31", "80 EH/s")
        #expect(
            try ask(.hashrate, of: book).shown("AAA", "target_hashrate") == "80")
        #expect(
            try ask(.hashrate, of: book, knownOn: "2026-12-30").company("AAA", "target_hashrate")
                == nil)
        #expect(
            try ask(.hashrate, of: book, knownOn: "2026-12-31").company("AAA", "target_hashrate")
                == 80)
    }

    @Test
    func `a member with only another kind of hashrate is missing, and a note names that kind`()
        throws
    {
        var book = try league()
        try book.add(members: "DDD", "EEE")
        try book.add("DDD", .managedHashrate, "2025-10-31", "50.00 EH/s")
        try book.add("EEE", .operatingHashrate, "2025-12", "7.5 EH/s")
        try book.add("EEE", .targetHashrate, "2026-06-30", "12 EH/s")
        let sentences = [
            """
            DDD has no current deployed_hashrate; the book has its managed_hashrate, 50.00 EH/s of \
            2025-10-31, which is a different metric and not counted.
            """,
            """
            EEE has no current deployed_hashrate; the book has its operating_hashrate, 7.5 EH/s of \
            2025-12, and its target_hashrate, 12 EH/s of 2026-06-30, which are different metrics \
            and not counted.
            """,
        ]
        #expect(try ask(.sector, of: book).notes.suffix(2) == sentences)
        #expect(try ask(.hashrate, of: book).notes.suffix(2) == sentences)
        let report = try ask(.hashrate, of: book)
        #expect(try report.company("DDD", "rank") == nil)
        #expect(try report.shown("BBB", "share_of_group") == "50.0i")
        #expect(
            report.notes.contains("Shares of the group are shares of the sum of 3 of 5 members."))
        // Older than a deployed hashrate may be: not mentioned.
        let strict = try ask(.hashrate, of: book, maxAge: 30)
        #expect(!strict.notes.contains { $0.contains("managed_hashrate") })
    }

    @Test func `a group that lacks most members has no shares`() throws {
        var book = try league()
        try book.add(members: "DDD", "EEE", "FFF", "GGG")
        let report = try ask(.hashrate, of: book)
        #expect(try report.company("BBB", "share_of_group") == nil)
        #expect(
            report.notes.contains(
                "No shares of the group are shown: deployed_hashrate is known for only 3 of the 7 "
                    + "members (AAA 40.0 EH/s, BBB 50.0 EH/s, CCC 10.0 EH/s)."))
    }

    @Test func `a base of zero gives no percentage, and says so`() throws {
        var book = try league()
        try book.add(
            "CCC", .deployedHashrate, "2025-12-31", "0 EH/s", published: "2026-01-02")
        try book.add("CCC", .operatingHashrate, "2026-01-01/2026-01-15", "1.0 EH/s")
        let report = try ask(.hashrate, of: book)
        #expect(try report.company("CCC", "added") == 0)
        #expect(try report.company("CCC", "added_percent") == nil)
        #expect(try report.company("CCC", "utilization") == nil)
        #expect(
            report.notes.contains(
                "Added of CCC is undefined: the previous deployed_hashrate is not above zero."))
        #expect(
            report.notes.contains(
                "Utilization of CCC is undefined: deployed_hashrate is not above zero."))
    }

    @Test func `the chart has the present members at month-ends and on the day`() throws {
        let report = try ask(.hashrate, of: try league())
        let chart = try #require(report.charts.first)
        #expect(chart.name == "hashrate")
        #expect(chart.kind == .stacked)
        #expect(chart.axis == .days([try day("2025-12-31"), try day("2026-01-15")]))
        #expect(
            chart.series.map(\.values) == [[30, 50], [40, 40], [10, 10]])
        #expect(chart.series.map(\.name) == ["BBB", "AAA", "CCC"])
        #expect(chart.series.map { $0.marks[1] ?? [] } == [[], [], [.estimated, .carried]])
    }

    @Test func `a ranking of one company with only estimates works and says so`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "5.0 EH/s", status: .estimated)
        let report = try ask(.hashrate, of: book)
        #expect(try report.company("AAA", "rank") == 1)
        #expect(try report.shown("AAA", "share_of_group") == "100e")
        #expect(try report.company("AAA", "rank_change") == nil)
        #expect(
            report.notes == [
                "Previous, Added, Share of network, Places gained, Operating, Utilization "
                    + "are known for no company.",
                "All figures of Deployed, Share of group rest on estimates.",
            ])
    }
}
