import Testing

/// Values that are not zero, but too small for their base unit.
@Suite("Values that round to zero")
struct RoundedToZeroTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\nMARA,Mara\n", to: "miners.csv")
        try desk.run("import", "miners.csv")
    }

    @Test
    func `each metric has a warning with its first value; zeros and values of one unit have none`()
        throws
    {
        try desk.write(
            "ticker,period,btc_mined (BTC),revenue (USD)\n"
                + "RIOT,2025-11,0.000000001,0.005\nRIOT,2025-12,0.000000005,0\n"
                + "MARA,2025-11,0.00000001,0.01\nMARA,2025-12,0.0000,\n",
            to: "small.csv")
        let outcome = try desk.run("import", "small.csv")
        let warnings = outcome.stderr.split(separator: "\n").map(String.init)
            .filter { $0.contains("became zero") }
        let expected = [
            """
            Warning: small.csv:2: btc_mined: "0.000000001" is at most half of the base unit and became \
            zero, as did 1 other value of the file; leave the cell empty if zero is wrong
            """,
            """
            Warning: small.csv:2: revenue: "0.005" is at most half of the base unit and became zero; \
            leave the cell empty if zero is wrong
            """,
        ]
        #expect(warnings == expected, outcome.comment)
        #expect(outcome.stderr.contains("3 rounded to the base unit (3 of them to zero)."))
    }

    @Test func `a claim has one as well`() throws {
        try desk.write(
            "publisher,subject,figure,on,value,unit\nX,RIOT,btc_held,2025-12-31,0.000000001,BTC\n"
                + "X,MARA,btc_held,2025-12-31,1,BTC\n",
            to: "claims.csv")
        try desk.run("import", "claims.csv").says(
            "Warning: claims.csv:2: value: \"0.000000001\" is at most half of the base unit and "
                + "became zero; leave the row out if zero is wrong",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected, 1 rounded to the base unit (1 of them to "
                + "zero).")
    }

    @Test func `a rejected row gives none, and --strict refuses one`() throws {
        try desk.write(
            "publisher,subject,figure,on,value,unit\nX,NOPE,btc_held,2025-12-31,0.000000001,BTC\n",
            to: "claims.csv")
        let rejected = try desk.run("import", "claims.csv", "--rejects", "bad.csv")
        #expect(!rejected.stderr.contains("became zero"), rejected.comment)
        try desk.write(
            "publisher,subject,figure,on,value,unit\nX,RIOT,btc_held,2025-12-31,0.000000001,BTC\n",
            to: "claims.csv")
        let refused = try desk.run("import", "claims.csv", "--strict", exits: 65)
        #expect(refused.stderr.hasSuffix("nothing was imported: 1 warning, and --strict\n"))
    }

    @Test func `log has one as well`() throws {
        let logged = try desk.run(
            "log", "RIOT", "btc_mined=0.000000001 BTC", "--on", "2025-12", "--source", "r")
        let expected = """
            Warning: log:2: btc_mined: "0.000000001 BTC" is at most half of the base unit and became \
            zero; leave the cell empty if zero is wrong

            """
        #expect(logged.stderr.hasPrefix(expected), logged.comment)
    }
}
