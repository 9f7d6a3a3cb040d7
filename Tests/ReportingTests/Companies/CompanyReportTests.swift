import Mining
import Testing

@testable import Reporting

@Suite("The report on a company")
struct CompanyReportTests {
    /// A company with the same growth by quarter and by month.
    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "RIOT", joined: "2024-01-01")
        for (quarter, end, mined, held, network) in [
            ("2025Q1", "2025-03-31", "1500 BTC", "10 EH/s", "800 EH/s"),
            ("2025Q2", "2025-06-30", "1400 BTC", "12 EH/s", "900 EH/s"),
        ] {
            try book.add("RIOT", .btcMined, quarter, mined)
            try book.add("RIOT", .deployedHashrate, end, held)
            try book.add("BTC", .networkHashrate, quarter, network)
        }
        for (month, mined) in [("2025-06", "450 BTC"), ("2025-08", "477 BTC")] {
            try book.add("RIOT", .btcMined, month, mined)
            try book.add("BTC", .networkHashrate, month, "1001 EH/s")
        }
        try book.add("RIOT", .deployedHashrate, "2025-08-31", "14 EH/s")
        return book
    }

    private func report(_ book: ArrayBook, on: String, from: String? = nil, to: String? = nil)
        throws -> Document
    {
        var query = ReportQuery(on: try period(on), scope: .group("us-listed"))
        query.company = book.allCompanies.first { $0.ticker == "RIOT" }
        query.from = try from.map(period)
        query.to = try to.map(period)
        return Report.company.result(for: query, from: book).document
    }

    private func sentences(_ document: Document, about words: String) -> [String] {
        document.summary.filter { $0.contains(words) }
    }

    @Test func `a month after quarters is not compared with them`() throws {
        let document = try report(smallBook(), on: "2025-08")
        #expect(
            sentences(document, about: "mined") == [
                "RIOT's bitcoin mined in a quarter went from 1,500 BTC over "
                    + "2025Q1 to 1,400 BTC over 2025Q2, -7 %."
            ])
        // What is measured at a date may be compared over any time.
        #expect(
            sentences(document, about: "deployed") == [
                "RIOT's deployed hashrate went from 10 EH/s on 2025-03-31 to "
                    + "14 EH/s on 2025-08-31, +40 %; the network's average went from 800 EH/s over "
                    + "2025Q1 to 1,001 EH/s over 2025-08, +25 %."
            ])
    }

    @Test func `months are called months`() throws {
        let document = try report(smallBook(), on: "2025-08", from: "2025-06", to: "2025-08")
        #expect(
            sentences(document, about: "mined") == [
                "RIOT's bitcoin mined in a month went from 450 BTC over "
                    + "2025-06 to 477 BTC over 2025-08, +6 %."
            ])
    }

    @Test func `the sentences say what the ends rest on, and if the last periods have no figure`()
        throws
    {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        try book.add("RIOT", .deployedHashrate, "2025-03-31", "10.0 EH/s", source: "a")
        try book.add("RIOT", .deployedHashrate, "2025-03-31", "12.0 EH/s", source: "b")
        try book.add("RIOT", .deployedHashrate, "2025-06-30", "15.0 EH/s", status: .estimated)
        try book.add("RIOT", .btcMined, "2025Q1", "400 BTC")
        for month in ["2025-07", "2025-08", "2025-09"] {
            try book.add("RIOT", .btcMined, month, "100 BTC")
        }
        let document = try report(book, on: "2025Q4")
        #expect(
            sentences(document, about: "'s ") == [
                "RIOT's deployed hashrate went from 12.0 EH/s on 2025-03-31 (contradicted by "
                    + "another source) to 15.0 EH/s on 2025-06-30 (estimated), +25.0 %, "
                    + "without a newer figure up to 2025-12-31.",
                "RIOT's bitcoin mined in a quarter went from 400 BTC over "
                    + "2025Q1 to 300 BTC over 2025Q3 (computed from other periods), -30 %, without a "
                    + "newer figure up to 2025-12-31.",
            ])
    }

    @Test func `a figure from within a period counts, on its own day`() throws {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        for (day, held) in [
            ("2024-12-31", "100"), ("2025-03-31", "200"), ("2025-08-20", "300"),
        ] {
            try book.add("RIOT", .btcHeld, day, "\(held) BTC")
        }
        let quarters = try report(book, on: "2025-10-15", from: "2025Q1")
        #expect(
            sentences(quarters, about: "held") == [
                "RIOT's bitcoin held went from 200 BTC on 2025-03-31 to 300 BTC on 2025-08-20, "
                    + "+50 %, without a newer figure up to 2025-10-15."
            ])
        // The figure of 2024 is from before the first period, and the last of them has no newer one.
        #expect(
            sentences(
                try report(book, on: "2025-10-15", from: "2025Q1", to: "2025Q2"), about: "'s "
            )
            .isEmpty)
    }

    @Test func `a later month does not make a quarter, but is no missing figure either`() throws {
        var book = try smallBook()
        try book.add("RIOT", .btcMined, "2025-11", "480 BTC")
        #expect(
            sentences(try report(book, on: "2025Q4"), about: "mined") == [
                "RIOT's bitcoin mined in a quarter went from 1,500 BTC over 2025Q1 to 1,400 BTC over "
                    + "2025Q2, -7 %, without a figure for a later quarter."
            ])
    }

    @Test func `with a last period, columns, sentences and sources end with it`() throws {
        let document = try report(smallBook(), on: "2025-08", from: "2025-01", to: "2025-07")
        #expect(document.tables[0].columns.last?.name == "2025-07")
        #expect(
            sentences(document, about: "deployed") == [
                "RIOT's deployed hashrate went from 10 EH/s on 2025-03-31 to 12 EH/s on 2025-06-30, "
                    + "+20 %, without a newer figure up to 2025-07-31."
            ])
        #expect(document.notes[0].hasPrefix("5 figures are of that time: "), "\(document.notes)")
    }

    @Test func `the share of the network is that of report hashrate for the same period`() throws {
        let book = try smallBook()
        let company = try report(book, on: "2025Q2", from: "2025-04", to: "2025-06")
        #expect(try company.number("quarters", "network_share", "2025-06") == 100 * 12.0 / 1001)
        for (on, share) in [("2025Q2", 100 * 12.0 / 900), ("2025-06", 100 * 12.0 / 1001)] {
            let hashrate = try ask(.hashrate, of: book, on: on, since: nil)
            #expect(try hashrate.company("RIOT", "network_share") == share)
            let series = try report(book, on: on, from: on)
            #expect(try series.number("quarters", "network_share", on) == share)
        }
    }

    @Test func `a share of a sum that lacks members names them`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "RIOT", joined: "2024-01-01")
        for (quarter, tickers) in [
            ("2025-03-31", ["AAA", "RIOT"]), ("2025-06-30", ["AAA", "RIOT"]),
            ("2025-09-30", ["AAA", "BBB", "RIOT"]),
        ] {
            for ticker in tickers { try book.add(ticker, .deployedHashrate, quarter, "10 EH/s") }
        }
        let notes = try report(book, on: "2025Q3", from: "2025Q1").notes
        #expect(
            notes.contains(
                "Share of us-listed in 2025Q1, 2025Q2: of the sum of 2 of 3 members; missing: BBB."),
            "\(notes)")
    }

    @Test func `charts have the numbers of the table, with their marks`() throws {
        var book = try smallBook()
        try book.add("RIOT", .deployedHashrate, "2025-06-30", "12.4 EH/s", status: .estimated)
        try book.add("RIOT", .deployedHashrate, "2025-06-30", "12 EH/s", source: "b")
        let document = try report(book, on: "2025Q2", from: "2025Q1")
        let share = try #require(document.charts.first { $0.name == "share" })
        let shown = try document.shown("quarters", "network_share", "2025Q2")
        #expect(share.series[1].numbers[1]?.text == shown)
        let hashrate = try #require(document.charts.first { $0.name == "hashrate" })
        #expect(hashrate.series[0].numbers.mapValues(\.text) == [0: "10", 1: "12"])
    }

    @Test func `trailing twelve months have a column of their own`() throws {
        var book = ArrayBook()
        try book.add(members: "RIOT")
        for quarter in 1...4 { try book.add("RIOT", .btcMined, "2025Q\(quarter)", "100 BTC") }
        let document = try report(book, on: "2025Q4 TTM")
        #expect(try document.number("quarters", "btc_mined", "2025Q4") == 100)
        #expect(try document.number("quarters", "btc_mined", "2025") == 400)
        // A day at the end of the last quarter has nothing of its own.
        let day = try report(book, on: "2025-12-31")
        #expect(day.tables[0].columns.last?.name == "2025Q4")
    }
}
