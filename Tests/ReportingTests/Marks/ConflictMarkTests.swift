import Mining
import Testing

@testable import Reporting

/// One member and one group whose figures two sources contradict: every report marks what rests on
/// them.
@Suite("The mark of conflicts in every report")
struct ConflictMarkTests {
    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        for (day, month) in [("2025-12-31", "2025-12"), ("2026-01-15", "2026-01-01/2026-01-15")] {
            try book.add("AAA", .deployedHashrate, day, "61.7 EH/s", source: "https://a.org/1")
            try book.add("AAA", .deployedHashrate, day, "66.4 EH/s", source: "https://b.org/2")
            try book.add("BBB", .deployedHashrate, day, "30.\(day.suffix(1)) EH/s")
            try book.add("us-listed", .fleetEfficiency, day, "20 J/TH", source: "a")
            try book.add("us-listed", .fleetEfficiency, day, "25 J/TH", source: "b")
            try book.add("us-listed", .powerPrice, month, "50 USD/MWh")
            try book.add("BTC", .networkHashrate, month, "1000 EH/s")
            try book.add("BTC", .btcPriceAverage, month, "90000 USD/BTC")
            try book.add("BTC", .btcPrice, day, "90000 USD/BTC")
            try book.add("BTC", .difficulty, day, "100 T")
            for (metric, one, other) in [
                (Metric.marketCap, "5.0 USD bn", "6.0 USD bn"),
                (.fleetEfficiency, "20 J/TH", "25 J/TH"),
                (.hpcContracted, "101 MW", "151 MW"),
            ] {
                try book.add("AAA", metric, day, one, source: "a")
                try book.add("AAA", metric, day, other, source: "b")
                try book.add("BBB", metric, day, one, source: "a")
            }
        }
        for ticker in ["AAA", "BBB"] {
            try book.add(ticker, .btcMined, "2025-12", "100 BTC", source: "a")
            try book.add(ticker, .btcMined, "2025-11", "90 BTC", source: "a")
        }
        try book.add("AAA", .btcMined, "2025-12", "700 BTC", source: "b", status: .aggregated)
        return book
    }

    private func document(_ report: Report) throws -> Document {
        var query = ReportQuery(
            on: try period(report == .production ? "2025-12" : "2026-01-15"),
            since: try period(report == .production ? "2025-11" : "2025-12-31"),
            scope: .group("us-listed"))
        let book = try book()
        query.company = book.allCompanies.first
        query.metric = .deployedHashrate
        if report == .matrix || report == .trend {
            query.on = try period("2026-01-31")
            query.from = try period("2025-12")
        }
        return report.result(for: query, from: book).document
    }

    private static let marked: [(Report, String, String, [String])] = [
        (.sector, "headline", "hashrate", ["value", "previous", "change", "change_percent"]),
        (.sector, "headline", "network_share", ["value", "previous", "change"]),
        (.sector, "headline", "market_cap", ["value", "previous", "change"]),
        (.sector, "headline", "gross_margin", ["value", "previous", "change"]),
        (.sector, "additions", "AAA", ["hashrate", "previous", "added", "share_of_additions"]),
        (.sector, "additions", "BBB", ["share_of_additions"]),
        (.sector, "members", "AAA", ["hashrate", "network_share", "market_cap"]),
        (
            .hashrate, "companies", "AAA",
            ["deployed_hashrate", "previous", "added", "share_of_group", "network_share"]
        ),
        (.hashrate, "companies", "BBB", ["share_of_group"]),
        (.production, "companies", "AAA", ["btc_mined", "realized_hashrate"]),
        (.production, "group", "btc_mined", ["value", "change"]),
        (.economics, "companies", "AAA", ["break_even_power_price"]),
        (.valuation, "companies", "AAA", ["market_cap", "market_cap_per_exahash"]),
        (.diversification, "companies", "AAA", ["hpc_contracted", "previous", "change"]),
        (.diversification, "group", "hpc_contracted", ["value", "previous", "change"]),
        (.company, "quarters", "share_of_group", ["2025Q4", "2026-01-15"]),
        (.company, "quarters", "network_share", ["2026-01-15"]),
        (.matrix, "companies", "AAA", ["2025-12", "2026-01"]),
        (.matrix, "totals", "deployed_hashrate", ["2025-12", "2026-01"]),
        (.trend, "computed", "hashrate", ["2025-12", "2026-01"]),
        (.trend, "computed", "power_cost_per_exahash", ["2025-12"]),
        (.outlook, "outlook", "power_cost_per_exahash", ["value"]),
        (.outlook, "outlook", "gross_margin", ["value"]),
        (.outlook, "outlook", "break_even_price", ["value"]),
        (.outlook, "margin", "0 %", ["network_0 %"]),
        (.attribution, "attribution", "hashrate", ["share_of_change"]),
        (.attribution, "companies", "AAA", ["previous", "hashrate", "change"]),
    ]

    @Test(arguments: marked)
    func `a figure that rests on a conflict is marked, for people and for programs`(
        report: Report, table: String, row: String, columns: [String]
    ) throws {
        let document = try document(report)
        let found = try #require(document.tables.first { $0.name == table })
        let cells = try #require(found.rows.first { $0[0] == .text(row) })
        // JSON and CSV print what `marks(of:)` says.
        let programs = found.marks(of: cells)
        for column in columns {
            #expect(try document.shown(table, row, column)?.contains("x") == true, "\(column)")
            let marks = programs.first { $0.column == column }?.marks ?? []
            #expect(marks.contains(.conflict), "\(column)")
        }
        #expect(found.marksNumbers)
        #expect(document.notes.contains { $0.contains("contradicts it") })
    }

    @Test func `nothing else is marked`() throws {
        let document = try document(.sector)
        #expect(try document.shown("additions", "BBB", "hashrate") == "30.5")
        #expect(try document.shown("members", "BBB", "network_share")?.contains("x") == false)
        #expect(try document.shown("headline", "hashprice", "value")?.contains("x") == false)
        let outlook = try self.document(.outlook)
        #expect(try outlook.shown("revenue", "0 %", "network_0 %")?.contains("x") == false)
    }

    @Test func `verify marks a computed figure that rests on a conflict, and names it`() throws {
        var book = try book()
        try book.claim("hashrate", "2026-01-15", "97 EH/s")
        let document = VerifyReport(
            book.allClaims, verdict: nil, parameters: [], from: book
        ).document
        #expect(try document.shown("claims", "JPMorgan", "computed") == "96.9x")
        guard case .text(let reason) = try document.cell("claims", "JPMorgan", "reason") else {
            Issue.record("no reason")
            return
        }
        #expect(reason.hasSuffix("contradicted: AAA"))
        #expect(
            document.notes == [
                "AAA deployed_hashrate of 2026-01-15: 66.4 EH/s (b.org) is used, 61.7 EH/s (a.org) "
                    + "contradicts it."
            ])
    }

    @Test(arguments: ["hashrate.change", "deployed_hashrate", "added", "network_share"])
    func `an explanation of what rests on a conflict names it`(code: String) throws {
        let report: Report =
            code == "network_share" || code == "deployed_hashrate" ? .hashrate : .sector
        var query = ReportQuery(
            on: try period("2026-01-15"), since: try period("2025-12-31"),
            scope: .group("us-listed"))
        query.company = nil
        let result = report.result(for: query, from: try book())
        let explanation = try #require(Explanation(of: code, in: result))
        #expect(explanation.document.notes.contains { $0.contains("(a.org) contradicts it") })
    }
}
