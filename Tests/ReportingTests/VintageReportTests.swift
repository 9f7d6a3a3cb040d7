import Mining
import TestSupport
import Testing

@testable import Reporting

/// The reports on restatements and conflicts.
@Suite("Restatements and conflicts")
struct VintageReportTests {
    /// The texts of a table's rows, in the columns named.
    private func rows(_ document: Document, _ table: String, _ columns: String...) throws
        -> [String]
    {
        let table = try #require(document.tables.first { $0.name == table })
        let places = try columns.map { name in
            try #require(table.columns.firstIndex { $0.name == name })
        }
        return table.rows.map { row in
            places.map { place in
                switch row[place] {
                case .text(let text): text
                case .number(let number): number.text
                default: "-"
                }
            }.joined(separator: " ")
        }
    }

    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add("AAA", .btcMined, "2025-06", "459 BTC", published: "2025-07-03")
        try book.add("AAA", .btcMined, "2025-06", "450 BTC", published: "2025-08-03")
        try book.add("BBB", .btcMined, "2025-07", "301 BTC", source: "https://a.example")
        try book.add("BBB", .btcMined, "2025-07", "333 BTC", source: "https://b.example")
        return book
    }

    @Test func `a restatement and a conflict are each in their own report`() throws {
        let restatements = try ask(.restatements, of: try book(), on: nil, since: nil)
        #expect(
            try rows(restatements, "restatements", "ticker", "period", "change", "publisher")
                == ["AAA 2025-06 -9 AAA"])
        #expect(try rows(restatements, "companies", "ticker", "down") == ["AAA 1"])
        let conflicts = try ask(.conflicts, of: try book(), on: nil, since: nil)
        #expect(
            try rows(conflicts, "conflicts", "ticker", "period", "difference")
                == ["BBB 2025-07 32"])
    }

    @Test func `a book without deployed hashrate has restatements too`() throws {
        let document = try ask(.restatements, of: try book(), on: nil, since: nil)
        #expect(document.notes.isEmpty)
    }

    @Test func `the periods end with --on, or with --to if it is given`() throws {
        for report in [Report.restatements, .conflicts] {
            #expect(
                try ask(report, of: try book(), on: "2025-05", since: nil).tables[0].rows.isEmpty)
            var query = ReportQuery(on: try period("2025-05"), scope: .group("us-listed"))
            query.to = try period("2025-07")
            let document = report.result(for: query, from: try book()).document
            #expect(document.tables[0].rows.count == 1)
        }
    }

    @Test func `both reports can be of one company`() throws {
        var query = ReportQuery(scope: .group("us-listed"))
        query.company = Company(ticker: "BBB", name: "BBB Inc.")
        let restatements = Report.restatements.result(for: query, from: try book()).document
        #expect(try rows(restatements, "restatements", "ticker").isEmpty)
        #expect(
            restatements.notes
                == [
                    "No figure of BBB is known to be restated: that needs a later known publication "
                        + "date from the same publisher, or the status restated. Sources that "
                        + "disagree are in report conflicts."
                ])
        let conflicts = Report.conflicts.result(for: query, from: try book()).document
        #expect(try rows(conflicts, "conflicts", "ticker") == ["BBB"])
        query.company = Company(ticker: "AAA", name: "AAA Inc.")
        #expect(
            Report.conflicts.result(for: query, from: try book()).document.notes
                == ["No two sources contradict each other about AAA."])
    }

    @Test func `a figure restated and restated back is a row with change 0`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        for (day, value) in [("08-05", "23.3"), ("09-04", "23.2"), ("10-04", "23.3")] {
            try book.add(
                "AAA", .deployedHashrate, "2024-07-31", "\(value) EH/s",
                published: "2024-\(day)", source: day)
        }
        let document = try ask(.restatements, of: book, on: nil, since: nil)
        #expect(
            try rows(document, "restatements", "ticker", "vintages", "change") == ["AAA 3 0.0"])
        #expect(
            try rows(document, "companies", "restatements", "up", "down", "back") == ["1 0 0 1"])
    }

    @Test func `a company does not restate the researcher's estimate`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add(
            "AAA", .deployedHashrate, "2024-07-31", "23.0 EH/s", published: "2024-07-31",
            source: "guess", status: .estimated)
        try book.add(
            "AAA", .deployedHashrate, "2024-07-31", "23.3 EH/s", published: "2024-08-05")
        let document = try ask(.restatements, of: book, on: nil, since: nil)
        #expect(document.tables.allSatisfy { $0.rows.isEmpty })
    }

    @Test func `a data site that revises a figure of the network is no company that restates`()
        throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA")
        for (day, value) in [("2026-01-02", "87500"), ("2026-01-05", "87600")] {
            try book.add(
                "BTC", .btcPrice, "2025-12-31", "\(value) USD/BTC", published: day,
                source: "https://site.example/\(day)")
        }
        let document = try ask(.restatements, of: book, on: nil, since: nil)
        #expect(try rows(document, "restatements", "publisher") == ["site.example"])
        #expect(try rows(document, "companies", "ticker").isEmpty)
    }

    @Test(arguments: 0..<200)
    func `each pair of vintages is in one report at most, and each report has its pairs`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        for ticker in ["AAA", "BBB"] {
            for period in ["2025-06", "2025-07"] {
                for number in 0..<Int.random(in: 0...4, using: &random) {
                    let day = Int.random(in: 0...2, using: &random)
                    try book.add(
                        ticker, .btcMined, period,
                        "\(Int.random(in: 448...452, using: &random)) BTC",
                        published: day == 0 ? nil : "2025-08-0\(day)",
                        source: "https://\(["a", "b"][number % 2]).example/\(number)",
                        status: try #require(Status.allCases.randomElement(using: &random)))
                }
            }
        }
        let restatements = try ask(.restatements, of: book, on: nil, since: nil)
        let conflicts = try ask(.conflicts, of: book, on: nil, since: nil)
        var (restated, conflicting) = (0, 0)
        for ticker in ["AAA", "BBB"] {
            for month in ["2025-06", "2025-07"] {
                let all = book.vintages(.btcMined, of: ticker, within: try period(month))
                let vintages = Vintages(all, about: .company)
                let pairs = all.indices.flatMap { one in
                    all.indices.filter { $0 > one }.map { (one, $0, vintages.relation(one, $0)) }
                }
                conflicting += pairs.count { $0.2 == .conflict }
                restated +=
                    Set(pairs.filter { $0.2 == .restatement }.map { vintages.publishers[$0.0] })
                    .count
            }
        }
        #expect(restatements.tables[0].rows.count == restated)
        #expect(conflicts.tables[0].rows.count == conflicting)
    }
}
