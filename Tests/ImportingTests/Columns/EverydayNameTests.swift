import Importing
import Mining
import Testing

/// Names of columns, labels and companies as people write them.
@Suite("Everyday names")
struct EverydayNameTests {
    private func values(_ reading: Reading) -> [String] {
        reading.observations.map {
            "\($0.value.subject) \($0.value.metric.code) \($0.value.value)"
        }
    }

    @Test(
        "units in words and after a comma are read",
        arguments: [
            ("Revenue ($, thousands)", "USD k"), ("Revenue ($ mln)", "USD m"),
            ("Revenue (USD mln)", "USD m"), ("Revenue (US$ mln)", "USD m"),
            ("Revenue (MUSD)", "USD m"),
            ("Revenue, $m", "USD m"), ("Revenue, $ in thousands", "USD k"),
            ("Revenue (USD bln)", "USD bn"),
        ])
    func units(name: String, unit: String) {
        let reading = Reading("ticker,date,\"\(name)\"\nRIOT,2025Q4,152.8\n")
        #expect(reading.problems == [])
        #expect(values(reading) == ["RIOT revenue 152.8 \(unit)"])
        let label = Reading(
            "Metric,4Q25\n\"\(name)\",152.8\n", options: .defaults([.subject: "RIOT"]))
        #expect(values(label) == ["RIOT revenue 152.8 \(unit)"])
    }

