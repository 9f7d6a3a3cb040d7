import Foundation
import Testing

/// The numbers under which the SEC lists companies.
@Suite("CIKs of companies")
struct CompanyNumberTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write(
            "ticker,name,cik,note\nRIOT,Riot Platforms,0001167419,n\n"
                + "MARA,MARA Holdings,CIK0001507605,\nCLSK,CleanSpark,,\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    private static let header = "ticker,name,country,exchange,fiscal_year_end,parent,cik,note"

    @Test func `a list and an export have the numbers, and an export can be imported again`() throws
    {
        let rows = [
            Self.header, "CLSK,CleanSpark,,,,,,", "MARA,MARA Holdings,,,,,1507605,",
            "RIOT,Riot Platforms,,,,,1167419,n",
        ]
        #expect(try desk.run("list", "companies", "--format", "csv").lines == rows)
        try desk.run("export", "--output", "out")
        let exported = try String(decoding: desk.bytes(of: "out/companies.csv"), as: UTF8.self)
        #expect(exported == rows.map { $0 + "\n" }.joined())
        try desk.run("import", "out/companies.csv").says(
            "Nothing new: 0 inserted, 3 unchanged, 0 corrected.")
        try desk.run("import", "--database", "copy.db", "out/companies.csv")
        #expect(
            try desk.run("--database", "copy.db", "list", "companies", "--format", "csv").lines
                == rows)
    }

    @Test func `figures name their company by the number, on every command line as well`() throws {
        try desk.write(
            "subject,metric,period,value,unit\nCIK0001507605,net_income,2025Q4,-5,USD m\n",
            to: "facts.csv")
        try desk.run("import", "facts.csv").says("Import 2: 1 inserted, 0 unchanged, 0 corrected.")
        let shown = try desk.run("show", "cik1507605", "--format", "csv")
        #expect(try shown.bytes == desk.run("show", "MARA", "--format", "csv").bytes)
        #expect(shown.stdout.contains("net_income"), shown.comment)
        try desk.write(
            "metric,period,value,unit\ncapex,2025Q4,7,USD m\n", to: "capex.csv")
        try desk.run("import", "capex.csv", "--subject", "CIK1167419")
            .says("Import 3: 1 inserted, 0 unchanged, 0 corrected.")
        let export = try desk.run("export")
        #expect(export.stdout.contains("RIOT,capex,2025Q4,7,USD m"), export.comment)
    }

    @Test func `a number of another company is refused, also in another file of the call`() throws {
        try desk.write("ticker,name,cik\nCLSK,CleanSpark,1507605\n", to: "second.csv")
        try desk.run("import", "second.csv", exits: 65).says(
            "Error: second.csv:2: cik: 1507605 would be the CIK of both CLSK and MARA; correct one "
                + "of them", "Error: nothing was imported: 1 problem")
        try desk.write("ticker,name,cik\nXCO,X,5\n", to: "a.csv")
        try desk.write("ticker,name,cik\nYCO,Y,CIK5\n", to: "b.csv")
        try desk.run("import", "a.csv", "b.csv", exits: 65).says(
            "Error: b.csv:2: cik: 5 would be the CIK of both YCO and XCO; correct one of them",
            "Error: nothing was imported: 1 problem")
    }

    @Test func `two companies can swap their numbers in one file, and undo swaps them back`() throws
    {
        let before = try desk.run("list", "companies", "--format", "csv").lines
        try desk.write(
            "ticker,name,cik\nRIOT,Riot Platforms,1507605\nMARA,MARA Holdings,1167419\n",
            to: "swap.csv")
        try desk.run("import", "swap.csv").says("Import 2: 0 inserted, 0 unchanged, 2 corrected.")
        #expect(
            try desk.run("list", "companies", "--format", "csv").lines.dropFirst(2) == [
                "MARA,MARA Holdings,,,,,1167419,", "RIOT,Riot Platforms,,,,,1507605,n",
            ])
        try desk.run("undo", "2").says("Import 2 undone: 0 removed, 2 restored.")
        #expect(try desk.run("list", "companies", "--format", "csv").lines == before)
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `an undo can bring back a number that another company has now, which check finds`()
        throws
    {
        for (ticker, cik) in [("RIOT,Riot Platforms", 5), ("CLSK,CleanSpark", 1_167_419)] {
            try desk.write("ticker,name,cik\n\(ticker),\(cik)\n", to: "c.csv")
            try desk.run("import", "c.csv")
        }
        try desk.run("undo", "2")
        try desk.run("check", exits: 1).says(
            "Error: minerbook.db: CLSK, RIOT have the CIK 1167419, but a company has its own: import "
                + "the right ones, or undo the import that set it")
    }
}
