import Rendering
import Reporting
import Testing

@Suite("Formats")
struct FormatTests {
    @Test func `they are known by their names`() {
        #expect(
            Format.allCases.map(\.rawValue) == ["table", "csv", "json", "markdown", "html", "svg"])
    }

    @Test(arguments: Format.allCases.filter { $0 != .svg })
    func `only the table asked for is rendered`(format: Format) throws {
        let text = try format.text(.sector, table: "members")
        #expect(text.contains("RIOT"))
        #expect(!text.contains("eployed"))
    }

    @Test(arguments: Format.allCases.filter { $0 != .svg })
    func `a table that isn't there is an error`(format: Format) {
        #expect(
            throws: RenderingError.unknownTable(
                name: "member", report: "sector", known: ["headline", "members", "conflicts"])
        ) { try format.render(.sector, table: "member") }
    }

    @Test func `charts stand in html and json, and elsewhere where they are asked for`() throws {
        for format in Format.allCases where format != .svg {
            let text = try format.text(.pictured)
            #expect(text.contains("Bitcoin mined and sold") == [.html, .json].contains(format))
            let table = try format.text(.pictured, table: "members")
            #expect(!table.contains("Bitcoin mined and sold"))
        }
        for format in [Format.table, .html, .json, .svg] {
            let bytes = try format.render(.pictured, charts: .named("bitcoin"))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("Bitcoin mined and sold"))
            #expect(!text.contains("Bitcoin price"))
        }
        let both = try Format.json.render(.pictured, table: "members", charts: .named("bitcoin"))
        let text = String(decoding: both, as: UTF8.self)
        #expect(text.contains("\"bitcoin\"") && !text.contains("\"headline\""))
    }

    @Test(arguments: Format.allCases.filter { ![.csv, .markdown].contains($0) })
    func `a chart that isn't there is an error`(format: Format) {
        #expect(
            throws: RenderingError.unknownChart(
                name: "bars", report: "charts", known: ["hashrate", "additions"])
        ) {
            try format.render(Document(charts: [.lines, .additions]), charts: .named("bars"))
        }
    }

    @Test func `svg is of one chart and of no table`() throws {
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

    @Test func `charts where there are none are an error`() {
        for format in [Format.csv, .markdown] {
            #expect(throws: RenderingError.noCharts(in: format)) {
                try format.render(.pictured, charts: .all)
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
            "which chart of sector? Say --chart with one of a, b"
        ),
        (.oneChartNeeded(report: "list", known: []), "list has no charts"),
        (
            .noCharts(in: .csv),
            "csv has no charts; --chart goes with the formats table, html, json and svg"
        ),
        (.noTables(in: .svg), "svg has no tables; --table goes with the other formats"),
    ])
    func `errors of charts say what to do`(error: RenderingError, sentence: String) {
        #expect(error.description == sentence)
    }

    @Test func `errors say what to choose from`() {
        let error = RenderingError.unknownTable(
            name: "x\u{1B}", report: "sector", known: ["headline", "members"])
        #expect(
            "\(error)" == #"no table "x\u{1B}" in sector; choose from headline, members"#)
        let none = RenderingError.unknownTable(name: "x", report: "sector", known: [])
        #expect("\(none)" == #"no table "x": sector has no tables"#)
    }
}
