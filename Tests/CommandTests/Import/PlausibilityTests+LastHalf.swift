import Testing

/// Figures that are found out only when the one they do not fit is imported, after them.
extension PlausibilityTests {
    @Test func `a price that comes last is compared with fair values`() throws {
        try figures("btc_held,2025-12-31,18.005,BTC,", "crypto_fair_value,2025-12-31,1575,USD m,")
            .says("Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try desk.write(
            "subject,metric,period,value\nBTC,btc_price,2025-12-30,87500 USD\n", to: "price.csv")
        try desk.run("import", "price.csv").says(
            "Warning: price.csv:2: btc_price: RIOT: 18.005 BTC at the price of 2025-12-31 are worth "
                + "1575438 USD, but crypto_fair_value is 1575 USD m; is one of the units wrong, or "
                + "are other coins in it?",
            "Import 3: 1 inserted, 0 unchanged, 0 corrected.")
        try desk.run("import", "price.csv")
            .says("Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
    }

    @Test func `a hashrate of the network that comes last is compared with companies`() throws {
        try figures("deployed_hashrate,2018-01-31,12,EH/s,")
            .says("Import 2: 1 inserted, 0 unchanged, 0 corrected.")
        try desk.write(
            "subject,metric,period,value\nBTC,network_hashrate,2017-12,11.2 EH/s\n",
            to: "network.csv")
        try desk.run("import", "network.csv").says(
            "Warning: network.csv:2: network_hashrate: RIOT deployed_hashrate 2018-01-31 is 12 EH/s, "
                + "more than the hashrate of the whole network, 11.2 EH/s in 2017-12; is the unit "
                + "right?",
            "Import 3: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `shares that come last are compared with market caps`() throws {
        try figures("market_cap,2026-01-15,5.9,USD bn,", "share_price,2026-01-14,15.9,USD,")
            .says("Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try figures("shares_outstanding,2025-12-31,371.8,shares m,")
            .says("Import 3: 1 inserted, 0 unchanged, 0 corrected.")
        try figures("shares_outstanding,2026-01-14,25,shares m,").says(
            "Warning: q.csv:2: shares_outstanding: 25 shares m is less than 1/14 of 371.8 shares m "
                + "in 2025-12-31; is the unit right, or does share_basis lack a split?",
            "Warning: q.csv:2: shares_outstanding: RIOT market_cap 2026-01-15 is 5.9 USD bn, but "
                + "share price × shares is 398 USD m (15.9 USD on 2026-01-14, 25 shares m on "
                + "2026-01-14); is one of them per ADS, or from before a split?",
            "Import 4: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a market cap is compared whatever else the import has, such as later targets`()
        throws
    {
        try figures("shares_outstanding,2025-09-30,371.8,shares m,")
        try figures(
            "market_cap,2025-11-30,100,USD bn,", "share_price,2025-11-28,15.9,USD,",
            "share_price,2026-01-14,16.1,USD,", "target_hashrate,2027-12-31,50,EH/s,2026-01-14"
        ).says(
            "Warning: q.csv:2: market_cap: 100 USD bn, but share price × shares is 5912 USD m (15.9 "
                + "USD on 2025-11-28, 371.8 shares m on 2025-09-30); is one of them per ADS, or "
                + "from before a split?",
            "Import 3: 4 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a market cap that differs less than twofold is only a warning of check`() throws {
        try figures(
            "market_cap,2026-01-15,4.1,USD bn,", "share_price,2026-01-14,15.9,USD,",
            "shares_outstanding,2025-12-31,371.8,shares m,"
        ).says("Import 2: 3 inserted, 0 unchanged, 0 corrected.")
        let check = try desk.run("check")
        #expect(check.stderr.contains("Warning: minerbook.db: RIOT market_cap"), check.comment)
    }

    @Test func `a fair value above the bitcoin is a warning of check, one below is an error`()
        throws
    {
        try desk.write(
            "subject,metric,period,value\nBTC,btc_price,2025-12-31,87500 USD\n", to: "price.csv")
        try desk.run("import", "price.csv")
        try figures("btc_held,2025-12-31,192,BTC,", "crypto_fair_value,2025-12-31,12,USD bn,")
        try desk.run("check").says(
            "Warning: minerbook.db: RIOT crypto_fair_value 2025-12-31: is 12 USD bn, but btc_held × "
                + "btc_price is 17 USD m (192 BTC); is one of the units wrong, or are other coins "
                + "in it?",
            "minerbook.db is sound.")
        try figures("btc_held,2025-12-31,192,BTC,", "crypto_fair_value,2025-12-31,16.8,USD k,")
        try desk.run("check", exits: 1).says(
            "Error: minerbook.db: RIOT crypto_fair_value 2025-12-31: is 16.8 USD k, but btc_held × "
                + "btc_price is 17 USD m (192 BTC); is one of the units wrong?")
    }

    @Test func `check finds a figure again that restates another one tenfold`() throws {
        try figures("revenue,2025Q4,180,USD m,2026-02-20", "cash,2025-12-31,33,USD m,2026-02-20")
        try figures("revenue,2025Q4,180,USD k,2026-03-01", "cash,2025-12-31,34,USD m,2026-03-01")
        try desk.run("check").says(
            "Warning: minerbook.db: RIOT revenue 2025Q4: is 180 USD k, a thousandth of 180 USD m, "
                + "another vintage (published on 2026-02-20); is the unit USD m instead of USD k?",
            "minerbook.db is sound.")
        let csv = try desk.run("check", "--format", "csv")
        #expect(
            csv.stdout.contains(
                "\nwarning,restated_tenfold,RIOT,revenue,2025Q4,180 USD k,180 USD m,"),
            csv.comment)
    }

    @Test func `credits in parentheses are a warning, as costs are`() throws {
        try figures("power_credits,2025Q4,(2240),USD k,", "power_credits,2025Q3,(2000),USD k,")
            .says(
                "Warning: q.csv:2: power_credits: -2240 USD k is a credit below zero, which is a cost (2 "
                    + "figures of the file are); if the parentheses only mark a credit, write it without "
                    + "them",
                "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
    }
}
