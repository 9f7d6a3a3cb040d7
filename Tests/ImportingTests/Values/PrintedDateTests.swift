import Importing
import Mining
import Testing

@Suite("Dates and periods as reports and spreadsheets print them")
struct PrintedDateTests {
    private func reading(
        _ cells: [String], column: String = "date", metric: String = "BTC mined",
        options: ImportOptions = ImportOptions()
    ) -> Reading {
        Reading(
            "ticker,\(column),\(metric)\n" + cells.map { "RIOT,\"\($0)\",1\n" }.joined(),
            options: options)
    }

    private func periods(_ reading: Reading) -> [String] {
        reading.observations.map(\.value.period.description)
    }

    @Test(
        "months with two digits are months if the column shows it",
        arguments: [
            (["Oct-25", "Nov-25", "Dec-25"], ["2025-10", "2025-11", "2025-12"]),
            (["Dec-25", "Jan-26", "Mar-26"], ["2025-12", "2026-01", "2026-03"]),
            (["Feb-25", "May-25", "Aug-25"], ["2025-02", "2025-05", "2025-08"]),
            (["May-24", "Nov-24", "May-25"], ["2024-05", "2024-11", "2025-05"]),
            (["Feb-30", "Dec-25"], ["2030-02", "2025-12"]),
            (["Dec-25", "2026-01", "Nov 25"], ["2025-12", "2026-01", "2025-11"]),
        ])
    func months(cells: [String], expected: [String]) {
        let reading = reading(cells)
        #expect(reading.problems == [])
        #expect(periods(reading) == expected)
    }

    @Test(
        "months that may be days are errors",
        arguments: [
            ["Dec-25"], ["Dec-25", "Dec-25"], ["Dec-24", "Dec-25"], ["Nov-14", "Dec-12"],
            ["Nov-14", "Nov-15", "Nov-16"], ["Jan-31", "Feb-28", "Mar-31"],
            ["Oct-05", "Nov-05"], ["Nov-25", "Dec-25", "Dec-1"], ["Nov-25", "Dec-25", "1-Dec"],
            ["Oct-10", "Nov-07", "Dec-12"],
        ])
    func mayBeDays(cells: [String]) {
        let reading = reading(cells)
        #expect(reading.observations.isEmpty)
        #expect(reading.problems.count == cells.count)
        #expect(Set(reading.reasons.map(\.code)).isSubset(of: [.ambiguousMonth, .noYear]))
    }

    @Test func `the message says how to write the month, and names the option that helps`() {
        #expect(
            reading(["Dec-25"]).problems == [
                #"2: date: "Dec-25" could be Dec 2025 or a day without its year, and the other "#
                    + "periods do not show which; if it is the month, write Dec 2025, or import "
                    + "with --period-of month, quarter, half, year or fiscal-year"
            ])
        // The option would not help: 31 December is the end of a month, too.
        #expect(
            reading(["Dec-31"]).problems == [
                #"2: date: "Dec-31" could be Dec 2031 or a day without its year, and the other "#
                    + "periods do not show which; if it is the month, write Dec 2031"
            ])
        #expect(
            reading(["25-Dec"]).problems == [
                #"2: date: "25-Dec" has no year; write the day, such as 2025-12-31, or the month, "#
                    + "such as 2025-12"
            ])
    }

    @Test(arguments: ["Month", "month_ended", "Quarter ended", "Fiscal quarter"])
    func `a column of months or quarters has no days without a year`(column: String) {
        let reading = reading(["Dec-25"], column: column)
        #expect(reading.problems == [])
        #expect(periods(reading) == [column.contains("uarter") ? "2025Q4" : "2025-12"])
    }

    @Test func `the length that an option gives decides`() {
        var options = ImportOptions()
        options.periodLength = .month
        #expect(periods(reading(["Dec-25"], options: options)) == ["2025-12"])
        options.periodLength = .day
        #expect(
            reading(["Oct-25", "Nov-25"], options: options).reasons.map(\.code) == [
                .noYear, .noYear,
            ])
    }

    @Test(
        "a month by name and a year of two digits make a day",
        arguments: [
            ("31-Dec-25", "2025-12-31"), ("30 NOV 25", "2025-11-30"), ("5-Dec-25", "2025-12-05"),
            ("Dec 31, 25", "2025-12-31"), ("31. December 25", "2025-12-31"),
            ("31-Dec-25 00:00", "2025-12-31"), ("Dec. 31, 2025", "2025-12-31"),
        ])
    func namedMonths(text: String, day: String) {
        let reading = reading([text], metric: "BTC held")
        #expect(reading.problems == [])
        #expect(periods(reading) == [day])
    }

    @Test func `the year comes first only with the date order ymd`() {
        var options = ImportOptions()
        options.dateOrder = .ymd
        let first = reading(["25-Dec-31"], metric: "BTC held", options: options)
        #expect(periods(first) == ["2025-12-31"])
        let impossible = reading(["45-Dec-25"], metric: "BTC held")
        #expect(impossible.reasons.map(\.code) == [.impossibleDay])
    }

    @Test(
        "lengths of columns hold for printed periods, too",
        arguments: [
            ("quarter_ended", "October 2025", "notDayOfPeriod"),
            ("month", "Q1'25", "otherPeriodLength"), ("quarter", "9M25", "otherPeriodLength"),
            ("day", "Dec 2025", "otherPeriodLength"),
            ("quarter", "Year ended December 31, 2025", "otherPeriodLength"),
        ])
    func otherLengths(column: String, text: String, code: String) {
        let reading = reading([text], column: column)
        #expect(reading.observations.isEmpty)
        #expect(reading.reasons.map(\.code.rawValue) == [code])
    }

    @Test(
        "with a fiscal length, periods are fiscal unless the text fixes their days",
        arguments: [
            ("Q1'26", "2025Q4"), ("9M26", "2025-10-01/2026-06-30"),
            ("H1 2026", "2025-10-01/2026-03-31"), ("CQ1'26", "2026Q1"), ("Sept 2025", "2025Q3"),
            ("Three months ended December 31, 2025", "2025Q4"), ("2026-01/2026-03", "2026Q1"),
        ])
    func fiscalColumns(text: String, period: String) {
        var options = ImportOptions()
        options.periodLength = .fiscalQuarter
        let reading = Reading(
            "ticker,period,BTC mined\nCLSK,\"\(text)\",1\n", options: options)
        #expect(reading.problems == [])
        #expect(periods(reading) == [period])
    }

    @Test(
        "the message for the number of a day in a spreadsheet says which day it is",
        arguments: [
            ("46022", "2025-12-31"), ("45,991", "2025-11-30"), ("46022.75", "2025-12-31"),
            ("39816", "2009-01-03"),
        ])
    func dayNumbers(text: String, day: String) {
        #expect(
            reading([text]).problems == [
                #"2: date: "\#(text)" is the number by which spreadsheets store the day \#(day); "#
                    + "format it as a date such as \(day) in the spreadsheet, and save the file again"
            ])
        let published = Reading("ticker,date,BTC held,published_on\nRIOT,2025,1,\"\(text)\"\n")
        #expect(published.reasons.map(\.code) == [.dayNumber])
    }

    @Test(arguments: ["39815", "99999", "46,02", "46022.", "1,46022", "+46022", "46 022"])
    func `other numbers are not periods`(text: String) {
        #expect(reading([text]).reasons.map(\.code) == [.notPeriod])
    }
}
