import Importing
import Mining
import Testing

/// What messages suggest for units that are none.
@Suite("Hints about units")
struct UnitHintTests {
    @Test(
        "a misspelt unit is suggested only if its scale is in no doubt",
        arguments: [
            ("USD t", nil), ("USD kk", nil), ("XH/s", nil), ("UDS", "USD"),
            ("UDS m", "USD m"), ("USD mk", nil), ("US", "USD"),
        ] as [(String, String?)])
    func money(text: String, hint: String?) {
        let reading = Reading(
            "subject,metric,period,value,unit\nRIOT,cash,2025-12-31,5,\(text)\n")
        let list =
            "write US cents, USD, USD k, USD m, USD bn or USD tn"
        #expect(
            reading.problems == [
                "2: unit: \"\(text)\" is not a unit of an amount of money; "
                    + (hint.map { "did you mean \($0)?" } ?? list)
            ])
    }

    @Test(
        "coins named after the dollar and other currencies are not dollars",
        arguments: ["USDP", "USDD", "GUSD", "FDUSD", "USDE", "SUSD", "EUR", "HUF", "COP"])
    func currencies(text: String) {
        for row in ["5,\(text)", "5 \(text),"] {
            let reading = Reading(
                "subject,metric,period,value,unit\nRIOT,cash,2025-12-31,\(row)\n")
            #expect(reading.reasons.map(\.code) == [.otherCurrency])
        }
        let header = Reading("ticker,date,Cash (\(text))\nRIOT,2025-12-31,5\n")
        #expect(header.reasons.map(\.code) == [.otherCurrency])
    }

    @Test(
        "a code with a scale or without its slash is not a currency",
        arguments: ["USDMIO", "USDPH", "BTCUSD"])
    func noCurrency(text: String) {
        let reading = Reading(
            "subject,metric,period,value,unit\nRIOT,cash,2025-12-31,5,\(text)\n")
        #expect(reading.reasons.map(\.code).contains(.otherCurrency) == false)
        #expect(reading.problems.count == 1)
    }

    @Test(
        "a dollar sign and USD may stand together",
        arguments: [
            ("$152.80 USD", "152.80 USD"), ("USD 3.2 USD m", "3.2 USD m"), ("$5 dollars", "5 USD"),
            ("$(3) USD k", "-3 USD k"),
        ])
    func twice(text: String, printed: String) {
        let reading = Reading(
            "subject,metric,period,value\nRIOT,power_credits,2025-12,\(text)\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.value.description) == [printed])
    }
}
