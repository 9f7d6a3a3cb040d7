import TestSupport
import Testing

@testable import Mining

@Suite("Periods")
struct PeriodTests {
    private func period(_ text: String, fiscalYearEnd: Int? = nil) -> Period? {
        PeriodText(text)?.period(fiscalYearEnd: fiscalYearEnd)
    }

    @Test(arguments: [
        ("2025-12-31", "2025-12-31", "2025-12-31", "2025-12-31"),
        ("2025-12", "2025-12-01", "2025-12-31", "2025-12"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2025Q4", "2025-10-01", "2025-12-31", "2025Q4"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "2025Q4"),
        ("Q4 2025", "2025-10-01", "2025-12-31", "2025Q4"),
        ("q4 25", "2025-10-01", "2025-12-31", "2025Q4"),
        ("4Q25", "2025-10-01", "2025-12-31", "2025Q4"),
        ("4Q2025", "2025-10-01", "2025-12-31", "2025Q4"),
        ("2025", "2025-01-01", "2025-12-31", "2025"),
        ("12/2025", "2025-12-01", "2025-12-31", "2025-12"),
        ("2025/3", "2025-03-01", "2025-03-31", "2025-03"),
        ("2026-01-01/2026-01-15", "2026-01-01", "2026-01-15", "2026-01-01/2026-01-15"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31", "2025Q1"),
        ("2025-02/2025-04", "2025-02-01", "2025-04-30", "2025-02-01/2025-04-30"),
        ("2026-01-15/2026-01-15", "2026-01-15", "2026-01-15", "2026-01-15"),
        ("TTM 2025-12-31", "2025-01-01", "2025-12-31", "2025"),
        ("2025Q4 TTM", "2025-01-01", "2025-12-31", "2025"),
        ("ttm 2025q3", "2024-10-01", "2025-09-30", "2024-10-01/2025-09-30"),
        ("2025-02 TTM", "2024-03-01", "2025-02-28", "2024-03-01/2025-02-28"),
        ("TTM 2024-02-29", "2023-03-01", "2024-02-29", "2023-03-01/2024-02-29"),
        ("TTM 2026-01-15", "2025-01-16", "2026-01-15", "2025-01-16/2026-01-15"),
        ("Q4 2025 TTM", "2025-01-01", "2025-12-31", "2025"),
        ("LTM Sep-25", "2024-10-01", "2025-09-30", "2024-10-01/2025-09-30"),
        ("LTM Dec 2025", "2025-01-01", "2025-12-31", "2025"),
    ])
    func `each form is parsed to its days and printed in the shortest form`(
        text: String, first: String, last: String, canonical: String
    ) throws {
        let period = try #require(self.period(text))
        #expect(period.first.description == first)
        #expect(period.last.description == last)
        #expect(period.description == canonical)
    }

    @Test(arguments: [
        ("FY26Q1", 6, "2025Q3"), ("FY26Q4", 6, "2026Q2"), ("FY2026 Q1", 6, "2025Q3"),
        ("Q1 FY26", 6, "2025Q3"), ("1QFY26", 6, "2025Q3"), ("FY26-Q2", 6, "2025Q4"),
        ("FY25Q1", 12, "2025Q1"), ("FY25", 12, "2025"), ("FY25Q4", 9, "2025Q3"),
        ("FY25Q1", 9, "2024Q4"), ("FY25Q1", 3, "2024Q2"), ("FY25Q4", 3, "2025Q1"),
        ("FY25Q3 TTM", 9, "2024-07-01/2025-06-30"), ("TTM FY25", 9, "2024-10-01/2025-09-30"),
        ("FY25", 3, "2024-04-01/2025-03-31"), ("FY25Q1", 1, "2024-02-01/2024-04-30"),
    ])
    func `fiscal periods depend on the month in which the fiscal year ends`(
        text: String, end: Int, canonical: String
    ) {
        #expect(period(text, fiscalYearEnd: end)?.description == canonical)
    }

    @Test func `a fiscal period without a known fiscal year end is nil`() {
        #expect(period("FY26Q1") == nil)
        #expect(period("TTM FY26Q1") == nil)
        #expect(period("FY26Q1", fiscalYearEnd: 13) == nil)
    }

    @Test(arguments: [
        "", "2025-13", "2025-02-30", "2025Q5", "2025Q0", "Q5 2025", "5Q25", "25", "202", "20255",
        "2025-1", "01/02/2025", "2026-01-15/2026-01-01", "2026-01-15/", "/2026-01-15", "FY",
        "FY26Q5",
        "FYQ1", "FY6", "Q", "Q4", "4Q", "2025-12-31-01", "2025/13", "12/25", "1/2/3", "LTM Sep-30",
        "LTM", "-",
        "Q1FY26Q2", "TTM", "TTM TTM 2025Q4", "TTM 2025Q4 TTM", "TTM 2025-01/2025-12", "TTM 0001-06",
        "0000", "FY26/FY27", "QQFY26", "11FY26",
    ])
    func `text that is not a period is rejected`(text: String) {
        #expect(PeriodText(text) == nil)
    }

    @Test func `printing and parsing any period returns it`() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<5_000 {
            let first = try #require(Day(number: .random(in: 10_000...30_000, using: &random)))
            let whole = Bool.random(using: &random)
            let start = whole ? first.firstOfMonth : first
            let length = Int.random(in: 0...800, using: &random)
            let end = whole ? start.advanced(by: length).lastOfMonth : start.advanced(by: length)
            let period = try #require(Period(start, end))
            #expect(self.period(period.description) == period)
        }
    }

    @Test(arguments: [
        ("2026-01-15", "2025-12-31"), ("2026-01", "2025-12"), ("2025Q1", "2024Q4"),
        ("2025", "2024"), ("2026-01-01/2026-01-15", "2025-12-17/2025-12-31"),
        ("2026-01-31", "2025-12-31"),
    ])
    func `a period is compared with the one before it`(text: String, before: String) throws {
        #expect(try #require(period(text)).previous.description == before)
    }

    @Test(arguments: [
        ("2025-02", "2024-02"), ("2024-02", "2023-02"), ("2025Q1", "2024Q1"),
        ("2026-01-01/2026-01-15", "2025-01-01/2025-01-15"), ("2024-02-29", "2023-02-28"),
    ])
    func `the same period a year earlier keeps months whole`(text: String, before: String) throws {
        #expect(try #require(period(text)).yearBefore?.description == before)
    }

    @Test func `the month to date of a single day starts on the first of its month`() throws {
        #expect(
            try #require(period("2026-01-15")).monthToDate.description == "2026-01-01/2026-01-15")
        #expect(try #require(period("2025-12-31")).monthToDate.description == "2025-12")
        #expect(try #require(period("2025Q4")).monthToDate.description == "2025Q4")
    }
}
