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
        _ month: String, line: Int = 2, _ periods: String, _ likely: PeriodLength,
        else others: String
    ) -> String {
        "\(line): revenue: is measured over a period, but all of its months end a quarter, such as "
            + "\(month), and no two follow each other; if they stand for \(periods), import with "
            + "--period-of \(likely.rawValue); otherwise with --period-of \(others)"
    }

    /// What the ends of quarters may be that are not the end of a half-year.
    private static let short = "month or fiscal-quarter"

    @Test func `quarters in a header that are named after their last month are an error`() {
        let text = "Metric,Mar-25,Jun-25,Sep-25,Dec-25\nRevenue (USD m),161,153,180,170\n"
        #expect(
            Reading(text, options: options()).problems
                == [message("2025-03", "quarters", .quarter, else: Self.short)])
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
        "months that end quarters are an error, with the likely option",
        arguments: [
            (["2025-03", "2025-06", "2025-09"], "2025-03", "quarters", .quarter, short),
            (["Sep 2025", "Jun 2025", "Mar 2025"], "2025-09", "quarters", .quarter, short),
            (["Mar 2025", "June 2025"], "2025-03", "quarters", .quarter, short),
            (
                ["2024-12", "2025-06", "2025-12"], "2024-12", "half-years", .half,
                "month, quarter or fiscal-quarter"
            ),
            (["2025-03", "2025-09"], "2025-03", "quarters", .quarter, short),
            (
                ["2023-12", "2024-12", "2025-12"], "2023-12", "years", .year,
                "month, quarter, half, fiscal-quarter or fiscal-year"
            ),
            (
                ["2024-06", "2025-06"], "2024-06", "half-years", .half,
                "month, quarter or fiscal-quarter"
            ),
            (["2025-03", "2025-06", "2025-06", "2025-03"], "2025-03", "quarters", .quarter, short),
            // With gaps.
            (["2025-03", "2025-06", "2025-12"], "2025-03", "quarters", .quarter, short),
            (["2024-12", "2025-03", "2026-03"], "2024-12", "quarters", .quarter, short),
            (["2025-03", "2025-12"], "2025-03", "quarters", .quarter, short),
            (
                ["2023-12", "2025-12"], "2023-12", "years", .year,
                "month, quarter, half, fiscal-quarter or fiscal-year"
            ),
        ] as [([String], String, String, PeriodLength, String)])
    func refused(
        months: [String], first: String, periods: String, likely: PeriodLength, others: String
    ) {
        let text = column(months)
        #expect(Reading(text).problems == [message(first, periods, likely, else: others)])
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
            ["2025-03", "2025-06", "2025-07"], ["2025-01", "2025-04", "2025-07"],
            ["2025-11", "2024-11"],
            ["2025-03-01/2025-03-31", "2025-06"], ["Month ended 31 March 2025", "2025-06"],
        ])
    func months(months: [String]) {
        let reading = Reading(column(months))
        #expect(reading.problems == [])
        #expect(reading.observations.count == months.count)
        #expect(reading.observations.allSatisfy { $0.value.period.wholeMonths == 1 })
    }

    @Test func `months may end the fiscal year of their company`() {
        let text = column(["2024-09", "2025-09"], ticker: "CLSK")
        #expect(
            Reading(text).problems
                == [
                    message(
                        "2024-09", "fiscal years", .fiscalYear,
                        else: "month, quarter or fiscal-quarter")
                ])
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
            Reading(both).problems
                == [message("2024-12", line: 3, "quarters", .quarter, else: Self.short)])
        #expect(
            Reading(both.replacing("2025-04", with: "2025-06"), options: options(.quarter)).problems
                == [])
    }

    @Test func `months with gaps are months if another company of the file has other months`() {
        let text = column(["2024-12", "2025-09"]) + "MARA,revenue,2025-04,5,USD m\n"
        #expect(Reading(text).problems == [])
    }

    @Test(
        "cells without a figure count, too",
        arguments: [
            "Metric,Mar-25,Jun-25,Sep-25,Dec-25\nRevenue (USD m),161,,,170\n",
            "Metric,Mar-25,Jun-25,Sep-25,Dec-25\nRevenue (USD m),161,-,,\n",
            "subject,metric,date,value,unit\nRIOT,revenue,2025-03,161,USD m\n"
                + "RIOT,revenue,2025-06,,USD m\n",
            "ticker,date,Revenue (USD m)\nRIOT,2025-03,161\nRIOT,2025-06,\n",
        ])
    func missing(text: String) {
        #expect(
            Reading(text, options: options()).problems
                == [message("2025-03", "quarters", .quarter, else: Self.short)])
    }

    @Test(
        "columns of other months show that a figure is of a month",
        arguments: [
            "Metric,Jan-25,Feb-25,Mar-25,Apr-25,May-25,Jun-25\nRevenue (USD m),,,161,,,5\n",
            "Metric,Mar-25,Jun-25\nRevenue (USD m),,\nBTC held,1,2\n",
        ])
    func otherMonths(text: String) {
        #expect(Reading(text, options: options()).problems == [])
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
                == [message("2025-03", "quarters", .quarter, else: Self.short)])
    }

    @Test func `rejected rows do not count`() {
        let text = column(["2025-03", "2025-06"]) + "RIOT,revenue,2025-07,x,USD\n"
        #expect(Reading(text).reasons.map(\.code) == [.notValue, .distantMonths])
    }
}
