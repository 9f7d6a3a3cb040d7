import Foundation
import TestSupport
import Testing

@Suite("Names of pages")
struct PageNameTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    /// The names of the pages of companies with these tickers.
    private func pages(_ tickers: [String]) throws -> [String] {
        try desk.write(
            "ticker,name\n" + tickers.map { "\($0),Miner\n" }.joined(), to: "companies.csv")
        try desk.write(
            "group,ticker,joined_on\n" + tickers.map { "g,\($0),2020-01-01\n" }.joined(),
            to: "groups.csv")
        try desk.write(
            """
            subject,metric,period,value,unit,source
            \(tickers[0]),deployed_hashrate,2025-12-31,1,EH/s,s

            """, to: "figures.csv")
        try desk.run("import", "companies.csv", "groups.csv", "figures.csv")
        try desk.run("report", "all", "--group", "g", "--format", "html", "--output", "pack")
            .prints()
        return try FileManager.default.contentsOfDirectory(
            atPath: desk.folder.appending(path: "pack").path
        ).filter { $0.hasPrefix("company-") }.sorted()
    }

    @Test func `companies whose tickers look alike have pages of their own`() throws {
        #expect(try pages(["A-24", "Aⴤ"]) == ["company-A-2d-24.html", "company-A-2d24-.html"])
    }

    @Test func `a page name is short and stays in the folder, whatever the ticker`() throws {
        let slashes = String(repeating: "/", count: 90)
        let start = "company-" + String(repeating: "-2f-", count: 15) + "-"
        let names = try pages([slashes, slashes + "A", "..", "RIOT"])
        #expect(names.filter { $0.hasPrefix(start) && $0.utf8.count == 90 }.count == 2)
        #expect(names.contains("company--2e--2e-.html"))
        #expect(names.contains("company-RIOT.html"))
        #expect(names.count == 4)
    }
}
