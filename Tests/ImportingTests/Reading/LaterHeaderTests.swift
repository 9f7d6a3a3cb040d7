import CSV
import Importing
import Testing

/// Headers below the first one: of files that were joined together, and of second tables.
@Suite("Later headers")
struct LaterHeaderTests {
    private let table = "ticker,date,BTC held\nRIOT,2025-12-31,17900\n"

    @Test(
        "a repeated header is an error that names the first, and the rows around it are read",
        arguments: [
            "ticker,date,BTC held\n", "\nticker,date,BTC held\n", "Ticker,Date,BTC Held\n",
            "\u{FEFF}ticker,date,BTC held\n", "ticker, date, BTC held\n",
        ])
    func repeated(header: String) {
        let reading = Reading(table + header + "MARA,2025-12-31,x\n")
        let line = header.hasPrefix("\n") ? 4 : 3
        #expect(
            reading.problems == [
                "\(line): repeats the header on line 1, as in files that were joined together; "
                    + "remove this line",
                "\(line + 1): BTC held: \"x\" is not an amount of bitcoin, such as 712.53 BTC",
            ])
        #expect(reading.counts.rejected == 2)
    }

    @Test func `a header that is repeated never becomes a company`() {
        let reading = Reading("ticker,name\nHUT,Hut 8\nticker,name\nCIFR,Cipher\n")
        #expect(reading.reasons == [.repeatedHeader(of: 1)])
        #expect(reading.companies.map(\.value.ticker) == ["HUT", "CIFR"])
        var options = ImportOptions()
        options.createsCompanies = true
        #expect(Reading(table + table, options: options).reasons == [.repeatedHeader(of: 1)])
    }

    @Test(
        "the header of a second table is an error, and its rows are not reported",
        arguments: [
            ("ticker,date,Deployed hashrate (EH/s)\nRIOT,2025-12-31,38.5\n", 3),
            ("\nticker,date,Power capacity (MW),Note\nRIOT,2025-12-31,1120,x\n", 4),
            ("alias,ticker\nRiot Blockchain,RIOT\n", 3),
            ("subject,metric,period,value\nRIOT,btc_held,2025-12-31,17900\n", 3),
            ("Ticker,2025Q3,2025Q4\nRIOT,1406,1430\n", 3),
            ("\nSite,Megawatts\nCorsicana,400\nRockdale,700\n", 4),
            (",,\nSite,State,Megawatts,Since\nRockdale,Texas,700,2020-05-01\n", 4),
        ])
    func second(rows: String, line: Int) {
        let reading = Reading(table + rows)
        let remedy =
            line == 4
            ? "them one after the other with --table 1 and --table 2"
            : "this one alone with --skip-lines 2"
        #expect(
            reading.problems == [
                "\(line): looks like the header of a second table, below that of line 1; put each "
                    + "table into a file of its own, or read \(remedy)"
            ])
    }

    @Test(
        "a second header of periods is found",
        arguments: ["Balance sheet,Q1 2025,Q2 2025", "Balance sheet,Q3 2025,Q4 2025", ",FY24,FY25"])
    func periods(header: String) {
        var options = ImportOptions.defaults([.subject: "RIOT"])
        options.skippedLines = 0
        let reading = Reading(
            "Metric,Q1 2025,Q2 2025\nBTC mined,1,2\n\n\(header)\nBTC held,3,4\n", options: options)
        #expect(reading.reasons == [.secondHeader(on: 4, after: 1, tables: (1, 2))])
    }

    @Test(
        "a header that is repeated below a title is that of another table",
        arguments: ["\nMARA\n", "MARA\n", "MARA,,\n"])
    func titled(title: String) {
        let header = "Metric,1Q25,2Q25\n"
        let first = "RIOT\n" + header + "BTC mined,1,2\n"
        let text = first + title + header + "BTC mined,3,4\n"
        let reading = Reading(text)
        let line = title.hasPrefix("\n") ? 6 : 5
        #expect(reading.reasons == [.secondHeader(on: line, after: 2, tables: (1, 2))])
        var options = ImportOptions()
        options.table = 2
        let second = Reading(text, options: options)
        #expect(second.problems == [])
        #expect(second.observations.map(\.value.subject) == ["MARA", "MARA"])
        options.table = 1
        #expect(
            Reading(text, options: options).observations.map(\.value.subject) == ["RIOT", "RIOT"])
    }

    @Test func `a row of one text without a header below it is a bad row`() {
        #expect(Reading(table + "MARA\nRIOT,2025-11-30,1\n").reasons.map(\.code) == [.fieldCount])
        #expect(Reading(table + "MARA\n").reasons.map(\.code) == [.fieldCount])
    }

    @Test func `problems before a second table are reported with it`() {
        let reading = Reading(
            "Report\n\n" + table + "MARA,2025-12-31,x\n\nSite,Megawatts\nCorsicana,400\n")
        #expect(reading.reasons.map(\.code) == [.notValue, .secondHeader])
        #expect(reading.reasons.last == .secondHeader(on: 7, after: 3, tables: (1, 2)))
    }

    @Test(
        "other bad rows are reported as before",
        arguments: [
            ("\nSource: filings, unaudited\n", ["fieldCount"]),
            ("\nSource: filings, unaudited\nRead on,Monday\n", ["fieldCount", "fieldCount"]),
            ("Site,Megawatts\nCorsicana,400\n", ["fieldCount", "fieldCount"]),
            ("Date,2025-12-31,x\n", ["unknownSubject", "notValue"]),
            ("\nSource: filings, unaudited\nMARA,2025-12-31,52100\n", ["fieldCount"]),
        ])
    func others(rows: String, codes: [String]) {
        #expect(Reading(table + rows).reasons.map(\.code.rawValue) == codes)
    }

    @Test func `a long file with bad rows has no later header`() {
        let reading = Reading(
            "subject,metric,period,value,unit\nRIOT,btc_held,2025-12,x,BTC\n"
                + "RIOT,revenue,2025Q4,cash,USD\n\nRIOT,btc_mined,soon,cash,USD\n")
        #expect(
            reading.reasons.map(\.code) == [
                .notValue, .notValue, .notPeriod, .wrongDimension, .notValue,
            ])
    }
}
