import CSV
import Importing
import Mining
import Testing

@Suite("One of several tables")
struct TableNumberTests {
    private static let text = """
        Miner production
        Month,RIOT,MARA
        2025-12,460,749

        ,,
        ticker,date,BTC held,note
        RIOT,2025-12-31,17900,"first

        second"
        MARA,2025-12-31,52100,

        Source: company reports

        """

    private func reading(
        _ number: Int, _ text: String = Self.text, _ defaults: [ObservationField: String] = [:]
    ) -> Reading {
        var options = ImportOptions.defaults(defaults)
        options.table = number
        return Reading(text, options: options)
    }

    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map { located in
            "\(located.line) \(located.value.subject) \(located.value.value)"
        }
    }

    @Test func `a table is read alone, with the lines of the file`() {
        let first = reading(1, Self.text, [.metric: "btc_mined"])
        #expect(first.problems == [])
        #expect(figures(first) == ["3 RIOT 460 BTC", "3 MARA 749 BTC"])
        #expect(first.diagnostics.notes.first == "q4.csv: read table 1, lines 1 to 3")
        let second = reading(2)
        #expect(second.problems == [])
        #expect(figures(second) == ["7 RIOT 17900 BTC", "10 MARA 52100 BTC"])
        #expect(second.diagnostics.notes.first == "q4.csv: read table 2, lines 6 to 10")
    }

    @Test(arguments: ["\r\n", "\r"])
    func `other line ends do not matter`(end: String) {
        let text = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: end)
        #expect(figures(reading(2, text)) == ["7 RIOT 17900 BTC", "10 MARA 52100 BTC"])
    }

    @Test func `other delimiters do not matter`() {
        let text = "a;b\n1;2\n;\nticker;date;BTC held\nRIOT;2025-12-31;5\n"
        #expect(figures(reading(2, text)) == ["5 RIOT 5 BTC"])
    }

    @Test func `the order of dates is that of the table`() {
        let text =
            "ticker,date,BTC held\nRIOT,12/31/2025,1\n\nticker,date,BTC held\nRIOT,31/12/2025,2\n"
        #expect(figures(reading(1, text)) == ["2 RIOT 1 BTC"])
        #expect(figures(reading(2, text)) == ["5 RIOT 2 BTC"])
    }

    @Test func `a table that does not exist is an error that lists the others`() {
        #expect(
            reading(3).problems
                == [
                    "1: there is no table 3; the file has 2 tables, on lines 1 to 3 and lines 6 to 10"
                ])
        #expect(
            reading(1, "ticker\n").problems == [
                "1: there is no table 1; no lines of the file look like a table; leave out --table"
            ])
    }

    @Test func `a table after many lines is found`() {
        let rows = (1...20_000).map { "RIOT,2025-12,\($0)\n" }.joined()
        let text = "a,b,c\n" + rows + "\nticker,month,BTC mined\nMARA,2025-12,5\n"
        #expect(figures(reading(2, text)) == ["20004 MARA 5 BTC"])
    }

    @Test func `a file with two tables is an error that names the option`() {
        let unknown = Reading(
            "Miner,As of,Coins\nRIOT,2025-12-31,17900\n\nticker,date,BTC mined,BTC held\n"
                + "CLSK,2025-12,598,12900\n")
        #expect(
            unknown.problems == [
                "1: lines 1 to 2, above the header on line 4, look like a table of their own; import "
                    + "it as a file of its own, or read only the table with the header on line 4 with "
                    + "--table 2"
            ])
        let known = Reading(
            "ticker,date,BTC held\nRIOT,2025-12-31,5\n\nticker,date,BTC mined\nRIOT,2025-12,5\n")
        #expect(
            known.problems == [
                "4: looks like the header of a second table, below that of line 1; put each table "
                    + "into a file of its own, or read them one after the other with --table 1 and "
                    + "--table 2"
            ])
        let touching = Reading(
            "ticker,date,BTC held\nRIOT,2025-12-31,5\nticker,date,BTC mined\nRIOT,2025-12,5\n")
        #expect(touching.problems[0].hasSuffix("or read this one alone with --skip-lines 2"))
    }
}
