import Testing

/// First figures of a wrong scale, which only a range can find.
extension PlausibilityTests {
    @Test(
        "a first figure a thousand times too great or too small is a warning and a finding of check",
        arguments: [
            ("revenue,2025Q4,180200,USD m,", "0 or ±10 … ±30000000 USD per day"),
            ("revenue,2025Q4,180.2,USD,", "0 or ±10 … ±30000000 USD per day"),
            ("mining_revenue,2025Q4,140000,USD m,", "0 or ±10 … ±30000000 USD per day"),
            ("hosting_revenue,2025,12.5,USD bn,", "0 or ±10 … ±30000000 USD per day"),
            ("hpc_revenue,2025-12,4000,USD m,", "0 or ±10 … ±30000000 USD per day"),
            ("cost_of_revenue,2025Q4,-95000,USD m,", "0 or ±10 … ±30000000 USD per day"),
            ("power_cost,2025-12,21000,USD m,", "0 or ±10 … ±10000000 USD per day"),
            ("power_credits,2025Q4,2240,USD m,", "0 or ±10 … ±5000000 USD per day"),
            ("energy_used,2025Q4,1251929,GWh,", "0 or 10 … 500000 MWh per day"),
            ("energy_used,2025Q4,612.8,MWh,", "0 or 10 … 500000 MWh per day"),
            ("btc_sold,2025-12,460000,BTC,", "0 … 5000 BTC per day"),
            ("power_price,2025Q4,0.035,USD/MWh,", "0 or ±5 … ±500 USD/MWh"),
            ("power_price,2025Q4,3.5,USD/MWh,", "0 or ±5 … ±500 USD/MWh"),
            ("power_price,2025Q4,35,USD/kWh,", "0 or ±5 … ±500 USD/MWh"),
            ("power_price,2025Q4,-0.035,USD/MWh,", "0 or ±5 … ±500 USD/MWh"),
            ("power_cost_per_btc,2025Q4,39.2,USD/BTC,", "0 or ±100 … ±1000000 USD/BTC"),
        ])
    func ranges(row: String, range: String) throws {
        let done = try figures(row)
        #expect(
            done.stderr.contains("is outside the plausible range \(range); is the unit right?"),
            done.comment)
        let check = try desk.run("check", "--format", "csv", exits: 1)
        #expect(check.stdout.contains("\nerror,outside_range,RIOT,"), check.comment)
        #expect(check.stdout.contains(",\(range),q.csv,2,"), check.comment)
    }

    @Test(
        "figures of the network have narrower ranges since its early years",
        arguments: [
            ("hashprice_published,2025-12,38000,USD/PH/day", "2 … 10000 USD/PH/day"),
            ("hashprice_published,2025-12,38000000,USD/PH/day", "2 … 10000 USD/PH/day"),
            ("hashprice_published,2025-12,0.038,USD/PH/day", "2 … 10000 USD/PH/day"),
            ("network_hashrate,2025-12,1.1,EH/s", "20 … 10000 EH/s"),
            ("difficulty,2025-12-31,148,difficulty", "2000000000000 … 2000000000000000 difficulty"),
            ("btc_price,2025-12-31,87.5,USD/BTC", "500 … 10000000 USD/BTC"),
            ("fee_reward,2025-12,4000,BTC/day", "0.5 … 2000 BTC/day"),
            ("fee_reward,2025-12,0.004,BTC/day", "0.5 … 2000 BTC/day"),
            ("miner_revenue,2025-12,1.2,USD m", "1000000 … 1000000000 USD per day"),
            ("blocks,2025-12,4460000,blocks", "20 … 300 blocks per day"),
            ("blocks,2025-12,144,blocks", "20 … 300 blocks per day"),
        ])
    func ofNetwork(row: String, range: String) throws {
        try desk.write("subject,metric,period,value,unit\nBTC,\(row)\n", to: "network.csv")
        let done = try desk.run("import", "network.csv")
        #expect(
            done.stderr.contains("is outside the plausible range \(range); is the unit right?"),
            done.comment)
    }

    @Test func `figures of the early years, and usual ones, are in their ranges`() throws {
        try desk.write(
            """
            subject,metric,period,value,unit
            BTC,hashprice_published,2014-01,280000,USD/PH/day
            BTC,network_hashrate,2012-12,20,TH/s
            BTC,difficulty,2012-12-31,3000000,difficulty
            BTC,btc_price,2012-12-31,13.5,USD/BTC
            BTC,hashprice_published,2025-12,38.2,USD/PH/day
            BTC,hashprice_published,2017-12,3500,USD/PH/day
            BTC,fee_reward,2024-04-20,1257,BTC/day
            BTC,blocks,2025,52800,blocks
            BTC,blocks,2010-07-16,300,blocks
            """, to: "network.csv")
        let done = try desk.run("import", "network.csv")
        #expect(!done.stderr.contains("Warning"), done.comment)
        try figures(
            "revenue,2025,655.1,USD m,", "revenue,2025-12,0,USD,",
            "power_price,2025Q3,-17,USD/MWh,",
            "energy_used,2025,5.2,TWh,", "power_cost,2025,220,USD m,", "btc_sold,2025-12,0,BTC,"
        ).says("Import 3: 6 inserted, 0 unchanged, 0 corrected.")
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `a flow of a single day may stand for a longer period, which is the only warning`()
        throws
    {
        let done = try figures("revenue,2025-12-31,180.2,USD m,")
        #expect(done.stderr.contains("Warning: q.csv:2: revenue: "), done.comment)
        #expect(!done.stderr.contains("plausible"), done.comment)
    }
}
