import Importing
import Mining
import Testing

/// Figures that import accepts with a warning.
@Suite("Plausibility")
struct PlausibilityTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "miners.csv")
        try desk.run("import", "miners.csv")
    }

    @discardableResult
    func figures(_ rows: String...) throws -> Outcome {
        let header = "subject,metric,period,value,unit,published_on\n"
        try desk.write(header + rows.map { "RIOT,\($0)\n" }.joined(), to: "q.csv")
        return try desk.run("import", "q.csv")
    }

    @Test
    func
        `a figure ten times the previous one is a warning, within a file or compared with the book`()
        throws
    {
        try figures(
            "deployed_hashrate,2025-09-30,36.5,EH/s,", "deployed_hashrate,2025-10-31,37000,EH/s,"
        ).says(
            "Warning: q.csv:3: deployed_hashrate: 37000 EH/s is about 1000 times 36.5 EH/s in "
                + "2025-09-30; is the unit PH/s instead of EH/s?",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try figures("deployed_hashrate,2025-11-30,38.5,EH/s,").says(
            "Warning: q.csv:2: deployed_hashrate: 38.5 EH/s is about a thousandth of 37000 EH/s "
                + "in 2025-10-31; is the unit ZH/s instead of EH/s?",
            "Import 3: 1 inserted, 0 unchanged, 0 corrected.")
        try figures("deployed_hashrate,2025-12-31,384.9,EH/s,")
            .says("Import 4: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a flow that varies, periods of different length, and zero give no warning`() throws
    {
        try figures(
            "btc_sold,2025-11,5,BTC,", "btc_sold,2025-12,500,BTC,", "btc_mined,2025-12,460,BTC,",
            "btc_mined,2025,5000,BTC,", "btc_held,2025-11-30,0,BTC,", "btc_held,2025-12-31,9,BTC,"
        ).says("Import 2: 6 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `flows are compared, too`() throws {
        try figures("revenue,2025Q3,180.2,USD m,", "revenue,2025Q4,170.1,USD bn,").says(
            "Warning: q.csv:3: revenue: 170.1 USD bn is about 1000 times 180.2 USD m in 2025Q3; "
                + "is the unit USD m instead of USD bn?",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try figures("btc_sold,2025-11,5,BTC,", "btc_sold,2025-12,5100,BTC,").says(
            "Warning: q.csv:3: btc_sold: 5100 BTC is about 1000 times 5 BTC in 2025-11; is the "
                + "unit right?",
            "Import 3: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test(
        "a figure many times the one it restates is a warning, whatever the metric",
        arguments: [
            (
                "revenue,2025Q4,180,USD m,2026-02-20", "revenue,2025Q4,180000,USD m,2026-03-01",
                "revenue: 180000 USD m is 1000 times 180 USD m, the figure for 2025Q4 that it "
                    + "restates; is the unit USD k instead of USD m?"
            ),
            (
                "btc_mined,2025-12,460,BTC,2026-01-05", "btc_mined,2025-12,4600,BTC,2026-01-06",
                "btc_mined: 4600 BTC is 10 times 460 BTC, the figure for 2025-12 that it restates; "
                    + "is the unit right?"
            ),
            (
                "cash,2025-12-31,330,USD m,2026-02-20", "cash,2025-12-31,330,USD,2026-02-21",
                "cash: 330 USD is a millionth of 330 USD m, the figure for 2025-12-31 that it "
                    + "restates; is the unit USD m instead of USD?"
            ),
            (
                "btc_sold,2025-12,46,BTC,2026-01-05", "btc_sold,2025-12,459,BTC,2026-01-06",
                "btc_sold: 459 BTC is about 10 times 46 BTC, the figure for 2025-12 that it "
                    + "restates; is the unit right?"
            ),
        ])
    func restatement(first: String, second: String, warning: String) throws {
        try figures(first)
        try figures(second).says(
            "Warning: q.csv:2: \(warning)",
            "Import 3: 1 inserted (1 restated), 0 unchanged, 0 corrected.")
    }

    @Test func `vintages of one file are compared with each other`() throws {
        let done = try figures(
            "revenue,2025Q4,180,USD m,2026-02-20", "cash,2025-12-31,330,USD m,",
            "revenue,2025Q4,180,USD k,2026-03-01")
        #expect(
            done.stderr.contains(
                "Warning: q.csv:4: revenue: 180 USD k is a thousandth of 180 USD m, the figure "
                    + "for 2025Q4 that it restates; is the unit USD m instead of USD k?"),
            done.comment)
    }

    @Test(
        "a first figure outside what can be is a warning and a finding of check",
        arguments: [
            (
                "btc_held,2025-12-31,52100000,BTC,", "outside_range",
                "outside the plausible range 0 … 21000000 BTC"
            ),
            (
                "btc_held,2012-12-31,10700000,BTC,", "more_than_mined",
                "more than the 10622400 BTC that had been mined by then"
            ),
            (
                "btc_mined,2025-12,14000,BTC,", "more_than_issued",
                "more than the 13950 BTC that the whole network creates in the period"
            ),
            (
                "deployed_hashrate,2025-12-31,1100,EH/s,", "outside_range",
                "outside the plausible range 0 or 0.001 … 1000 EH/s"
            ),
            (
                "fleet_efficiency,2025-12-31,4.9,J/TH,", "outside_range",
                "outside the plausible range 5 … 200 J/TH"
            ),
            (
                "fleet_efficiency,2025-12-31,20.5,J/GH,", "outside_range",
                "outside the plausible range 5 … 200 J/TH"
            ),
            (
                "share_price,2025-12-31,0.001,USD,", "outside_range",
                "outside the plausible range 0.01 … 10000 USD"
            ),
            (
                "shares_outstanding,2025-12-31,371,shares bn,", "outside_range",
                "outside the plausible range 1000000 … 100000000000 shares"
            ),
            (
                "total_debt,2025-12-31,872,USD,", "outside_range",
                "outside the plausible range 0 or 10000 … 100000000000 USD"
            ),
            (
                "power_capacity,2025-12-31,1160,GW,", "outside_range",
                "outside the plausible range 0 or 0.1 … 20000 MW"
            ),
        ])
    func bounds(row: String, code: String, sentence: String) throws {
        let done = try figures(row)
        #expect(done.stderr.contains("\(sentence); is the unit right?"), done.comment)
        let check = try desk.run("check", "--format", "csv", exits: 1)
        #expect(check.stdout.contains("\nerror,\(code),RIOT,"), check.comment)
        #expect(check.stdout.contains(",q.csv,2,"), check.comment)
    }

    @Test func `figures that are years apart are not compared, in any order`()
        throws
    {
        try figures(
            "share_price,2025-12-31,12.66,USD,", "share_price,2019-12-31,1.12,USD,",
            "total_debt,2019-12-31,5,USD m,", "total_debt,2021-02-05,900,USD m,"
        ).says("Import 2: 4 inserted, 0 unchanged, 0 corrected.")
        try figures("cash,2024-12-31,5,USD m,", "cash,2026-02-04,900,USD m,").says(
            "Warning: q.csv:3: cash: 900 USD m is 180 times 5 USD m in 2024-12-31; "
                + "is the unit right?",
            "Import 3: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `fees may change tenfold without a warning`() throws {
        try desk.write(
            "subject,metric,period,value\nBTC,fee_reward,2024-04-19,70\n"
                + "BTC,fee_reward,2024-04-20,1257\n", to: "fees.csv")
        let done = try desk.run("import", "fees.csv", "--unit", "BTC/day")
        #expect(!done.stderr.contains("Warning"), done.comment)
    }

    @Test func `a part greater than its whole on the same day is a warning`() throws {
        try figures("deployed_hashrate,2025-12-31,38.5,EH/s,", "btc_held,2025-11-30,100,BTC,")
        try figures(
            "operating_hashrate,2025-12,38.6,EH/s,", "btc_held,2025-12-31,90,BTC,",
            "btc_restricted,2025-12-31,91,BTC,"
        ).says(
            "Warning: q.csv:2: operating_hashrate: 38.6 EH/s is more than the "
                + "deployed_hashrate of that time, 38.5 EH/s; is one of the two wrong?",
            "Warning: q.csv:4: btc_restricted: 91 BTC is more than the btc_held of that time, "
                + "90 BTC; is one of the two wrong?",
            "Import 3: 3 inserted, 0 unchanged, 0 corrected.")
        try figures("operating_hashrate,2026-01,39,EH/s,", "btc_restricted,2025-11-30,100,BTC,")
            .says("Import 4: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `the warning appears once, in either order, in one file or two`() throws {
        try figures(
            "operating_hashrate,2025-11,38.6,EH/s,", "deployed_hashrate,2025-11-30,38.5,EH/s,",
            "deployed_hashrate,2025-12-31,40,EH/s,", "operating_hashrate,2025-12,39,EH/s,"
        ).says(
            "Warning: q.csv:2: operating_hashrate: 38.6 EH/s is more than the "
                + "deployed_hashrate of that time, 38.5 EH/s; is one of the two wrong?",
            "Import 2: 4 inserted, 0 unchanged, 0 corrected.")
        try figures("btc_restricted,2025-11-30,90,BTC,")
        try figures("btc_held,2025-11-30,89,BTC,").says(
            "Warning: q.csv:2: btc_held: RIOT btc_restricted 2025-11-30 is 90 BTC, more than the "
                + "btc_held of that time, 89 BTC; is one of the two wrong?",
            "Import 4: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a part and its whole in different batches of a long file are compared`() throws {
        let days = (2009...2025).flatMap { year in (10...12).map { "\(year)-\($0)-15" } }
        let parts = days.map { "btc_restricted,\($0),50,BTC," }
        let wholes = days.map { "btc_held,\($0),\($0 == "2020-11-15" ? 49 : 51),BTC," }
        // More rows than fit in a batch, each with a different publication date.
        let first = try #require(Day("2010-01-01"))
        let filler = (0..<ImportOptions().batchSize).map {
            "cash,2009-12-31,5,USD m,\(first.advanced(by: $0))"
        }
        let header = "subject,metric,period,value,unit,published_on\n"
        let rows = parts + filler + wholes
        try desk.write(header + rows.map { "RIOT,\($0)\n" }.joined(), to: "q.csv")
        let restricted =
            try #require(
                rows.firstIndex { $0.hasPrefix("btc_restricted,2020-11-15") }) + 2
        let said = try desk.run("import", "q.csv")
        #expect(
            said.stderr.hasPrefix(
                "Warning: q.csv:\(restricted): btc_restricted: 50 BTC is more than the btc_held of "
                    + "that time, 49 BTC; is one of the two wrong?\n"), said.comment)
    }

    @Test func `a future period, and one published before its end, are warnings`() throws {
        try figures("btc_mined,9998-12,460,BTC,", "btc_held,2025-12-31,5,BTC,2025-12-30").says(
            "Warning: q.csv:2: btc_mined: 9998-12 has not ended yet; is the period right?",
            "Warning: q.csv:3: btc_held: was published on 2025-12-30, before 2025-12-31 ended; "
                + "are both right?",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try figures("target_hashrate,9998-12-31,60,EH/s,2025-12-30")
            .says("Import 3: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `warnings are counted in the JSON`() throws {
        let done = try desk.run(
            "import", "-", "--format", "json",
            input: "subject,metric,period,value\nRIOT,btc_mined,9998-12,460\n")
        #expect(done.stdout.contains("\"warnings\": 1, \"import\": 2,"), done.comment)
    }
}
