import Mining
import Reporting
import TestSupport
import Testing

@testable import Rendering

/// The charts of a workbook, and the sheets with their numbers.
@Suite("Charts in workbooks")
struct XLSXChartTests {
    /// The cells of the sheet with the numbers of a chart, row by row.
    private func numbers(of chart: Chart) throws -> [String] {
        let bytes = try Format.xlsx.render(Document(report: "r", tables: [], charts: [chart]))
        let contents = try SheetContents(bytes)
        #expect(contents.names.prefix(2) == ["Report", "Charts"])
        #expect(contents.names.count == 3)
        return contents.rows[2].map { $0.joined(separator: " | ") }
    }

    @Test(
        .enabled(if: PythonReference.isExpected),
        arguments: [("charts", Document.withCharts), ("hostile-chart", .hostileChart)])
    func `another program finds these charts and the cells that they draw`(
        name: String, document: Document
    ) throws {
        let bytes = try Format.xlsx.render(document)
        let answer = try PythonReference("workbook.py").answers(to: [MutatedFile(bytes: bytes)])
        try expect(Array(answer[0]), matchesGolden: "\(name).xlsx.txt")
    }

    @Test(.enabled(if: PythonReference.isExpected))
    func `another program can read 200 random charts`() throws {
        var random = SeededGenerator(seed: 7)
        let files = try (0..<200).map { _ in
            let document = Document(report: "r", tables: [], charts: [.random(&random)])
            return MutatedFile(bytes: try Format.xlsx.render(document))
        }
        let answers = try PythonReference("workbook.py").answers(to: files)
        #expect(answers.count == 200)
    }

    @Test func `a missing value is an empty cell, which interrupts a line`() throws {
        let lines = try numbers(of: .lines)
        #expect(
            lines[0]
                == "A1 text Day | B1 text MARA [EH/s] | C1 text RIOT [EH/s] | D1 text BTDR [EH/s]")
        #expect(lines[3] == "A4 date 2025-03-31 | B4 number 54.3 | C4 number 33.7 | D4 number 11.5")
        #expect(lines[4] == "A5 date 2025-04-30 | B5 number 57.3 | D5 number 12.4")
    }

    @Test func `a line that is interrupted between two values goes on in another column`() throws {
        let chart = Chart(
            "sum", "Sum", .line, unit: "EH/s",
            axis: .names(["2025-10", "2025-11", "2025-12", "2026-01"]),
            series: [Chart.Series("Sum", [1, 2, 3, 4], breaks: [2])])
        #expect(
            try numbers(of: chart) == [
                "A1 text Period | B1 text Sum [EH/s] | C1 text Sum (goes on) [EH/s]",
                "A2 text 2025-10 | B2 number 1", "A3 text 2025-11 | B3 number 2",
                "A4 text 2025-12 | C4 number 3", "A5 text 2026-01 | C5 number 4",
            ])
        let table = ChartTable(DisplayChart(chart), name: "sum")
        #expect(table.lines.map(\.name) == ["Sum", nil])
        #expect(table.chart(on: "S").series.map(\.color) == ["0070EE", "0070EE"])
    }

    @Test func `series that skip each other's days have days of their own`() throws {
        let days = (0..<5).compactMap { Day(number: 20_000 + $0) }
        let chart = Chart(
            "trend", "Trend", .line, unit: "EH/s", axis: .days(days),
            series: [
                Chart.Series("computed", [1, nil, 3, nil, 5], breaks: [4], skips: [1, 3]),
                Chart.Series(
                    "printed", [nil, 2, nil, 4, nil], marks: [3: [.estimated]], skips: [0, 2, 4]),
            ])
        #expect(
            try numbers(of: chart) == [
                "A1 text Day | B1 text computed [EH/s] | C1 text Day | D1 text printed [EH/s]",
                "A2 date 2024-10-04 | B2 number 1 | C2 date 2024-10-05 | D2 number 2",
                "A3 date 2024-10-06 | B3 number 3 | C3 date 2024-10-07 | D3 number 4e",
                "A5 date 2024-10-08 | B5 number 5", "A7 text e estimated",
            ])
        let drawn = ChartTable(DisplayChart(chart), name: "trend").chart(on: "Trend chart")
        #expect(drawn.places == .ownDays)
        #expect(drawn.series.map(\.places.cells.description) == ["A2:A5", "C2:C5"])
        #expect(drawn.series.map(\.values.cells.description) == ["B2:B5", "D2:D5"])
        #expect(drawn.series[1].looks == [1: .hatched])
    }

    @Test func `what is unknown in a stack is drawn as such, and is no figure`() throws {
        #expect(
            try numbers(of: .fixedSet) == [
                """
                A1 text Period | B1 text AAA [EH/s] | C1 text BBB [EH/s] | \
                D1 text Not known, drawn as the nearest figures [EH/s]
                """,
                "A2 text 2025-10 | B2 number 10 | D2 number 20 not known",
                "A3 text 2025-11 | B3 number 11e | C3 number 20",
                "A4 text 2025-12 | C4 number 21c | D4 number 11 not known",
                "A6 text e estimated; c carried from an earlier day",
            ])
        let drawn = ChartTable(DisplayChart(.fixedSet), name: "fixed").chart(on: "S")
        #expect(drawn.series.map(\.name) == ["AAA", "BBB", "not known"])
        #expect(drawn.series.map(\.fill) == [.solid, .solid, .none])
        #expect(drawn.series.map(\.looks) == [[1: .hatched], [2: .light], [:]])
    }

    @Test func `names are listed from top to bottom, periods from left to right`() {
        func kind(_ chart: Chart) -> [Bool] {
            let drawn = ChartTable(DisplayChart(chart), name: "c").chart(on: "S")
            return [drawn.isHorizontal]
        }
        #expect(kind(.additions) == [true] && kind(.parts) == [true])
        #expect(kind(.quarters) == [false] && kind(.stacked) == [false])
    }

    @Test func `a chart is chosen by its name, and a table alone has none`() throws {
        func names(_ table: String?, _ charts: ChartChoice?) throws -> [String] {
            try SheetContents(try Format.xlsx.render(.withCharts, table: table, charts: charts))
                .names
        }
        #expect(
            try names(nil, .named("bitcoin")) == [
                "Report", "Charts", "Headline", "Members", "Conflicts", "Bitcoin chart",
            ])
        #expect(try names("members", nil) == ["Report", "Members"])
        #expect(
            try names("members", .named("bitcoin")) == [
                "Report", "Charts", "Members", "Bitcoin chart",
            ])
    }
}
