import Mining
import Testing

@testable import Reporting

@Suite("Figures that rest on a conflict")
struct InputConflictTests {
    /// Two members; two sources disagree about one of them at the base.
    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "61.7 EH/s", source: "https://a.org/1")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "66.4 EH/s", source: "https://b.org/2")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "67.0 EH/s", source: "https://b.org/3")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "30.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2026-01-15", "31.0 EH/s")
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12", "1050 EH/s")
        return book
    }

    private let sentence =
        "AAA deployed_hashrate of 2025-12-31: 66.4 EH/s (b.org) is used, 61.7 EH/s (a.org) "
        + "contradicts it."

    @Test func `the sector report marks the end and the change, and names both values once`() throws
    {
        let document = try ask(.sector, of: try book())
        #expect(try document.shown("headline", "hashrate", "value") == "98.0")
        #expect(try document.shown("headline", "hashrate", "previous") == "96.4x")
        #expect(try document.shown("headline", "hashrate", "change") == "+1.6x")
        #expect(try document.shown("headline", "network_share", "previous")?.last == "x")
        #expect(try document.shown("additions", "AAA", "previous") == "66.4x")
        #expect(try document.shown("additions", "AAA", "added") == "+0.6x")
        #expect(try document.shown("additions", "BBB", "added") == "+1.0")
        #expect(document.notes.filter { $0.contains("contradicts it") } == [sentence])
    }

    @Test func `values whose intervals meet, and what a publisher has replaced, are no conflict`()
        throws
    {
        var meeting = try book()
        meeting.allObservations[0].value = try quantity(
            "66 EH/s", Metric.deployedHashrate.dimension)
        #expect(try !ask(.sector, of: meeting).notes.contains { $0.contains("contradicts") })
        var replaced = try book()
        replaced.allObservations[0].publishedOn = try day("2026-01-02")
        replaced.allObservations[1].publishedOn = try day("2026-01-03")
        #expect(try !ask(.sector, of: replaced).notes.contains { $0.contains("contradicts") })
    }

    @Test func `what was not public by the day of the reader contradicts nothing`() throws {
        var late = try book()
        late.allObservations[0].publishedOn = try day("2026-01-20")
        late.allObservations[0].status = .aggregated
        #expect(try ask(.sector, of: late).notes.contains { $0.contains("contradicts") })
        let document = try ask(.sector, of: late, knownOn: "2026-01-16")
        #expect(!document.notes.contains { $0.contains("contradicts") })
        #expect(try document.shown("headline", "hashrate", "previous") == "96.4")
    }

    @Test func `sources of the network that disagree mark nothing`() throws {
        var network = try book()
        try network.add("BTC", .networkHashrate, "2025-12", "990 EH/s", source: "other")
        let document = try ask(.sector, of: network)
        #expect(document.notes.filter { $0.contains("contradicts") } == [sentence])
        #expect(
            try document.shown("headline", "network_hashrate", "previous")?.contains("x") == false)
    }

    @Test(arguments: [
        (Report.hashrate, "companies", "AAA", "previous"),
        (.attribution, "companies", "AAA", "change"),
        (.attribution, "attribution", "hashrate", "share_of_change"),
    ])
    func `other reports mark it and name both values, too`(
        report: Report, table: String, row: String, column: String
    ) throws {
        let document = try ask(report, of: try book())
        #expect(try document.shown(table, row, column)?.contains("x") == true)
        #expect(document.notes.filter { $0.contains("contradicts it") } == [sentence])
    }

    @Test func `matrix and trend mark the period and the changes from and to it`() throws {
        var query = ReportQuery(
            on: try period("2026-01-31"), since: nil, scope: .group("us-listed"))
        query.from = try period("2025-12")
        query.metric = .deployedHashrate
        let matrix = Report.matrix.result(for: query, from: try book()).document
        #expect(try matrix.shown("companies", "AAA", "2025-12") == "66.4x")
        #expect(try matrix.shown("totals", "deployed_hashrate", "2025-12") == "96.4x")
        #expect(try matrix.shown("totals", "deployed_hashrate.change", "2026-01") == "+1.6x")
        #expect(
            matrix.notes == [
                "Sum: carried from an earlier day for 2 of 2 members in 2026-01.",
                "Sum: contradicted for 1 of 2 members in 2025-12.", sentence,
            ])
        let trend = Report.trend.result(for: query, from: try book()).document
        #expect(try trend.shown("computed", "hashrate", "2025-12") == "96.4x")
        #expect(try trend.shown("changes", "hashrate.change", "2026-01") == "+1.6x")
        #expect(trend.notes.contains(sentence))
    }

    @Test func `matrix marks as restated what the report on restatements lists`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        for (quarter, first, last) in [
            ("2025Q3", "459 BTC", "450 BTC"), ("2025Q4", "430 BTC", nil),
        ] {
            try book.add("AAA", .btcMined, quarter, first, published: "2026-01-03")
            guard let last else { continue }
            try book.add("AAA", .btcMined, quarter, last, published: "2026-02-01")
        }
        // By another publisher.
        try book.add("AAA", .btcMined, "2025Q4", "431 BTC", source: "press", status: .aggregated)
        var query = ReportQuery(on: try period("2025Q4"), scope: .group("us-listed"))
        query.from = try period("2025Q3")
        query.metric = .btcMined
        let matrix = Report.matrix.result(for: query, from: book).document
        #expect(try matrix.shown("companies", "AAA", "2025Q3") == "450s")
        #expect(try matrix.shown("companies", "AAA", "2025Q4")?.contains("s") == false)
        let restatements = Report.restatements.result(for: query, from: book).document
        #expect(restatements.tables[0].rows.map { $0[2] } == [.text("2025Q3")])
    }

    @Test func `sums of flows are marked in the group and by company`() throws {
        var book = try book()
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .btcMined, "2025-12", "100 BTC", source: "a")
            try book.add(ticker, .btcMined, "2025-11", "90 BTC", source: "a")
        }
        try book.add("AAA", .btcMined, "2025-12", "700 BTC", source: "b", status: .aggregated)
        let document = try ask(.production, of: book, on: "2025-12", since: "2025-11")
        #expect(try document.shown("companies", "AAA", "btc_mined") == "100x")
        #expect(try document.shown("group", "btc_mined", "value") == "200x")
        #expect(
            document.notes.contains(
                "AAA btc_mined of 2025-12: 100 BTC (a) is used, 700 BTC (b) contradicts it."))
    }

    @Test func `an explanation names the conflict`() throws {
        let query = ReportQuery(
            on: try period("2026-01-15"), since: try period("2025-12-31"),
            scope: .group("us-listed"))
        let result = Report.hashrate.result(for: query, from: try book())
        let explanation = try #require(Explanation(of: "previous", in: result))
        #expect(
            explanation.document.notes.contains(
                "AAA, 2026-01-15: 66.4 EH/s (66.35 … 66.45); AAA deployed_hashrate of 2025-12-31: "
                    + "66.4 EH/s (b.org) is used, 61.7 EH/s (a.org) contradicts it."))
    }
}
