import Testing

/// Figures that are in their ranges, but do not fit each other.
extension PlausibilityTests {
    private func network(_ rows: String...) throws -> Outcome {
        let header = "subject,metric,period,value,unit\n"
        try desk.write(header + rows.map { "BTC,\($0)\n" }.joined(), to: "network.csv")
        return try desk.run("import", "network.csv")
    }

    @Test(
        "a figure on another scale than a related one is a warning and an error of check",
        arguments: [
            (
                ["power_cost,2025Q4,38500,USD k,", "revenue,2025Q4,180.2,USD k,"],
                "power_cost: 38500 USD k, but revenue is 180.2 USD k"
            ),
            (
                ["power_cost,2025Q4,38.5,USD k,", "revenue,2025Q4,180.2,USD m,"],
                "power_cost: 38.5 USD k, but revenue is 180.2 USD m"
            ),
            (
                ["cost_of_revenue,2025-12,21,USD k,", "revenue,2025-12,62,USD m,"],
                "cost_of_revenue: 21 USD k, but revenue is 62 USD m"
            ),
            (
                ["power_credits,2025-12,2240,USD k,", "revenue,2025-12,62,USD k,"],
                "power_credits: 2240 USD k, but revenue is 62 USD k"
            ),
            (
                [
                    "btc_sold,2025-12,46000,BTC,", "btc_held,2025-11-30,1800,BTC,",
                    "btc_mined,2025-12,460,BTC,",
                ],
                "btc_sold: 46000 BTC, but btc_held before + btc_mined is 2260 BTC (btc_held 1800 "
                    + "BTC, btc_mined 460 BTC)"
            ),
            (
                ["energy_used,2025-12,5200,MWh,", "power_capacity,2025-12-31,1,MW,"],
                "energy_used: 5200 MWh, but power_capacity × 24 h a day is 744 MWh (power_capacity "
                    + "1 MW)"
            ),
            (
                ["power_cost,2025-12,21,USD m,", "energy_used,2025-12,520,MWh,"],
                "power_cost: 21 USD m, but energy_used × 50 USD/MWh is 26000 USD (energy_used 520 "
                    + "MWh)"
            ),
        ])
    func relation(rows: [String], warning: String) throws {
        let header = "subject,metric,period,value,unit,published_on\n"
        for order in [rows, rows.reversed()] {
            let desk = try Desk()
            try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "miners.csv")
            try desk.run("import", "miners.csv")
            try desk.write(header + order.map { "RIOT,\($0)\n" }.joined(), to: "q.csv")
            let done = try desk.run("import", "q.csv")
            let said = "\(warning); is one of the units wrong?\n"
            #expect(done.stderr.contains(said), done.comment)
            let check = try desk.run("check", "--format", "csv", exits: 1)
            #expect(check.stdout.contains("\nerror,disproportionate,RIOT,"), check.comment)
            #expect(check.stdout.contains("is one of the units wrong?"), check.comment)
        }
    }

    @Test(arguments: [
        ("mining_revenue", "200,USD m"), ("hosting_revenue", "19.9,USD m"),
        ("hpc_revenue", "1.7,USD bn"),
    ])
    func `revenue of a kind above total revenue is a warning`(kind: String, value: String) throws {
        try figures("revenue,2025Q4,18,USD m,")
        let amount = value.split(separator: ",").joined(separator: " ")
        let done = try figures("\(kind),2025Q4,\(value),")
        #expect(
            done.stderr.contains(
                "Warning: q.csv:2: \(kind): \(amount) is more than the revenue of that time, 18 "
                    + "USD m; is one of the two wrong?"), done.comment)
        try desk.run("check").says(
            "Warning: minerbook.db: RIOT \(kind) 2025Q4: is \(amount), more than the revenue of "
                + "that time, 18 USD m; is one of the two wrong?",
            "minerbook.db is sound.")
    }

    @Test func `check finds parts above their wholes again`() throws {
        try figures("btc_held,2025-12-31,90,BTC,", "btc_restricted,2025-12-31,90000,BTC,")
        try desk.run("check").says(
            "Warning: minerbook.db: RIOT btc_restricted 2025-12-31: is 90000 BTC, more than the "
                + "btc_held of that time, 90 BTC; is one of the two wrong?",
            "minerbook.db is sound.")
    }

    @Test func `the warning names the figure that is imported last`() throws {
        try figures("power_cost,2025Q4,38.5,USD k,")
        try figures("revenue,2025Q4,180.2,USD m,").says(
            "Warning: q.csv:2: revenue: RIOT power_cost 2025Q4 is 38.5 USD k, but revenue is 180.2 "
                + "USD m; is one of the units wrong?",
            "Import 3: 1 inserted, 0 unchanged, 0 corrected.")
        try figures("cash,2025-12-31,330,USD m,")
            .says("Import 4: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `mined bitcoin and mining revenue are compared with hashrate and price`() throws {
        try figures(
            "deployed_hashrate,2025-12-31,0.385,EH/s,", "btc_mined,2025-12,460,BTC,",
            "mining_revenue,2025-12,40.2,USD k,")
        try network(
            "network_hashrate,2025-12,1076.4,EH/s", "btc_price,2025-12-31,87500,USD/BTC"
        ).says(
            "Warning: network.csv:2: network_hashrate: RIOT btc_mined 2025-12 is 460 BTC, but the "
                + "new bitcoin × deployed_hashrate / network_hashrate is 4.99 BTC "
                + "(deployed_hashrate 0.385 EH/s, network_hashrate 1076.4 EH/s); is one of the "
                + "units wrong?",
            "Warning: network.csv:3: btc_price: RIOT mining_revenue 2025-12 is 40.2 USD k, but "
                + "btc_mined × btc_price is 40 USD m (btc_mined 460 BTC, btc_price 87500 USD/BTC); "
                + "is one of the units wrong?",
            "Import 3: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `figures of the network are compared with each other`() throws {
        let done = try network(
            "network_hashrate,2025-12,107.6,EH/s", "difficulty,2025-12-31,148,T",
            "btc_price,2025-12-31,87500,USD/BTC", "hashprice_published,2025-12,38,USD/PH/day",
            "miner_revenue,2025-12,120,USD m")
        for warning in [
            "network_hashrate: 107.6 EH/s, but difficulty × 2^32 / 600 s is 1059 EH/s (difficulty "
                + "148 T); is one of the units wrong?",
            "hashprice_published: 38 USD/PH/day, but the new bitcoin of a day × btc_price / "
                + "network_hashrate is 366 USD/PH/day (btc_price 87500 USD/BTC, network_hashrate "
                + "107.6 EH/s); is one of the units wrong?",
            "miner_revenue: 120 USD m, but the new bitcoin × btc_price is 1221 USD m (btc_price "
                + "87500 USD/BTC); is one of the units wrong?",
        ] { #expect(done.stderr.contains(warning), done.comment) }
        let check = try desk.run("check", "--format", "csv", exits: 1)
        #expect(check.stdout.contains("error,disproportionate,BTC,network_hashrate"), check.comment)
    }

    @Test func `figures that fit, are zero, or are of another time give no warning`() throws {
        try figures(
            "revenue,2025Q4,180.2,USD m,", "cost_of_revenue,2025Q4,95,USD m,",
            "power_cost,2025Q4,38.5,USD m,", "power_credits,2025Q4,0,USD,",
            "energy_used,2025Q4,900,GWh,", "power_capacity,2025-12-31,800,MW,",
            "hpc_revenue,2025Q4,198,USD m,", "btc_held,2025-09-30,0,BTC,",
            "btc_mined,2025Q4,1400,BTC,", "btc_sold,2025Q4,4100,BTC,",
            "mining_revenue,2025-12,400,USD m,"
        ).says("Import 2: 11 inserted, 0 unchanged, 0 corrected.")
        try desk.run("check").says("minerbook.db is sound.")
    }
}
