import Foundation
import Testing

/// Imports of workbooks.
@Suite("Import of sheets")
struct SheetTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\nMARA,Mara\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    private func copy(_ name: String) throws {
        try FileManager.default.copyItem(
            at: Desk.packageRoot.appending(path: "Tests/Fixtures/Workbooks/\(name)"),
            to: desk.folder.appending(path: name))
    }

    @Test func `the first sheet is read, and the others are named`() throws {
        try copy("q4.xlsx")
        try desk.run("import", "q4.xlsx").says(
            "q4.xlsx: read the first sheet, Prod; choose others with --sheet: Market, Old (hidden)",
            "q4.xlsx:Prod: read Ticker as subject, Period, BTC held as btc_held in BTC, "
                + "Deployed hashrate (EH/s) as deployed_hashrate in EH/s",
            "Import 2: 4 inserted, 0 unchanged, 0 corrected.")
        try desk.run("show", "RIOT", "--format", "csv").prints(
            "subject,metric,period,value,unit,printed,published_on,source,status,note",
            "RIOT,btc_held,2025-12-31,18005,BTC,18005 BTC,,,reported,",
            "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s,38.5 EH/s,,,reported,")
    }

    @Test func `several sheets are read in one call`() throws {
        try copy("q4.xlsx")
        try desk.run("import", "--sheet", "market", "--sheet", "Prod", "q4.xlsx").says(
            "q4.xlsx:Market: read Ticker as subject, Date as period, Share price, "
                + "Market cap (USD m) as market_cap in USD m",
            "q4.xlsx:Prod: read Ticker as subject, Period, BTC held as btc_held in BTC, "
                + "Deployed hashrate (EH/s) as deployed_hashrate in EH/s",
            "Import 2: 6 inserted, 0 unchanged, 0 corrected.")
        let figures = try desk.run("show", "RIOT", "--format", "csv").lines
        #expect(
            figures.contains("RIOT,market_cap,2025-12-31,4712400000,USD,4712.4 USD m,,,reported,"),
            "\(figures)")
        #expect(
            figures.contains("RIOT,share_price,2025-12-31,12.67,USD,12.67 USD,,,reported,"),
            "\(figures)")
    }

    @Test func `a range leaves out what is beside it`() throws {
        try copy("q4.xlsx")
        try desk.run("import", "--range", "B3:D4", "q4.xlsx").says(
            "q4.xlsx: read the first sheet, Prod; choose others with --sheet: Market, Old (hidden)",
            "q4.xlsx:Prod: read Ticker as subject, Period, BTC held as btc_held in BTC",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a text in merged cells stands for each of their rows`() throws {
        try copy("merged.xlsx")
        try desk.run("import", "merged.xlsx").says(
            "merged.xlsx:Sheet: read Ticker as subject, Period, BTC held as btc_held in BTC",
            "merged.xlsx:Sheet: the text of merged cells, such as A2:A4, stands for each of their "
                + "rows", "Import 2: 4 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a sheet of LibreOffice is read like one of Excel`() throws {
        try copy("q4.ods")
        try desk.run("import", "--sheet", "Prod", "q4.ods").says(
            "q4.ods:Prod: read Ticker as subject, Period, BTC held as btc_held in BTC, "
                + "Deployed hashrate (EH/s) as deployed_hashrate in EH/s",
            "q4.ods:Prod: the text of merged cells, such as A2:A3, stands for each of their rows",
            "Import 2: 6 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a warning names the cell of the figure`() throws {
        try copy("q4.xlsx")
        try copy("merged.xlsx")
        try desk.run("import", "q4.xlsx")
        let said = try desk.run("import", "merged.xlsx").stderr
        #expect(
            said.contains(
                "Warning: merged.xlsx:Sheet!C5: btc_held: 4 BTC is less than 1/13312 of 53250 BTC"),
            "\(said)")
    }

    @Test func `rejected rows of a sheet are a CSV file that can be imported`() throws {
        try copy("merged.xlsx")
        try desk.run(
            "import", "--map", "BTC held=deployed_hashrate", "--rejects", "bad.csv", "merged.xlsx")
        #expect(
            try desk.text(of: "bad.csv").split(separator: "\n").prefix(2).first
                == "rejected_line,rejected_reason,Ticker,Period,BTC held")
        try desk.run("import", "--map", "BTC held=btc_held", "bad.csv")
    }

    @Test func `sheets and cells are for workbooks only`() throws {
        for option in [["--sheet", "Prod"], ["--range", "A1:B2"]] {
            try desk.run(["import", "companies.csv"] + option, exits: 64).refuses(
                "Error: companies.csv is not a workbook; give --sheet and --range only for .xlsx and "
                    + ".ods files, and import others separately")
        }
    }
}
