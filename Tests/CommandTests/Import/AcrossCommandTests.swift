import Foundation
import Testing

/// Tables with companies across, and one of several tables, on the command line.
@Suite("Companies across")
struct AcrossCommandTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\nMARA,MARA\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    @Test func `rejected rows keep a header of three lines, and can be imported once corrected`()
        throws
    {
        try desk.write(
            "Price,Close,Close\nTicker,RIOT,MARA\nDate,,\n2025-12-30,12.51,9x\n"
                + "2025-12-31,12.66,9.3\n", to: "prices.csv")
        try desk.run("import", "--profile", "yahoo", "prices.csv", "--rejects", "bad.csv")
        let rejects = try String(decoding: desk.bytes(of: "bad.csv"), as: UTF8.self)
        #expect(
            rejects == """
                rejected_line,rejected_reason,Price,Close,Close
                ,,Ticker,RIOT,MARA
                ,,Date,,
                4,"MARA Close: ""9x"" is a multiple, not a price per share, such as 12.34 USD",\
                2025-12-30,12.51,9x

                """)
        try desk.write(rejects.replacing(",9x", with: ",9.2"), to: "bad.csv")
        let imported = try desk.run("import", "--profile", "yahoo", "bad.csv")
        #expect(
            imported.stderr.hasSuffix("Import 3: 2 inserted, 0 unchanged, 0 corrected.\n"),
            imported.comment)
    }

    @Test func `--table reads one table, and the others stay out`() throws {
        try desk.write(
            "Month,RIOT,MARA\n2025-12,460,749\n\nticker,date,BTC held\nRIOT,2025-12-31,17900\n",
            to: "two.csv")
        let first = try desk.run("import", "two.csv", "--table", "1", "--metric", "btc_mined")
        #expect(
            first.stderr.hasSuffix("Import 2: 2 inserted, 0 unchanged, 0 corrected.\n"),
            first.comment)
        let second = try desk.run("import", "two.csv", "--table", "2")
        #expect(
            second.stderr.hasSuffix("Import 3: 1 inserted, 0 unchanged, 0 corrected.\n"),
            second.comment)
    }

    @Test func `--table needs a table`() throws {
        try desk.write("[{\"date\": \"2025-12-31\"}]", to: "q4.json")
        let json = try desk.run("import", "q4.json", "--table", "1", exits: 64)
        #expect(
            json.stderr.contains(
                "q4.json is JSON, which has no lines of tables; give --table only for CSV and sheets"
            ))
        let zero = try desk.run("import", "q4.json", "--table", "0", exits: 64)
        #expect(zero.stderr.contains("--table 0 is no table; the first one is 1."))
    }
}
