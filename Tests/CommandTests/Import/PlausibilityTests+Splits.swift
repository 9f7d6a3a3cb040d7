import Testing

/// Share prices and numbers of shares before and after a split.
extension PlausibilityTests {
    private func split(_ ratio: String, on day: String) throws {
        try desk.write("ticker,from,split\nRIOT,\(day),\(ratio)\n", to: "splits.csv")
        try desk.run("import", "splits.csv")
    }

    @Test func `prices and share counts are compared on the same share basis`() throws {
        try split("1:25", on: "2025-08-01")
        try figures(
            "share_price,2025-07-31,0.5,USD,", "share_price,2025-08-01,12.6,USD,",
            "shares_outstanding,2025-06-30,500,shares m,",
            "shares_outstanding,2025-09-30,20.1,shares m,"
        ).says("Import 3: 4 inserted, 0 unchanged, 0 corrected.")
        // A day later, compared with the book.
        try figures("share_price,2025-07-30,0.51,USD,", "share_price,2025-08-04,12.5,USD,")
            .says("Import 4: 2 inserted, 0 unchanged, 0 corrected.")
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `a figure that is restated for a split is not compared with the old one`() throws {
        try split("25:1", on: "2025-08-01")
        try figures("shares_outstanding,2025-06-30,20,shares m,2025-07-20")
        try figures("shares_outstanding,2025-06-30,500,shares m,2025-08-20")
            .says("Import 4: 1 inserted (1 restated), 0 unchanged, 0 corrected.")
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `without a split on file the warning names share_basis`() throws {
        try figures("share_price,2025-07-31,0.5,USD,", "share_price,2025-08-01,12.5,USD,").says(
            "Warning: q.csv:3: share_price: 12.5 USD is 25 times 0.5 USD in 2025-07-31; is "
                + "the unit right, or does share_basis lack a split?",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try figures("shares_outstanding,2025-06-30,371.8,shares m,")
        try figures("shares_outstanding,2025-09-30,371.9,shares bn,").says(
            "Warning: q.csv:2: shares_outstanding: 371.9 shares bn is 1000 times 371.8 shares "
                + "m in 2025-06-30; is the unit shares m instead of shares bn?",
            "Import 4: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `another vintage of a price that a split on file should have changed is a warning`()
        throws
    {
        try split("1:25", on: "2025-06-01")
        try figures("share_price,2025-05-30,4.00,USD,2025-05-30")
        try figures("share_price,2025-05-30,4.00,USD,2025-07-30").says(
            "Warning: q.csv:2: share_price: 4.00 USD is 1/25 of 4.00 USD after the 1:25 split on "
                + "2025-06-01, the figure for 2025-05-30 that it restates; is the unit right, and "
                + "are the split and published_on?",
            "Import 4: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a price that a split on file should have changed is a warning`() throws {
        try split("1:25", on: "2025-08-01")
        try figures("share_price,2025-07-31,12.5,USD,", "share_price,2025-08-01,12.5,USD,").says(
            "Warning: q.csv:3: share_price: 12.5 USD is 1/25 of 12.5 USD in 2025-07-31 "
                + "after the 1:25 split on 2025-08-01; is the unit right, and are the split and "
                + "published_on?",
            "Import 3: 2 inserted, 0 unchanged, 0 corrected.")
    }
}
