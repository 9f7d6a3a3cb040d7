import CSV
import Importing
import Mining
import Testing

/// What texts above a table, or beside the rows of JSON, say about company, metric and unit.
@Suite("Titles")
struct TitleTests {
    private func subjects(_ reading: Reading) -> Set<String> {
        Set(reading.observations.map(\.value.subject))
    }

    @Test(
        "a text that is nothing but the company names it",
        arguments: [
            ("Riot Platforms (NASDAQ: RIOT) – quarterly model", "RIOT"), ("RIOT model", "RIOT"),
            ("CleanSpark model ($mm unless noted)", "CLSK"),
            ("\"MARA Holdings, Inc.: Consolidated income statement, FY25\"", "MARA"),
            ("CleanSpark operating data (unaudited)", "CLSK"), ("Ticker: CORZ", "CORZ"),
            ("\"Core Scientific, Inc. ($ in thousands, except per share data)\"", "CORZ"),
            ("Riot Platforms three months ended December 31 2025", "RIOT"),
        ])
    func company(title: String, ticker: String) {
        let reading = Reading(title + "\nMetric,4Q25\nBTC mined,5\n")
        #expect(reading.problems == [])
        #expect(subjects(reading) == [ticker])
        #expect(
            Reading(
                title + "\nMetric,4Q25\nBTC mined,5\n", options: .defaults([.subject: "IREN"])
            ).reasons.map(\.code) == [.otherCompany])
    }

    @Test(
        "a text that only mentions a company does not name it",
        arguments: [
            ("Bitdeer (19.9% owned by Riot Platforms)", "RIOT"),
            ("Peer of RIOT: Bitdeer", "RIOT"),
            ("Prepared for MARA by JD", "MARA"), ("All figures except those of CORZ", "CORZ"),
            ("Hut 8 Corp.\nCore Scientific hosting agreement excluded", "CORZ"),
        ])
    func mention(title: String, ticker: String) {
        let table = title + "\nMetric,4Q25\nBTC mined,5\n"
        let text = title.split(separator: "\n").last.map(String.init) ?? ""
        let line = title.contains("\n") ? 3 : 2
        #expect(
            Reading(table).problems == [
                "\(line): \"\(text)\" above the table mentions \(ticker), but the table may be about something else; give "
                    + "the subject with --subject"
            ])
        let given = Reading(table, options: .defaults([.subject: "CLSK"]))
        #expect(given.problems == [])
        #expect(subjects(given) == ["CLSK"])
    }

    @Test func `an unknown ticker above the table contradicts the subject`() {
        let table = "Ticker: BTDR\nMetric,4Q25\nBTC mined,5\n"
        #expect(
            Reading(table, options: .defaults([.subject: "RIOT"])).problems == [
                "2: \"Ticker: BTDR\" above the table is not RIOT, the --subject; correct one of them"
            ])
        for ticker in ["RIOT", "NASDAQ:RIOT", "Riot Platforms"] {
            let same = table.replacing("BTDR", with: ticker)
            #expect(Reading(same, options: .defaults([.subject: "RIOT"])).problems == [])
        }
    }

    @Test(
        "a title of rows with the name of an unknown company is an error",
        arguments: ["Bitdeer Technologies Group Ltd.", "\"Cango, Inc.\"", "Bit Digital Holdings"])
    func unknownCompany(title: String) {
        let text = title.replacing("\"", with: "")
        #expect(
            Reading(
                "Metric,4Q25\nRevenue,$5\n\(title),\nCash,$7\n",
                options: .defaults([.subject: "RIOT"])
            ).problems == [
                "3: Metric: \"\(text)\" looks like another company, but all rows are read as those of "
                    + "RIOT; add a column of tickers, or rename the title"
            ])
    }

    @Test func `a title that may be a company below that of the table is a warning`() {
        func read(_ title: String) -> Reading {
            Reading(
                "Metric,4Q25\nRIOT,\nRevenue,$5\n\(title),\nCash,$7\n",
                options: .defaults([.subject: "RIOT"]))
        }
        let reading = read("Bitdeer")
        #expect(reading.problems == [])
        #expect(
            reading.diagnostics.warnings.map { "\($0)" } == [
                "q4.csv:4: Metric: \"Bitdeer\" looks like another company, but all rows are read as "
                    + "those of RIOT; add a column of tickers, or rename the title"
            ])
        for title in [
            "Balance sheet", "Income Statement", "Operating Data", "of which hosted", "RIOT",
        ] {
            #expect(read(title).diagnostics.warnings == [])
        }
    }

    @Test func `figures below an unknown company are not those of the company below`() {
        func read(_ title: String, _ rows: String = "BTC mined,700\n") -> Reading {
            Reading(
                "Metric,4Q25\n\(title),\n\(rows)Riot Platforms,\nBTC held,18005\n",
                options: .defaults([.subject: "RIOT"]))
        }
        for title in ["Cipher Mining", "Bitdeer", "Hut 8"] {
            #expect(
                read(title).problems == [
                    "2: Metric: \"\(title)\" looks like another company, but all rows are read as those "
                        + "of RIOT; add a column of tickers, or rename the title"
                ])
            #expect(read(title, "").problems == [])
        }
        for title in ["Operating data", "Balance Sheet", "of which hosted", "RIOT"] {
            #expect(read(title).problems == [])
        }
    }

    @Test func `a title that makes the rows below it unclear is no row to reject`() throws {
        var (diagnostics, bytes) = (Diagnostics(), [UInt8]())
        let text = "Metric,4Q25\nRIOT,\nBTC held,18005\nMARA Holdings,\nBTC mined,700\n"
        let file = try ImportFile(
            "q4.csv", MemorySource(Array(text.utf8)), options: .defaults([.subject: "RIOT"]),
            rejecting: { bytes += $0 }, reporting: &diagnostics)
        var rows = try #require(file).rows(roster: .miners)
        while try rows.next(reporting: &diagnostics) != nil {}
        #expect(diagnostics.problems.map(\.reason.code) == [.otherCompany])
        #expect(bytes == [])
    }

    @Test(
        "a text about another metric contradicts --metric",
        arguments: [
            (
                "Operating hashrate (EH/s)\nMonth,RIOT,MARA\n2025-12,34.6,60.1\n",
                "operating_hashrate"
            ),
            ("Cash in $ millions\nTicker,4Q25\nRIOT,34.6\n", "cash"),
        ])
    func otherMetric(text: String, metric: String) {
        let title = text.prefix { $0 != "\n" }
        #expect(
            Reading(text, options: .defaults([.metric: "deployed_hashrate", .unit: "EH/s"]))
                .problems
                == [
                    "2: \"\(title)\" above the table is \(metric), but --metric is deployed_hashrate; "
                        + "correct one of them"
                ])
    }

    @Test(
        "a factor that the metric of a text cannot have is an error",
        arguments: [
            "BTC held (thousands)", "BTC held in thousands", "\"Bitcoin holdings, thousands\"",
            "BTC in thousands", "All hashrates in PH/s; BTC in thousands",
        ])
    func factorOfBitcoin(title: String) {
        let text = title.replacing("\"", with: "")
        let sentence =
            "\"19.2\" has no unit, and \"\(text)\" above the table does not clearly give it; multiply the "
            + "figures, or import with --unit BTC if they are in BTC"
        let pivot = title + "\nTicker,1Q25\nRIOT,19.2\n"
        #expect(
            Reading(pivot, options: .defaults([.metric: "btc_held"])).problems
                == ["3: 1Q25: \(sentence)"])
        let wide = title + "\nTicker,Date,BTC held,Cash ($k)\nRIOT,2025-12-31,19.2,5\n"
        #expect(Reading(wide).problems == ["3: BTC held: \(sentence)"])
        let given = Reading(wide, options: .defaults([.unit: "BTC"]))
        #expect(given.problems == [])
        #expect(given.observations.map(\.value.value.description) == ["19.2 BTC", "5 USD k"])
    }

    @Test(
        "a factor in a name or a cell that the metric cannot have is an error",
        arguments: [
            (
                "Ticker,Date,BTC held (thousands)\nRIOT,2025-12-31,19\n",
                "1: BTC held (thousands): \"thousands\""
            ),
            ("Ticker,Date,BTC held\nRIOT,2025-12-31,19.2 k\n", "2: BTC held: \"k\""),
        ])
    func factorInName(text: String, place: String) {
        #expect(
            Reading(text).problems == [
                "\(place) is no factor of BTC; multiply the figure, and write it in BTC"
            ])
    }

    @Test(
        "a unit above the table contradicts --unit",
        arguments: [
            "Unit: PH/s", "Units,PH/s", "Deployed hashrate (PH/s)", "Hashrate (PH/s)",
        ])
    func otherUnit(title: String) {
        let text = title.replacing(",", with: ", ")
        #expect(
            Reading(
                title + "\nTicker,Date,Deployed hashrate\nRIOT,2025-12-31,38\n",
                options: .defaults([.unit: "EH/s"])
            ).problems == [
                "2: \"EH/s\" is not the unit that \"\(text)\" above the table says; correct one of them"
            ])
    }
}
