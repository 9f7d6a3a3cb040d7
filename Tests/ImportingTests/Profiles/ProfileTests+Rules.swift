import CSV
import Foundation
import Importing
import Mining
import Testing

/// Settings about which rows and values a file has.
extension ProfileTests {
    @Test func `a required column may be a range of numbers`() throws {
        let profile = "subject: BTC\nmap: Blk=blocks\nrequire: Blk=0..2000\n"
        let reading = try read(
            "Date,Blk\n2025-01-02,144\n2025-01-03,\n2025-01-04,2000.0\n2025-01-05,6911.0\n"
                + "2025-01-06,x\n", profile)
        #expect(reading.observations.map(\.line) == [2, 4])
        #expect(reading.counts.missing == 1)
        #expect(
            reading.problems(of: 5) == [
                "Blk is \"6911.0\", but the profile only takes rows with 0..2000; is the file about "
                    + "something else?"
            ])
        #expect(reading.reasons.map(\.code) == [.notRequiredText, .notRequiredText])
    }

    @Test func `further texts may mean that there is no value`() throws {
        let profile = "subject: BTC\nmap: Close=btc_price:USD/BTC\nmissing: .\nmissing: -999\n"
        let reading = try read(
            "Date,Close\n2025-01-02,.\n2025-01-03,5\n2025-01-04,-999\n2025-01-05,N/A\n", profile)
        #expect(reading.problems.isEmpty)
        #expect(reading.observations.map(\.line) == [3])
        #expect(reading.counts.missing == 3)
        #expect(
            try read("Date,Close\n2025-01-02,.\n", "subject: BTC\nmap: Close=btc_price:USD/BTC\n")
                .reasons.map(\.code) == [.notValue])
    }

    @Test func `what single days stand for is a setting`() throws {
        let reading = try read(
            "Date,mined\n2025-09-30,5\n2025-12-31,6\n",
            "subject: RIOT\nmap: mined=btc_mined\nperiod-of: quarter\n")
        #expect(reading.observations.map(\.value.period.description) == ["2025Q3", "2025Q4"])
    }

    @Test func `a number with a plus sign is not a setting or a month`() throws {
        var diagnostics = Diagnostics()
        #expect(Profile("p", "skip-lines: +3\n", reporting: &diagnostics) == nil)
        #expect(diagnostics.problems.map(\.reason.code) == [.notSettingValue])
        #expect(
            Reading("ticker,name,fiscal_year_end\nX,Xco,+6\n").reasons.map(\.code) == [.notMonth])
    }
}