    @Test func `a factor may follow the value`() {
        let reading = Reading("ticker,date,Revenue\nRIOT,2025Q4,US$ 223.7 mln\n")
        #expect(values(reading) == ["RIOT revenue 223.7 USD m"])
        #expect(
            Reading("ticker,date,Market cap\nRIOT,2025-12-31,4.5T\n").problems == [
                "2: Market cap: \"4.5T\" is a difficulty, not an amount of money, such as 3.2 USD bn; if "
                    + "it is in trillions of dollars, write USD tn"
            ])
    }

    @Test(
        "a column of tickers may have other names",
        arguments: ["Symbol", "Miner", "symbol"])
    func subject(name: String) {
        let reading = Reading("\(name),Date,BTC held\n$CLSK,2025-12-31,5\n")
        #expect(reading.problems == [])
        #expect(values(reading) == ["CLSK btc_held 5 BTC"])
        #expect(reading.diagnostics.notes.last == "q4.csv: \"$CLSK\" read as CLSK")
    }

    @Test func `companies across may have marks of footnotes and printed names`() {
        let marks = Reading(
            "Month,RIOT*,MARA (1)\n2025-12,460,700\n", options: .defaults([.metric: "btc_mined"]))
        #expect(marks.problems == [])
        #expect(values(marks) == ["RIOT btc_mined 460 BTC", "MARA btc_mined 700 BTC"])
        let names = Reading(
            "Deployed hashrate (EH/s),Riot Platforms,MARA,CleanSpark\n2025-12-31,38.2,60,50\n")
        #expect(names.problems == [])
        #expect(
            values(names) == [
                "RIOT deployed_hashrate 38.2 EH/s", "MARA deployed_hashrate 60 EH/s",
                "CLSK deployed_hashrate 50 EH/s",
            ])
        let unknown = Reading("Deployed hashrate (EH/s),Nobody,MARA\n2025-12-31,38.2,60\n")
        #expect(unknown.reasons.map(\.code) == [.notCompanyColumn])
    }

    @Test func `a hashprice beside other columns of the network is the published one`() {
        let reading = Reading("ticker,date,Hashprice ($/PH/day)\nBTC,2025-12-31,37.35\n")
        #expect(reading.problems == [])
        #expect(values(reading) == ["BTC hashprice_published 37.35 USD/PH/day"])
    }

    @Test func `a number that a spreadsheet shows in millions without a letter says what to do`() {
        let text = "$152989000 shown as 152.989"
        #expect(
            Reading("ticker,date,Revenue (USD m)\nRIOT,2025Q4,\(text)\n").problems == [
                "2: Revenue (USD m): \"\(text)\" is shown in thousands or millions, so its unit is not clear; give the cell a "
                    + "format without commas at its end, so that it shows the number that is stored, and "
                    + "save the file again"
            ])
    }

    @Test func `an average operating hashrate is operating_hashrate`() {
        let reading = Reading(
            "Metric,4Q25\nAvg. Operating Hash Rate (EH/s),38.2\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(values(reading) == ["RIOT operating_hashrate 38.2 EH/s"])
    }

    @Test(
        "for a text that is not a unit, the message says how to ignore the figures",
        arguments: [
            ("Deployed hashrate (% growth)", "% growth", "a hashrate", "deployed_hashrate"),
            ("BTC mined (YTD)", "YTD", "an amount of bitcoin", "btc_mined"),
            ("BTC mined (daily)", "daily", "an amount of bitcoin", "btc_mined"),
        ])
    func otherFigures(name: String, text: String, noun: String, metric: String) {
        let sentence =
            "\"\(text)\" is not a unit of \(noun), and the figures may be something else than "
            + "\(metric); ignore them with "
        #expect(
            Reading("ticker,date,\(name)\nRIOT,2025-12,5\n").problems
                == ["1: \(name): \(sentence)--ignore-column '\(name)', or rename them"])
        #expect(
            Reading("Metric,4Q25\n\(name),5\n", options: .defaults([.subject: "RIOT"])).problems
                == ["2: Metric: \(sentence)--ignore-row '\(name)', or rename them"])
    }

    @Test(
        "an unknown factor is offered no unit, and other dollars are another currency",
        arguments: [
            (
                "Revenue ($ lakh)",
                "\"$ lakh\" is not a unit of an amount of money; write US cents, USD, USD k, USD m, "
                    + "USD bn or USD tn"
            ),
            (
                "Revenue (A$m)",
                "\"A$m\" is not in US dollars, the only currency of the book; convert it, and put the "
                    + "exchange rate and its day into note"
            ),
            (
                "Revenue (HK$m)",
                "\"HK$m\" is not in US dollars, the only currency of the book; convert it, and put the "
                    + "exchange rate and its day into note"
            ),
        ])
    func badUnit(name: String, sentence: String) {
        #expect(
            Reading("ticker,date,\(name)\nRIOT,2025Q4,5\n").problems == ["1: \(name): \(sentence)"])
    }

    @Test func `a column of currencies must have US dollars`() {
        let text = "Ticker,Date,Cash ($),Currency\nRIOT,2025-12-31,5,USD\nIREN,2025-12-31,7,AUD\n"
        let reading = Reading(text)
        #expect(
            reading.problems == [
                "3: \"AUD\" is not in US dollars, the only currency of the book; convert it, and put the "
                    + "exchange rate and its day into note"
            ])
        #expect(values(reading) == ["RIOT cash 5 USD"])
        let json = Reading(
            json: Array(
                #"[{"ticker":"RIOT","date":"2025-12-31","cash":"$5","currency":"CAD"}]"#.utf8))
        #expect(json.reasons.map(\.code) == [.otherCurrency])
    }

    @Test func `a total is not a metric, and a price of the network is that of bitcoin`() {
        #expect(
            Reading("Metric,4Q25\nTotal,5\n", options: .defaults([.subject: "RIOT"])).problems == [
                "2: Metric: \"Total\" is not a metric; say what it means with --map LABEL=METRIC "
                    + "(minerbook list metrics shows all metrics), or ignore its rows with --ignore-row "
                    + "'Total'"
            ])
        #expect(
            Reading("Date,Price\n2025-12-31,5\n", options: .defaults([.subject: "BTC"])).problems
                == [
                    "1: Price: \"Price\" could be btc_price or btc_price_average; choose one, such as --map "
                        + "'Price=btc_price'"
                ])
    }
}
