import Foundation
import Testing

/// Charts and HTML pages requested on the command line.
@Suite("Charts and pages of a book")
struct ChartTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    private static let names = ["additions", "hashrate"]

    private func sector(_ arguments: String..., exits code: Int32 = 0) throws -> Outcome {
        try desk.run(SectorReportTests.question + arguments, exits: code)
    }

    @Test func `--chart draws all charts, or only the one that is named`() throws {
        let all = try sector("--chart").says()
        #expect(try sector("--chart", "all").bytes == all.bytes)
        #expect(try sector("--chart", "--format", "table").bytes == all.bytes)
        #expect(all.stdout.contains("BTDR   +9.5     │█████"))
        #expect(all.stdout.contains("Deployed hashrate of members [EH/s]\nMARA   61.7  ████"))
        let one = try sector("--chart", "additions", "--table", "additions")
        #expect(one.stdout.contains("Hashrate added since 2025-11-30 [EH/s]\nBTDR"))
        #expect(!one.stdout.contains("Deployed hashrate of members"))
        #expect(try !sector().stdout.contains("█"))
        #expect(!all.stdout.contains("\u{1B}"))
    }

    @Test(arguments: names)
    func `--format svg prints one chart`(name: String) throws {
        let svg = try sector("--format", "svg", "--chart", name).says()
        #expect(svg.stdout.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(svg.stdout.hasSuffix("</svg>\n"))
        try sector("--format", "svg", "--chart", name, "--output", "chart.svg").says().prints()
        #expect(try desk.bytes(of: "chart.svg") == svg.bytes)
    }

    @Test func `JSON contains the data of the charts`() throws {
        let report = try JSON(try sector("--format", "json"))
        let charts = try #require(report["charts"] as? [[String: Any]])
        #expect(charts.map { $0["name"] as? String } == Self.names)
        let series = try #require(charts[0]["series"] as? [[String: Any]])
        #expect((series[0]["values"] as? [Double])?.first == 9.5)
        let table = try JSON(try sector("--format", "json", "--table", "members"))
        #expect(table["charts"] == nil)
    }

    @Test(arguments: [
        (["--chart", "bars"], #"no chart "bars" in sector; choose from additions, hashrate"#),
        (
            ["--format", "svg"],
            "sector has several charts; choose one of them with --chart: additions, hashrate"
        ),
        (
            ["--format", "csv", "--chart"],
            "the format csv has no charts; use --chart with table, html, json, xlsx or svg"
        ),
        (
            ["--format", "svg", "--table", "members"],
            "the format svg has no tables; use --table with another format"
        ),
    ])
    func `a chart that cannot be drawn is a usage error`(
        arguments: [String], message: String
    ) throws {
        try desk.run(SectorReportTests.question + arguments, exits: 64).prints()
            .says("Error: \(message)")
    }

    @Test func `the name of a report after --chart is not taken for a chart`() throws {
        try desk.run("report", "--chart", "sector", exits: 64)
            .refuses("Error: Missing expected argument '<name>'")
        try desk.run("list", "companies", "--chart", exits: 64).prints()
            .says("Error: companies has no charts")
    }

    @Test(arguments: [["show", "RIOT"], ["list", "claims"], ["report", "production"]])
    func `every document can be written as an HTML page`(arguments: [String]) throws {
        let page = try desk.run(arguments + ["--format", "html"]).says().stdout
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
        #expect(page.hasSuffix("</html>\n"))
        #expect(!page.contains("<script"))
    }

    @Test func `report all writes a page for each report and an index that links to them`() throws {
        let reports = try desk.run("list", "reports", "--format", "csv").lines.dropFirst()
            .compactMap { $0.split(separator: ",").first.map(String.init) }
        let arguments = ["report", "all", "--on", "2026-01-15", "--format", "html", "--output"]
        try desk.run(arguments + ["pack"]).prints()
        let folder = desk.folder.appending(path: "pack")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let index = try desk.text(of: "pack/index.html")
        for report in reports {
            let pages = names.filter { $0 == "\(report).html" || $0.hasPrefix("\(report)-") }
            #expect(!pages.isEmpty, "\(report)")
            for page in pages { #expect(index.contains("<a href=\"\(page)\">")) }
        }
        let links = index.components(separatedBy: "<a href=").count - 1
        #expect(names.count == links + 1)
        let sector = try desk.run("report", "sector", "--on", "2026-01-15", "--format", "html")
        #expect(try desk.bytes(of: "pack/sector.html") == sector.bytes)

        try desk.write("mine", to: "pack/notes.txt")
        try desk.write("old", to: "pack/sector.html")
        try desk.run(arguments + ["pack"])
        #expect(try desk.bytes(of: "pack/sector.html") == sector.bytes)
        #expect(try desk.text(of: "pack/notes.txt") == "mine")
    }

    @Test(arguments: [
        [], ["--format", "html"], ["--output", "pack"], ["--format", "csv", "--output", "pack"],
        ["--format", "html", "--output", "pack", "--table", "headline"],
        ["--format", "html", "--output", "pack", "--chart"],
    ])
    func `report all only writes HTML pages to a folder`(arguments: [String]) throws {
        try desk.run(["report", "all"] + arguments, exits: 64).prints().says(
            "Error: report all writes pages to a folder: "
                + "minerbook report all --format html --output FOLDER")
        #expect(desk.names == ["minerbook.db"])
    }

    @Test func `a folder that cannot be created is an output error`() throws {
        try desk.write("", to: "file")
        try desk.run(
            "report", "all", "--format", "html", "--output", "file/pack", exits: 73
        ).says("Error: cannot create the folder file/pack: Not a directory")
    }
}
