import Importing
import Mining
import Testing

/// Texts in value cells that are not values.
extension ValueTests {
    @Test(
        "common texts that are not values have messages of their own",
        arguments: [
            ("38-40", Reason.range("38-40")), ("38.5 – 40 EH/s", .range("38.5 – 40 EH/s")),
            ("$38 to $40", .range("$38 to $40")),
            ("~38.5", .approximateValue("~38.5")), (">38", .approximateValue(">38")),
            ("≥ 38", .approximateValue("≥ 38")),
            ("c. 38", .approximateValue("c. 38")), ("approx. 38", .approximateValue("approx. 38")),
            ("about $38 million", .approximateValue("about $38 million")),
            ("#N/A", .spreadsheetError("#N/A")), ("#REF!", .spreadsheetError("#REF!")),
            ("#DIV/0!", .spreadsheetError("#DIV/0!")), ("Err:502", .spreadsheetError("Err:502")),
            ("#NAME?", .spreadsheetError("#NAME?")),
            ("NaN", .placeholder("NaN")), ("nil", .placeholder("nil")),
            ("TBD", .placeholder("TBD")), ("n.a.", .placeholder("n.a.")),
            ("None", .placeholder("None")), ("inf", .placeholder("inf")),
            ("?", .placeholder("?")),
            ("€3.2m", .otherCurrency("€3.2m")), ("3.2 €", .otherCurrency("3.2 €")),
            ("C$45m", .otherCurrency("C$45m")), ("£45", .otherCurrency("£45")),
            ("CAD 12", .otherCurrency("CAD 12")), ("12 cad/MWh", .otherCurrency("12 cad/MWh")),
            ("HK$1,000", .otherCurrency("HK$1,000")), ("$45m CAD", .otherCurrency("$45m CAD")),
            ("640 USDT", .otherCurrency("640 USDT")), ("USDT 640", .otherCurrency("USDT 640")),
            ("5 usdb", .otherCurrency("5 usdb")), ("640m USDC", .otherCurrency("640m USDC")),
            ("A$ 45", .otherCurrency("A$ 45")), ("¥1000", .otherCurrency("¥1000")),
            ("1.234.567", .otherDecimalMark("1.234.567", .comma)),
            ("1.234.567,8", .otherDecimalMark("1.234.567,8", .comma)),
            ("38.5 2", .misplacedDigits("38.5 2")), ("38 50", .misplacedDigits("38 50")),
            ("1234 567", .misplacedDigits("1234 567")), ("1 234 5", .misplacedDigits("1 234 5")),
            ("1 2345", .misplacedDigits("1 2345")), ("1'2345", .misplacedDigits("1'2345")),
            ("1,234 567", .misplacedDigits("1,234 567")),
            ("1 234'567", .misplacedDigits("1 234'567")),
            ("1 234\u{A0}567", .misplacedDigits("1 234\u{A0}567")),
            ("1 234,567", .misplacedComma("1 234,567")),
            ("38.5 bn$", .unknownUnit("bn$", .money)),
        ] as [(String, Reason)])
    func seeming(text: String, reason: Reason) {
        #expect(Reading(oneRow("revenue", text, "USD")).reasons == [reason])
    }

    @Test(
        "each of these messages says what to do",
        arguments: [
            ("38-40", "\"38-40\" is a range; write one number, and put the range into note"),
            (
                "~38",
                "\"~38\" is not an exact value; write only the number, and put the rest into note"
            ),
            (
                "#REF!",
                "\"#REF!\" is a spreadsheet error; correct the formula, or leave the cell "
                    + "empty if there is no value"
            ),
            ("TBD", "\"TBD\" is not a value; leave the cell empty if there is none"),
            (
                "€3",
                "\"€3\" is not in US dollars, the only currency of the book; convert it, and "
                    + "put the exchange rate and its day into note"
            ),
            (
                "1.234.567",
                "\"1.234.567\" has points that group thousands; import with --decimal comma, or "
                    + "write 1,234,567.8"
            ),
            (
                "38 50",
                "\"38 50\" has digits that are not a group of thousands, as in 1 234.5; write "
                    + "one number, and put a footnote into note"
            ),
        ])
    func sentence(text: String, sentence: String) {
        #expect(Reading(oneRow("revenue", text, "USD")).problems == ["2: revenue: \(sentence)"])
    }

    @Test func `a column in another currency is an error in the header`() {
        let reading = Reading("ticker,date,market_cap (CAD m)\nRIOT,2025-12-31,5\n")
        #expect(reading.reasons == [.otherCurrency("CAD m")])
    }
}
