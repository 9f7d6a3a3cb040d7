import Importing
import Mining
import Testing

/// Units as statements print them.
@Suite("Units of statements")
struct StatementUnitTests {
    @Test(
        "words for thousands and millions are units",
        arguments: [
            ("$ in thousands", "USD k"), ("in thousands of dollars", "USD k"), ("$000s", "USD k"),
            ("$'000", "USD k"), ("US$’000s", "USD k"), ("USD in millions", "USD m"),
            ("in millions of U.S. dollars", "USD m"), ("US$m", "USD m"), ("$mm", "USD m"),
            ("$ mn", "USD m"), ("thousands of US dollars", "USD k"), ("in 000s of USD", "USD k"),
            ("Millions of $", "USD m"), ("U.S. dollars", "USD"), ("US$ in billions", "USD bn"),
        ])
    func phrases(text: String, unit: String) {
        let header = Reading("ticker,date,Revenue (\(text))\nRIOT,2025Q4,152.8\n")
        #expect(header.problems == [])
        #expect(header.observations.map(\.value.value.description) == ["152.8 \(unit)"])
        let column = Reading(
            "Metric,Unit,4Q25\nRevenue,\(text),152.8\n", options: .defaults([.subject: "RIOT"]))
        #expect(column.problems == [])
        #expect(column.observations.map(\.value.value.description) == ["152.8 \(unit)"])
    }

    @Test(
        "a factor without a currency and another currency are errors",
        arguments: [
            (
                "in thousands",
                "\"in thousands\" does not say thousands or millions of what; if it is USD k, "
                    + "import with --map 'Revenue (in thousands)=revenue:USD k'"
            ),
            (
                "C$ in thousands",
                "\"C$ in thousands\" is not in US dollars, the only currency of the book; convert "
                    + "it, and put the exchange rate and its day into note"
            ),
            (
                "in hundreds of dollars",
                "\"in hundreds of dollars\" is not a unit of an amount of money; write US cents, USD, "
                    + "USD k, USD m, USD bn or USD tn"
            ),
        ])
    func bad(unit: String, sentence: String) {
        let reading = Reading("ticker,date,Revenue (\(unit))\nRIOT,2025Q4,152800\n")
        #expect(reading.problems == ["1: Revenue (\(unit)): \(sentence)"])
    }

    @Test func `thousands in a column of shares are thousands of shares`() {
        let reading = Reading(
            "ticker,date,Shares outstanding (in thousands)\nRIOT,2025-12-31,372000\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.value.description) == ["372000 shares k"])
    }

    @Test func `a dollar sign beside a unit in dollars is in that unit, and a dash is missing`() {
        let reading = Reading(
            """
            Metric,Unit,1Q25,2Q25,3Q25,4Q25
            Hosting revenue,USD m,$ 4.4,$ -,$—,US$ –
            Mining revenue,USD m,142.9,$140.9,"$ (1.5)",-$2
            Market cap (USD bn),,$4.7,,,
            """, options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(reading.counts.missing == 6)
        #expect(
            reading.observations.map(\.value.value.description) == [
                "4.4 USD m", "142.9 USD m", "140.9 USD m", "-1.5 USD m", "-2 USD m", "4.7 USD bn",
            ])
    }

    @Test func `a difficulty needs no unit unless it is small`() {
        let reading = Reading(
            "date,difficulty\n2025-12-31,148258433855480.6\n2025-12-30,148258433855480\n",
            options: .defaults([.subject: "BTC"]))
        #expect(reading.problems == [])
        #expect(reading.counts.rounded == 1)
        for number in ["148.26", "148", "0"] {
            let small = Reading(
                "date,difficulty\n2025-12-31,\(number)\n", options: .defaults([.subject: "BTC"]))
            #expect(
                small.problems == [
                    "2: difficulty: \"\(number)\" has no unit and is small for a difficulty; import "
                        + "with --unit T if it is in trillions, else with --unit difficulty"
                ])
        }
        let trillions = Reading(
            "date,difficulty\n2025-12-31,148.26\n",
            options: .defaults([.subject: "BTC", .unit: "T"]))
        #expect(trillions.observations.map(\.value.value.description) == ["148.26 T"])
    }

    @Test func `units may be in a line below the header`() {
        let reading = Reading(
            """
            Ticker,Date,Deployed hashrate,Market cap,BTC held
            Unit,,(EH/s),USD bn,BTC
            RIOT,2025-12-31,38.1,4.7,17900
            """)
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.value.description)
                == ["38.1 EH/s", "4.7 USD bn", "17900 BTC"])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Ticker as subject, Date as period, Deployed hashrate as "
                    + "deployed_hashrate in EH/s, Market cap as market_cap in USD bn, BTC held as "
                    + "btc_held in BTC"
            ])
    }

    @Test func `units that look like tickers are a line of units`() {
        let reading = Reading(
            "Ticker,BTC held,BTC mined\n,BTC,BTC\nRIOT,18005,460\n",
            options: .defaults([.period: "2025-12"]))
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["btc_held 18005 BTC", "btc_mined 460 BTC"])
    }

    @Test(
        "a line of units that does not fit is an error",
        arguments: [
            (
                "EH/s,MW",
                "1: Market cap: \"MW\" is a power, not an amount of money, such as 3.2 USD bn"
            ),
            (
                "TH/s,USD",
                "1: Deployed hashrate (EH/s): \"TH/s\" is not the unit in the name of the metric, "
                    + "EH/s; correct one of them"
            ),
        ])
    func badLine(units: String, sentence: String) {
        let reading = Reading(
            "ticker,date,Deployed hashrate (EH/s),Market cap\n,,\(units)\nRIOT,2025-12-31,1,2\n")
        #expect(reading.problems == [sentence])
    }
}
