import Mining
import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite("Charts in a terminal")
struct TerminalChartTests {
    @Test(arguments: Chart.samples.map(\.name))
    func `a chart is 80 cells wide if there is no terminal`(name: String) throws {
        let document = Document(charts: Chart.samples.filter { $0.name == name })
        let text = try Format.table.render(document, charts: .all)
        try expect(text, matchesGolden: "\(name).txt")
    }

    @Test func `requested charts are printed between tables and notes`() throws {
        var document = Document.sector
        document.charts = [.additions, .quarters]
        #expect(try Format.table.text(document) == (try Format.table.text(.sector)))
        let text = String(
            decoding: try Format.table.render(document, charts: .named("additions")), as: UTF8.self)
        let places = ["Conflicts", "Hashrate added", "1 of 14 is"].compactMap {
            text.firstRange(of: $0)?.lowerBound
        }
        #expect(places.count == 3 && places == places.sorted())
        #expect(!text.contains("Bitcoin mined and sold"))
    }

    @Test func `no line is wider than the screen, except with very long numbers`() throws {
        var random = SeededGenerator(seed: 47)
        for _ in 0..<60 { try expectLines(of: .random(&random), within: [80, 133]) }
        for chart in Chart.samples { try expectLines(of: chart, within: [40, 60]) }
    }

