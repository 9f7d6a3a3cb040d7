import Mining
import Testing

@testable import Reporting

@Suite("The trend of the sector's figures")
struct TrendTests {
    @Test func `two claims of one day are both listed, and the chart has the later one`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2025-11-30", "29 EH/s")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "30 EH/s")
        try book.claim("hashrate", "2025-12-31", "31 EH/s", published: "2026-01-10", source: "b")
        try book.claim("hashrate", "2025-12", "30 EH/s", published: "2026-01-05", source: "a")
        var query = ReportQuery(on: try period("2025-12"), scope: .group("us-listed"))
        query.from = try period("2025-11")
        let document = Report.trend.result(for: query, from: book).document
        let claimed = try #require(document.tables.first { $0.name == "claimed" })
        let printed = try #require(claimed.columns.firstIndex { $0.name == "claimed" })
        let values = claimed.rows.compactMap { row -> Double? in
            if case .number(let number) = row[printed] { number.value } else { nil }
        }
        #expect(values == [30, 31])
        let chart = try #require(document.charts.first { $0.name == "hashrate" })
        #expect(chart.series.last?.values == [nil, 31])
    }
}
