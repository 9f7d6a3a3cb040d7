import Importing
import Mining
import Testing

@Suite("Dates")
struct DateTests {
    @Test(
        "an unambiguous date needs no date order",
        arguments: [
            ("2025/12/31", "2025-12-31"), ("2025-1-5", "2025-01-05"), ("20191125", "2019-11-25"),
            ("2025.02.01", "2025-02-01"), ("Nov 25, 2019", "2019-11-25"),
            ("25 Nov 2019", "2019-11-25"), ("25-november-2019", "2019-11-25"),
            ("Sept 5 2025", "2025-09-05"), ("2019-11-25T23:00:00Z", "2019-11-25"),
            ("2019-11-25 23:00:00", "2019-11-25"), ("2019-11-25 23:00:00.000 +02:00", "2019-11-25"),
            ("31.12.2025", "2025-12-31"), ("12/31/2025", "2025-12-31"),
            ("2019-11-25 4:00 PM", "2019-11-25"), ("2019-11-25 12:00:00am", "2019-11-25"),
            ("25.11.2019 23:00", "2019-11-25"), ("05/05/2025", "2025-05-05"),
            ("1574636400", "2019-11-24"), ("Nov. 25, 2019", "2019-11-25"),
            ("25. November 2019", "2019-11-25"), ("Q4 2025", "2025-12-31"),
        ])
    func clear(text: String, day: String) {
        let reading = Reading("ticker,date,BTC held\nRIOT,\"\(text)\",1\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == [day])
    }

    @Test(
        "dates with signs or stray marks are errors",
        arguments: [
            "+025-01-01", "-2025-01-01", "2025--01-01", ",2025,01,01", "2025-01-01-", "2025-+1-01",
            "2025.01-01", "2025-01/01", "01//02/2025", "/01/02/2025", "+1/2/2025", "Nov+5 2025",
            "-Nov 5, 2025", "Nov 5,, 2025", "+20250101", "0000000000", "0000000000000",
            "0574636400", "-1574636400", "+574636400", "2 025-01-01", "2025-01-0 1", "20 25",
            "FY-26", "FY2-6", "--FY26", "FY26--Q1",
        ])
    func strayMarks(text: String) {
        let reading = Reading("ticker,date,BTC held\nRIOT,\"\(text)\",1\n")
        #expect(reading.observations.isEmpty)
        #expect(reading.problems.count == 1)
        #expect(reading.problems[0].hasPrefix("2: date: \"\(text)\" "))
    }

    @Test(
        "a time of day falls on the day of the timezone",
        arguments: [
            ("2019-11-24T23:00:00Z", 60, "2019-11-25"),
            ("2019-11-24 23:00:00 UTC", 60, "2019-11-25"),
            ("2019-11-24 11:00 PM", 60, "2019-11-25"), ("2019-11-24 11:00 AM", 60, "2019-11-24"),
            ("2019-11-24 12:30 AM", -60, "2019-11-23"),
            ("2019-11-24 22:59:00GMT", 60, "2019-11-24"), ("2019-11-24 22:59", 60, "2019-11-24"),
            ("2019-11-25 00:30:00", -60, "2019-11-24"), ("2019-11-25", 60, "2019-11-25"),
            ("2019-11-25T00:30:00+02:00", 60, "2019-11-24"), ("1574636400", 60, "2019-11-25"),
        ])
    func timezones(text: String, minutes: Int, day: String) {
        var options = ImportOptions()
        options.timezone = minutes
        let reading = Reading("ticker,date,BTC held\nRIOT,\(text),1\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == [day])
    }

    @Test(
        "--date-order gives the order",
        arguments: [
            (DateOrder.dmy, "01/02/2025", "2025-02-01"), (.mdy, "1/2/25", "2025-01-02"),
            (.ymd, "25.01.02", "2025-01-02"), (.mdy, "2025-12-31", "2025-12-31"),
        ])
    func said(order: DateOrder, text: String, day: String) {
        var options = ImportOptions()
        options.dateOrder = order
        let reading = Reading("ticker,date,BTC held\nRIOT,\(text),1\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == [day])
    }

    @Test func `one date shows the order of its whole column, including earlier rows`() {
        let reading = Reading(
            "ticker,date,BTC held\nRIOT,01/02/2025,1\nRIOT,02/02/2025,2\nRIOT,25/02/2025,3\n",
            batchSize: 1)
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.period.description)
                == ["2025-02-01", "2025-02-02", "2025-02-25"])
        #expect(
            reading.diagnostics.notes.last
                == #"q4.csv: date is read as dmy, because of "25/02/2025" on line 4"#)
    }

    @Test func `each column has its own order`() {
        let reading = Reading(
            "ticker,date,BTC held,published_on\nRIOT,25/02/2025,1,03/26/2025\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.publishedOn) == [day("2025-03-26")])
    }

    @Test(
        "a column with several possible orders or mixed values is an error",
        arguments: [
            (
                ["31/12/25"],
                #"2: date: "31/12/25" could be 2031-12-25 or 2025-12-31, and the column does "#
                    + "not show which; choose with --date-order ymd or dmy"
            ),
            (
                ["1574636400", "2025-12-31"],
                #"2: date: "1574636400" looks like seconds since 1970, but other cells of the "#
                    + "column do not; write the day, such as 2025-02-01"
            ),
        ])
    func refused(dates: [String], sentence: String) {
        let reading = Reading(
            "ticker,date,BTC held\n" + dates.map { "RIOT,\($0),1\n" }.joined())
        #expect(reading.problems == [sentence])
    }

    @Test func `a column with two orders is an error in each of its rows`() {
        let reading = Reading("ticker,date,BTC held\nRIOT,13/01/2025,1\nRIOT,01/13/2025,1\n")
        #expect(
            reading.problems == [
                #"2: date: "13/01/2025" is in a column whose dates have different orders, as "#
                    + #""01/13/2025" on line 3 shows; write all of them like 2025-02-01"#,
                #"3: date: "01/13/2025" is in a column whose dates have different orders, as "#
                    + #""01/13/2025" on line 3 shows; write all of them like 2025-02-01"#,
            ])
    }

    @Test func `a date that is not a day in the given order is an error`() {
        var options = ImportOptions()
        options.dateOrder = .mdy
        let reading = Reading("ticker,date,BTC held\nRIOT,13/01/2025,1\n", options: options)
        #expect(
            reading.problems
                == [#"2: date: "13/01/2025" is not a day in the order mdy of --date-order"#])
    }
}
