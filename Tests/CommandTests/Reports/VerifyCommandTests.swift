import Testing

/// Claims of the sample data checked against its figures.
@Suite("verify")
struct VerifyCommandTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    @Test(arguments: ["csv", "json"])
    func `prints the golden file`(format: String) throws {
        try desk.run("verify", "--format", format, exits: 1)
            .matches(golden: "verify.\(format)")
    }

    @Test func `lists all 240 claims, each with a reason`() throws {
        let json = try JSON(try desk.run("verify", "--format", "json", exits: 1))
        let claims = try json.rows("claims")
        #expect(claims.count == 240)
        #expect(claims.allSatisfy { $0.text("reason")?.isEmpty == false })
        let verdicts = try json.rows("verdicts")
        #expect(
            verdicts.reduce(into: [:]) { $0[$1.text("verdict") ?? ""] = $1.number("claims") }
                == ["reproduces": 44, "consistent": 2, "differs": 78, "cannot tell": 116])
    }

    @Test func `exits 1 only if a claim differs`() throws {
        try desk.run("verify", exits: 1).says()
        try desk.run("verify", "--figure", "companies").says()
        try desk.run("verify", "--verdict", "reproduces").says()
        try desk.run("verify", "--on", "2024-06", exits: 1).says()
        let nobody = try desk.run("verify", "--publisher", "Nobody").says()
        #expect(nobody.lines.last == "The book has no such claim.", nobody.comment)
    }

    @Test func `the report has the same verdicts`() throws {
        let report = try JSON(try desk.run(SectorReportTests.question + ["--format", "json"]))
        let claims = try JSON(
            try desk.run("verify", "--on", "2026-01-01/2026-01-15", "--format", "json", exits: 1)
        ).rows("claims")
        for code in ["hashrate", "market_cap", "network_share", "gross_margin", "companies"] {
            let figure = try report.figure(code)
            let claim = try #require(claims.last { $0.text("figure") == code })
            #expect(figure.text("verdict") == claim.text("verdict"), "\(code)")
            #expect(figure.number("claimed") != nil, "\(code)")
        }
    }

    @Test func `refuses unknown figures, verdicts and periods`() throws {
        try desk.run("verify", "--figure", "hashrat", exits: 64).refuses(
            "Error: The value 'hashrat' is invalid for '--figure <figure>': \"hashrat\" is not "
                + "a figure, such as hashrate, hashrate.change, hashrate.change_percent or "
                + "gross_margin.change_bp; did you mean hashrate?")
        try desk.run("verify", "--verdict", "maybe", exits: 64).refuses(
            "Error: The value 'maybe' is invalid for '--verdict <verdict>'. Please provide one of "
                + "'reproduces', 'consistent', 'differs' or 'cannot tell'.")
        try desk.run("verify", "--on", "soon", exits: 64)
    }
}
