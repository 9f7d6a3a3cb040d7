import Foundation
import Testing

/// Files that are compressed with gzip.
@Suite("Compressed files")
struct GzipTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
        try desk.write(
            "ticker,metric,period,value,unit\nRIOT,btc_held,2025-12-31,18005,BTC\n", to: "q4.csv")
    }

    @Test func `a compressed file is read like the file in it`() throws {
        try desk.shell("gzip q4.csv")
        try desk.run("import", "q4.csv.gz").says("Import 2: 1 inserted, 0 unchanged, 0 corrected.")
        #expect(try desk.run("list", "imports").stdout.contains("q4.csv.gz"))
    }

    @Test func `a compressed file may come through a pipe`() throws {
        try desk.shell("gzip --stdout q4.csv | minerbook import -")
        #expect(try desk.run("export").stdout.contains("RIOT,btc_held,2025-12-31,18005,BTC"))
    }

    @Test func `several compressed files in one are one file`() throws {
        try desk.write("RIOT,btc_held,2025-11-30,17900,BTC\n", to: "more.csv")
        try desk.shell("(gzip --stdout q4.csv; gzip --stdout more.csv) > all.csv.gz")
        try desk.run("import", "all.csv.gz").says("Import 2: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a compressed file that is cut off imports nothing`() throws {
        try desk.shell("gzip --stdout q4.csv | head -c 60 > q4.csv.gz")
        try desk.run("import", "q4.csv.gz", exits: 65).says(
            "Error: cannot read q4.csv.gz: the gzip file is damaged or cut off; download or copy it "
                + "again")
    }

    @Test func `a file that would fill the disk is refused`() throws {
        try desk.shell("head -c 200000000 /dev/zero | gzip > zeros.csv.gz")
        try desk.run("import", "zeros.csv.gz", exits: 65).says(
            "Error: cannot read zeros.csv.gz: the gzip file unpacks to more than 200 times its size; "
                + "unpack it with gunzip if that is meant")
    }
}