    private func expectLines(of chart: Chart, within widths: [Int]) throws {
        for width in widths {
            let bytes = try Format.table.render(
                Document(charts: [chart]), charts: .all, on: Screen(width: width))
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                #expect(String(line).width <= width, "\(line)")
            }
        }
    }

    @Test func `of a stack only the marked segments end with a letter`() throws {
        let chart = Chart(
            "c", "C", .stacked, unit: "EH/s", axis: .names(["A", "B"]),
            series: [
                .init("one", [10, 10], marks: [0: [.estimated]]),
                .init("two", [10, 10], marks: [0: [.carried], 1: [.carried, .estimated]]),
                .init("three", [10, 10]),
            ])
        let text = String(
            decoding: try Format.table.render(
                Document(charts: [chart]), charts: .all, on: Screen(width: 38)), as: UTF8.self)
        #expect(
            text == """
                C [EH/s]
                A  30  █████████e░░░░░░░░░░c▓▓▓▓▓▓▓▓▓▓
                B  30  ██████████░░░░░░░░░░e▓▓▓▓▓▓▓▓▓▓
                █ one  ░ two  ▓ three
                e at the end of a segment: estimate; c
                at the end of a segment: carried from
                an earlier day

                """)
    }

    @Test
    func `a stack counts the companies of which nothing is known, and has the sums of the table`()
        throws
    {
        var chart = Chart.fixedSet
        chart.absent = ["CCC"]
        chart.totals = [1: Number(31, decimals: -1)]
        let text = String(
            decoding: try Format.table.render(
                Document(charts: [chart]), charts: .all, on: Screen(width: 60)), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[1].hasPrefix("2025-10  10  ") && lines[1].hasSuffix(" +2?"), "\(text)")
        #expect(lines[2].hasPrefix("2025-11  30  ") && lines[2].hasSuffix(" +1?"), "\(text)")
        #expect(text.contains("+3? three are unknown,\nnot in the bar"), "\(text)")
    }

    @Test func `a line that ends before the chart does names the place of its last value`() throws {
        let chart = Chart(
            "c", "C", .line, unit: "EH/s", axis: .names(["2025-10", "2025-11", "2025-12"]),
            series: [.init("computed", [10, 11, 12]), .init("printed", [9, 8, nil])])
        let text = String(
            decoding: try Format.table.render(
                Document(charts: [chart]), charts: .all, on: Screen(width: 80)), as: UTF8.self)
        #expect(text.contains(" computed 12\n"), "\(text)")
        #expect(text.contains(" printed 8 (2025-11)\n"), "\(text)")
    }

    @Test func `a bar has the number of the table with its digits and marks`() throws {
        var chart = Chart.additions
        chart.axis = .names(["BTDR", "FUFU", "HUT"])
        var number = Number(16.7, decimals: 1, isSigned: true, marks: [.estimated, .conflict])
        let first = number
        number.value = 0
        number.marks = [.unrenewed]
        chart.series = [
            Chart.Series(
                "Added", [16.7, nil, 0], marks: [0: [.estimated], 1: [.estimated]],
                numbers: [0: first, 2: number])
        ]
        let text = String(
            decoding: try Format.table.render(Document(charts: [chart]), charts: .all),
            as: UTF8.self)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").prefix(3) }
        #expect(lines[1].prefix(2) == ["BTDR", "+16.7ex"])
        #expect(lines[2] == ["FUFU", "–", "unknown"])
        #expect(lines[3].prefix(2) == ["HUT", "0.0n"])
        #expect(
            text.contains(
                "╱ e estimate; x rests on a figure that another source contradicts; n no newer"))
        let table = DisplayChart(chart).table
        #expect(table.rows[0][1] == .number(first))
    }

    @Test func `labels of an axis never run together`() throws {
        let days = try (8...12).map { month in
            try #require(Day(year: 2025, month: month, day: 1)).lastOfMonth
        }
        let chart = Chart(
            "c", "C", .line, unit: "EH/s", axis: .days(days),
            series: [Chart.Series("A", [1, 2, 3, 4, 5])])
        for width in 20...60 {
            let text = String(
                decoding: try Format.table.render(
                    Document(charts: [chart]), charts: .all, on: Screen(width: width)),
                as: UTF8.self)
            let lines = text.split(separator: "\n")
            let axis = try #require(lines.firstIndex { $0.contains("└") })
            let labels = lines[axis + 1].split(separator: " ")
            #expect(labels.allSatisfy { $0.utf8.count == 7 }, "\(labels)")
        }
    }

    @Test func `the note of a chart is printed with it, and only with it`() throws {
        var chart = Chart.additions
        chart.note = "Bars lack two companies."
        let document = Document(charts: [chart])
        #expect(try Format.table.text(document).isEmpty)
        let drawn = try Format.table.render(document, charts: .all)
        #expect(String(decoding: drawn, as: UTF8.self).hasSuffix("\nBars lack two companies.\n"))
        #expect(try Format.html.text(document).contains("Bars lack two companies."))
        #expect(try Format.json.text(document).contains(#""note": "Bars lack two companies.""#))
        #expect(try !Format.markdown.text(document).contains("Bars"))
    }

    @Test func `colors are used if the screen has them, and change nothing else`() throws {
        for chart in Chart.samples {
            let document = Document(charts: [chart])
            let plain = try Format.table.render(document, charts: .all)
            let colored = String(
                decoding: try Format.table.render(
                    document, charts: .all, on: Screen(color: true)), as: UTF8.self)
            #expect(!plain.contains(0x1B))
            #expect(colored.contains("\u{1B}[1m"))
            let stripped = colored.replacing(/\u{1B}\[\d+m/, with: "")
            #expect(stripped == String(decoding: plain, as: UTF8.self))
        }
        let bars = try Format.table.render(
            Document(charts: [.quarters]), charts: .all, on: Screen(color: true))
        #expect(String(decoding: bars, as: UTF8.self).contains("\u{1B}[31m█"))
    }

    @Test(
        arguments: [
            ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([3, nil, 1], "█ ▁"), ([5, 5], "▄▄"),
            ([nil], ""),
            ([], ""), ([-1, 0], "▁█"),
        ] as [([Double?], String)])
    func `a sparkline runs from the least to the greatest`(values: [Double?], line: String) {
        #expect(sparkline(values, columns: 24) == line)
    }

    @Test func `a long sparkline shows the last value of each part`() {
        #expect(sparkline((1...100).map(Double.init), columns: 4) == "▃▄▆█")
    }

    @Test func `bars of zero have no length, and eighths are drawn`() {
        let chart = Chart(
            "c", "C", .bars, unit: "", axis: .names(["A", "B", "C"]),
            series: [.init("s", [8, 1, 0])])
        let scale = BarScale(DisplayChart(chart), width: 8)
        let bars = [8, 4.5, 1, 0.125, 0].map { scale.bar($0) }
        #expect(bars == ["████████", "████▌", "█", "▏", ""])
        #expect(scale.bar(4.5, .estimated) == "╱╱╱╱╱")
        #expect(scale.bar(3, .carried) == "░░░")
    }
}
