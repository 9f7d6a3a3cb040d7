import Testing

/// `report NAME --explain FIGURE` on the sample data.
@Suite("--explain")
struct ExplainTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    @Test(arguments: ["table", "csv", "json", "markdown", "html"])
    func `prints the golden file in each format`(format: String) throws {
        try desk.run(
            SectorReportTests.question + ["--explain", "network_share", "--format", format]
        ).matches(golden: "explain-network_share.\(Golden.suffix(of: format))")
    }

    @Test func `each input has the file and line it was imported from`() throws {
        let inputs = try JSON(
            try desk.run(
                SectorReportTests.question + ["--explain", "hashrate", "--format", "json"])
        ).rows("inputs")
        #expect(inputs.count == 14)
        let riot = try #require(inputs.first { $0.text("subject") == "RIOT" })
        #expect(riot.text("printed") == "38.5 EH/s")
        #expect(riot.text("status") == "estimated")
        #expect(riot.text("file")?.hasSuffix("snapshot-2026-01.csv") == true)
        #expect(riot.number("line") == 18)
        #expect(riot.number("import") == 1)
    }

    @Test func `for an unknown figure the message lists those of the report`() throws {
        try desk.run("report", "sector", "--explain", "hashrat", exits: 64)
            .refuses("Error: report sector has no figure hashrat; did you mean hashrate?")
        try desk.run("report", "production", "--on", "2025-12", "--explain", "x", exits: 64)
            .refuses(
                "Error: report production has no figure x; it has btc_mined, btc_sold, "
                    + "liquidation, btc_held, btc_per_exahash, realized_hashrate, "
                    + "opening_btc_held, residual_btc")
    }
}
