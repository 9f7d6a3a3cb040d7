import Foundation
import TestSupport
import Testing

/// What `import` accepts, and what it prints.
@Suite("Import")
struct ImportTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    static let header = "subject,metric,period,value,unit,published_on,source,status,note\n"

    /// Imports the company RIOT.
    private func importRiot() throws {
        try desk.write("ticker,name\nRIOT,\"Riot Platforms, Inc.\"\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    private func riot(_ rows: String...) -> String {
        Self.header + rows.map { "RIOT,\($0)\n" }.joined()
    }

    @Test func `the order of dates is detected from all rows of a file`() throws {
        try importRiot()
        try desk.write("Date,BTC held\n01/02/2025,1\n25/02/2025,2\n", to: "q.csv")
        try desk.run("import", "--subject", "RIOT", "q.csv").says(
            "q.csv: read Date as period, BTC held as btc_held in BTC",
            "q.csv: Date is read as dmy, because of \"25/02/2025\" on line 3",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a second import of the same files changes nothing`() throws {
        try desk.run(["import"] + Desk.sampleData)
            .says(golden: "import-sample-data.txt")
        let book = try desk.bytes(of: "minerbook.db")
        try desk.run(["import"] + Desk.sampleData)
            .says(golden: "import-sample-data-again.txt")
        #expect(try desk.bytes(of: "minerbook.db") == book)
        #expect(desk.names == ["minerbook.db"])
    }

    @Test func `the order of the files on the command line does not matter`() throws {
        try desk.run(["import"] + Desk.sampleData)
        let export = try desk.run("export").bytes
        var random = SeededGenerator(seed: 14)
        for order in [Desk.sampleData.reversed(), Desk.sampleData.shuffled(using: &random)] {
            try desk.run(["import", "--database", "other.db"] + order)
            let other = try desk.run("export", "--database", "other.db")
            #expect(other.bytes == export, "\(order)")
            try FileManager.default.removeItem(at: desk.folder.appending(path: "other.db"))
        }
    }

    @Test func `the same value in another unit is unchanged`() throws {
        try importRiot()
        for (value, unit) in [
            ("38.5", "EH/s"), ("38500", "PH/s"), ("\"38,500,000\"", "TH/s"),
            ("\"38,500,000 TH/s\"", ""), ("38.5 EH/s", ""),
        ] {
            try desk.write(
                riot("deployed_hashrate,2025-12-31,\(value),\(unit),2026-01-05,release,,"),
                to: "q.csv")
            let outcome = try desk.run("import", "q.csv")
            let isFirst = (value, unit) == ("38.5", "EH/s")
            outcome.says(
                isFirst
                    ? "Import 2: 1 inserted, 0 unchanged, 0 corrected."
                    : "Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
        }
        try desk.run("show", "RIOT", "--format", "csv").prints(
            "subject,metric,period,value,unit,printed,published_on,source,status,note",
            "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s,38.5 EH/s,2026-01-05,release,reported,")
    }

    @Test func `values are shown as published and in the unit of their metric`() throws {
        try importRiot()
        try desk.write(
            riot(
                "deployed_hashrate,2025-11-30,38500,PH/s,,,,",
                "deployed_hashrate,2025-12-31,\"38,500,000 TH/s\",,,,,"), to: "q.csv")
        try desk.run("import", "q.csv")
        try desk.run("show", "RIOT", "--format", "csv").prints(
            "subject,metric,period,value,unit,printed,published_on,source,status,note",
            "RIOT,deployed_hashrate,2025-11-30,38.5,EH/s,38500 PH/s,,,reported,",
            "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s,38500000 TH/s,,,reported,")
    }

    @Test func `missing and rounded values are counted`() throws {
        try importRiot()
        try desk.write(
            riot("btc_mined,2025-12,N/A,,,,,", "btc_mined,2026-01,100.123456789,BTC,,,,"),
            to: "q.csv")
        try desk.run("import", "q.csv").says(
            "Import 2: 1 inserted, 0 unchanged, 0 corrected, 1 missing, "
                + "1 rounded to the base unit.")
        try desk.run("show", "RIOT", "btc_mined", "--format", "csv").prints(
            "subject,metric,period,value,unit,printed,published_on,source,status,note",
            "RIOT,btc_mined,2026-01,100.12345679,BTC,100.12345679 BTC,,,reported,")
    }

    @Test func `- is stdin`() throws {
        try importRiot()
        try desk.run("import", "-", input: riot("btc_mined,2025-12,460,BTC,,,,"))
            .says("Import 2: 1 inserted, 0 unchanged, 0 corrected.")
        try desk.run("import", "-", exits: 65, input: riot("btc_mined,2025-12,4b0,BTC,,,,")).says(
            "Error: stdin:2: btc_mined: \"4b0\" is not an amount of bitcoin, such as 712.53 BTC",
            "Error: nothing was imported: 1 problem")
    }

    @Test func `a pipe is read like a file, even if rows are corrected`() throws {
        try importRiot()
        for value in [460, 461] {
            try desk.write(riot("btc_mined,2025-12,\(value),BTC,,,,"), to: "q.csv")
            try desk.shell("cat q.csv | minerbook import /dev/stdin").says(
                value == 460
                    ? "Import 2: 1 inserted, 0 unchanged, 0 corrected."
                    : "Import 3: 0 inserted, 0 unchanged, 1 corrected.")
        }
    }

    @Test func `a header alone is a warning`() throws {
        try importRiot()
        try desk.write(Self.header, to: "q.csv")
        try desk.run("import", "q.csv").says(
            "Warning: q.csv:1: there are no rows below the header",
            "Nothing new: 0 inserted, 0 unchanged, 0 corrected.")
        #expect(try desk.run("import", "q.csv", "--quiet").says().bytes.isEmpty)
    }

    @Test func `--format json prints one object with exactly its keys`() throws {
        let done = try JSON(try desk.run(["import", "--format", "json"] + Desk.sampleData))
        let keys = [
            "conflicting", "corrected", "created", "import", "inserted", "kinds", "missing",
            "rejected", "restated", "rounded", "rounded_to_zero", "unchanged", "warnings",
        ]
        #expect(done.keys == keys)
        #expect(done["inserted"] as? Int == 8973)
        #expect(done["missing"] as? Int == 15)
        #expect(done["import"] as? Int == 1)

        let again = try desk.run(["import", "--quiet", "--format", "json"] + Desk.sampleData)
        again.says().prints(
            "{\"inserted\": 0, \"unchanged\": 8973, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0, "
                + "\"rejected\": 0, \"rounded\": 0, \"rounded_to_zero\": 0, \"missing\": 15, "
                + "\"warnings\": 7, "
                + "\"import\": null, \"created\": 0, \"kinds\": {"
                + "\"companies\": {\"inserted\": 0, \"unchanged\": 19, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}, "
                + "\"aliases\": {\"inserted\": 0, \"unchanged\": 11, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}, "
                + "\"groups\": {\"inserted\": 0, \"unchanged\": 14, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}, "
                + "\"observations\": {\"inserted\": 0, \"unchanged\": 8689, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}, "
                + "\"claims\": {\"inserted\": 0, \"unchanged\": 240, \"restated\": 0, \"conflicting\": 0, \"corrected\": 0}}}"
        )
    }

    @Test func `a company imported again is updated and can still be found by its former name`()
        throws
    {
        try importRiot()
        try desk.write("ticker,name\nRIOT,Riot Holdings\n", to: "renamed.csv")
        try desk.run("import", "renamed.csv")
            .says("Import 2: 0 inserted, 0 unchanged, 1 corrected.")
        let companies = try desk.run("list", "companies", "--format", "csv").lines
        #expect(companies.dropFirst() == ["RIOT,Riot Holdings,,,,,,"])
        try desk.run("show", "Riot Platforms, Inc.")
    }

    @Test func `companies that figures name are counted apart from the figures`() throws {
        try desk.write(
            "subject,metric,period,value,unit\nNEW,btc_held,2025-12-31,5,BTC\n", to: "new.csv")
        let done = try JSON(
            try desk.run("import", "new.csv", "--create-companies", "--format", "json"))
        #expect(done["inserted"] as? Int == 2)
        #expect(done["created"] as? Int == 1)
        let kinds = try #require(done["kinds"] as? [String: [String: Int]])
        #expect(kinds["observations"]?["inserted"] == 1)
    }

    @Test func `the same commands on the same day write the same book`() throws {
        for book in ["one.db", "two.db"] {
            try desk.run(
                ["import", "--today", "2026-01-15", "--database", book] + Desk.sampleData)
            try desk.shell("sleep 1")
        }
        #expect(try desk.bytes(of: "one.db") == desk.bytes(of: "two.db"))
        let list = try desk.run("list", "imports", "--format", "csv", "--database", "one.db")
        #expect(list.lines[1].hasPrefix("1,2026-01-15T00:00:00Z,"), list.comment)
    }
}
