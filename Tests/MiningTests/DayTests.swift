import Foundation
import Testing

@testable import Mining

@Suite("Days")
struct DayTests {
    @Test func `days from 2000 to 2100 are consecutive and convert both ways`() throws {
        var day = try #require(Day(year: 2000, month: 1, day: 1))
        #expect(day.number == 10_957)
        for year in 2000...2100 {
            for month in 1...12 {
                for date in 1...Day.daysIn(month: month, of: year) {
                    #expect(day.components == (year, month, date))
                    #expect(Day(year: year, month: month, day: date) == day)
                    #expect(Day(day.description) == day)
                    #expect(day.isLastOfMonth == (date == Day.daysIn(month: month, of: year)))
                    day = day.advanced(by: 1)
                }
            }
        }
    }

    @Test func `days agree with Foundation's calendar from 1582 to 9999`() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        // Foundation's calendar switches to the Julian one before October 1582.
        for number in stride(from: -141_427, through: Day.last.number, by: 997) {
            let day = try #require(Day(number: number))
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            #expect(day.components == (parts.year, parts.month, parts.day))
        }
    }

    @Test func `the calendar has the years 1 to 9999`() {
        #expect(Day.first.description == "0001-01-01")
        #expect(Day.last.description == "9999-12-31")
        #expect(Day(number: Day.first.number - 1) == nil)
        #expect(Day(number: Day.last.number + 1) == nil)
        #expect(Day.last.advanced(by: 1) == .last)
        #expect(Day.first.advanced(by: -1) == .first)
        #expect(Day.first.yearBefore == nil)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-4-3", "25-04-03",
        "2025-04-03 ", "2025/04/03", "", "2025-04-03T00:00", "+025-04-03", "0000-01-01",
        "２０２５-04-03",
    ])
    func `text that is not a day is rejected`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2024-02-29", "2023-02-28"), ("2025-03-01", "2024-03-01"), ("2025-12-31", "2024-12-31"),
    ])
    func `a year earlier is the same date, or 28 February for a leap day`(
        day: String, before: String
    )
        throws
    {
        #expect(try #require(Day(day)).yearBefore?.description == before)
    }
}
