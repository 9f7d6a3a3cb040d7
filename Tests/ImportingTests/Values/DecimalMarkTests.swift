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
            ["1.5", "12 BTC"], ["N/A", "18.005"], ["18.005", "52100"], ["52100", "18.005"],
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
        #expect(read("18,005", "1,234.5").problems == [])
        #expect(read("18,005", "1,234,567").problems == [])
        #expect(Reading("ticker,date,BTC held\nRIOT,2025-12-31,18.005\n").problems == [])
        #expect(Reading("ticker|date|BTC held\nRIOT|2025-12-31|18,005\n").problems == [])
    }

    @Test(arguments: ["18.005", "18,005"])
    func `files with tabs may have a decimal comma, as files with semicolons may`(text: String) {
        let file = "ticker\tdate\tBTC held\nRIOT\t2025-12-31\t\(text)\nMARA\t2025-12-31\t52100\n"
        #expect(
            Reading(file).problems == [
                "2: BTC held: \"\(text)\" may have three decimals or be a number of thousands, and no "
                    + "other number of the column shows which; say what marks the decimals, with "
                    + "--decimal point or --decimal comma"
            ])
        #expect(Reading(file + "CLSK\t2025-12-31\t12900.5\n").problems == [])
        for mark in DecimalMark.allCases {
            var options = ImportOptions()
            options.decimal = mark
            #expect(Reading(file, options: options).problems == [])
        }
    }

    /// A file with commas and one column of figures.
    private func commas(_ column: String, _ subject: String, _ cells: [String]) -> Reading {
        Reading(
            "ticker,date,\(column)\n"
                + cells.enumerated().map {
                    "\(subject),2025-12-\(10 + $0.offset),\"\($0.element)\"\n"
                }.joined())
    }

    @Test(
        "in a file with commas, a figure that usually has decimals is asked about",
        arguments: [
            ("share_price (USD)", "RIOT", ["9,370"]),
            ("share_price (USD)", "RIOT", ["9,370", "9,412", "10"]),
            ("share_price", "RIOT", ["$9,370"]),
            ("hashprice_published (USD/PH/day)", "BTC", ["45,120"]),
            ("fleet_efficiency (J/TH)", "RIOT", ["17,500"]),
            ("market_cap (USD bn)", "RIOT", ["5,512"]),
            ("deployed_hashrate (EH/s)", "RIOT", ["38,500"]),
        ])
    func fractions(column: String, subject: String, cells: [String]) {
        #expect(commas(column, subject, cells).reasons.map(\.code) == [.unclearDecimalMark])
    }

    @Test(
        "in a file with commas, other groups of thousands are read",
        arguments: [
            ("btc_held", "RIOT", ["9,370"]), ("btc_held", "RIOT", ["9,370", "17,429", "18,005"]),
            ("share_price (USD)", "RIOT", ["9,370", "9.41"]),
            ("share_price (USD)", "RIOT", ["1,234.5", "9,370"]),
            ("share_price (USD)", "RIOT", ["9.375", "9.412"]),
            ("market_cap (USD m)", "RIOT", ["5,512"]),
            ("market_cap (USD)", "RIOT", ["5,512,000,000"]),
            ("network_hashrate (EH/s)", "BTC", ["1,048"]),
            ("btc_price (USD/BTC)", "BTC", ["87,500"]),
            ("power_capacity (MW)", "RIOT", ["1,120"]),
            ("deployed_hashrate (PH/s)", "RIOT", ["38,500"]),
        ])
    func groups(column: String, subject: String, cells: [String]) {
        let reading = commas(column, subject, cells)
        #expect(reading.problems == [])
        #expect(reading.observations.count == cells.count)
    }

    @Test func `in a long file, the numbers of all metrics show what a comma is`() {
        let start = "subject,metric,period,value,unit\nRIOT,share_price,2025-12-31,\"9,370\",USD\n"
        #expect(Reading(start).reasons.map(\.code) == [.unclearDecimalMark])
        let more = start + "RIOT,btc_held,2025-12-31,\"17,900\",BTC\n"
        #expect(Reading(more).reasons.map(\.code) == [.unclearDecimalMark])
        #expect(Reading(more + "RIOT,deployed_hashrate,2025-12-31,38.5,EH/s\n").problems == [])
    }

    @Test func `each column of a wide file and each metric of a pivot is judged alone`() {
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
