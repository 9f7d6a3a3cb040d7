import Foundation
import Testing

/// The sector report on the sample data, whose published totals are known.
@Suite("The sector report")
struct SectorReportTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    static let question = [
        "report", "sector", "--on", "2026-01-15", "--since", "2025-12-31", "--added-since",
        "2025-11-30",
    ]

    @Test(arguments: ["table", "csv", "json", "markdown", "html"])
    func `prints the golden file in each format, like demo`(format: String) throws {
        let golden = "sector.\(Golden.suffix(of: format))"
        let report = try desk.run(Self.question + ["--format", format])
        try report.says().matches(golden: golden)
        let demo = try desk.run("--quiet", "demo", "--format", format)
        #expect(demo.says().bytes == report.bytes, demo.comment)
    }

    @Test(arguments: ["headline", "members", "additions"])
    func `prints a single table`(table: String) throws {
        try desk.run(Self.question + ["--table", table, "--format", "csv"])
            .matches(golden: table == "headline" ? "sector.csv" : "sector-\(table).csv")
    }

    @Test func `has the published totals`() throws {
        let report = try JSON(try desk.run(Self.question + ["--format", "json"]))
        #expect(try report.figure("companies").number("value") == 14)

        let hashrate = try report.figure("hashrate")
        #expect(hashrate.number("value") == 419)
        #expect(hashrate.text("unit") == "EH/s")
        #expect(hashrate.text("since") == "2025-11-30")
        #expect(hashrate.number("change") == 11.9)
        #expect(hashrate.number("estimated") == 7)
        #expect(hashrate.number("carried") == 6)
        #expect(hashrate.number("missing") == 0)
        #expect(hashrate.text("verdict") == "reproduces")

        let cap = try report.figure("market_cap")
        #expect(cap.number("value") == 62_325_180_018.03)
        #expect(cap.number("change") == 13_025_724_301.28)
        #expect(cap.text("since") == "2025-12-31")

        #expect(try rounded(report, "network_share", "value") == 41)
        #expect(try rounded(report, "gross_margin", "value") == 47)
        #expect(try rounded(report, "hashprice", "change_percent", 10) == 10.6)
        #expect(try rounded(report, "network_hashrate", "change_percent") == -3)
        #expect(try rounded(report, "hashprice", "value", 100) == 41.32)
        let yearAgo = "block_reward_revenue_year_ago"
        #expect(try rounded(report, yearAgo, "value") == 54_906)
        #expect(try rounded(report, yearAgo, "change_percent", 10) == -26.4)
    }

    @Test func `lists additions of hashrate, largest first`() throws {
        let report = try JSON(try desk.run(Self.question + ["--format", "json"]))
        let additions = try report.rows("additions")
        #expect(additions.count == 14)
        #expect(additions[0].text("ticker") == "BTDR")
        #expect(additions[0].number("added") == 9.5)
        #expect(additions[1].text("ticker") == "RIOT")
        #expect(additions[1].number("added") == 1.9)
    }

    @Test(arguments: [
        ("hpc_energized", "HPC energized"),
        ("hpc_contracted", "HPC contracted"),
    ])
    func `says why a figure is missing`(code: String, title: String) throws {
        let report = try JSON(try desk.run(Self.question + ["--format", "json"]))
        let figure = try report.figure(code)
        #expect(figure.fields["value"] is NSNull)
        #expect(report.notes.contains { $0.hasPrefix("\(title): not enough data: ") })
    }

    @Test func `without --on reports on the latest day with a hashrate of a member`() throws {
        let report = try JSON(try desk.run("report", "sector", "--format", "json"))
        let parameters = try #require(report["parameters"] as? [String: Any])
        #expect(parameters["on"] as? String == "2026-01-15")
        #expect(parameters["since"] as? String == "2025-12-31")
        #expect(parameters["group"] as? String == "us-listed")
    }

    @Test func `--known-on uses only what was public on that day`() throws {
        let asked = ["report", "sector", "--on", "2025-12-31", "--format", "json"]
        let today = try JSON(try desk.run(asked))
        let then = try JSON(try desk.run(asked + ["--known-on", "2026-01-16"]))
        let mara = try [today, then].map { report in
            try #require(try report.rows("members").first { $0.text("ticker") == "MARA" })
        }
        #expect(mara.map { $0.number("hashrate") } == [66.4, 61.7])
        let parameters = try #require(then["parameters"] as? [String: Any])
        #expect(parameters["known_on"] as? String == "2026-01-16")
    }

    @Test func `--max-age 0 excludes carried figures`() throws {
        let asked = Self.question + ["--format", "json", "--max-age", "0"]
        let hashrate = try JSON(try desk.run(asked)).figure("hashrate")
        #expect(hashrate.number("carried") == 0)
        #expect(hashrate.number("missing") == 6)
    }

    @Test func `--digits sets the decimals for people, while programs get full precision`() throws {
        let people = try desk.run(Self.question + ["--digits", "3"])
        #expect(people.lines.contains { $0.hasPrefix("Hashrate ") && $0.contains("419.000") })
        let programs = try desk.run(Self.question + ["--digits", "3", "--format", "csv"])
        try programs.matches(golden: "sector.csv")
    }

    @Test func `--output writes the file and nothing to stdout`() throws {
        try desk.write("what was there before", to: "sector.json")
        let asked = Self.question + ["--format", "json", "--output", "sector.json"]
        #expect(try desk.run(asked).says().bytes.isEmpty)
        #expect(try desk.bytes(of: "sector.json") == desk.run(Array(asked.dropLast(2))).bytes)
    }

    /// A number of the headline, rounded to `1 / parts`.
    private func rounded(_ report: JSON, _ figure: String, _ column: String, _ parts: Double = 1)
        throws -> Double
    {
        let value = try #require(try report.figure(figure).number(column))
        return (value * parts).rounded() / parts
    }
}
