import Testing

/// The complete output of the reports on the sample data.
@Suite("Reports")
struct ReportTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    /// The arguments of each report, by the name of its golden files.
    static let questions: [String: [String]] = [
        "attribution": [
            "attribution", "--on", "2026-01-15", "--since", "2025-12-31", "--added-since",
            "2025-11-30",
        ],
        "company": ["company", "RIOT", "--on", "2026-01-15"],
        "conflicts": ["conflicts"],
        "coverage": ["coverage", "--on", "2025-12"],
        "matrix": ["matrix", "--metric", "btc_mined", "--from", "2025-06", "--to", "2025-12"],
        "outlook": ["outlook", "--on", "2026-01-15"],
        "restatements": ["restatements"],
        "trend": ["trend", "--from", "2024Q2"],
    ]

    @Test(arguments: questions.keys.sorted(), ["table", "csv", "json", "markdown", "html"])
    func `prints the golden file`(name: String, format: String) throws {
        let question = try #require(Self.questions[name])
        try desk.run(["report"] + question + ["--format", format])
            .matches(golden: "\(name).\(Golden.suffix(of: format))")
    }

    @Test func `companies are sorted by a column, and a wrong one is refused with a list`() throws {
        let lines = try desk.run(
            "report", "valuation", "--on", "2026-01-15", "--sort", "ticker", "--format", "csv"
        ).lines.dropFirst().map { $0.prefix { $0 != "," } }
        #expect(lines.count > 1)
        #expect(lines == lines.sorted())
        try desk.run("report", "valuation", "--sort", "size", exits: 64)
            .refuses(
                "Error: report valuation has no column size to sort by; it has ticker, name, "
                    + "market_cap, enterprise_value, market_cap_per_exahash, "
                    + "enterprise_value_per_exahash, enterprise_value_per_megawatt, "
                    + "btc_value_share, dilution")
        let reversed = try desk.run(
            "report", "valuation", "--on", "2026-01-15", "--sort", "ticker:desc", "--format", "csv"
        ).lines.dropFirst().map { $0.prefix { $0 != "," } }
        #expect(reversed == lines.reversed())
        try desk.run("report", "outlook", "--sort", "size:asc", exits: 64)
            .refuses("Error: report outlook has no table of companies to sort")
    }

    @Test func `the outlook answers what if, and only the outlook does`() throws {
        let text = try desk.run(
            "report", "outlook", "--on", "2026-01-15", "--price", "70,000", "--network", "900"
        ).stdout
        #expect(text.hasPrefix("At 70,000 USD/BTC and 900 EH/s, compared with the averages over "))
        try desk.run("report", "sector", "--price", "70000", exits: 64)
            .refuses("Error: --price and --network are only for report outlook.")
        try desk.run("report", "outlook", "--price", "0", exits: 64)
            .refuses(
                "Error: The value '0' is invalid for '--price <price>': write a number above "
                    + "zero, such as 70000.")
    }

    @Test func `a report that needs more arguments says which`() throws {
        try desk.run("report", "company", exits: 64)
            .refuses("Error: say which company: minerbook report company RIOT.")
        try desk.run("report", "sector", "RIOT", exits: 64)
            .refuses("Error: report sector is about a whole group; leave RIOT out")
        try desk.run("report", "matrix", exits: 64)
            .refuses("Error: say which metric: --metric deployed_hashrate.")
        try desk.run("report", "sector", "--metric", "btc_held", exits: 64)
            .refuses("Error: --metric is only for report matrix.")
        try desk.run("report", "trend", "--from", "2025Q2", "--to", "2025Q1", exits: 64)
            .refuses("Error: --from 2025Q2 is after --to 2025Q1.")
        try desk.run("report", "company", "RIOTT", exits: 64)
            .refuses("Error: there is no RIOTT in this book; did you mean RIOT?")
        try desk.run("report", "company", "us-listed", exits: 64)
            .refuses("Error: us-listed is no company; see minerbook list companies")
    }

    @Test(arguments: ["restatements", "conflicts"])
    func `restatements and conflicts can be of one company`(report: String) throws {
        let all = try desk.run("report", report, "--format", "csv", "--table", report).lines
        let one = try desk.run("report", report, "RIOT", "--format", "csv", "--table", report).lines
        #expect(one == [all[0]] + all.filter { $0.hasPrefix("RIOT,") })
        let parameters =
            try JSON(try desk.run("report", report, "riot", "--format", "json"))[
                "parameters"] as? [String: Any]
        #expect(parameters?["company"] as? String == "RIOT")
    }

    @Test func `a company is found by a former name`() throws {
        let report = try JSON(
            try desk.run("report", "company", "BITFUFU INC.", "--format", "json"))
        let parameters = report["parameters"] as? [String: Any]
        #expect(parameters?["company"] as? String == "FUFU")
    }
}
