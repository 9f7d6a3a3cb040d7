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

    @Test func `one table is read, with the line numbers of the file`() {
        let first = reading(1, Self.text, [.metric: "btc_mined"])
        #expect(first.problems == [])
        #expect(figures(first) == ["3 RIOT 460 BTC", "3 MARA 749 BTC"])
        #expect(first.diagnostics.notes.first == "q4.csv: read table 1, lines 2 to 3")
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
                    "1: there is no table 3; the file has 2 tables, on lines 2 to 3 and lines 6 to 10"
                ])
        #expect(
            reading(1, "\n").problems == [
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
            "Miner,Counted,Coins\nRIOT,2025-12-31,17900\n\nticker,date,BTC mined,BTC held\n"
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

    @Test func `rows without a header of their own belong to the table above`() {
        let text = "Metric,Q1 2025,Q2 2025\nBTC mined,1,2\n\nBTC held,3,4\n"
        let rows = reading(1, text, [.subject: "RIOT"])
        #expect(rows.problems == [])
        #expect(rows.diagnostics.notes.first == "q4.csv: read table 1, lines 1 to 4")
        #expect(figures(rows) == ["2 RIOT 1 BTC", "2 RIOT 2 BTC", "4 RIOT 3 BTC", "4 RIOT 4 BTC"])
        let section = reading(
            1, text.replacing("\n\n", with: "\n\nHoldings\n\n"), [.subject: "RIOT"])
        #expect(
            section.problems == [
                "4: found 1 field, expected 3 as in the header; complete the row or, if it is not "
                    + "part of the table, remove it"
            ])
        let wider = reading(1, text.replacing("3,4", with: "3,4,5"), [.subject: "RIOT"])
        #expect(wider.reasons.map(\.code) == [.fieldCount])
    }

    @Test(
        "a table with a header of its own begins below a blank line",
        arguments: [
            "Metric,Q1 2025,Q2 2025\nBTC held,3,4\n", "Metric,Q3 2025,Q4 2025\nBTC held,3,4\n",
            "Balance sheet,Q1 2025,Q2 2025\nBTC held,3,4\n",
            "Balance sheet,Q3 2025,Q4 2025\nBTC held,3,4\n",
            "RIOT\nMetric,Q3 2025,Q4 2025\nBTC held,3,4\n",
            "Metric,Q3 2025\nBTC held,3\nBTC held,4\n", "Month,RIOT\n2025-12,3\n2025-11,4\n",
        ])
    func begins(second: String) {
        let first = "Metric,Q1 2025,Q2 2025\nBTC mined,1,2\n"
        let one = reading(1, first + "\n" + second, [.subject: "RIOT"])
        #expect(one.problems == [])
        #expect(figures(one) == ["2 RIOT 1 BTC", "2 RIOT 2 BTC"])
        #expect(one.diagnostics.notes.first == "q4.csv: read table 1, lines 1 to 2")
        let two = reading(2, first + "\n" + second, [.subject: "RIOT", .metric: "btc_held"])
        #expect(two.diagnostics.notes.first?.hasPrefix("q4.csv: read table 2, lines") == true)
    }

    @Test func `rows of texts and days are no header`() {
        let text =
            "group,ticker,joined_on,left_on\nHPC,RIOT,2025-01-01,2025-06-30\n\nHPC,MARA,2024-01-01,2024-12-31\n"
        let groups = reading(1, text)
        #expect(groups.problems == [])
        #expect(groups.memberships.count == 2)
        let years = reading(
            1, "Metric,2024,2025\nBTC mined,1,2\n\nBTC held,2031,2032\n", [.subject: "RIOT"])
        #expect(years.observations.count == 4)
        let year = reading(1, "Metric,2024\nBTC mined,1\n\nBTC held,2024\n", [.subject: "RIOT"])
        #expect(figures(year) == ["2 RIOT 1 BTC", "4 RIOT 2024 BTC"])
    }

    @Test func `the unit and the company above a table are those of its figures`() {
        let rows = "Metric,Q1 2025,Q2 2025\nRevenue,\"$161,530\",\"$161,426\"\n"
        let unit = reading(1, "($ in thousands)\n\n" + rows, [.subject: "RIOT"])
        #expect(unit.problems == [])
        #expect(figures(unit) == ["4 RIOT 161530 USD k", "4 RIOT 161426 USD k"])
        #expect(
            unit.diagnostics.notes.contains(
                "q4.csv: amounts of money without a unit are in USD k, as \"($ in thousands)\" says"
            ))
        let other = [
            "3: \"MARA Holdings\" above the table names MARA, but --subject is RIOT; correct one of "
                + "them"
        ]
        #expect(reading(1, "MARA Holdings\n\n" + rows, [.subject: "RIOT"]).problems == other)
        let second = "Month,CLSK\n2025-12,5\n\nMARA Holdings\n\n" + rows
        #expect(reading(2, second, [.subject: "RIOT"]).reasons.map(\.code) == [.otherCompany])
        let named = reading(2, second)
        #expect(named.problems == [])
        #expect(figures(named) == ["7 MARA 161530 USD", "7 MARA 161426 USD"])
        #expect(
            named.diagnostics.notes.contains(
                "q4.csv: the subject is MARA, as \"MARA Holdings\" says"))
    }

    @Test(
        "the unit above the first table holds for the others, unless they have their own",
        arguments: [
            ("", "USD k"), ("Balance sheet\n", "USD k"), ("($ in millions)\n", "USD m"),
            ("Unaudited\n\nAmounts in U.S. dollars\n\n", "USD k"),
        ])
    func fileUnit(titles: String, unit: String) {
        let text =
            "RIOT\n($ in thousands)\n\nMetric,Q1 2025\nRevenue,5\n\n" + titles
            + "Metric,2025-12-31\nCash,7\n"
        let second = reading(2, text, [.subject: "MARA"])
        #expect(second.problems == [])
        #expect(second.observations.map(\.value.value.description) == ["7 \(unit)"])
    }

    @Test func `titles and notes may have commas, quotes and empty cells`() {
        let table = "ticker,date,BTC held\nRIOT,2025-12-31,5\n"
        let other = "ticker,date,BTC mined\nMARA,2025-12,6\n"
        for text in [
            "\"Held, at year end\"\n\"Source: filings, unaudited\"\n\n" + table + "\n" + other,
            table + "\n\"Mined, by month\"\n\"Source: filings, unaudited\"\n\n" + other,
            table + "\nRiot Platforms, Inc.\n" + other,
            "\"Held at year end\n\n" + table + "\n" + other,
            "\"Held\" at year end\n\n" + table + "\n" + other,
            table + "\"\",\"\",\"\"\n" + other, table + "\" \",,\n" + other,
        ] {
            #expect(reading(1, text).observations.map(\.value.value.description) == ["5 BTC"])
            #expect(reading(2, text).observations.map(\.value.value.description) == ["6 BTC"])
            #expect(reading(3, text).problems[0].contains("the file has 2 tables"))
        }
    }

    @Test func `a broken row is one of the table above it`() {
        let text =
            "ticker,date,BTC held\nRIOT,2025-12-31,5\n\nMARA,\"2025\"-12-31,6\n\n"
            + "ticker,date,BTC mined\nMARA,2025-12,7\n"
        #expect(reading(1, text).reasons.map(\.code) == [.textAfterQuote])
        #expect(figures(reading(2, text)) == ["7 MARA 7 BTC"])
    }
}
