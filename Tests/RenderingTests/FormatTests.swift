import Rendering
import Reporting
import Testing

@Suite("Formats")
struct FormatTests {
    @Test func `formats have fixed names`() {
        #expect(
            Format.allCases.map(\.rawValue)
                == ["table", "csv", "json", "markdown", "html", "svg", "xlsx"])
        #expect(Format.allCases.filter { !$0.isText } == [.xlsx])
    }

    @Test(arguments: Format.allCases.filter { $0 != .svg && $0.isText })
    func `only the named table is rendered`(format: Format) throws {
        let text = try format.text(.sector, table: "members")
        #expect(text.contains("RIOT"))
        #expect(!text.contains("eployed"))
    }

    @Test(arguments: Format.allCases.filter { $0 != .svg })
    func `an unknown table is an error`(format: Format) {
        #expect(
            throws: RenderingError.unknownTable(
                name: "member", report: "sector", known: ["headline", "members", "conflicts"])
        ) { try format.render(.sector, table: "member") }
    }

    @Test func `html and json include charts by default, other texts on request`() throws {
        for format in Format.allCases where format != .svg && format.isText {
            let text = try format.text(.withCharts)
            #expect(text.contains("Bitcoin mined and sold") == [.html, .json].contains(format))
            let table = try format.text(.withCharts, table: "members")
            #expect(!table.contains("Bitcoin mined and sold"))
        }
        for format in [Format.table, .html, .json, .svg] {
            let bytes = try format.render(.withCharts, charts: .named("bitcoin"))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("Bitcoin mined and sold"))
            #expect(!text.contains("Bitcoin price"))
        }
        let both = try Format.json.render(.withCharts, table: "members", charts: .named("bitcoin"))
        let text = String(decoding: both, as: UTF8.self)
        #expect(text.contains("\"bitcoin\"") && !text.contains("\"headline\""))
    }

    @Test(arguments: Format.allCases.filter { ![.csv, .markdown].contains($0) })
    func `an unknown chart is an error`(format: Format) {
        #expect(
            throws: RenderingError.unknownChart(
                name: "bars", report: "charts", known: ["hashrate", "additions"])
        ) {
            try format.render(Document(charts: [.lines, .additions]), charts: .named("bars"))
        }
    }

    @Test func `svg needs exactly one chart and has no tables`() throws {
        let two = Document(charts: [.lines, .additions])
        let needed = RenderingError.oneChartNeeded(
            report: "charts", known: ["hashrate", "additions"])
        #expect(throws: needed) { try Format.svg.render(two) }
        #expect(throws: needed) { try Format.svg.render(two, charts: .all) }
        #expect(throws: RenderingError.noTables(in: .svg)) {
            try Format.svg.render(two, table: "members", charts: .named("hashrate"))
        }
        let one = try Format.svg.render(Document(charts: [.lines]))
        #expect(try Format.svg.render(two, charts: .named("hashrate")) == one)
    }

    @Test func `requesting charts of a format or document without charts is an error`() {
        for format in [Format.csv, .markdown] {
            #expect(throws: RenderingError.noCharts(in: format)) {
                try format.render(.withCharts, charts: .all)
            }
        }
        for format in [Format.table, .svg] {
            #expect(throws: RenderingError.oneChartNeeded(report: "sector", known: [])) {
                try format.render(.sector, charts: .all)
            }
        }
    }

    @Test(arguments: [
        (
            RenderingError.unknownChart(name: "x\u{1B}", report: "sector", known: ["a", "b"]),
            #"no chart "x\u{1B}" in sector; choose from a, b"#
        ),
        (.unknownChart(name: "x", report: "list", known: []), #"no chart "x": list has no charts"#),
        (
            .oneChartNeeded(report: "sector", known: ["a", "b"]),
            "sector has several charts; choose one of them with --chart: a, b"
        ),
        (.oneChartNeeded(report: "list", known: []), "list has no charts"),
        (
            .noCharts(in: .csv),
            "the format csv has no charts; use --chart with table, html, json, xlsx or svg"
        ),
        (.noTables(in: .svg), "the format svg has no tables; use --table with another format"),
    ])
    func `errors about charts say what to do`(error: RenderingError, sentence: String) {
        #expect(error.description == sentence)
    }

    @Test func `errors list the possible choices`() {
        let error = RenderingError.unknownTable(
            name: "x\u{1B}", report: "sector", known: ["headline", "members"])
        #expect(
            "\(error)" == #"no table "x\u{1B}" in sector; choose from headline, members"#)
        let none = RenderingError.unknownTable(name: "x", report: "sector", known: [])
        #expect("\(none)" == #"no table "x": sector has no tables"#)
    }
}
