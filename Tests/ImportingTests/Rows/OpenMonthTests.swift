import Importing
import Mining
import Testing

/// Months that may be the names of quarters, half-years or years.
@Suite("Months far apart")
struct OpenMonthTests {
    private func options(_ length: PeriodLength? = nil) -> ImportOptions {
        var options = ImportOptions.defaults([.subject: "RIOT"])
        options.periodLength = length
        return options
    }

    private func periods(_ reading: Reading) -> [String] {
        reading.observations.map { "\($0.value.metric) \($0.value.period)" }
    }

    /// A file with a row for each month.
    private func column(
        _ months: [String], ticker: String = "RIOT", metric: String = "revenue,USD m"
    ) -> String {
        let parts = metric.split(separator: ",")
        let rows = months.map { "\(ticker),\(parts[0]),\($0),5,\(parts[1])\n" }
        return "subject,metric,date,value,unit\n" + rows.joined()
    }

    private func message(
        _ month: String, step: Int = 3, line: Int = 2, _ periods: String, _ likely: PeriodLength
    ) -> String {
        let lengths = ["month", "quarter", "half", "year", "fiscal-quarter", "fiscal-year"]
        let others = lengths.filter { $0 != likely.rawValue }
        return "\(line): revenue: is measured over a period, but its months are all \(step) months "
            + "apart, such as \(month); if they stand for \(periods), import with --period-of "
            + "\(likely.rawValue); otherwise with --period-of "
            + others.dropLast().joined(separator: ", ") + " or \(others[others.count - 1])"
    }

    @Test func `quarters in a header that are named after their last month are an error`() {
        let text = "Metric,Mar-25,Jun-25,Sep-25,Dec-25\nRevenue (USD m),161,153,180,170\n"
        #expect(
            Reading(text, options: options()).problems == [message("2025-03", "quarters", .quarter)]
        )
        let quarters = Reading(text, options: options(.quarter))
        #expect(quarters.problems == [])
        #expect(
            periods(quarters)
                == ["revenue 2025Q1", "revenue 2025Q2", "revenue 2025Q3", "revenue 2025Q4"])
        let months = Reading(text, options: options(.month))
        #expect(months.problems == [])
        #expect(
            periods(months)
                == ["revenue 2025-03", "revenue 2025-06", "revenue 2025-09", "revenue 2025-12"])
    }

    @Test(
        "months at equal distances that end quarters are an error, with the likely option",
        arguments: [
            (["2025-03", "2025-06", "2025-09"], "2025-03", 3, "quarters", .quarter),
            (["Sep 2025", "Jun 2025", "Mar 2025"], "2025-09", 3, "quarters", .quarter),
            (["Mar 2025", "June 2025"], "2025-03", 3, "quarters", .quarter),
            (["2024-12", "2025-06", "2025-12"], "2024-12", 6, "half-years", .half),
            (["2025-03", "2025-09"], "2025-03", 6, "quarters", .quarter),
            (["2023-12", "2024-12", "2025-12"], "2023-12", 12, "years", .year),
            (["2024-06", "2025-06"], "2024-06", 12, "half-years", .half),
            (["2025-03", "2025-06", "2025-06", "2025-03"], "2025-03", 3, "quarters", .quarter),
        ] as [([String], String, Int, String, PeriodLength)])
    func refused(
        months: [String], first: String, step: Int, periods: String, likely: PeriodLength
    ) {
        let text = column(months)
        #expect(Reading(text).problems == [message(first, step: step, periods, likely)])
        // The advice works as it is.
        for length in [likely, .month] {
            let retry = Reading(text, options: options(length))
            #expect(retry.problems == [])
            #expect(retry.diagnostics.warnings.isEmpty)
            #expect(retry.observations.allSatisfy { $0.value.period.wholeMonths == length.months })
        }
    }

    @Test(
        "other months are months",
        arguments: [
            ["2025-12"], ["2025-12", "2025-12"], ["2025-10", "2025-11", "2025-12"],
            ["2025-03", "2025-06", "2025-07"], ["2025-03", "2025-06", "2025-12"],
            ["2025-01", "2025-04", "2025-07"], ["2024-12", "2025-03", "2026-03"],
            ["2025-03", "2025-12"], ["2023-12", "2025-12"], ["2025-11", "2024-11"],
            ["2025-03-01/2025-03-31", "2025-06"], ["Month ended 31 March 2025", "2025-06"],
        ])
    func months(months: [String]) {
        let reading = Reading(column(months))
        #expect(reading.problems == [])
        #expect(reading.observations.count == months.count)
        #expect(reading.observations.allSatisfy { $0.value.period.wholeMonths == 1 })
    }

    @Test func `the end of a fiscal year counts`() {
        let text = column(["2024-09", "2025-09"], ticker: "CLSK")
        #expect(
            Reading(text).problems == [message("2024-09", step: 12, "fiscal years", .fiscalYear)])
        #expect(
            Reading(text, options: options(.fiscalYear)).observations
                .map(\.value.period.description)
                == ["2023-10-01/2024-09-30", "2024-10-01/2025-09-30"])
    }

    @Test func `each subject and metric counts alone, and there is one message for a metric`() {
        let mixed =
            column(["2025-03", "2025-06"], metric: "btc_mined,BTC")
            + "MARA,btc_mined,2025-04,5,BTC\nRIOT,revenue,2025-09,5,USD m\n"
        #expect(Reading(mixed).reasons.map(\.code) == [.distantMonths])
        let single = column(["2025-03"]) + "MARA,revenue,2025-06,5,USD m\n"
        #expect(Reading(single).problems == [])
        let both =
            column(["2025-04"], ticker: "CLSK") + "MARA,revenue,2024-12,5,USD m\n"
            + "MARA,revenue,2025-12,5,USD m\nRIOT,revenue,2025-03,5,USD m\n"
            + "RIOT,revenue,2025-06,5,USD m\n"
        #expect(
            Reading(both).problems == [message("2024-12", step: 12, line: 3, "quarters", .quarter)])
        #expect(
            Reading(both.replacing("2025-04", with: "2025-06"), options: options(.quarter)).problems
                == [])
    }

    @Test
    func `a column of months has months, and figures at a point in time belong to their ends`() {
        let named = Reading("ticker,month,Revenue (USD m)\nRIOT,2025-03,1\nRIOT,2025-06,2\n")
        #expect(named.problems == [])
        #expect(periods(named) == ["revenue 2025-03", "revenue 2025-06"])
        let instants = Reading("ticker,date,BTC held\nRIOT,2025-03,1\nRIOT,2025-06,2\n")
        #expect(instants.problems == [])
        #expect(periods(instants) == ["btc_held 2025-03-31", "btc_held 2025-06-30"])
    }

    @Test func `a file that writes quarters as such has months`() {
        let quarters = Reading(column(["2025-03", "2025-06", "2025Q3", "FY2024"]))
        #expect(quarters.problems == [])
        #expect(periods(quarters).prefix(2) == ["revenue 2025-03", "revenue 2025-06"])
        #expect(
            Reading(column(["2025-03", "2025-06", "2024", "1H 2025", "9M 2025"])).problems
                == [message("2025-03", "quarters", .quarter)])
    }

    @Test func `rejected rows do not count`() {
        let text = column(["2025-03", "2025-06"]) + "RIOT,revenue,2025-07,x,USD\n"
        #expect(Reading(text).reasons.map(\.code) == [.notValue, .distantMonths])
    }
}
