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

    private func options(_ length: PeriodLength?, map: String? = nil) throws -> ImportOptions {
        var options = ImportOptions.defaults([.subject: "RIOT"])
        options.periodLength = length
        if let map { options.mappings = [try ColumnMapping(map)] }
        return options
    }

    private static let months =
        "Year,Month,Revenue (USD m)\n2025,3,161\n2025,6,153\n2025,9,180\n"

    @Test(
        "an option or a mapping says what months in two columns stand for",
        arguments: [
            (.quarter, nil, ["2025Q1", "2025Q2", "2025Q3"]),
            (.month, nil, ["2025-03", "2025-06", "2025-09"]),
            (nil, "Month=quarter", ["2025Q1", "2025Q2", "2025Q3"]),
            (nil, "Month=month", ["2025-03", "2025-06", "2025-09"]),
            (.fiscalQuarter, nil, ["2025Q1", "2025Q2", "2025Q3"]),
            (.day, nil, ["2025-03", "2025-06", "2025-09"]),
        ] as [(PeriodLength?, String?, [String])])
    func meanings(length: PeriodLength?, map: String?, periods: [String]) throws {
        let reading = Reading(Self.months, options: try options(length, map: map))
        #expect(reading.problems == [])
        #expect(reading.diagnostics.warnings.isEmpty)
        #expect(reading.observations.map(\.value.period.description) == periods)
    }

    @Test func `months in two columns that may be quarters are an error, as in one column`() throws
    {
        #expect(
            Reading(Self.months, options: try options(nil)).problems == [
                "2: revenue: is measured over a period, but all of its months end a quarter, such "
                    + "as 2025-03, and no two follow each other; if they stand for quarters, import "
                    + "with --period-of quarter; otherwise with --period-of month or fiscal-quarter"
            ])
        #expect(
            Reading(
                Self.months.replacing("2025,3,", with: "2025,2,"), options: try options(.quarter)
            )
            .problems == [
                "2: Month: \"2\" is neither the first nor the last day of a quarter; write the "
                    + "period, such as 2025Q4, or import with --period-of day or month"
            ])
    }

    @Test func `other periods than those of the column are an error`() throws {
        let quarters = "Year,Quarter,Revenue (USD m)\n2025,1,161\n2025,2,153\n"
        #expect(
            Reading(quarters, options: try options(.year)).problems == [
                "1: Quarter: has quarters of the years beside it, but --period-of asks for years; "
                    + "import without --period-of year"
            ])
        #expect(
            Reading(quarters, options: try options(nil, map: "Quarter=month")).problems == [
                "1: Quarter: has quarters of the years beside it, but --map asks for months; "
                    + "import without --map for this column"
            ])
        #expect(
            Reading("Year,Half,BTC mined\n2025,1,5\n", options: try options(.quarter)).problems == [
                "1: Half: has half-years of the years beside it, but --period-of asks for "
                    + "quarters; import without --period-of quarter"
            ])
        for length in [PeriodLength.quarter, .day] {
            #expect(Reading(quarters, options: try options(length)).problems == [])
        }
    }

    @Test(
        "a note calls the columns by their names",
        arguments: [
            ("Year,Month", "Year, Month"), ("Year,Half", "Year, Half"),
            ("FY,Quarter", "FY, Quarter"),
            ("Calendar year,Qtr", "Calendar year, Qtr"),
        ])
    func note(columns: String, said: String) {
        #expect(
            reading("2025", "1", columns: columns, ticker: "RIOT").diagnostics.notes
                == ["q4.csv: read Ticker as subject, \(said), BTC mined as btc_mined in BTC"])
    }

    @Test(
        "a text that is not a part of the year is an error",
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
            reading("2025", "2H", columns: "Fiscal year,Quarter").problems == [
                #"2: Quarter: "2H" beside the year "2025" is not a quarter; write 1 to 4 beside a "#
                    + "fiscal year such as 2025, or all of it in one column called period, such as "
                    + "FY26Q1"
            ])
        #expect(
            reading("FY25", "12", columns: "Year,Month").problems == [
                #"2: Month: "12" beside the fiscal year "FY25" is not a month; write all of it in "#
                    + "one column called period, such as 2025-12"
            ])
        #expect(
            reading("", "4", columns: "Year,Quarter").problems
                == ["2: Year: is empty, but every row needs it; fill it in or remove the row"])
        #expect(
            reading("2025", "4", columns: "Fiscal year,Quarter", ticker: "NEWC").reasons.map(\.code)
                == [.unknownFiscalYear])
    }

    @Test func `a year beside a date is an unknown column`() {
        let reading = Reading("ticker,date,year,BTC held\nRIOT,2025-12-31,2025,5\n")
        #expect(reading.reasons.map(\.code) == [.unknownColumn])
    }
}
