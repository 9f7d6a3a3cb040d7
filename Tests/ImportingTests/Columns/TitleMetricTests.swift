import Importing
import Mining
import Testing

/// A metric that only a text above a table names.
@Suite("Metrics in titles")
struct TitleMetricTests {
    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map {
            "\($0.value.subject) \($0.value.metric) \($0.value.period) \($0.value.value)"
        }
    }

    private func reading(_ text: String, _ defaults: [ObservationField: String] = [:]) -> Reading {
        Reading(text, options: .defaults(defaults))
    }

    @Test(
        "the title of a table without a metric gives it",
        arguments: [
            "BTC mined\nMonth,RIOT,MARA\n2025-12,460,749\n",
            "BTC mined\n\nMonth,Riot Platforms,MARA Holdings\n2025-12,460,749\n",
            "Monthly update\nBitcoin produced (BTC)\n,RIOT,MARA\n2025-12,460,749\n",
            "BTC mined\nTicker,2025-12\nRIOT,460\nMARA,749\n",
            "BTC mined\nTicker,Month,Value\nRIOT,2025-12,460\nMARA,2025-12,749\n",
            "BTC mined (unaudited)\nMonth,RIOT,MARA\n2025-12,460,749\n",
            "BTC mined*,,\nMonth,RIOT,MARA\n2025-12,460,749\n",
        ])
    func metric(text: String) {
        let reading = reading(text)
        #expect(reading.problems == [])
        #expect(
            figures(reading) == [
                "RIOT btc_mined 2025-12 460 BTC", "MARA btc_mined 2025-12 749 BTC",
            ])
    }

    @Test func `a note says where the metric is from`() {
        #expect(
            reading("BTC mined\nMonth,RIOT,MARA\n2025-12,460,749\n").diagnostics.notes == [
                "q4.csv: read as comma, utf-8, 1 line before the header skipped",
                "q4.csv: the metric is btc_mined, as \"BTC mined\" says",
                "q4.csv: read Month as period, 2 companies RIOT to MARA",
            ])
    }

    @Test func `the title gives company and metric of a table with neither`() {
        let reading = reading("Riot Platforms\nBTC mined\nMonth,Value\n2025-12,460\n")
        #expect(reading.problems == [])
        #expect(figures(reading) == ["RIOT btc_mined 2025-12 460 BTC"])
    }

    @Test(
        "the unit in the title is that of values without one",
        arguments: [
            ("Deployed hashrate (EH/s)", "38.5", "deployed_hashrate 2025-12-31 38.5 EH/s"),
            ("Deployed hashrate [PH/s]", "38.5 EH/s", "deployed_hashrate 2025-12-31 38.5 EH/s"),
            ("\"Deployed hashrate, EH/s\"", "38.5", "deployed_hashrate 2025-12-31 38.5 EH/s"),
            ("Deployed hashrate, EH/s", "38.5", "deployed_hashrate 2025-12-31 38.5 EH/s"),
            ("Market cap in USD bn", "5.5", "market_cap 2025-12-31 5.5 USD bn"),
            ("Revenue ($ in thousands)", "500", "revenue 2025-12 500 USD k"),
            ("Share price ($)", "12.67", "share_price 2025-12-31 12.67 USD"),
        ])
    func unit(title: String, cell: String, figure: String) {
        let reading = reading("\(title)\nMonth,RIOT,MARA\n2025-12,\(cell),\n")
        #expect(reading.problems == [])
        #expect(figures(reading) == ["RIOT \(figure)"])
    }

    @Test(
        "a title that may mean something else gives no metric",
        arguments: [
            "BTC mined (cumulative)", "BTC mined (year to date)", "Revenue (% growth)",
            "Revenue (EH/s)", "BTC mined by company", "Hashrate (EH/s)", "BTC mined\nBTC held",
            "BTC mined\nCumulative", "BTC mined\nYear to date", "BTC mined\nGuidance",
            "BTC mined\nChange vs prior month",
        ])
    func unclear(title: String) {
        let reading = reading("\(title)\nMonth,RIOT,MARA\n2025-12,460,749\n")
        #expect(reading.observations.isEmpty)
        #expect(reading.problems.count > 0)
    }

    @Test(
        "a unit in the title that another text contradicts is not certain",
        arguments: [
            "Amounts in C$\nRevenue ($m)", "($ in thousands)\nRevenue ($m)",
            "Amounts in C$\nShare price ($)",
        ])
    func contradiction(titles: String) {
        let reading = reading("\(titles)\nMonth,RIOT,MARA\n2025-12,10,20\n")
        #expect(reading.observations.isEmpty)
        #expect(reading.problems.count > 0)
    }

    @Test func `the message about a title that gives no metric asks for it`() {
        for title in ["Hashrate (EH/s)", "Revenue (C$ m)", "Production,Monthly"] {
            #expect(
                reading("\(title)\nMonth,RIOT,MARA\n2025-12,460,749\n").problems == [
                    "2: \"RIOT\" and \"MARA\" look like companies, but the metric is not given; give "
                        + "it with --metric, such as --metric btc_mined"
                ])
        }
    }

    @Test func `--metric that contradicts the title is an error, and the same is none`() {
        let text = "BTC mined\nMonth,RIOT,MARA\n2025-12,460,749\n"
        #expect(
            reading(text, [.metric: "btc_held"]).problems == [
                "2: \"BTC mined\" above the table is btc_mined, but --metric is btc_held; correct "
                    + "one of them"
            ])
        #expect(reading(text, [.metric: "btc_mined"]).observations.count == 2)
    }

    @Test func `a title says nothing about columns that have metrics of their own`() {
        let wide = reading("BTC mined\nTicker,Month,BTC held\nRIOT,2025-12,18005\n")
        #expect(wide.problems == [])
        #expect(figures(wide) == ["RIOT btc_held 2025-12-31 18005 BTC"])
        let model = reading("Riot Platforms\nRevenue\nItem,2025-12\nBTC mined,460\n")
        #expect(figures(model) == ["RIOT btc_mined 2025-12 460 BTC"])
        let corner = reading("BTC mined\nBTC held,RIOT,MARA\n2025-12,5,6\n")
        #expect(corner.observations.map(\.value.metric.code) == ["btc_held", "btc_held"])
    }

    @Test func `thousands of bitcoin in the title stay an error`() {
        let reading = reading("BTC held in thousands\nMonth,RIOT,MARA\n2025-12,19.2,53\n")
        #expect(reading.reasons.map(\.code) == [.noUnit, .noUnit])
    }
}
