import Mining
import Testing

@testable import Reporting

/// What every report must do for any book.
@Suite("Every report")
struct EveryReportTests {
    /// Books without data, with little data, or with much data of one kind.
    enum Book: String, CaseIterable, CustomTestStringConvertible {
        case empty, group, oneFigure, estimates, network, members

        var testDescription: String { rawValue }

        func book() throws -> ArrayBook {
            var book = ArrayBook()
            if self == .empty { return book }
            try book.add(members: "AAA")
            switch self {
            case .empty, .group: break
            case .oneFigure: try book.add("AAA", .deployedHashrate, "2025-12-31", "1.0 EH/s")
            case .estimates:
                for metric in [Metric.deployedHashrate, .targetHashrate] {
                    try book.add("AAA", metric, "2025-12-31", "2.0 EH/s", status: .estimated)
                }
                try book.add("AAA", .btcMined, "2025-12", "0 BTC", status: .estimated)
                try book.add("AAA", .btcHeld, "2025-12-31", "0 BTC", status: .estimated)
            case .network:
                for day in ["2025-12-30", "2025-12-31"] {
                    try book.add("BTC", .btcPrice, day, "88000 USD/BTC")
                    try book.add("BTC", .difficulty, day, "146000000000001 difficulty")
                    try book.add("BTC", .networkHashrate, day, "1050 EH/s")
                }
            case .members:
                try book.add(members: "BBB", joined: "2025-12-31")
                try book.add(members: "CCC", left: "2025-12-15")
                for ticker in ["AAA", "BBB", "CCC"] {
                    try book.add(ticker, .deployedHashrate, "2025-12-10", "10.0 EH/s")
                    try book.add(
                        ticker, .deployedHashrate, "2025-12-10", "10.5 EH/s",
                        published: "2026-01-05", source: "later")
                    try book.add(ticker, .marketCap, "2025-12-31", "0 USD")
                }
            }
            return book
        }
    }

    private func result(_ report: Report, _ book: ArrayBook, on: String?) throws -> ReportResult {
        var query = ReportQuery(on: try on.map(period), scope: .group("us-listed"))
        query.company = Company(ticker: "AAA", name: "A")
        query.metric = .deployedHashrate
        return report.result(for: query, from: book)
    }

    @Test(arguments: Report.allCases, Book.allCases)
    func `has complete tables and says what it lacks`(report: Report, kind: Book) throws {
        for on in [nil, "2025-12-31", "2025-12", "2025Q4", "1999-01-01"] {
            let result = try result(report, try kind.book(), on: on)
            let document = result.document
            #expect(document.report == report.rawValue)
            #expect(!document.tables.isEmpty)
            for table in document.tables {
                #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
                #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table)")
            }
            for chart in document.charts {
                let count = chart.axis.count
                #expect(chart.series.allSatisfy { $0.values.count == count }, "\(chart.name)")
            }
            let isEmpty = document.tables.allSatisfy(\.rows.isEmpty)
            #expect(!isEmpty || !document.notes.isEmpty)
            #expect(document.notes.allSatisfy { $0.hasSuffix(".") }, "\(document.notes)")
        }
    }

    @Test(arguments: Report.allCases, Book.allCases)
    func `explains each of its figures`(report: Report, kind: Book) throws {
        let result = try result(report, try kind.book(), on: "2025-12-31")
        for code in Explanation.codes(of: result) {
            let explanation = try #require(Explanation(of: code, in: result)).document
            #expect(explanation.notes.count > 1, "\(code)")
            #expect(explanation.notes.allSatisfy { $0.hasSuffix(".") }, "\(explanation.notes)")
        }
    }

    @Test(arguments: Report.allCases)
    func `does not depend on the order of rows`(report: Report) throws {
        let book = try Book.members.book()
        var shuffled = book
        shuffled.allObservations.reverse()
        shuffled.allMemberships.reverse()
        shuffled.allCompanies.reverse()
        let one = try result(report, book, on: "2025-12-31").document
        let other = try result(report, shuffled, on: "2025-12-31").document
        #expect(one == other)
    }

    @Test(arguments: Report.allCases)
    func `has the question it answers in one line`(report: Report) {
        #expect(report.answers.hasSuffix("?") && report.answers.count <= 100)
    }
}

/// Charts that stack companies.
@Suite("Charts of companies")
struct CompanyChartTests {
    private func chart(_ values: [[Double?]]) -> Chart {
        Chart(
            "hashrate", "Hashrate", .stacked, unit: "EH/s",
            axis: .names(["2025-10", "2025-11", "2025-12"]),
            series: values.enumerated().map { Chart.Series("\($0.offset)", $0.element) })
    }

    @Test func `a note warns of bars that lack companies`() {
        #expect(
            chart([[1, 1, 1], [nil, nil, 2], [nil, 3, 3]]).gapsNote
                == "Bars up to 2025-11 lack the figures of 1 to 2 of 3 companies, which are unknown."
        )
    }

    @Test func `a company of which nothing is known at any place counts as missing`() {
        var chart = chart([[1, 1, 1], [0, 2, 2]])
        chart.absent = ["IREN", "BTDR"]
        #expect(
            chart.gapsNote
                == "Bars up to 2025-12 lack the figures of 2 of 4 companies, which are unknown; there "
                + "is no figure at all for BTDR, IREN.")
    }

    @Test func `bars of all companies need no note`() {
        #expect(chart([[1, 1, 1], [0, 2, 2]]).gapsNote == nil)
    }
}
