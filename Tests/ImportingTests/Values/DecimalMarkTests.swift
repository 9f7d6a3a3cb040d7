import Importing
import Mining
import Testing

/// Numbers whose point or comma may mark decimals or thousands.
@Suite("Decimal marks")
struct DecimalMarkTests {
    private func read(_ cells: String..., options: ImportOptions = ImportOptions()) -> Reading {
        Reading(
            "ticker;date;BTC held\n"
                + cells.enumerated().map { "RIOT;2025-12-\(10 + $0.offset);\($0.element)\n" }
                .joined(), options: options)
    }

    @Test(
        "a number in a file with semicolons that may be a thousand times another is refused",
        arguments: [
            ["18.005"], ["18.005", "17.950"], ["18.005", "950"], ["1,875"], ["18,005", "17204"],
            ["1.5", "12 BTC"], ["N/A", "18.005"],
        ])
    func unclear(cells: [String]) {
        let text =
            "ticker;date;BTC held\n"
            + cells.enumerated().map { "RIOT;2025-12-\(10 + $0.offset);\($0.element)\n" }.joined()
        let isClear = cells.contains("1.5")
        let reading = Reading(text)
        #expect(reading.reasons.map(\.code) == (isClear ? [] : [.unclearDecimalMark]))
        for mark in DecimalMark.allCases {
            var options = ImportOptions()
            options.decimal = mark
            let isOther = cells.contains("1.5") && mark == .comma
            #expect(Reading(text, options: options).problems.isEmpty != isOther)
        }
    }

    @Test func `another number of the column, or the delimiter, shows what is meant`() {
        #expect(read("18.005", "38.5").problems == [])
        #expect(read("18.005", "0.921").problems == [])
        #expect(read("18.005", "17204").problems == [])
        #expect(read("18,005", "1,234.5").problems == [])
        #expect(read("18,005", "1,234,567").problems == [])
        #expect(Reading("ticker,date,BTC held\nRIOT,2025-12-31,18.005\n").problems == [])
        #expect(Reading("ticker\tdate\tBTC held\nRIOT\t2025-12-31\t18,005\n").problems == [])
    }

    @Test func `the columns of a wide file and the metrics of a pivot are judged by themselves`() {
        let wide = Reading(
            "ticker;date;BTC held;Deployed hashrate (EH/s)\nRIOT;2025-12-31;18.005;38.5\n")
        #expect(wide.reasons.map(\.code) == [.unclearDecimalMark])
        var options = ImportOptions()
        options.defaults = [.subject: "RIOT"]
        let pivot = Reading(
            "metric;unit;2025-11;2025-12\nbtc_held;BTC;18.005;17.950\n"
                + "deployed_hashrate;EH/s;38.5;38.4\n", options: options)
        #expect(pivot.reasons.map(\.code) == [.unclearDecimalMark])
        let claims = Reading(
            "publisher;subject;figure;on;value;unit\nJPMorgan;us-listed;hashrate;2025-12;419.125;EH/s\n"
        )
        #expect(claims.reasons.map(\.code) == [.unclearDecimalMark])
    }

    @Test(
        "a group of thousands does not follow a zero",
        arguments: ["0,875", "-0,875", "0,041,500", "00,875", "0 875", "0'875", "(0,875)"])
    func zero(text: String) {
        let reading = Reading("ticker,date,cash\nRIOT,2025-12-31,\"\(text)\"\n")
        #expect(reading.reasons.count == 1)
        #expect([.misplacedComma, .misplacedDigits].contains(reading.reasons.first?.code))
    }

    @Test func `with a decimal comma, a point after a zero is refused`() {
        var options = ImportOptions()
        options.decimal = .comma
        #expect(read("0.041", options: options).reasons.map(\.code) == [.misplacedPoint])
        #expect(read("0,041", options: options).problems == [])
    }
}
