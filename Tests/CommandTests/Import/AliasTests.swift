import Testing

/// Aliases that would be ambiguous.
@Suite("Aliases")
struct AliasTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write(
            "ticker,name\nRIOT,Riot\nMARA,MARA\nCLSK,CleanSpark\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    private func aliases(_ rows: String..., exits code: Int32 = 0) throws -> Outcome {
        try desk.write(
            "alias,ticker,valid_from,valid_to\n" + rows.map { "\($0)\n" }.joined(),
            to: "aliases.csv")
        return try desk.run("import", "aliases.csv", exits: code)
    }

    @Test(arguments: ["mara", "MARA", "BTC"])
    func `an alias that is another subject's code is rejected`(alias: String) throws {
        let kind = alias == "BTC" ? "the network" : "a company"
        try aliases("\(alias),RIOT,,", exits: 65).says(
            "Error: aliases.csv:2: alias: \"\(alias)\" is already \(kind) in this book; "
                + "choose another name", "Error: nothing was imported: 1 problem")
    }

    @Test func `an alias of two companies on the same day is rejected`() throws {
        try aliases("OLD,RIOT,,2020-12-31", "old,MARA,2020-12-31,", exits: 65).says(
            "Error: aliases.csv:2: alias: \"OLD\" is already an alias of MARA from 2020-12-31; "
                + "choose another name, or change the days of one of them",
            "Error: aliases.csv:3: alias: \"old\" is already an alias of RIOT to 2020-12-31; "
                + "choose another name, or change the days of one of them",
            "Error: nothing was imported: 2 problems")
        _ = try aliases("OLD,RIOT,,2020-12-31", "OLD,MARA,2021-01-01,", "RIOT,RIOT,,")
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `a later row of the file can end an alias that the book already has`() throws {
        _ = try aliases("OLD,RIOT,,")
        _ = try aliases("OLD,MARA,2021-01-01,", "OLD,RIOT,,2020-12-31")
        try aliases("OLD,CLSK,2020-01-01,", exits: 65).says(
            "Error: aliases.csv:2: alias: \"OLD\" is already an alias of RIOT to 2020-12-31; "
                + "choose another name, or change the days of one of them",
            "Error: nothing was imported: 1 problem")
    }

    @Test func `a company whose ticker is another company's alias is rejected`() throws {
        _ = try aliases("KEEL,RIOT,2026-04-01,")
        try desk.write("ticker,name\nkeel,Keel\n", to: "companies.csv")
        try desk.run("import", "companies.csv", exits: 65).says(
            "Error: companies.csv:2: ticker: \"keel\" is already an alias of RIOT from "
                + "2026-04-01; choose another name, or change the days of one of them",
            "Error: nothing was imported: 1 problem")
    }
}
