import Testing

@testable import Mining

@Suite("Headings above years and dates")
struct PeriodHeadingTests {
    @Test(
        "a heading and what is below it name a period",
        arguments: [
            ("Three Months Ended September 30,", "2025", "Three months ended September 30, 2025"),
            ("For the nine months ended Sept. 30", "2024", "Nine months ended Sept 30, 2024"),
            ("Riot - Quarter ended 30 June ($k)", "2025", "Quarter ended 30 June, 2025"),
            ("Fiscal year ended September 30", "2025", "Fiscal year ended September 30, 2025"),
            ("Years ended June 30, 2025 and 2024", "2024", "Years ended June 30, 2024"),
            ("Three months ended September", "2025", "Three months ended September, 2025"),
            ("Month ended February 29,", "2024", "Month ended February 29, 2024"),
            ("Three Months Ended", "Dec 31, 2025", "Three months ended Dec 31, 2025"),
            ("Quarter ended", "2025-09-30", "Quarter ended 2025-09-30"),
            ("Quarter ended", "Sep-25", "Quarter ended Sep-25"),
            ("Quarter ended September 30", "Sep 30, 2025", "Quarter ended Sep 30, 2025"),
        ])
    func named(heading: String, below: String, period: String) throws {
        let found = try #require(try PeriodHeading(in: heading))
        #expect(found.period(above: below) == period)
        #expect(PeriodText(period) != nil)
    }

    @Test(
        "what leaves the period open names none",
        arguments: [
            ("Three Months Ended", "2025"), ("Fiscal year ended", "2025"),
            ("Three Months Ended September 30,", "Dec 31, 2024"),
            ("Three Months Ended September 15,", "2025"), ("Month ended February 29,", "2025"),
            ("Quarter ended", "Q3 2025"), ("Quarter ended", "Sep-30"),
        ])
    func open(heading: String, below: String) throws {
        let found = try #require(try PeriodHeading(in: heading))
        #expect(found.period(above: below) == nil)
    }

    @Test(
        "several headings, or one of another length, are unclear",
        arguments: [
            "Three and nine months ended September 30,", "13 weeks ended September 28,",
            "Three months ended June 30 and the year ended June 30", "Period ended September 30",
            "Quarter and year ended December 31", "Quarter ended 9/30", "Ended",
        ])
    func unclear(text: String) {
        #expect(throws: PeriodHeading.Unclear.self) { try PeriodHeading(in: text) }
    }

    @Test(arguments: ["", "Riot Platforms, Inc.", "Amended report", "Q3 results", "As of June 30"])
    func `other texts have no heading`(text: String) throws {
        #expect(try PeriodHeading(in: text) == nil)
    }
}
