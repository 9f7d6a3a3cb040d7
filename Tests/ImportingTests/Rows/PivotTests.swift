import Importing
import Mining
import Testing

@Suite("Observations with periods across")
struct PivotTests {
    @Test func `each figure is an observation of its column's period`() {
        let reading = Reading(
            """
            Ticker,2025Q3,Q4 2025,2026-01,Source
            RIOT,1400,1363,,release
            MARA,2144,N/A,1,
            """, options: .defaults([.metric: "btc_mined"]))
        #expect(reading.problems == [])
        #expect(reading.counts.values == 4)
        #expect(reading.counts.missing == 2)
        #expect(
            reading.observations.map(\.value.period.description)
                == ["2025Q3", "2025Q4", "2025Q3", "2026-01"])
        #expect(reading.observations.map(\.value.source) == ["release", "release", "", ""])
        #expect(
            reading.diagnostics.notes
                == ["q4.csv: read Ticker as subject, Source, 3 periods 2025Q3 to 2026-01"])
    }

    @Test func `fiscal periods are resolved for each company`() {
        let reading = Reading(
            "ticker,FY26Q1\nIREN,1\nRIOT,2\n", options: .defaults([.metric: "btc_mined"]))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2025Q3", "2026Q1"])
    }

    @Test func `the unit comes from the option, the column or the cell`() {
        let option = Reading(
            "ticker,2025Q4\nRIOT,38.5\nMARA,61700 PH/s\n",
            options: .defaults([.metric: "deployed_hashrate", .unit: "EH/s"]))
        #expect(option.problems == [])
        #expect(option.observations.map(\.value.value.description) == ["38.5 EH/s", "61700 PH/s"])
        let column = Reading(
            "ticker,metric,unit,2025Q4\nRIOT,market_cap,USD bn,5.5\nMARA,btc_held,,1\n")
        #expect(column.problems == [])
        #expect(column.observations.map(\.value.value.description) == ["5.5 USD bn", "1 BTC"])
    }

    @Test(
        "a bad file is an error that says what to do",
        arguments: [
            (
                "ticker,2025Q4\nRIOT,1\n", nil,
                "1: the columns are periods, but the metric is not given; give it with "
                    + "--metric, such as --metric btc_mined"
            ),
            (
                "ticker,2025Q4,2025Q5\nRIOT,1,2\n", "btc_mined",
                "1: 2025Q5: is not a period, such as 2025Q4, 2025-12 or FY26Q1; rename it, or "
                    + "ignore it with --ignore-column '2025Q5'"
            ),
            (
                "ticker,2025Q4,4Q25\nRIOT,1,2\n", "btc_mined",
                "1: 4Q25: has the same meaning as the column \"2025Q4\"; keep only one of them"
            ),
            (
                "ticker,2025Q4,2026Q1\nRIOTT,1,2\n", "btc_mined",
                #"2: ticker: "RIOTT" is not in this book; did you mean RIOT?"#
            ),
            (
                "ticker,FY26Q1\nNEWC,1\n", "btc_mined",
                #"2: FY26Q1: "FY26Q1" needs the fiscal year end of "NEWC"; import the company "#
                    + "with its fiscal_year_end, or write the months"
            ),
            (
                "ticker,2025Q4\nRIOT,7l3\n", "btc_mined",
                #"2: 2025Q4: "7l3" is not an amount of bitcoin, such as 712.53 BTC"#
            ),
            (
                "ticker,2025Q4\nRIOT,1\n", "deployed_hashrate",
                #"2: 2025Q4: "1" has no unit, such as EH/s"#
            ),
            (
                "ticker,2025Q4\nBTC,1\n", "btc_held",
                #"2: ticker: "BTC" is the network, but btc_held is a metric of a company; "#
                    + #"correct "#
                    + "the subject or the metric"
            ),
        ] as [(String, String?, String)])
    func refused(text: String, metric: String?, sentence: String) {
        let reading = Reading(
            text, options: .defaults(metric.map { [.metric: $0] } ?? [:]))
        #expect(reading.problems == [sentence])
        #expect(reading.observations.isEmpty)
    }
}
