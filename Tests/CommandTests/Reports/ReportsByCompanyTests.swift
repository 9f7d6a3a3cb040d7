import Foundation
import Testing

/// The reports by company, on the sample data, each for a period for which it has figures.
@Suite("The reports by company")
struct ReportsByCompanyTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    static let questions = [
        ["hashrate", "--on", "2026-01-15", "--added-since", "2025-11-30"],
        ["production", "--on", "2025-12"],
        ["economics", "--on", "2026-01-15"],
        ["valuation", "--on", "2026-01-15"],
        ["diversification", "--on", "2025Q4"],
    ]

    @Test(arguments: questions, ["table", "csv", "json", "markdown", "html"])
    func `prints the golden file in each format`(question: [String], format: String) throws {
        try desk.run(["report"] + question + ["--format", format]).says()
            .matches(golden: "\(question[0]).\(Golden.suffix(of: format))")
    }

    @Test(arguments: questions)
    func `explains each of its figures`(question: [String]) throws {
        let report = try JSON(try desk.run(["report"] + question + ["--format", "json"]))
        let row = try #require(try report.rows("companies").first)
        // The words beside a figure are no figure.
        for code in row.fields.keys
        where !["ticker", "name", "marks", "btc_per_exahash_of"].contains(code) {
            let explained = try JSON(
                try desk.run(["report"] + question + ["--explain", code, "--format", "json"]))
            #expect(try explained.rows("figures").contains { $0.text("figure") == code })
        }
    }

    @Test(arguments: questions)
    func `is in the list of reports, with the question it answers`(question: [String]) throws {
        let list = try JSON(try desk.run("list", "reports", "--format", "json"))
        let row = try list.rows("reports").first { $0.text("name") == question[0] }
        #expect(row?.text("answers")?.hasSuffix("?") == true)
    }

    @Test(arguments: questions.map { $0[0] })
    func `the report of an empty book says why it is empty`(report: String) throws {
        let empty = try Desk()
        try empty.run("init")
        let outcome = try empty.run("report", report).says()
        #expect(
            outcome.lines.last
                == "The book has no deployed_hashrate of any company: import figures, or choose "
                + "a day with --on.", outcome.comment)
        let asked = try empty.run("report", report, "--on", "2025Q2").says()
        #expect(asked.lines.contains("all companies has no members on 2025-06-30."), asked.comment)
    }

    @Test func `production takes the last period that most members have published`() throws {
        let production = try desk.run("report", "production").says()
        #expect(
            production.lines.contains(
                "btc_mined is over 2025Q3, the last complete period published by at least half of "
                    + "the members with such figures (9 of 14); choose another with --on."),
            production.comment)
        #expect(production.lines.first == "Production over 2025Q3")
    }

    @Test func `a parent and its subsidiary in one group are reported by check and counted once`()
        throws
    {
        try desk.write(
            "group,ticker,joined_on,left_on\nus-listed,ABTC,2025-10-01,2026-03-31\n",
            to: "more.csv")
        try desk.run("import", "more.csv")
        try desk.run("check", "--quiet", exits: 1).says(
            "Error: minerbook.db: us-listed: ABTC and HUT, which consolidates it, are both members "
                + "from 2025-10-01 to 2026-03-31; reports leave ABTC out: end one of the two with "
                + "left_on")
        let note = "ABTC is not counted in addition to HUT, which consolidates it."
        for question in Self.questions + [["sector", "--on", "2026-01-15"]] {
            let report = try JSON(
                try desk.run(["report"] + question + ["--format", "json"]))
            #expect(report.notes.contains(note), "\(question)")
            let table = question[0] == "sector" ? "members" : "companies"
            let tickers = try report.rows(table).map { $0.text("ticker") }
            #expect(tickers.count == 14)
            #expect(tickers.contains("HUT") && !tickers.contains("ABTC"))
        }
        let after = try JSON(
            try desk.run("report", "sector", "--on", "2026-04-30", "--format", "json"))
        #expect(!after.notes.contains(note))
    }

    @Test func `a member with only another kind of hashrate is missing, and the report says so`()
        throws
    {
        let book = try Desk()
        try book.write("ticker,name\nCANG,Cango\nXYZ,Example\n", to: "companies.csv")
        try book.write(
            ImportTests.header + "CANG,managed_hashrate,2025-10-31,50.00,EH/s,,,,\n"
                + "XYZ,deployed_hashrate,2025-12-31,10.0,EH/s,,,,\n", to: "figures.csv")
        try book.run("import", "companies.csv", "figures.csv")
        for name in ["sector", "hashrate"] {
            let report = try JSON(try book.run("report", name, "--format", "json"))
            #expect(
                report.notes.contains(
                    "CANG has no current deployed_hashrate; the book has its managed_hashrate, "
                        + "50.00 EH/s of 2025-10-31, which is a different metric and not counted."))
        }
        let sector = try JSON(try book.run("report", "sector", "--format", "json"))
        #expect(try sector.figure("hashrate").number("value") == 10)
        #expect(try sector.figure("hashrate").number("missing") == 1)
    }
}
