import Importing
import Mining
import Testing

/// An analyst's model: metrics down, periods across, and a company and a unit above.
@Suite("Models of analysts")
struct ModelTests {
    private func values(_ reading: Reading) -> [String] {
        reading.observations.map {
            "\($0.value.subject) \($0.value.metric.code) \($0.value.value)"
        }
    }

    @Test func `a whole model is read, and notes list the rows it passes over`() {
        let reading = Reading(
            """
            Riot Platforms (NASDAQ: RIOT),,
            "($ in thousands, except share and per share data)",,
            ,3Q25,4Q25
            Income statement,,
            Revenue,"$ 180,234","$ 152,800"
            % growth,,-15.2%
            Cost of revenue,"88,000","90,500"
            ,,
            Operating data,,
            BTC mined,"1,406","1,363"
            YoY,0.1,0.2
            Change,3%,n/a
            Deployed hashrate (EH/s),36.5,38.5
            Share price,19.00,12.67
            Shares outstanding,"370,000,000","372,000,000"
            (1) Excludes joint ventures.,,
            """)
        #expect(reading.problems == [])
        #expect(
            values(reading) == [
                "RIOT revenue 180234 USD k", "RIOT revenue 152800 USD k",
                "RIOT cost_of_revenue 88000 USD k", "RIOT cost_of_revenue 90500 USD k",
                "RIOT btc_mined 1406 BTC", "RIOT btc_mined 1363 BTC",
                "RIOT deployed_hashrate 36.5 EH/s", "RIOT deployed_hashrate 38.5 EH/s",
                "RIOT share_price 19.00 USD", "RIOT share_price 12.67 USD",
                "RIOT shares_outstanding 370000000 shares",
                "RIOT shares_outstanding 372000000 shares",
            ])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read as comma, utf-8, 2 lines before the header skipped",
                "q4.csv: amounts of money without a unit are in USD k, as \"($ in thousands, except "
                    + "share and per share data)\" says",
                "q4.csv: read column 1 as metric, 2 periods 3Q25 to 4Q25",
                "q4.csv: the subject is RIOT, as \"Riot Platforms (NASDAQ: RIOT)\" says",
                "q4.csv: read the label Deployed hashrate (EH/s) as deployed_hashrate in EH/s",
                "q4.csv: passed over titles without figures in 3 rows: Income statement, Operating "
                    + "data, (1) Excludes joint ventures.",
                "q4.csv: passed over the growth of figures in 3 rows: % growth, YoY, Change",
            ])
    }

    @Test(
        "a unit above the table or in its corner is that of money alone",
        arguments: [
            "($ in millions)\n,4Q25", "Amounts in millions of U.S. dollars\nItem,4Q25",
            "US$m,4Q25", "\"Riot, USD in millions; unaudited\"\nItem,4Q25",
            "Metrics ($mm),4Q25",
        ])
    func tableUnit(header: String) {
        let reading = Reading(
            "\(header)\nRevenue,152.8\nCash (USD k),4\nBTC held,18005\nPower price ($/MWh),41\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.value.description)
                == ["152.8 USD m", "4 USD k", "18005 BTC", "41 USD/MWh"])
    }

    @Test func `a wide table has a unit above it, too`() {
        let reading = Reading("$ in thousands\nticker,date,Revenue\nRIOT,2025Q4,152800\n")
        #expect(reading.problems == [])
        #expect(values(reading) == ["RIOT revenue 152800 USD k"])
    }

    @Test(
        "a unit above the table that may not be that of a figure is an error",
        arguments: [
            (
                "(in thousands)\nItem,4Q25\nRevenue,152800\nBTC held,1\n",
                "3: 4Q25: \"152800\" has no unit, and \"(in thousands)\" above the table does not clearly "
                    + "give it; import with --unit 'USD k' if it is that"
            ),
            (
                "(in thousands of Canadian dollars)\nItem,4Q25\nRevenue,$152800\n",
                "3: 4Q25: \"$152800\" has no unit, and \"(in thousands of Canadian dollars)\" above "
                    + "the table does not clearly give it; convert it if it is in another currency; if it is in "
                    + "USD k, import with --unit 'USD k'"
            ),
            (
                "\"($ in thousands, except per share data)\"\nItem,4Q25\nShares outstanding,372000\n",
                "3: 4Q25: \"372000\" has no unit, and \"($ in thousands, except per share data)\" "
                    + "above the table does not clearly give it; import with --unit 'shares k' or --unit "
                    + "shares"
            ),
            (
                "$ in thousands\nItem,4Q25\nBTC held,1\nSegments ($ in millions),\nRevenue,152\n",
                "4: Item: \"Segments ($ in millions)\" gives a unit that the texts above the table do "
                    + "not; write the unit into the labels of its rows, and remove it here"
            ),
            (
                "$ in thousands\nItem,4Q25\nShare price,12.67\n",
                "3: 4Q25: \"12.67\" has no unit, such as USD"
            ),
        ])
    func unclear(text: String, sentence: String) {
        #expect(Reading(text, options: .defaults([.subject: "RIOT"])).problems == [sentence])
    }

    @Test func `dollar signs in cells show that the thousands above the table are dollars`() {
        let reading = Reading(
            "(in thousands)\nItem,4Q25\nRevenue,\"$ 152,800\"\nCost of revenue,\"90,500\"\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(
            values(reading) == ["RIOT revenue 152800 USD k", "RIOT cost_of_revenue 90500 USD k"])
    }

    @Test func `--unit must not contradict the unit above the table`() {
        let text = "($ in thousands)\nItem,4Q25\nRevenue,152800\n"
        #expect(
            Reading(text, options: .defaults([.subject: "RIOT", .unit: "USD m"])).problems == [
                "2: \"USD m\" is not the unit that \"($ in thousands)\" above the table says; correct "
                    + "one of them"
            ])
        #expect(
            Reading(text, options: .defaults([.subject: "RIOT", .unit: "USD k"])).problems == [])
        #expect(
            Reading(text, options: .defaults([.subject: "RIOT", .unit: "EH/s"])).problems == [])
    }

    @Test(
        "the company is named above the table or in its corner",
        arguments: [
            ("RIOT\n,4Q25", "RIOT"), ("Riot Platforms,4Q25", "RIOT"),
            ("MARA Holdings, Inc. – quarterly model\n,4Q25", "MARA"),
            ("CleanSpark (NASDAQ:CLSK)\n\nItem,4Q25", "CLSK"),
        ])
    func company(header: String, ticker: String) {
        let reading = Reading("\(header)\nBTC held,18005\nBTC mined,5\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == [ticker, ticker])
    }

    @Test(
        "a company that is not certain is an error",
        arguments: [
            (
                "Quarterly model\n,4Q25", nil,
                "2: observations with periods as columns need the column subject; the usual header "
                    + "is ticker,2025Q3,2025Q4,…; or set --subject for all rows"
            ),
            (
                "RIOT and MARA\n,4Q25", nil,
                "2: the texts above the table name MARA and RIOT; give the subject with --subject"
            ),
            (
                "Riot Platforms\n,4Q25", "MARA",
                "2: \"Riot Platforms\" above the table names RIOT, but --subject is MARA; correct one "
                    + "of them"
            ),
        ] as [(String, String?, String)])
    func otherCompany(header: String, subject: String?, sentence: String) {
        let reading = Reading(
            "\(header)\nBTC held,18005\n", options: .defaults(subject.map { [.subject: $0] } ?? [:])
        )
        #expect(reading.problems == [sentence])
        #expect(reading.observations.isEmpty)
    }

    @Test func `a title of rows that names another company is an error`() {
        let reading = Reading(
            "Metric,4Q25\nRIOT,\nBTC held,18005\nMARA Holdings,\nBTC mined,700\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(
            reading.problems == [
                "4: Metric: \"MARA Holdings\" names MARA, but all rows are read as those of RIOT; "
                    + "add a column of tickers, or rename the title"
            ])
    }

    @Test(
        "a row with figures is never passed over without a metric above, or with other words",
        arguments: [
            "% growth,5%\nBTC mined,5", "BTC mined,5\nEBITDA margin %,5%", "BTC mined,5\nChange,5",
            "BTC mined,5\nHashrate growth (EH/s),5", "BTC mined,5\nTotal,5",
            "Capex (USD m),100\nGrowth capex,60", "Capex (USD m),100\nGrowth capex (USD m),60",
            "BTC mined,5\nBTC mined growth,60", "BTC mined,5\nOver prior quarter,60",
        ])
    func notPassed(rows: String) {
        let reading = Reading(
            "Metric,4Q25\n\(rows)\n", options: .defaults([.subject: "RIOT"]))
        #expect(reading.reasons.map(\.code) == [.unknownMetric])
    }

    @Test(
        "growth is passed over if the label says percent or compares, or the figures are percentages",
        arguments: [
            "BTC mined growth,6%", "Growth %,6", "Growth in BTC mined y/y,6", "q/q,6", "YoY,0.1",
            "Change in percent,6", "Growth,-6%", "Over prior quarter,6%",
        ])
    func growth(row: String) {
        let reading = Reading(
            "Metric,4Q25\nBTC mined,5\n\(row)\n", options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(values(reading) == ["RIOT btc_mined 5 BTC"])
    }

    @Test(
        "a former name or ticker names a company, too",
        arguments: [("Riot Blockchain", "RIOT"), ("CORZQ", "CORZ"), ("KEEL", "BITF")])
    func formerName(name: String, ticker: String) {
        let above = "\(name) – model\nMetric,4Q25\nBTC mined,5\n"
        #expect(values(Reading(above)) == ["\(ticker) btc_mined 5 BTC"])
        #expect(
            Reading(above, options: .defaults([.subject: "MARA"])).problems == [
                "2: \"\(name) – model\" above the table names \(ticker), but --subject is MARA; "
                    + "correct one of them"
            ])
        let within = "Metric,4Q25\nBTC held,7\n\(name),\nBTC mined,5\n"
        #expect(
            Reading(within, options: .defaults([.subject: "MARA"])).problems == [
                "3: Metric: \"\(name)\" names \(ticker), but all rows are read as those of MARA; add "
                    + "a column of tickers, or rename the title"
            ])
        #expect(Reading(within, options: .defaults([.subject: ticker])).problems == [])
    }

    @Test func `a former ticker in small letters is a word`() {
        let reading = Reading(
            "The keel of 2025\nMetric,4Q25\nBTC mined,5\n", options: .defaults([.subject: "MARA"]))
        #expect(reading.problems == [])
    }
}
