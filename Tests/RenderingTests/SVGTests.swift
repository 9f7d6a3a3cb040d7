import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite("Charts as SVG")
struct SVGTests {
    @Test(arguments: Chart.samples.map(\.name))
    func `a single chart`(name: String) throws {
        var document = Document(report: "charts", tables: [])
        document.charts = Chart.samples
        let svg = try Format.svg.render(document, charts: .named(name))
        try expect(svg, matchesGolden: "\(name).svg")
        let tree = try #require(MarkupTree(svg))
        #expect(tree.values(of: "role") == ["img"])
        #expect(tree.values(of: "aria-labelledby") == ["chart-title"])
        #expect(tree.values(of: "id").contains("chart-description"))
    }

    @Test func `the description summarizes the chart`() throws {
        let tree = try #require(MarkupTree(try Format.svg.render(Document(charts: [.lines]))))
        #expect(
            tree.texts.contains(
                "Line chart in EH/s from 2025-01-31 to 2025-12-31. MARA: 53.2 to 61.7, last 61.7. "
                    + "RIOT: 33.5 to 38.5, last 38.5. BTDR: 8.6 to 30.0, last 30.0."))
    }

    @Test func `a long title has several lines, and a short one has one`() throws {
        var chart = Chart.lines
        chart.title = "Deployed hashrate of the present members, carried forward, with estimates"
        let tree = try #require(MarkupTree(try Format.svg.render(Document(charts: [chart]))))
        #expect(tree.texts.contains("Deployed hashrate of the present members,"))
        #expect(tree.texts.contains("carried forward, with estimates"))
        #expect(ChartLayout.titleLines("Hashrate") == ["Hashrate"])
        #expect(ChartLayout.titleLines("") == [""])
        let words = "\(String(repeating: "W", count: 70)) \(chart.title)"
        let lines = ChartLayout.titleLines(words)
        #expect(lines.joined().filter { $0 != " " } == words.filter { $0 != " " })
        for line in lines {
            #expect(ChartLayout.width(of: line) * 15 / 12 <= ChartLayout.width)
        }
    }

    @Test func `text from data is always escaped`() throws {
        let tree = try #require(MarkupTree(try Format.svg.render(Document(charts: [.hostile]))))
        #expect(tree.names.isDisjoint(with: ["script", "a", "image", "foreignObject"]))
        #expect(!tree.attributes.contains { $0.name.hasPrefix("on") || $0.name == "href" })
        for text in [
            "<script>alert(1)</script>", "</svg>", #"a\u{1B}[31m"#, "\"&'",
            "\" onload=\"alert(1) 3", "]]>\u{FFFD} 1", "]]>\u{FFFD}, a\\u{1B}[31m: 1 \"&'",
        ] {
            #expect(tree.texts.contains(text), "\(text)")
        }
    }

    @Test func `any chart is well-formed and always rendered the same`() throws {
        var random = SeededGenerator(seed: 45)
        for _ in 0..<80 {
            let document = Document(charts: [.random(&random)])
            let svg = try Format.svg.render(document)
            #expect(MarkupTree(svg) != nil, "\(String(decoding: svg, as: UTF8.self))")
            #expect(try Format.svg.render(document) == svg)
        }
    }
}

extension Document {
    init(charts: [Chart]) {
        self.init(report: "charts", tables: [], charts: charts)
    }
}
