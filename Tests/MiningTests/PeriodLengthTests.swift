import Mining
import Testing

/// Periods that files write as single days.
@Suite("Period lengths")
struct PeriodLengthTests {
    @Test(
        "a day stands for the period that it begins or ends",
        arguments: [
            (PeriodLength.month, "2025-12-01", "2025-12"), (.month, "2024-02-29", "2024-02"),
            // The last trading day of a month.
            (.month, "2024-03-28", "2024-03"), (.month, "2026-02-27", "2026-02"),
            (.quarter, "2025-12-31", "2025Q4"), (.quarter, "2025-10-01", "2025Q4"),
            (.quarter, "2025-12-01", "2025Q4"), (.half, "2025-06-30", "2025-01-01/2025-06-30"),
            (.half, "2025-07-01", "2025-07-01/2025-12-31"), (.year, "2025-12-31", "2025"),
            (.year, "2025-01-01", "2025"), (.day, "2025-12-15", "2025-12-15"),
            // The fiscal year of the test ends in September.
            (.fiscalYear, "2025-09-30", "2024-10-01/2025-09-30"),
            (.fiscalYear, "2024-10-01", "2024-10-01/2025-09-30"),
            (.fiscalQuarter, "2025-12-31", "2025Q4"), (.fiscalQuarter, "2025-09-27", "2025Q3"),
        ])
    func periods(length: PeriodLength, of text: String, is expected: String) throws {
        let day = try #require(Day(text))
        #expect(length.period(of: day, fiscalYearEnd: 9)?.description == expected)
    }

    @Test(
        "a day within a period stands for none",
        arguments: [
            (PeriodLength.month, "2025-12-15"), (.month, "2025-12-02"), (.month, "2025-12-27"),
            (.quarter, "2025-11-30"), (.quarter, "2025-11-01"), (.year, "2025-09-30"),
            (.half, "2025-03-31"), (.fiscalYear, "2025-12-31"), (.fiscalQuarter, "2025-11-30"),
        ])
    func noPeriod(length: PeriodLength, of text: String) throws {
        let day = try #require(Day(text))
        #expect(length.period(of: day, fiscalYearEnd: 9) == nil)
    }

    @Test func `fiscal periods need the month in which the fiscal year ends`() throws {
        let day = try #require(Day("2025-12-31"))
        for length in PeriodLength.allCases {
            #expect((length.period(of: day, fiscalYearEnd: nil) == nil) == length.isFiscal)
        }
        for month in 1...12 {
            let last = try #require(Day(lastOf: month, year: 2025))
            let year = PeriodLength.fiscalYear.period(of: last, fiscalYearEnd: month)
            #expect(year?.last == last)
            #expect(year?.wholeMonths == 12)
        }
    }
}
