import Testing

/// Books with little or no data: a clear message, and no error.
@Suite("Small books")
struct SmallBookTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.run("init")
    }

    private func importRiot() throws {
        try desk.write("ticker,name\nRIOT,Riot\n", to: "companies.csv")
        try desk.write(
            ImportTests.header + "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s,,,,\n",
            to: "figures.csv")
        try desk.run("import", "companies.csv", "figures.csv")
    }

    @Test func `the report of an empty book says why it is empty`() throws {
        let report = try desk.run("report", "sector").says()
        #expect(
            report.lines.last
                == "The book has no deployed_hashrate of any company: import figures, or choose "
                + "a day with --on.", report.comment)
        #expect(report.lines.count { $0 == "(none)" } == 3, report.comment)
        let asked = try desk.run("report", "sector", "--on", "2026-01-15").says()
        #expect(asked.stdout.hasPrefix("0 companies on 2026-01-15.\n"), asked.comment)
    }

    @Test func `an empty book has empty lists, an empty export and is sound`() throws {
        for name in ["companies", "aliases", "groups", "sources", "claims", "imports"] {
            let list = try desk.run("list", name).says()
            #expect(list.lines.last == "(none)", list.comment)
        }
        try desk.run("export").prints(
            "subject,metric,period,value,unit,published_on,source,status,note")
        try desk.run("check").says("minerbook.db is sound.")
        let network = try desk.run("show", "BTC").says()
        #expect(network.lines.last == "The book has no such observation.", network.comment)
    }

    @Test(arguments: ["csv", "json", "markdown"])
    func `a report of an empty book can be printed in every format`(format: String) throws {
        let report = try desk.run("report", "sector", "--format", format).says()
        #expect(!report.bytes.isEmpty)
    }

    @Test func `a report works with a single company`() throws {
        try importRiot()
        let report = try desk.run("report", "sector").says()
        #expect(
            report.stdout.hasPrefix("1 company on 2025-12-31: 38.50 EH/s together.\n"),
            report.comment)
        let json = try JSON(try desk.run("report", "sector", "--format", "json"))
        #expect(try json.figure("companies").number("value") == 1)
        #expect(try json.figure("hashrate").number("value") == 38.5)
        #expect(try json.figure("hashrate").fields["change"] as? Double == nil)
    }

    @Test func `a day before all data says that nothing is known`() throws {
        try desk.run(["import"] + Desk.sampleData)
        let report = try desk.run("report", "sector", "--on", "2009-01-03").says()
        #expect(report.stdout.hasPrefix("0 members of us-listed on 2009-01-03.\n"))
        #expect(
            report.lines.contains(
                "Hashrate: not enough data: us-listed has no members on 2009-01-03."),
            report.comment)
        let before = try desk.run("show", "MARA", "--known-on", "2009-01-03").says()
        #expect(before.lines.last == "The book has no such observation.", before.comment)
    }

    @Test(arguments: ["0001-01-01", "9999-12-31", "0001", "9999", "2016-02-29", "9999Q4"])
    func `the first and last days of the calendar can be requested`(period: String) throws {
        try importRiot()
        try desk.run("report", "sector", "--on", period, "--since", "0001-01-01").says()
        try desk.run("report", "sector", "--on", period).says()
    }
}
