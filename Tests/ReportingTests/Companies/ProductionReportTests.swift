import Mining
import Testing

@testable import Reporting

@Suite("The production report")
struct ProductionReportTests {
    private func ask(_ book: ArrayBook, on: String = "2025-12", knownOn: String? = nil) throws
        -> Document
    {
        try ReportingTests.ask(.production, of: book, on: on, since: nil, knownOn: knownOn)
    }

    /// AAA with all figures, BBB with only its bitcoin mined.
    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .btcMined, "2025-12", "460 BTC")
        try book.add("AAA", .btcMined, "2025-11", "400 BTC")
        try book.add("AAA", .btcSold, "2025-12", "115 BTC")
        try book.add("AAA", .btcHeld, "2025-11-30", "1000 BTC")
        try book.add("AAA", .btcHeld, "2025-12-31", "1340 BTC")
        try book.add("AAA", .operatingHashrate, "2025-12", "23.0 EH/s")
        try book.add("BBB", .btcMined, "2025-12", "500 BTC", status: .estimated)
        try book.add("BTC", .networkHashrate, "2025-12", "1000 EH/s")
        return book
    }

    @Test func `shows bitcoin mined, sold and held by company and in total`() throws {
        let report = try ask(try smallBook())
        #expect(try report.tickers("companies") == ["BBB", "AAA"])
        #expect(try report.company("AAA", "liquidation") == 25)
        #expect(try report.company("AAA", "btc_per_exahash") == 20)
        #expect(try report.company("AAA", "residual_btc") == -5)
        // Of 31 × 144 × 3.125 BTC.
        let realized = try #require(try report.company("AAA", "realized_hashrate"))
        #expect(abs(realized - 460 * 1000.0 / 13_950) < 1e-9)
        #expect(try report.number("group", "btc_mined", "value") == 960)
        #expect(try report.shown("BBB", "btc_mined") == "500e")
        #expect(
            report.notes.contains(
                "Network reward: 144 blocks a day, excludes transaction fees (not known)."))
    }

    @Test func `a quarter that follows from the year is a figure of the quarter`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .btcMined, "2025", "1000 BTC")
        for quarter in ["2025Q1", "2025Q2", "2025Q3"] {
            try book.add("AAA", .btcMined, quarter, "200 BTC")
        }
        let report = try ask(book, on: "2025Q4")
        #expect(try report.shown("AAA", "btc_mined") == "400d")
        #expect(!report.notes.contains { $0.contains("No member has") })
        let none = try ask(book, on: "2026-01")
        #expect(
            none.notes.contains(
                "No member has btc_mined over 2026-01; the last period with a figure is 2025: try "
                    + "--on 2025."))
    }

    @Test func `sums of different members are compared like for like`() throws {
        var book = try smallBook()
        let report = try ask(book)
        #expect(try report.number("group", "btc_mined", "previous") == 400)
        #expect(try report.number("group", "btc_mined", "change") == 60)
        #expect(try report.shown("group", "btc_mined", "change") == "+60l")
        #expect(try report.shown("group", "btc_mined", "previous") == "400i")
        #expect(try report.number("group", "btc_mined", "missing") == 0)
        #expect(try report.number("group", "btc_mined", "previous_missing") == 1)
        #expect(try report.number("group", "btc_mined", "change_members") == 1)
        #expect(
            report.notes.contains(
                "BTC mined: change over the 1 member with a figure at both ends (left out: BBB)."))
        try book.add("BBB", .btcMined, "2025-11", "450 BTC")
        #expect(try ask(book).number("group", "btc_mined", "change") == 110)
        let quarter = try ReportingTests.ask(
            .production, of: book, on: "2025-12", since: "2025-11-01/2025-12-31")
        #expect(try quarter.number("group", "btc_mined", "previous") == 1810)
        #expect(
            quarter.notes.contains(
                "BTC mined: no change shown, because the periods have 31 and 61 days."))
    }

    @Test func `without an operating hashrate the mean of the deployed one is used and marked`()
        throws
    {
        var book = try smallBook()
        try book.add("BBB", .deployedHashrate, "2025-11-30", "24.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "26.0 EH/s")
        #expect(try ask(book).shown("BBB", "btc_per_exahash") == "20ed")
    }

    @Test func `a share of zero is undefined, and a note says so`() throws {
        var book = try smallBook()
        try book.add("BBB", .btcMined, "2025-12", "0 BTC")
        try book.add("BBB", .btcSold, "2025-12", "10 BTC")
        try book.add("BBB", .operatingHashrate, "2025-12", "0 EH/s")
        let report = try ask(book)
        #expect(try report.company("BBB", "liquidation") == nil)
        #expect(
            report.notes.contains(
                "Liquidation of BBB is undefined: btc_mined is not above zero."))
        #expect(
            report.notes.contains(
                "Mined per EH/s of BBB is undefined: its hashrate is not above zero."))
    }

    @Test func `the residual needs holdings on exactly both days`() throws {
        var book = try smallBook()
        book.allObservations.removeAll { $0.metric == .btcHeld && $0.period.last.isLastOfMonth }
        try book.add("AAA", .btcHeld, "2025-11-29", "1000 BTC")
        try book.add("AAA", .btcHeld, "2025-12-31", "1340 BTC")
        let report = try ask(book)
        #expect(try report.shown("AAA", "opening_btc_held") == "1,000c")
        #expect(try report.company("AAA", "residual_btc") == nil)
    }

    @Test func `charts show the months and month-ends for which a company has a figure`() throws {
        let charts = try ask(try smallBook()).charts
        #expect(charts.map(\.name) == ["btc_mined", "btc_held"])
        #expect(charts[0].axis == .names(["2025-11", "2025-12"]))
        #expect(
            charts[0].series == [
                Chart.Series("BBB", [nil, 500], marks: [1: [.estimated]]),
                Chart.Series("AAA", [400, 460]),
            ])
        #expect(charts.map(\.hasFixedSet) == [true, true])
        #expect(charts[1].axis == .days([try day("2025-11-30"), try day("2025-12-31")]))
        #expect(charts[1].series == [Chart.Series("AAA", [1000, 1340])])
        #expect(charts.map(\.absent) == [[], ["BBB"]])
    }

    @Test func `sums of flows have a period as base, sums of holdings a day`() throws {
        let report = try ReportingTests.ask(
            .production, of: try smallBook(), on: "2025-12-31", since: "2025-11-30")
        #expect(try report.cell("group", "btc_mined", "since") == .text("2025-11"))
        #expect(try report.cell("group", "btc_held", "since") == .text("2025-11-30"))
    }

    @Test func `the sums of a chart have the digits of the table`() throws {
        var book = try smallBook()
        try book.add("BBB", .btcHeld, "2025-12-31", "10500 BTC")
        let report = try ask(book)
        #expect(try report.shown("group", "btc_held", "value") == "11,840")
        #expect(report.charts[1].totals.mapValues(\.text) == [0: "1,000", 1: "11,840"])
    }

    @Test func `a sum says which of its figures are carried, and of which day they are`() throws {
        var book = try smallBook()
        try book.add("BBB", .btcHeld, "2025-10-31", "500 BTC")
        #expect(
            try ask(book).notes.contains(
                "BTC held: 1 of 2 members' figures is carried from an earlier day (BBB 2025-10-31)."
            ))
    }

    @Test func `a day means its month to date, and a note suggests a period with figures`()
        throws
    {
        let report = try ask(try smallBook(), on: "2026-01-15")
        #expect(
            report.notes.first
                == "No member has btc_mined over 2026-01-01/2026-01-15; the last period with a"
                + " figure is 2025-12: try --on 2025-12.")
    }

    @Test func `without --on it takes the last period that most members have published`() throws {
        var book = try smallBook()
        book.allObservations.removeAll { $0.metric == .btcMined }
        for (ticker, month) in [
            ("AAA", "2025-10"), ("BBB", "2025-10"), ("AAA", "2025-11"), ("BBB", "2025-11"),
            ("AAA", "2025-12"), ("CCC", "2025-12"),
        ] {
            try book.add(ticker, .btcMined, month, "300 BTC")
        }
        try book.add("BBB", .btcMined, "2026-01", "300 BTC", status: .estimated)
        try book.add("AAA", .deployedHashrate, "2026-01-15", "30 EH/s")
        let report = try ReportingTests.ask(.production, of: book, on: nil, since: nil)
        let periods = report.parameters.prefix(2).map(\.value)
        #expect(periods == ["2025-12", "2025-11"])
        #expect(try report.number("group", "btc_mined", "value") == 300)
        #expect(
            report.notes.first
                == "btc_mined is over 2025-12, the last complete period published by at least half of"
                + " the members with such figures (1 of 2); choose another with --on.")
        // With a third company that publishes, one of three is too few for December.
        try book.add(members: "CCC")
        book.allObservations.removeAll { $0.subject == "CCC" }
        try book.add("CCC", .btcMined, "2025-11", "100 BTC")
        let november = try ReportingTests.ask(.production, of: book, on: nil, since: nil)
        #expect(november.parameters.first?.value == "2025-11")
        let asked = try ReportingTests.ask(.production, of: book, on: "2026-01-15", since: nil)
        #expect(asked.parameters.first?.value == "2026-01-15")
    }

    @Test func `a book without a hashrate has a default period, too`() throws {
        var book = try smallBook()
        book.allObservations.removeAll { $0.metric == .deployedHashrate }
        let report = try ReportingTests.ask(.production, of: book, on: nil, since: nil)
        #expect(try report.company("AAA", "btc_mined") == 460)
    }

    @Test func `figures published later are not used`() throws {
        var book = try smallBook()
        try book.add(
            "AAA", .btcMined, "2025-12", "470 BTC", published: "2026-02-20", status: .restated)
        #expect(try ask(book).company("AAA", "btc_mined") == 470)
        #expect(try ask(book, knownOn: "2026-01-31").company("AAA", "btc_mined") == 460)
    }
}
