import Foundation
import TestSupport
import Testing

@testable import minerbook

/// `--format xlsx` of reports and lists.
@Suite("Documents as spreadsheets")
struct SpreadsheetTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    /// What a program that only knows zip and XML finds in a workbook.
    private func found(in name: String) throws -> String {
        let file = MutatedFile(bytes: Array(try desk.bytes(of: name)))
        let answer = try PythonReference("workbook.py").answers(to: [file])
        return String(decoding: answer[0], as: UTF8.self)
    }

    @Test func `a report has a sheet per table, and one with the sources of its figures`() throws {
        try desk.run("report", "sector", "--format", "xlsx", "--output", "sector.xlsx").says()
        let contents = try SheetContents(try desk.bytes(of: "sector.xlsx"))
        #expect(
            contents.names == [
                "Report", "Charts", "Headline", "Additions", "Members", "Sources",
                "Additions chart", "Hashrate chart",
            ])
        let (members, sources) = (contents.rows[4], contents.rows[5])
        let lines = [members[0], Array(members[1].prefix(6)), sources[0]]
            .map { $0.joined(separator: " | ") }
        let expected = """
            A1 text Ticker | B1 text Name | C1 text Hashrate [EH/s] | D1 text Share [%] | \
            E1 text Hashrate status | F1 text Hashrate as of | G1 text Market cap [USD bn] | \
            H1 text Cap status | I1 text Cap as of
            A2 text BITF | B2 text Bitfarms Ltd. | C2 number 16.5e | D2 number 1.60977703775008e | \
            E2 text estimated | F2 date 2026-01-15
            A1 text Subject | B1 text Metric | C1 text Period | D1 text As printed | \
            E1 text Published | F1 text Status | G1 text Source | H1 text Import | \
            I1 text File | J1 text Line
            """
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test(
        .enabled(if: PythonReference.isExpected),
        arguments: [
            "report sector", "report hashrate", "report valuation", "report production",
            "report economics", "report diversification", "report attribution", "report trend",
            "report coverage", "report company RIOT", "report matrix --metric btc_held",
            "report restatements", "report conflicts", "report outlook",
            "report sector --explain network_share", "show RIOT", "list metrics", "demo --quiet",
        ])
    func `other programs can read every document`(command: String) throws {
        try desk.shell("minerbook \(command) --format xlsx > out.xlsx").says()
        let found = try found(in: "out.xlsx")
        // A list is one table without notes.
        let first = command == "list metrics" ? "Metrics" : "Report"
        #expect(found.hasPrefix("sheet '\(first)': "))
    }

    @Test func `a list is a single sheet`() throws {
        try desk.run("list", "companies", "--format", "xlsx", "-o", "list.xlsx").says()
        let contents = try SheetContents(try desk.bytes(of: "list.xlsx"))
        #expect(contents.names == ["Companies"])
        #expect(contents.rows[0][1].first == "A2 text ABTC")
    }

    @Test func `the same book and command give the same bytes`() throws {
        try desk.run("report", "sector", "--format", "xlsx", "--output", "one.xlsx")
        let two = try desk.run("report", "sector", "--format", "xlsx").bytes
        #expect(try desk.bytes(of: "one.xlsx") == two)
    }

    @Test(.enabled(if: PythonReference.isExpected))
    func `a workbook is not written to a terminal`() throws {
        let line = "minerbook report sector --format xlsx"
        let words = line.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
        let outcome = try desk.shell(
            "python3 -c 'import os, pty, sys; "
                + "sys.exit(os.waitstatus_to_exitcode(pty.spawn([\(words)])))' < /dev/null",
            exits: 64)
        #expect(
            outcome.stdout
                == "Error: xlsx cannot be shown in a terminal; write it to a file: "
                + "--output sector.xlsx\r\n")
        try desk.shell("\(line) --output sector.xlsx").says()
    }

    @Test func `report all writes pages alone`() throws {
        try desk.run("report", "all", "--format", "xlsx", "--output", "all.xlsx", exits: 64).says(
            "Error: report all writes pages to a folder: "
                + "minerbook report all --format html --output FOLDER")
        #expect(desk.names == ["minerbook.db"])
    }

    @Test func `the sentences of a company are on the first sheet`() throws {
        try desk.run("report", "company", "RIOT", "--format", "xlsx", "-o", "riot.xlsx").says()
        let contents = try SheetContents(try desk.bytes(of: "riot.xlsx"))
        let cover = contents.rows[0].map { $0.joined(separator: " | ") }
        #expect(
            cover.contains {
                $0.contains("text Summary") && $0.contains("RIOT's deployed hashrate went")
            })
        #expect(cover.contains { $0.contains("text Notes") })
    }
}
