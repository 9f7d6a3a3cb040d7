import Importing
import Mining
import Testing

/// Columns that have the periods, or parts of them.
@Suite("Columns of periods")
struct PeriodColumnTests {
    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map { "\($0.value.metric) \($0.value.period) \($0.value.value)" }
    }

    @Test(
        "a column with the type of the period says how long it is",
        arguments: [
            ("2025-12-31,Quarter", "2025Q4"), ("12/31/2025,Quarterly", "2025Q4"),
            ("2025-12-31,Q", "2025Q4"), ("2025-12,Quarter", "2025Q4"), ("2025-12-31,FY", "2025"),
            ("2025-06-30,Annual", "2024-07-01/2025-06-30"), ("2025-12-31,Month", "2025-12"),
            ("2025-06-30,Half Year", "2025-01-01/2025-06-30"), ("2025Q4,Quarter", "2025Q4"),
            ("2025-12-31/2025-12-31,", "2025-12-31"),
        ])
    func type(cells: String, period: String) {
        let reading = Reading(
            "Ticker,Period End,Period Type,Revenue (USD m)\nRIOT,\(cells),152.8\n")
        #expect(reading.problems == [])
        #expect(figures(reading) == ["revenue \(period) 152.8 USD m"])
    }

    @Test(
        "a type that does not fit is an error",
        arguments: [
            (
                "2025-12-31,YTD",
                #"2: Period Type: "YTD" is not how long a period is, such as Month, Quarter, Half or "#
                    + "Year; write one of them, or the whole period, such as 2025Q4, in a column "
                    + "called period"
            ),
            (
                "2025-12-30,Quarter",
                #"2: Period End: "2025-12-30" is not the end of a period of the type "Quarter" "#
                    + "beside it; write its last day, such as 2025-12-31"
            ),
            (
                "2025Q4,Year",
                #"2: Period End: "2025Q4" is not the end of a period of the type "Year" beside it; "#
                    + "write its last day, such as 2025-12-31"
            ),
        ])
    func otherType(cells: String, problem: String) {
        let reading = Reading(
            "Ticker,Period End,Period Type,Revenue (USD m)\nRIOT,\(cells),152.8\n")
        #expect(reading.problems == [problem])
    }

    @Test(
        "the first and the last day of a period may be in two columns",
        arguments: [
            "start_date,end_date", "from,to", "Start,End", "Period Start,Period End",
        ])
    func startAndEnd(names: String) {
        let reading = Reading(
            "ticker,\(names),Revenue (USD m),BTC held\nRIOT,2025-10-01,2025-12-31,152.8,18005\n"
                + "RIOT,2025-10,2025-11,9,\nRIOT,,2025-09-30,,19287\n")
        #expect(reading.problems == [])
        #expect(
            figures(reading) == [
                "revenue 2025Q4 152.8 USD m", "btc_held 2025-12-31 18005 BTC",
                "revenue 2025-10-01/2025-11-30 9 USD m", "btc_held 2025-09-30 19287 BTC",
            ])
    }

    @Test func `an end before its start is an error`() {
        let reading = Reading("ticker,from,to,BTC mined\nRIOT,2025-12-31,2025-12-01,460\n")
        #expect(
            reading.problems == [
                "2: to: the end, 2025-12-01, is before the start, 2025-12-31; correct one of them"
            ])
    }

    @Test func `a column named as_of has the days of figures`() {
        for name in ["As of", "as_of", "As of date"] {
            let reading = Reading("\(name),Ticker,BTC held\n2025-12-31,RIOT,18005\n")
            #expect(reading.problems == [])
            #expect(figures(reading) == ["btc_held 2025-12-31 18005 BTC"])
        }
    }

    @Test(
        "parts of years across are read with a column of years",
        arguments: [
            ("Year,Q1,Q2", "2025", ["2025Q1", "2025Q2"]),
            ("Year,Jan,Feb", "2025", ["2025-01", "2025-02"]),
            ("Fiscal Year,Q1,Q2", "2025", ["2024Q4", "2025Q1"]),
            ("FY,1H,2H", "2025", ["2024-10-01/2025-03-31", "2025-04-01/2025-09-30"]),
        ])
    func yearAcross(names: String, year: String, periods: [String]) {
        let reading = Reading(
            "Ticker,\(names)\nCLSK,\(year),1530,1426\n",
            options: .defaults([.metric: "btc_mined"]))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == periods)
    }

    @Test func `a column mapped to fiscal years has them`() throws {
        var options = ImportOptions.defaults([.metric: "btc_mined"])
        options.mappings = [try ColumnMapping("Jahr=fiscal_year")]
        let reading = Reading("Ticker,Jahr,Q1,Q2\nCLSK,2025,1530,1426\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2024Q4", "2025Q1"])
    }

    @Test func `months across are quarters if the option says so`() {
        var options = ImportOptions.defaults([.metric: "revenue", .unit: "USD m"])
        options.periodLength = .quarter
        let reading = Reading("Ticker,Year,Mar,Jun\nRIOT,2025,161,153\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2025Q1", "2025Q2"])
    }

    @Test func `a start or end that is a fiscal period is an error`() {
        let reading = Reading(
            "ticker,from,to,BTC mined\nCLSK,2025-10-01,FY26Q1,460\nCLSK,FY26Q1,2025-12-31,460\n"
                + "CLSK,2025-11-01,2025-11-30,150\n")
        #expect(
            reading.problems == [
                "2: to: \"FY26Q1\" is not a day, such as 2025-12-31",
                "3: from: \"FY26Q1\" is not a day, such as 2025-12-31",
            ])
        #expect(reading.observations.count == 1)
    }

    @Test func `a bad year beside parts of years is an error`() {
        let reading = Reading(
            "Ticker,Metric,Year,Q1,Q2\nCLSK,BTC mined,last,1530,1426\nCLSK,BTC mined,,1,2\n")
        #expect(
            reading.problems == [
                "2: Year: \"last\" is not a year, such as 2025 or FY26",
                "3: Year: is empty, but every row needs it; fill it in or remove the row",
            ])
    }

    @Test func `parts of years without a year are an error`() {
        let reading = Reading(
            "Metric,Q1,Q2,Q3\nBTC mined,1,2,3\n", options: .defaults([.subject: "RIOT"]))
        #expect(
            reading.problems == [
                #"1: "Q1", "Q2" and "Q3" have no year; write it in each name, such as Q1 2025, in "#
                    + "the line above, or in a column called year"
            ])
    }

    @Test func `a mark of published figures is no part of the period`() {
        let text =
            "Metric,1Q25A,2Q25 Actual,Q3'25 (A),2024A,Q4A 2024,3Q 2024A,Q2 2024A,1QA 2024,Actual 2023\n"
            + "BTC mined,1,2,3,4,5,6,7,8,9\n"
        let reading = Reading(text, options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.period.description)
                == [
                    "2025Q1", "2025Q2", "2025Q3", "2024", "2024Q4", "2024Q3", "2024Q2", "2024Q1",
                    "2023",
                ])
        let rows = Reading("ticker,period,BTC mined\nRIOT,1Q25A,1\n")
        #expect(rows.observations.map(\.value.period.description) == ["2025Q1"])
    }

    @Test(
        "a mark of expected figures is found wherever it stands",
        arguments: ["Q1E 2025", "Q1 2025E", "1QE 2025", "Est. 2026", "H1F 2026", "FY26 (budget)"])
    func expected(name: String) {
        let header = Reading(
            "Metric,\(name)\nBTC mined,1\n", options: .defaults([.subject: "RIOT"]))
        #expect(header.reasons.map(\.code) == [.expectedPeriod])
        let cell = Reading("ticker,period,BTC mined\nRIOT,\(name),1\n")
        #expect(cell.reasons.map(\.code) == [.expectedPeriod])
    }

    @Test func `a mark above or beside the year counts`() {
        let text = "Riot Platforms\n,Actuals,,Estimate\n,2024,2025,2026\nBTC mined,1,2,3\n"
        #expect(
            Reading(text).problems == [
                "2: Estimate 2026: \"Estimate 2026\" is a period of expected figures; a book has only "
                    + "published ones; leave it out with --ignore-column 'Estimate 2026'"
            ])
        var options = ImportOptions()
        options.mappings = [ColumnMapping(ignoring: "Estimate 2026")]
        #expect(
            Reading(text, options: options).observations.map(\.value.period.description)
                == ["2024", "2025"])
        let quarters = Reading("Riot Platforms\n,2025,,\n,Q1A,Q2A,Q3\nBTC mined,1,2,3\n")
        #expect(quarters.problems == [])
        #expect(
            quarters.observations.map(\.value.period.description)
                == ["2025Q1", "2025Q2", "2025Q3"])
    }

    @Test(
        "columns of times have periods",
        arguments: [
            "Timestamp", "timestamp_utc", "Datetime", "Timestamp (UTC)", "Date(UTC)", "Time",
            "As at", "trade_date", "Period end date", "reporting_period",
        ])
    func times(name: String) {
        for cell in [
            "2025-12-31", "2025-12-31T00:00:00Z", "2025-12-31 00:00:00+00:00", "1767139200",
        ] {
            let reading = Reading("ticker,\(name),BTC held\nRIOT,\(cell),18005\n")
            #expect(reading.problems == [])
            #expect(reading.observations.map(\.value.period.description) == ["2025-12-31"])
        }
    }

    @Test func `a time of day beside a date is not its period`() {
        let reading = Reading("ticker,date,time,BTC held\nRIOT,2025-12-31,16:00,18005\n")
        #expect(reading.reasons.map(\.code) == [.unknownColumn])
    }

    @Test func `expected figures are an error that says how to leave them out`() {
        let text = "Metric,1Q25A,2Q25E,FY26 est.\nBTC mined,1,2,3\n"
        var options = ImportOptions.defaults([.subject: "RIOT"])
        #expect(
            Reading(text, options: options).problems
                == ["2Q25E", "FY26 est."].map { name in
                    "1: \(name): \"\(name)\" is a period of expected figures; a book has only "
                        + "published ones; leave it out with --ignore-column '\(name)'"
                })
        options.mappings = [
            ColumnMapping(ignoring: "2Q25E"),
            ColumnMapping(ignoring: "FY26 est."),
        ]
        #expect(
            Reading(text, options: options).observations.map(\.value.period.description)
                == ["2025Q1"])
        #expect(
            Reading("ticker,period,BTC mined\nRIOT,Q1 2026E,1\n").problems == [
                "2: period: \"Q1 2026E\" is a period of expected figures; a book has only published "
                    + "ones; remove the row"
            ])
    }

    @Test(
        "fiscal and other years of one company are an error",
        arguments: [
            "Ticker,Quarter,Revenue (USD m)\nCLSK,FQ4 2025,223.7\nCLSK,Q1 2026,181\n",
            "Ticker,Metric,FQ4 2025,Q1 2026\nCLSK,Revenue (USD m),223.7,181\n",
        ])
    func mixedYears(text: String) {
        let reading = Reading(text)
        #expect(
            reading.reasons.map(\.description) == [
                "2026Q1 is not called fiscal, but other periods of CLSK in the file are, so that it "
                    + "is not clear which years are meant; write all of them as fiscal ones, such as "
                    + "FY26Q1, or those of the calendar as CQ1 2026 or CY2026"
            ])
        // The years of this company are those of the calendar.
        #expect(Reading(text.replacing("CLSK", with: "RIOT")).problems == [])
        #expect(Reading(text.replacing("Q1 2026", with: "CQ1 2026")).problems == [])
        #expect(Reading(text.replacing("Q1 2026", with: "Q1 FY2026")).problems == [])
    }
}
