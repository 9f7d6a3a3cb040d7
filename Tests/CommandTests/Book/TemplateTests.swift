import Testing

/// The worksheet to fill in for a quarter.
@Suite("Template")
struct TemplateTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    @Test func `a worksheet has the last known figures next to empty cells`() throws {
        let sheet = try desk.run(
            "template", "--period", "2026Q1", "--group", "us-listed", "--metric",
            "deployed_hashrate", "--metric", "btc_mined"
        ).says()
        #expect(
            sheet.lines.first
                == "ticker,name,period,deployed_hashrate (EH/s),last_deployed_hashrate (EH/s),"
                + "last_deployed_hashrate_on,btc_mined (BTC),last_btc_mined (BTC),"
                + "last_btc_mined_on,published_on,source,status,note")
        #expect(sheet.lines.count == 15)
        let riot = sheet.lines.first { $0.hasPrefix("RIOT,") }
        #expect(
            riot?.hasPrefix("RIOT,\"Riot Platforms, Inc.\",2026Q1,,") == true, sheet.comment)
        try desk.run(
            "template", "--period", "2026Q1", "--metric", "deployed_hashrate", "--metric",
            "btc_mined", "--output", "sheet.csv"
        ).says()
        #expect(try desk.bytes(of: "sheet.csv") == sheet.bytes)
    }

    @Test func `a figure over a period is only shown beside a cell of the same length`() throws {
        try desk.write("ticker,name\nRIOT,Riot\nMARA,Mara\n", to: "c.csv")
        try desk.write(
            """
            subject,metric,period,value
            RIOT,btc_mined,2025Q3,1407
            RIOT,btc_mined,2025-11,428
            RIOT,btc_mined,2025-12,460
            RIOT,btc_held,2025-12-31,18005
            MARA,btc_mined,2025-12,700

            """, to: "f.csv")
        try desk.run("--database", "new.db", "import", "c.csv", "f.csv")
        func rows(_ period: String) throws -> [String] {
            let sheet = try desk.run("--database", "new.db", "template", "--period", period)
            return sheet.lines.dropFirst().map { $0.split(separator: ",").joined(separator: " ") }
        }
        #expect(
            try rows("2026Q1") == [
                "MARA Mara 2026Q1", "RIOT Riot 2026Q1 1407 2025-09-30 18005 2025-12-31",
            ])
        #expect(
            try rows("2026-01") == [
                "MARA Mara 2026-01 700 2025-12-31",
                "RIOT Riot 2026-01 460 2025-12-31 18005 2025-12-31",
            ])
        #expect(
            try rows("2025") == ["MARA Mara 2025", "RIOT Riot 2025 18005 2025-12-31"])
    }

    @Test func `a worksheet can be imported empty or filled in`()
        throws
    {
        let sheet = try desk.run("template", "--period", "2026Q1").stdout
        try desk.write(sheet, to: "empty.csv")
        let empty = try desk.run("import", "empty.csv")
        #expect(empty.stderr.contains("\nNothing new: 0 inserted, 0 unchanged,"), empty.comment)

        let lines = sheet.split(separator: "\n").map(String.init)
        let place = try #require(
            lines[0].split(separator: ",").firstIndex(of: "deployed_hashrate (EH/s)"))
        // Only the name column contains commas, and it comes before the cell.
        let filled = lines.dropFirst().map { line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
            cells[place + cells.count - lines[0].split(separator: ",").count] = "77"
            return cells.joined(separator: ",")
        }
        try desk.write(([lines[0]] + filled).map { $0 + "\n" }.joined(), to: "filled.csv")
        let done = try desk.run("import", "filled.csv")
        #expect(done.stderr.contains("Import 2: 14 inserted"), done.comment)
        let report = try JSON(
            try desk.run("report", "sector", "--on", "2026Q1", "--format", "json"))
        #expect(
            try report.rows("members").map { $0.number("hashrate") }
                == Array(repeating: 77, count: 14))
    }

    @Test func `in a book without figures the worksheet has all metrics of companies`() throws {
        try desk.write("ticker,name\nRIOT,Riot\n", to: "c.csv")
        try desk.run("--database", "new.db", "import", "c.csv")
        let sheet = try desk.run("--database", "new.db", "template", "--period", "2026-03")
        #expect(sheet.lines[0].contains(",btc_mined (BTC),"), sheet.comment)
        #expect(sheet.lines[1].hasPrefix("RIOT,Riot,2026-03,,,"), sheet.comment)
        try desk.write(sheet.stdout, to: "sheet.csv")
        try desk.run("--database", "new.db", "import", "sheet.csv")
    }

    @Test func `a worksheet needs a period, an existing group, and a book`() throws {
        try desk.run("template", exits: 64)
            .refuses("Error: Missing expected argument '--period <period>'")
        try desk.run("template", "--period", "2026Q1", "--group", "uk", exits: 64)
            .says("Error: there is no group uk; there are us-listed")
        try desk.run("template", "--period", "2026Q1", "--database", "none.db", exits: 66)
    }

    @Test func `import ignores only the columns of a metric's last figures`() throws {
        try desk.write(
            "ticker,date,btc_held,last_btc_held_on,last_btc_hold\nRIOT,2026-03-31,5,,\n",
            to: "sheet.csv")
        let refused = try desk.run("import", "sheet.csv", exits: 65)
        #expect(
            refused.stderr.hasPrefix("Error: sheet.csv:1: last_btc_hold: is not a known column"),
            refused.comment)
    }
}
