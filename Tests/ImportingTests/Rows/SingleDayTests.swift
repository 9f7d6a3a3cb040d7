import CSV
import Importing
import Mining
import Testing

/// Figures over a period whose periods a file writes as single days.
@Suite("Single days")
struct SingleDayTests {
    /// Each observation as `RIOT btc_mined 2025-12`.
    private func found(_ reading: Reading) -> [String] {
        reading.observations.map(\.value).map { "\($0.subject) \($0.metric) \($0.period)" }
    }

    private func options(_ length: PeriodLength) -> ImportOptions {
        var options = ImportOptions()
        options.periodLength = length
        return options
    }

    private var warnings: (Reading) -> [String] {
        { reading in
            reading.diagnostics.warnings.map { String("\($0)".dropFirst("q4.csv:".count)) }
        }
    }

    @Test(
        "the name of the column says what its days stand for",
        arguments: [
            ("Month", "2025-12-01", "2025-12"), ("month_end", "2025-12-31", "2025-12"),
            ("Quarter", "2025-12-31", "2025Q4"), ("Quarter ended", "2025-09-30", "2025Q3"),
            ("quarter", "2025-10-01", "2025Q4"), ("Year", "2025-12-31", "2025"),
            ("year", "2025", "2025"), ("Half year", "2025-06-30", "2025-01-01/2025-06-30"),
            ("Fiscal quarter", "2025-09-30", "2025Q3"), ("fiscal_year", "2025", "FY25"),
            ("Fiscal Year", "2025-09-30", "FY25"), ("fiscal_quarter", "2025Q4", "FY25Q4"),
            ("fiscal_quarter", "FY25Q4", "FY25Q4"), ("quarter", "FY25Q4", "FY25Q4"),
            ("Quarter ended", "2025-12", "2025Q4"), ("year", "2025-12", "2025"),
            ("half", "2025-06", "2025-01-01/2025-06-30"), ("fiscal_quarter", "2025-09", "2025Q3"),
            ("fiscal_year", "2025-09", "FY25"), ("month", "2025-12", "2025-12"),
        ])
    func columnNames(name: String, cell: String, expected: String) throws {
        let period = try #require(PeriodText(expected)?.period(fiscalYearEnd: 9))
        let reading = Reading("ticker,\(name),BTC mined,BTC held\nCLSK,\(cell),600,12000\n")
        #expect(reading.problems == [])
        #expect(warnings(reading) == [])
        #expect(
            found(reading) == ["CLSK btc_mined \(period)", "CLSK btc_held \(period.last)"])
        let long = Reading("subject,metric,\(name),value\nCLSK,btc_mined,\(cell),600\n")
        #expect(found(long) == ["CLSK btc_mined \(period)"])
    }

    @Test func `a month within the quarter of its column is refused`() {
        let reading = Reading("ticker,quarter,BTC mined\nCLSK,2025-11,600\n")
        #expect(found(reading) == [])
        #expect(reading.problems.count == 1)
    }

    @Test func `a note says how the days of a column were read`() {
        let reading = Reading("ticker,month,BTC mined\nRIOT,2025-12-01,460\n")
        #expect(
            reading.diagnostics.notes.last
                == "q4.csv: single days in month stand for months, such as 2025-12-01 for 2025-12")
    }

    @Test(
        "several days that are all the first or all the last of a month are refused, with the likely option",
        arguments: [
            (["2025-10-31", "2025-11-30", "2025-12-31"], "month"),
            (["2025-10-01", "2025-11-01", "2025-12-01"], "month"),
            (["2025-03-31", "2025-06-30", "2025-09-30"], "quarter"),
            (["2025-03-31", "2025-06-30", "2025-12-31"], "quarter"),
            (["2025-06-30", "2025-12-31"], "half"), (["2025-12-31", "2024-12-31"], "year"),
            (["2025-12-31", "2025-12-31"], "month"), (["2025-10-31", "2025-11-28"], "month"),
            (["2025-09-30", "2024-09-30"], "fiscal-year"),
        ])
    func refusal(days: [String], option: String) throws {
        let rows = days.map { "CLSK,revenue,\($0),5,USD m\n" }.joined()
        let text = "subject,metric,period,value,unit\n" + rows
        let reading = Reading(text)
        #expect(reading.reasons.map(\.code) == [.singleDays])
        let said = try #require(reading.problems.first)
        #expect(said.contains("import with --period-of \(option);"), "\(said)")
        // The advice works as it is.
        let length = try #require(PeriodLength(rawValue: option))
        let retry = Reading(text, options: options(length))
        #expect(retry.problems == [])
        #expect(warnings(retry) == [])
        #expect(retry.observations.allSatisfy { $0.value.period.wholeMonths == length.months })
    }

    @Test func `days as headers of columns are refused in the same way`() {
        let text = "metric,2025-03-31,2025-06-30\nrevenue,158.2,149.9\nbtc_held,19223,19273\n"
        var quarters = options(.quarter)
        quarters.defaults = [.subject: "RIOT", .unit: "USD m"]
        var open = quarters
        open.periodLength = nil
        #expect(Reading(text, options: open).reasons.map(\.code) == [.singleDays])
        let reading = Reading(text, options: quarters)
        #expect(reading.problems == [])
        #expect(
            found(reading) == [
                "RIOT revenue 2025Q1", "RIOT revenue 2025Q2", "RIOT btc_held 2025-03-31",
                "RIOT btc_held 2025-06-30",
            ])
    }

    @Test func `other single days of a figure over a period are a warning, one for each metric`() {
        let reading = Reading(
            """
            subject,metric,period,value,unit
            RIOT,btc_mined,2025-12-15,15,BTC
            MARA,btc_mined,2025-12-16,25,BTC
            RIOT,revenue,2025-12-31,5,USD m
            RIOT,btc_sold,2025-12-31/2025-12-31,5,BTC

            """)
        #expect(reading.problems == [])
        #expect(
            warnings(reading) == [
                "2: btc_mined: is measured over a period, but 2025-12-15 is a single day (2 figures "
                    + "of the file are of single days); if it stands for a longer period, write "
                    + "that, such as 2025-12",
                "4: revenue: is measured over a period, but 2025-12-31 is a single day; if it "
                    + "stands for a longer period, write that, such as 2025-12, 2025Q4 or 2025",
            ])
        #expect(
            Reading(
                "subject,metric,period,value\nRIOT,btc_mined,2025-12-15,15\n",
                options: options(.day)
            ).diagnostics.warningCount == 0)
    }

    @Test func `figures of the network are daily, unless all are of the ends of several months`() {
        func network(_ days: [String], _ options: ImportOptions = ImportOptions()) -> Reading {
            Reading(
                "subject,metric,period,value,unit\n"
                    + days.map { "BTC,network_hashrate,\($0),1000,EH/s\n" }.joined(),
                options: options)
        }
        for days in [
            ["2025-12-31"], ["2025-12-30", "2025-12-31"], ["2025-12-31", "2026-01-01"],
            ["2025-11-30", "2025-12-15"], ["2025-12-30", "2025-12-31", "2026-01-01"],
        ] {
            #expect(warnings(network(days)) == [])
            #expect(network(days).problems == [])
        }
        for (days, length) in [
            (["2025-11-30", "2025-12-31"], PeriodLength.month),
            (["2025-09-30", "2025-12-31"], .quarter), (["2025-01-01", "2026-01-01"], .year),
            (["2025-10-31", "2025-11-30", "2025-12-31"], .month),
        ] {
            let reading = network(days)
            #expect(reading.reasons.map(\.code) == [.singleDays])
            let said = reading.problems.joined()
            #expect(said.contains("import with --period-of \(length.rawValue);"), "\(said)")
            #expect(network(days, options(length)).problems == [])
            #expect(network(days, options(.day)).problems == [])
        }
    }

    @Test(
        "a period of another length than the column's name says is an error",
        arguments: [
            ("month", "2025Q4", "a month", "months, such as 2025-12"),
            ("Month", "2025", "a month", "months, such as 2025-12"),
            ("month_end", "FY25Q4", "a month", "months, such as 2025-12"),
            ("month", "2025-12-01/2025-12-15", "a month", "months, such as 2025-12"),
            ("quarter", "2025", "a quarter", "quarters, such as 2025Q4"),
            ("Quarter ended", "TTM 2025-12-31", "a quarter", "quarters, such as 2025Q4"),
            ("half", "2025Q4", "a half-year", "half-years, such as 2025-07-01/2025-12-31"),
            ("year", "2025Q4", "a year", "years, such as 2025"),
            ("fiscal_year", "2025Q4", "a fiscal year", "fiscal years, such as FY26"),
            ("fiscal_quarter", "FY25", "a fiscal quarter", "fiscal quarters, such as FY26Q1"),
            ("day", "2025-12", "a day", "days, such as 2025-12-31"),
        ])
    func otherLengths(name: String, cell: String, noun: String, remedy: String) {
        let text = "ticker,\(name),BTC mined\nCLSK,\(cell),600\n"
        #expect(
            Reading(text).problems == [
                "2: \(name): \"\(cell)\" is not \(noun), but the column is called \"\(name)\"; write "
                    + "\(remedy), or call the column period"
            ])
        #expect(Reading(text.replacing(name, with: "period")).problems == [])
        #expect(Reading(text, options: options(.month)).problems == [])
    }

    @Test(
        "a single day is offered as every period that it ends or begins",
        arguments: [
            ("2025-12-31", "2025-12, 2025Q4 or 2025"), ("2025-09-30", "2025-09 or 2025Q3"),
            ("2025-11-30", "2025-11"), ("2025-12-15", "2025-12"),
            ("2025-10-01", "2025-10 or 2025Q4"), ("2025-01-01", "2025-01, 2025Q1 or 2025"),
        ])
    func offers(day: String, periods: String) {
        #expect(
            warnings(Reading("ticker,date,BTC mined\nRIOT,\(day),600\n")) == [
                "2: btc_mined: is measured over a period, but \(day) is a single day; if it stands "
                    + "for a longer period, write that, such as \(periods)"
            ])
    }

    @Test func `a day within the period of its column is an error`() {
        #expect(
            Reading("ticker,quarter,BTC mined\nRIOT,2025-11-15,1430\n").problems == [
                "2: quarter: \"2025-11-15\" is neither the first nor the last day of a quarter; "
                    + "write the period, such as 2025Q4, or import with --period-of day"
            ])
        #expect(
            Reading("ticker,fiscal_year,BTC mined\nNEWC,2025,5000\n").reasons.map(\.code)
                == [.unknownFiscalYear])
        #expect(
            Reading("ticker,quarter,BTC mined\nRIOT,2025-10-31,9\n", options: options(.month))
                .observations.map(\.value.period.description) == ["2025-10"])
    }

    @Test func `rejected rows do not count`() {
        var rejected: [UInt8] = []
        var diagnostics = Diagnostics()
        let text =
            "ticker,date,BTC mined,BTC held\nRIOT,2025-11-30,1,x\nRIOT,2025-12-31,1,y\n"
            + "RIOT,2025-12-31,,5\n"
        let file = try? ImportFile(
            "q4.csv", MemorySource(Array(text.utf8)), rejecting: { rejected += $0 },
            reporting: &diagnostics)
        var rows = file?.rows(roster: .miners)
        while (try? rows?.next(reporting: &diagnostics)) != nil {}
        #expect(!rejected.isEmpty)
        #expect(diagnostics.problemCount == 0)
    }

    @Test(
        "a period that ended before bitcoin's first day is an error",
        arguments: ["1970-01-01", "1899-12-30", "1900-01-00", "2009-01-02", "2008", "2008Q4"])
    func beforeBitcoin(text: String) {
        let reading = Reading("ticker,date,BTC held\nRIOT,\(text),5\n")
        #expect(reading.reasons.count == 1)
        #expect(reading.observations.isEmpty)
        #expect(Reading("ticker,date,BTC held\nRIOT,2009-01-03,5\n").problems == [])
        #expect(Reading("ticker,date,BTC mined\nRIOT,2009,5\n").problems == [])
    }

    @Test func `a file with a date may have a column year that a profile ignores`() throws {
        var diagnostics = Diagnostics()
        let profile = try #require(
            Profile("p", "map: Date=period\nother-columns: ignore\n", reporting: &diagnostics))
        var options = ImportOptions()
        options.adopt(profile)
        let reading = Reading(
            "Date,Year,ticker,BTC held\n2025-12-31,2025,RIOT,5\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2025-12-31"])
    }

    @Test func `costs below zero are a warning, and values that become zero are counted`() {
        let reading = Reading(
            """
            subject,metric,period,value,unit
            RIOT,cost_of_revenue,2025Q1,(84.0),USD m
            RIOT,cost_of_revenue,2025Q2,(83.1),USD m
            RIOT,power_cost,2025Q1,-57.0,USD m
            RIOT,revenue,2025Q1,-5,USD m
            BTC,network_hashrate,2009-01-09,1.07E-07,TH/s
            BTC,network_hashrate,2009-01-10,8.9E-07,TH/s
            BTC,network_hashrate,2009-01-11,0.0000000,TH/s
            BTC,network_hashrate,2009-01-12,1.07E-99,TH/s

            """)
        #expect(reading.problems == [])
        #expect(
            warnings(reading) == [
                "2: cost_of_revenue: -84.0 USD m is a cost below zero, which is a credit (2 figures "
                    + "of the file are); if the parentheses only mark a cost, write it without them",
                "4: power_cost: -57.0 USD m is a cost below zero, which is a credit; if the "
                    + "parentheses only mark a cost, write it without them",
                "6: network_hashrate: \"1.07E-07\" is at most half of the base unit and became "
                    + "zero, as did 1 other value of the file; leave the cell empty if zero is wrong",
            ])
        #expect(reading.counts.rounded == 3)
        #expect(reading.counts.roundedToZero == 2)
    }
}
