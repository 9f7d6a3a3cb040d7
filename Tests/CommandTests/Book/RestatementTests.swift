import Testing

/// Which of several published values counts, and how the others are kept.
@Suite("Restatements and corrections")
struct RestatementTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nMARA,MARA Holdings\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    /// Imports MARA's bitcoin mined in December 2025 as published on a day.
    @discardableResult
    private func publish(
        _ value: Int, on day: String, status: String = "reported", source: String = "release"
    ) throws -> Outcome {
        try desk.write(
            ImportTests.header
                + "MARA,btc_mined,2025-12,\(value),BTC,\(day),\(source),\(status),\n",
            to: "figure.csv")
        return try desk.run("import", "figure.csv")
    }

    /// The values that count.
    private func counting(_ arguments: String...) throws -> [String] {
        try desk.run(["show", "MARA", "btc_mined", "--format", "csv"] + arguments)
            .lines.dropFirst().map { String($0.split(separator: ",")[3]) }
    }

    @Test func `a later publication counts, and an earlier one does not`() throws {
        try publish(700, on: "2026-01-05")
        try publish(713, on: "2026-02-05").says(
            "Import 3: 1 inserted (1 restated), 0 unchanged, 0 corrected.")
        #expect(try counting() == ["713"])
        try publish(690, on: "2026-01-02")
        #expect(try counting() == ["713"])
        #expect(try counting("--vintages") == ["690", "700", "713"])
    }

    @Test(arguments: [true, false])
    func `an estimate never replaces a published value, whichever was imported first`(
        estimateFirst: Bool
    ) throws {
        if estimateFirst { try publish(999, on: "2026-03-01", status: "estimated") }
        try publish(700, on: "2026-01-05")
        if !estimateFirst { try publish(999, on: "2026-03-01", status: "estimated") }
        #expect(try counting() == ["700"])
        // Neither does a value from the press.
        try publish(800, on: "2026-04-01", status: "aggregated")
        #expect(try counting() == ["700"])
    }

    @Test func `another source that contradicts the company restates nothing`() throws {
        try publish(701, on: "2026-01-05")
        try publish(715, on: "2026-02-05", status: "aggregated", source: "press").says(
            "Import 3: 1 inserted (1 conflicting), 0 unchanged, 0 corrected.")
        try desk.write(
            ImportTests.header
                + "MARA,btc_mined,2025-12,713,BTC,2026-02-06,release,reported,\n"
                + "MARA,btc_mined,2025-12,721,BTC,2026-02-07,site,aggregated,\n",
            to: "both.csv")
        let shown = try desk.run("import", "--dry-run", "both.csv").says(
            "Dry run: 2 inserted (1 restated, 1 conflicting), 0 unchanged, 0 corrected.")
        for word in ["restated ", "conflicting "] {
            #expect(shown.lines.count { $0.hasPrefix(word) } == 1, shown.comment)
        }
    }

    @Test func `--known-on shows what was public on that day`() throws {
        try publish(700, on: "2026-01-05")
        try publish(713, on: "2026-02-05")
        #expect(try counting("--known-on", "2026-02-05") == ["713"])
        #expect(try counting("--known-on", "2026-02-04") == ["700"])
        #expect(try counting("--known-on", "2026-01-04") == [])
        #expect(try counting("--known-on", "2026-02-04", "--vintages") == ["700"])
    }

    @Test func `a hyphen in a file of companies removes a parent`() throws {
        func parents() throws -> [String?] {
            try JSON(try desk.run("list", "companies", "--format", "json")).rows("companies")
                .map { $0.text("parent") }
        }
        try desk.write("ticker,name,parent\nSUB,Sub,MARA\n", to: "sub.csv")
        try desk.run("import", "sub.csv")
        #expect(try parents() == [nil, "MARA"])
        try desk.write("ticker,name,parent\nSUB,Sub,\n", to: "sub.csv")
        try desk.run("import", "sub.csv").says("Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
        try desk.write("ticker,name,parent\nSUB,Sub,-\n", to: "sub.csv")
        try desk.run("import", "sub.csv").says("Import 3: 0 inserted, 0 unchanged, 1 corrected.")
        #expect(try parents() == [nil, nil])
    }

    @Test func `a restated quarter does not replace a newer one`() throws {
        try desk.write(
            ImportTests.header
                + "MARA,deployed_hashrate,2025-12-31,60,EH/s,2026-01-05,release,,\n"
                + "MARA,deployed_hashrate,2025-09-30,59,EH/s,2026-06-30,release,restated,\n",
            to: "figures.csv")
        try desk.run("import", "figures.csv")
        let report = try JSON(
            try desk.run("report", "sector", "--on", "2026-01-15", "--format", "json"))
        #expect(try report.rows("members").map { $0.number("hashrate") } == [60])
    }

    @Test func `the same publication with another value is a correction`() throws {
        try publish(700, on: "2026-01-05")
        try publish(701, on: "2026-01-05").says(
            "Import 3: 0 inserted, 0 unchanged, 1 corrected.")
        #expect(try counting("--vintages") == ["701"])
        try publish(701, on: "2026-01-05").says(
            "Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
    }

    @Test func `MARA's year-end is 61.7 EH/s in January and 66.4 today`() throws {
        try desk.run(["import"] + Desk.sampleData)
        let asked = ["show", "MARA", "deployed_hashrate", "--format", "csv"]
        func yearEnd(_ arguments: String...) throws -> [String] {
            try desk.run(asked + arguments).lines
                .filter { $0.hasPrefix("MARA,deployed_hashrate,2025-12-31,") }
                .map { String($0.split(separator: ",")[3]) }
        }
        #expect(try yearEnd() == ["66.4"])
        #expect(try yearEnd("--known-on", "2026-01-16") == ["61.7"])
        #expect(try yearEnd("--known-on", "2026-02-26") == ["66.4"])
        #expect(try yearEnd("--vintages") == ["61.7", "66.4"])
    }

    @Test func `a subject is shown by ticker, name, former ticker or group`() throws {
        try desk.run(["import"] + Desk.sampleData)
        for (name, code) in [
            ("mara", "MARA"), ("MARA Holdings, Inc.", "MARA"), ("Iris Energy", "IREN"),
            ("CORZQ", "CORZ"), ("btc", "BTC"), ("us-listed", "us-listed"),
        ] {
            let shown = try desk.run("show", name, "--format", "json")
            let parameters = try #require(try JSON(shown)["parameters"] as? [String: Any])
            #expect(parameters["subject"] as? String == code, shown.comment)
        }
    }

    @Test func `show rejects an unknown subject or metric and suggests a similar one`() throws {
        try desk.run("show", "MARAA", exits: 64)
            .says("Error: there is no MARAA in this book; did you mean MARA?")
        try desk.run("show", "nobody at all", exits: 64).says(
            "Error: there is no nobody at all in this book; see minerbook list companies")
        try desk.run("show", "MARA", "btc_mned", exits: 64).refuses(
            "Error: The value 'btc_mned' is invalid for '<metric>': \"btc_mned\" is not a "
                + "metric; did you mean btc_mined?")
        try desk.run("show", "MARA", "--known-on", "2026-02-30", exits: 64).refuses(
            "Error: The value '2026-02-30' is invalid for '--known-on <date>': write a date, "
                + "such as 2025-12-31.")
    }
}
