import Testing

@testable import Mining

@Suite("Periods as reports print them")
struct PrintedPeriodTests {
    @Test(
        "a printed period has the days that it says",
        arguments: [
            ("December 2025", "2025-12"), ("Dec 2025", "2025-12"), ("Dec-2025", "2025-12"),
            ("DEC. 2025", "2025-12"), ("Sept 2025", "2025-09"), ("Sep2025", "2025-09"),
            ("2025-Dec", "2025-12"), ("2025 December", "2025-12"), ("Dec '25", "2025-12"),
            ("Dec'25", "2025-12"), ("December, 2025", "2025-12"),
            ("Q1'25", "2025Q1"), ("Q1’25", "2025Q1"), ("Q1 '25", "2025Q1"), ("Q1-25", "2025Q1"),
            ("Q4-2025", "2025Q4"), ("Q3 2025", "2025Q3"), ("4Q-25", "2025Q4"), ("4Q25", "2025Q4"),
            ("1Q 2025", "2025Q1"), ("1Q'25", "2025Q1"), ("Q1/25", "2025Q1"), ("1Q/2025", "2025Q1"),
            ("2025/Q1", "2025Q1"), ("25Q1", "2025Q1"), ("2025 1Q", "2025Q1"), ("q1_25", "2025Q1"),
            ("Q1, 2025", "2025Q1"), ("Qtr 1 2025", "2025Q1"), ("First quarter 2025", "2025Q1"),
            ("Second Quarter of 2025", "2025Q2"), ("3rd quarter 2025", "2025Q3"),
            ("CQ1'25", "2025Q1"), ("1CQ25", "2025Q1"), ("C1Q25", "2025Q1"), ("CY2025", "2025"),
            ("CY25", "2025"), ("Q2 CY25", "2025Q2"), ("calendar year 2025", "2025"),
            ("1H25", "2025-01-01/2025-06-30"), ("H1 2025", "2025-01-01/2025-06-30"),
            ("2H'25", "2025-07-01/2025-12-31"), ("2025H2", "2025-07-01/2025-12-31"),
            ("First half 2025", "2025-01-01/2025-06-30"), ("6M25", "2025-01-01/2025-06-30"),
            ("9M25", "2025-01-01/2025-09-30"), ("9M 2025", "2025-01-01/2025-09-30"),
            ("9 months 2025", "2025-01-01/2025-09-30"), ("12M 2025", "2025"), ("3M25", "2025Q1"),
            ("Three months ended December 31, 2025", "2025Q4"),
            ("For the three months ended Dec. 31, 2025", "2025Q4"),
            ("Six Months Ended June 30, 2025", "2025-01-01/2025-06-30"),
            ("9 months ended 30 Sep 2025", "2025-01-01/2025-09-30"),
            ("Three-month period ending 2025-06-30", "2025Q2"),
            ("Twelve months ended June 30, 2025", "2024-07-01/2025-06-30"),
            ("Year ended December 31, 2025", "2025"),
            ("Fiscal year ended 30/09/2025", "2024-10-01/2025-09-30"),
            ("Quarter ended March 2025", "2025Q1"), ("Quarter ended Dec-25", "2025Q4"),
            ("Fiscal years ended June 30, 2025", "2024-07-01/2025-06-30"),
            ("Quarters ended June 30, 2025", "2025Q2"), ("Month ended 31-Dec-25", "2025-12"),
            ("Half year ended 31 December 2025", "2025-07-01/2025-12-31"),
            ("As of December 31, 2025", "2025-12-31"), ("as at 30 June 2025", "2025-06-30"),
            ("At December 31, 2025", "2025-12-31"),
        ])
    func printed(text: String, period: String) {
        #expect(PeriodText(text)?.period(fiscalYearEnd: nil)?.description == period)
    }

    @Test(
        "a fiscal period depends on the company",
        arguments: [
            ("FQ1'26", 6, "2025Q3"), ("F1Q26", 6, "2025Q3"), ("FQ1 2026", 9, "2025Q4"),
            ("FY'26", 6, "2025-07-01/2026-06-30"), ("Fiscal 2026", 6, "2025-07-01/2026-06-30"),
            ("fiscal year 2026", 6, "2025-07-01/2026-06-30"), ("Q1 FY'26", 6, "2025Q3"),
            ("H1 FY26", 6, "2025-07-01/2025-12-31"), ("1H FY2026", 6, "2025-07-01/2025-12-31"),
            ("FY26 2H", 6, "2026-01-01/2026-06-30"), ("9M FY26", 6, "2025-07-01/2026-03-31"),
            ("First quarter of fiscal 2026", 6, "2025Q3"), ("2026 FY", 9, "2025-10-01/2026-09-30"),
        ])
    func fiscal(text: String, end: Int, period: String) {
        #expect(PeriodText(text)?.period(fiscalYearEnd: end)?.description == period)
        #expect(PeriodText(text)?.period(fiscalYearEnd: nil) == nil)
    }

    @Test(
        "a text that leaves anything open is no period",
        arguments: [
            "Dec-25", "Dec 25", "25-Dec", "Dec", "Dec 5", "Dec 202", "Decem 2025", "Dec 25 2025",
            "Q1", "H1", "9M", "Q5'25", "Q0-25", "H3 2025", "3H25", "5M25", "7M 2025", "Q1'5",
            "Q1'255", "Q1-3 2025", "Q1 Q2 2025", "CQ1 FY25", "FQ1 CY25", "Q1 2025E", "Q1''25",
            "'25 Q1", "Q1--25", "-Q1 25", "Q1 25.", "M9 2025", "fifth quarter 2025",
            "Three months ended", "Three months ended December 30, 2025",
            "Three months ended 2025", "Thirteen months ended December 31, 2025",
            "0 months ended December 31, 2025", "months ended December 31, 2025",
            "Quarter of December 31, 2025", "Three months ended February 30, 2025",
            "Three months ended 01/02/2025", "Quarter ended Dec-31", "As of", "As of Dec-25",
            "As of 01/02/2025", "Ended December 31, 2025", "FY-26", "FY", "Fiscal year",
            "Q1’25 (unaudited)", "Q1\u{301}25", "Q１'25",
        ])
    func open(text: String) {
        #expect(PeriodText(text) == nil)
    }

    @Test(
        "a month with two digits may be a day without its year",
        arguments: [
            ("Dec-25", 12, 25, true, true, false), ("Feb-30", 2, 30, true, false, false),
            ("DEC 31", 12, 31, true, true, true), ("Dec25", 12, 25, true, true, false),
            ("Sept/01", 9, 1, true, true, true), ("25-Dec", 12, 25, false, true, false),
            ("Dec-5", 12, 5, false, true, false), ("Dec-99", 12, 99, true, false, false),
        ])
    func shortMonth(
        text: String, month: Int, number: Int, mayHaveYear: Bool, mayBeDay: Bool, mayBeEnd: Bool
    ) throws {
        let short = try #require(ShortMonthText(text))
        #expect(short.month == month && short.number == number)
        #expect(short.mayHaveYear == mayHaveYear)
        #expect(short.mayBeDay == mayBeDay)
        #expect(short.mayBeEnd == mayBeEnd)
    }

    @Test(
        "anything else is no such month",
        arguments: [
            "Dec", "25", "Dec-2025", "Dec-25-1", "Foo-25", "-Dec-25", "Dec-25-", "12-25", "",
        ])
    func noShortMonth(text: String) {
        #expect(ShortMonthText(text) == nil)
    }
}
