import Importing
import Mining
import Testing

@Suite("Periods in two columns")
struct YearTests {
    private func reading(
        _ year: String, _ part: String, columns: String, ticker: String = "CLSK",
        options: ImportOptions = ImportOptions()
    ) -> Reading {
        Reading(
            "Ticker,\(columns),BTC mined\n\(ticker),\(year),\(part),1324\n", options: options)
    }

    @Test(
        "a year and a quarter, month or half beside it are a period",
        arguments: [
            ("Year,Quarter", "2025", "4", "2025Q4"), ("Year,Quarter", "2025", "Q4", "2025Q4"),
            ("Year,Quarter", "2025", "4Q", "2025Q4"), ("Year,Quarter", "25", "1", "2025Q1"),
            ("Year,Quarter", "2025", "2025Q4", "2025Q4"), ("Year,Qtr", "2025.0", "4.0", "2025Q4"),
            ("Year,Q", "2025", "3", "2025Q3"), ("Year,Quarter", "2025", "First quarter", "2025Q1"),
            ("Year,Month", "2025", "12", "2025-12"), ("Year,Month", "2025", "02", "2025-02"),
            ("Year,Month", "2025", "Dec", "2025-12"), ("Year,Month", "2025", "december", "2025-12"),
            ("Year,Half", "2025", "1", "2025-01-01/2025-06-30"),
            ("Year,Half", "2025", "H2", "2025-07-01/2025-12-31"),
            ("Year,Half", "2025", "2H", "2025-07-01/2025-12-31"),
            ("Fiscal year,Fiscal quarter", "2025", "4", "2025Q3"),
            ("FY,Quarter", "2025", "1", "2024Q4"), ("Fiscal year,Q", "FY25", "Q1", "2024Q4"),
            ("Year,Quarter", "FY26", "1", "2025Q4"),
            ("Fiscal year,Half", "2025", "1", "2024-10-01/2025-03-31"),
        ])
    func read(columns: String, year: String, part: String, period: String) {
        let reading = reading(year, part, columns: columns)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == [period])
    }

    @Test func `the order of the columns and other columns do not matter`() {
        let reading = Reading(
            """
            Quarter,BTC mined,Source,Year,Ticker
            4,1324,release,2025,RIOT
            3,1406,,2025,RIOT
            """)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2025Q4", "2025Q3"])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Ticker as subject, Year, Quarter, Source, BTC mined as btc_mined in BTC"
            ])
    }

    @Test func `a long file may have them, too`() {
        let reading = Reading(
            "subject,metric,year,quarter,value\nRIOT,btc_mined,2025,4,1324\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2025Q4"])
    }

    @Test func `an option makes the quarters fiscal`() {
        var options = ImportOptions()
        options.periodLength = .fiscalQuarter
        let reading = reading("2025", "4", columns: "Year,Quarter", options: options)
        #expect(reading.observations.map(\.value.period.description) == ["2025Q3"])
    }

    @Test(
        "what is no part of the year is an error",
        arguments: [
            ("Year,Quarter", "2025", "5"), ("Year,Quarter", "2025", "0"),
            ("Year,Quarter", "2025", "FY"), ("Year,Quarter", "2025", "2024Q4"),
            ("Year,Quarter", "2025", "H1"), ("Year,Quarter", "2025", "Dec"),
            ("Year,Quarter", "2025Q4", "4"), ("Year,Quarter", "5", "4"),
            ("Year,Month", "2025", "13"), ("Year,Month", "2025", "Q4"),
            ("Year,Month", "2025", "2025-12-31"), ("Year,Half", "2025", "3"),
            ("Fiscal year,Month", "2025", "12"), ("Fiscal year,Month", "2025", "Dec"),
            ("Fiscal year,Quarter", "2025", "2025Q4"), ("Year,Quarter", "2025", "Q4 TTM"),
        ])
    func refused(columns: String, year: String, part: String) {
        let reading = reading(year, part, columns: columns)
        #expect(reading.observations.isEmpty)
        #expect(reading.reasons.map(\.code) == [.notYearPart])
    }

    @Test func `the message says what to write`() {
        #expect(
            reading("2025", "5", columns: "Year,Quarter").problems == [
                #"2: Quarter: "5" beside the year "2025" is not a quarter; write 1 to 4 beside a "#
                    + "calendar year such as 2025, or all of it in one column called period, such as "
                    + "2025Q4"
            ])
        #expect(
            reading("", "4", columns: "Year,Quarter").problems
                == ["2: Year: is empty, but every row needs it; fill it in or remove the row"])
        #expect(
            reading("2025", "4", columns: "Fiscal year,Quarter", ticker: "NEWC").reasons.map(\.code)
                == [.unknownFiscalYear])
    }

    @Test func `a year beside a date is another column`() {
        let reading = Reading("ticker,date,year,BTC held\nRIOT,2025-12-31,2025,5\n")
        #expect(reading.reasons.map(\.code) == [.unknownColumn])
    }
}
