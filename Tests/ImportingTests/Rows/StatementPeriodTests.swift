import Importing
import Mining
import Testing

/// Tables of statements, which print the length of their periods above the years.
@Suite("Periods in statements")
struct StatementPeriodTests {
    private func reading(_ text: String, _ length: PeriodLength? = nil) -> Reading {
        var options = ImportOptions()
        options.periodLength = length
        return Reading(text, options: options)
    }

    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map { "\($0.value.metric) \($0.value.period) \($0.value.value)" }
    }

    private func message(_ year: String, below title: String) -> String {
        let example = "such as \(year)Q3 or Nine months ended September 30, \(year)"
        return
            "4: \(year): \"\(year)\" is below \"\(title)\", so it may mean only a part of the year; "
            + "write the whole period, \(example); if it is a year, import with --period-of year or "
            + "--period-of fiscal-year"
    }

    private static let riot = "Riot Platforms\n($ in thousands)\n"
    private static let rows = "\nRevenue,180230,84787\nBTC held,19287,10427\n"
    private static let quarters = [
        "revenue 2025Q3 180230 USD k", "revenue 2024Q3 84787 USD k",
        "btc_held 2025-09-30 19287 BTC", "btc_held 2024-09-30 10427 BTC",
    ]

    @Test(
        "a quarter above years is a quarter",
        arguments: [
            ",\"Three Months Ended September 30,\",\n,2025,2024",
            ",\"Three Months Ended\",\n,\"September 30,\",\n,2025,2024",
            ",\"Three Months Ended September 30,\",\n,(Unaudited),\n(in thousands),2025,2024",
            ",\"Three Months Ended\",\n,\"Sep 30, 2025\",\"Sep 30, 2024\"",
            ",2025,2024\n,Q3,Q3", ",\"Three Months Ended September 30,\",\nMetric,2025,2024",
            "\"Three Months Ended September 30,\",2025,2024",
            "\"Three Months Ended September 30,\"\n,2025,2024",
            "Quarter ended September 30,\n,2025,2024",
            "\"Three months ended September 30, 2025 and 2024\"\n,2025,2024",
            "Quarter ended\n,2025-09-30,2024-09-30", "Quarter ended September\n,Sep-25,Sep-24",
        ])
    func quarter(header: String) {
        let reading = reading(Self.riot + header + Self.rows)
        #expect(reading.problems == [])
        #expect(figures(reading) == Self.quarters)
    }

    @Test(
        "a fiscal year above years is that of the company",
        arguments: [
            ",\"Year ended June 30,\",\n,2025,2024", "Fiscal year ended June 30\n,2025,2024",
            ",Fiscal Year,\n,2025,2024", "Fiscal Year,2025,2024",
            "Results for fiscal 2025\n,2025,2024",
        ])
    func fiscalYear(header: String) {
        let reading = reading("IREN Limited\n($ in thousands)\n\(header)\(Self.rows)")
        #expect(reading.problems == [])
        #expect(
            figures(reading).prefix(2) == [
                "revenue 2024-07-01/2025-06-30 180230 USD k",
                "revenue 2023-07-01/2024-06-30 84787 USD k",
            ])
    }

    @Test(
        "the day of a balance sheet is the one above the years",
        arguments: [
            ",\"As of September 30,\",\n,2025,2024", "\"As of September 30,\",2025,2024",
            ",\"September 30,\",\n,2025,2024", "Balance sheets as of September 30,\n,2025,2024",
        ])
    func day(header: String) {
        let reading = reading("IREN Limited\n\(header)\nBTC held,19287,10427\n")
        #expect(reading.problems == [])
        #expect(figures(reading) == Self.quarters.suffix(2))
    }

    @Test func `each text holds for the columns to its right`() {
        let text =
            Self.riot
            + ",\"Three Months Ended September 30,\",,\"Nine Months Ended September 30,\",\n"
            + ",2025,2024,2025,2024\nRevenue,180230,84787,494500,300000\n"
        let reading = reading(text)
        #expect(reading.problems == [])
        #expect(
            figures(reading) == [
                "revenue 2025Q3 180230 USD k", "revenue 2024Q3 84787 USD k",
                "revenue 2025-01-01/2025-09-30 494500 USD k",
                "revenue 2024-01-01/2024-09-30 300000 USD k",
            ])
        #expect(
            reading.diagnostics.notes.contains(
                "q4.csv: read column 1 as metric, 4 periods Three Months Ended September 30, 2025 to "
                    + "Nine Months Ended September 30, 2024"))
    }

    @Test func `a quarter above years is fiscal exactly if it is in a cell`() {
        let header = "IREN Limited\nQ3\n,2025,2024\nBTC mined,1,2\n"
        let cells = "IREN Limited\nPeriod,BTC mined\nQ3 2025,1\nQ3 2024,2\n"
        for text in [header, cells] {
            #expect(
                figures(reading(text)) == ["btc_mined 2025Q3 1 BTC", "btc_mined 2024Q3 2 BTC"])
            #expect(
                figures(reading(text, .fiscalQuarter))
                    == ["btc_mined 2025Q1 1 BTC", "btc_mined 2024Q1 2 BTC"])
        }
    }

    @Test(
        "quarters below their year are read",
        arguments: [
            ",2025,,,\nMetric,Q1,Q2,Q3,Q4\n", "Metric,2025,,,\n,Q1,Q2,Q3,Q4\n",
            "Metric,2025,2025,2025,2025\n,Q1,Q2,Q3,Q4\n",
            "Metric,Q1,Q2,Q3,Q4\n,2025,2025,2025,2025\n",
        ])
    func yearAboveQuarters(header: String) {
        let reading = Reading(
            header + "BTC mined,1530,1426,1406,1325\n", options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(
            figures(reading) == [
                "btc_mined 2025Q1 1530 BTC", "btc_mined 2025Q2 1426 BTC",
                "btc_mined 2025Q3 1406 BTC", "btc_mined 2025Q4 1325 BTC",
            ])
    }

    @Test func `figures that look like years are no second line of a header`() {
        let reading = Reading(
            "Metric,2025,2024\nBTC mined,2010,1997\n", options: .defaults([.subject: "RIOT"]))
        #expect(figures(reading) == ["btc_mined 2025 2010 BTC", "btc_mined 2024 1997 BTC"])
        let quarters = Reading(
            "Metric,Q1,Q2\nBTC mined,2010,1997\n", options: .defaults([.subject: "RIOT"]))
        #expect(quarters.observations.isEmpty)
    }

    @Test(
        "a text above years that leaves the period open is an error",
        arguments: [
            "Q3 results", "Third quarter results", "\"Three and nine months ended September 30,\"",
            "\"13 weeks ended September 28,\"", "Three Months Ended", "Quarterly figures", "LTM",
            "Results for 3Q25",
        ])
    func unclear(title: String) {
        let reading = reading("Riot Platforms\n($ in thousands)\n\(title)\n,2025,2024\(Self.rows)")
        let text = title.filter { $0 != "\"" }
        let expected = ["2025", "2024"].map { message($0, below: text) }
        #expect(reading.problems == expected)
        #expect(reading.observations.isEmpty)
    }

    @Test func `with the option that the message names, the columns are years`() {
        let text = "IREN Limited\n($ in thousands)\nQ3 results\n,2025,2024\(Self.rows)"
        #expect(figures(reading(text, .year)).first == "revenue 2025 180230 USD k")
        #expect(
            figures(reading(text, .fiscalYear)).first
                == "revenue 2024-07-01/2025-06-30 180230 USD k")
    }

    @Test func `a year beside quarters is a year below any title`() {
        let reading = reading(
            "Riot Platforms\nQuarterly results ($ in thousands)\n,Q3 2025,2025\(Self.rows)")
        #expect(reading.problems == [])
        #expect(
            figures(reading).prefix(2)
                == ["revenue 2025Q3 180230 USD k", "revenue 2025 84787 USD k"])
    }

    @Test func `a year left of all texts above is an error`() {
        let reading = reading(
            Self.riot + ",,\"Three Months Ended September 30,\"\n,2023,2025\(Self.rows)")
        #expect(
            reading.problems == [
                "3: 2023 without its months: is not a period, such as 2025Q4, 2025-12 or FY26Q1; "
                    + "rename it, or ignore it with --ignore-column '2023 without its months'"
            ])
    }

    @Test func `the quarter in a title holds for years in rows`() {
        let title = "IREN Limited\nQuarter ended September 30,\n"
        let reading = reading(title + "Period,Revenue\n2025,180230 USD k\n2024Q2,84787 USD k\n")
        #expect(reading.problems == [])
        #expect(
            figures(reading) == ["revenue 2025Q3 180230 USD k", "revenue 2024Q2 84787 USD k"])
    }
}
