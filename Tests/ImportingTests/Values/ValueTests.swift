import Importing
import Mining
import Testing

typealias Reason = ImportProblem.Reason

/// Cells of values, through long observations: metric, value and unit as the file has them.
@Suite("Values")
struct ValueTests {
    @Test(
        "a value is read exactly, and keeps how it was printed",
        arguments: [
            // Plain numbers, the unit beside them.
            ("deployed_hashrate", "38.5", "EH/s", 38_500_000_000_000, Unit.exahashPerSecond, 1),
            ("deployed_hashrate", "38.50", "EH/s", 38_500_000_000_000, .exahashPerSecond, 2),
            ("deployed_hashrate", "38500", "PH/s", 38_500_000_000_000, .petahashPerSecond, 0),
            ("deployed_hashrate", "38.5", "eh", 38_500_000_000_000, .exahashPerSecond, 1),
            ("deployed_hashrate", "1,234.5", "EH/s", 1_234_500_000_000_000, .exahashPerSecond, 1),
            ("deployed_hashrate", "12,345,678", "TH/s", 12_345_678_000_000, .terahashPerSecond, 0),
            ("deployed_hashrate", ".5", "EH/s", 500_000_000_000, .exahashPerSecond, 1),
            // Units below the base unit are converted: 22 digits are too many to be kept.
            (
                "deployed_hashrate", "1041000000000000000000", "H/s", 1_041_000_000_000_000,
                .megahashPerSecond, 0
            ),
            ("deployed_hashrate", "2.5e18 H/s", "", 2_500_000_000_000, .megahashPerSecond, 0),
            ("deployed_hashrate", "12,000", "kH/s", 12, .megahashPerSecond, 0),
            ("deployed_hashrate", "+5", "EH/s", 5_000_000_000_000, .exahashPerSecond, 0),
            ("deployed_hashrate", "+ 5", "EH/s", 5_000_000_000_000, .exahashPerSecond, 0),
            ("revenue", "-3", "USD", -300, .dollar, 0),
            ("revenue", "- 3", "USD", -300, .dollar, 0),
            ("revenue", "\u{2212}3.5", "USD", -350, .dollar, 1),
            ("revenue", "\u{2212} 3.5", "USD", -350, .dollar, 1),
            ("revenue", "$ -3", "USD", -300, .dollar, 0),
            ("revenue", "-$ 3", "USD", -300, .dollar, 0),
            ("revenue", "$\u{A0}(15.8) m", "", -1_580_000_000, .millionDollars, 1),
            ("revenue", "( 15.8 )", "USD m", -1_580_000_000, .millionDollars, 1),
            // Thousands in groups.
            ("btc_mined", "1 234.5", "", 123_450_000_000, .bitcoin, 1),
            ("btc_mined", "38 500", "", 3_850_000_000_000, .bitcoin, 0),
            ("btc_mined", "12 345 678 BTC", "", 1_234_567_800_000_000, .bitcoin, 0),
            ("btc_mined", "1\u{A0}234", "", 123_400_000_000, .bitcoin, 0),
            ("btc_mined", "1\u{202F}234\u{202F}567", "", 123_456_700_000_000, .bitcoin, 0),
            ("btc_mined", "1\u{2009}234\u{2009}BTC", "", 123_400_000_000, .bitcoin, 0),
            ("btc_mined", "1'234.5", "", 123_450_000_000, .bitcoin, 1),
            ("btc_mined", "1\u{2019}234.5", "", 123_450_000_000, .bitcoin, 1),
            ("revenue", "$1,234.5 m", "", 123_450_000_000, .millionDollars, 1),
            ("revenue", "(1 234)", "USD", -123_400, .dollar, 0),
            ("deployed_hashrate", "0", "EH/s", 0, .exahashPerSecond, 0),
            ("deployed_hashrate", "  38.5\u{A0}", "EH/s", 38_500_000_000_000, .exahashPerSecond, 1),
            ("btc_mined", "4.97E-06", "BTC", 497, .bitcoin, 8),
            ("btc_mined", "1.5e3", "BTC", 150_000_000_000, .bitcoin, 0),
            ("difficulty", "1.4826E+14", "difficulty", 148_260_000_000_000, .difficulty, 0),
            // Accounting negatives.
            ("revenue", "(15.8)", "USD m", -1_580_000_000, .millionDollars, 1),
            ("revenue", "(1,234)", "USD", -123_400, .dollar, 0),
            ("revenue", "($15.8 million)", "", -1_580_000_000, .millionDollars, 1),
            ("revenue", "$(15.8) million", "", -1_580_000_000, .millionDollars, 1),
            ("power_price", "(15.8 USD/MWh)", "", -15_800_000, .dollarPerMegawattHour, 1),
            ("power_price", "(15.8) USD/MWh", "", -15_800_000, .dollarPerMegawattHour, 1),
            // A unit in the cell, which beats the unit beside it.
            ("deployed_hashrate", "12 EH/s", "", 12_000_000_000_000, .exahashPerSecond, 0),
            ("deployed_hashrate", "12EH/s", "", 12_000_000_000_000, .exahashPerSecond, 0),
            ("deployed_hashrate", "12\u{A0}EH/s", "", 12_000_000_000_000, .exahashPerSecond, 0),
            ("deployed_hashrate", "12000 PH/s", "EH/s", 12_000_000_000_000, .petahashPerSecond, 0),
            ("power_capacity", "1.2 GW", "MW", 1_200_000_000, .gigawatt, 1),
            ("difficulty", "148.26 T", "difficulty", 148_260_000_000_000, .trillionDifficulty, 2),
            ("difficulty", "148.26 trillion", "", 148_260_000_000_000, .trillionDifficulty, 2),
            // Money.
            ("revenue", "$3.2", "", 320, .dollar, 1),
            ("revenue", "US$3.2", "USD", 320, .dollar, 1),
            ("revenue", "USD 3.2", "", 320, .dollar, 1),
            ("revenue", "3.2 USD", "", 320, .dollar, 1),
            ("revenue", "$3.2 million", "", 320_000_000, .millionDollars, 1),
            ("revenue", "-$3.2 million", "", -320_000_000, .millionDollars, 1),
            ("revenue", "$3.2m", "USD k", 320_000_000, .millionDollars, 1),
            ("revenue", "$3.2mn", "", 320_000_000, .millionDollars, 1),
            ("revenue", "USD 3.2 million", "", 320_000_000, .millionDollars, 1),
            ("revenue", "3.2 million USD", "", 320_000_000, .millionDollars, 1),
            ("revenue", "3.2 USD million", "", 320_000_000, .millionDollars, 1),
            ("revenue", "3.2 bn USD", "", 320_000_000_000, .billionDollars, 1),
            ("revenue", "250k", "USD", 25_000_000, .thousandDollars, 0),
            ("revenue", "250 thousand", "USD", 25_000_000, .thousandDollars, 0),
            ("market_cap", "62 bn", "USD", 6_200_000_000_000, .billionDollars, 0),
            ("market_cap", "62b", "$", 6_200_000_000_000, .billionDollars, 0),
            ("market_cap", "62 billion", "USD", 6_200_000_000_000, .billionDollars, 0),
            ("market_cap", "$62 bn", "USD m", 6_200_000_000_000, .billionDollars, 0),
            ("market_cap", "1.2 tn", "USD", 120_000_000_000_000, .trillionDollars, 1),
            ("market_cap", "$1.2 trillion", "", 120_000_000_000_000, .trillionDollars, 1),
            // Prices: a bare sign of dollars is the dollars of the unit beside it.
            ("share_price", "$12.34", "", 12_340_000, .dollarPerShare, 2),
            ("share_price", "12.34", "USD", 12_340_000, .dollarPerShare, 2),
            ("btc_price", "$95,550", "", 95_550_000_000, .dollarPerBitcoin, 0),
            ("power_price", "$45/MWh", "", 45_000_000, .dollarPerMegawattHour, 0),
            ("power_price", "$0.045", "USD/kWh", 45_000_000, .dollarPerKilowattHour, 3),
            ("power_price", "4.5 cents/kWh", "", 45_000_000, .centPerKilowattHour, 1),
            ("hashprice_published", "$39.8/PH/day", "", 39_800_000, .dollarPerPetahashDay, 1),
            // Counts, and the units that are implied.
            ("shares_outstanding", "350500000", "", 350_500_000, .share, 0),
            ("shares_outstanding", "350.5m", "", 350_500_000, .millionShares, 1),
            ("shares_outstanding", "350.5 million", "shares", 350_500_000, .millionShares, 1),
            ("shares_outstanding", "350.5", "shares m", 350_500_000, .millionShares, 1),
            ("shares_outstanding", "350.5", "m", 350_500_000, .millionShares, 1),
            ("blocks", "144", "", 144, .block, 0),
            ("difficulty", "148258433855481", "", 148_258_433_855_481, .difficulty, 0),
            ("btc_held", "712.53", "", 71_253_000_000, .bitcoin, 2),
            ("btc_held", "71253000000 sats", "", 71_253_000_000, .satoshi, 0),
        ] as [(String, String, String, Int64, Unit, Int)])
    func good(
        metric: String, value: String, unit: String, base: Int64, printed: Unit, decimals: Int
    ) throws {
        let reading = Reading(oneRow(metric, value, unit))
        #expect(reading.problems.isEmpty)
        #expect(
            reading.observations.first?.value.value == quantity(base, printed, decimals))
        #expect(reading.counts.rounded == 0)
    }

    @Test(
        "missing-value markers are counted as missing",
        arguments: [
            "", "  ", "\u{A0}", "N/A", "n/a", "NA", "na", "N/M", "n/m", "null", "NULL", "-", "–",
            "—",
        ])
    func missing(text: String) {
        let reading = Reading(oneRow("deployed_hashrate", text, "EH/s"))
        #expect(reading.problems.isEmpty)
        #expect(reading.observations.isEmpty)
        #expect(reading.counts.missing == 1)
        #expect(reading.counts.rows == 1)
        #expect(reading.counts.values == 0)
        #expect(reading.counts.rejected == 0)
    }

    @Test(
        "a bad value is an error that says what to do",
        arguments: [
            ("deployed_hashrate", "7l3", "EH/s", notHashrate("7l3")),
            ("deployed_hashrate", "abc", "EH/s", notHashrate("abc")),
            ("deployed_hashrate", ".", "EH/s", notHashrate(".")),
            ("deployed_hashrate", "1.2.3", "EH/s", notHashrate("1.2.3")),
            ("deployed_hashrate", "--3", "EH/s", notHashrate("--3")),
            ("deployed_hashrate", "(3", "EH/s", notHashrate("(3")),
            ("deployed_hashrate", "()", "EH/s", notHashrate("()")),
            ("deployed_hashrate", "(-3)", "EH/s", notHashrate("(-3)")),
            ("deployed_hashrate", "-(3)", "EH/s", notHashrate("-(3)")),
            ("deployed_hashrate", "(3 EH/s) EH/s", "", notHashrate("(3 EH/s) EH/s")),
            ("deployed_hashrate", "'38.5", "EH/s", notHashrate("'38.5")),
            ("deployed_hashrate", "–3", "EH/s", notHashrate("–3")),
            ("deployed_hashrate", "0x1F", "EH/s", notHashrate("0x1F")),
            ("deployed_hashrate", "1,23", "EH/s", comma("1,23")),
            ("deployed_hashrate", "38,5", "EH/s", comma("38,5")),
            ("deployed_hashrate", "1,2345", "EH/s", comma("1,2345")),
            ("deployed_hashrate", "1234,567", "EH/s", comma("1234,567")),
            ("deployed_hashrate", "1,234,5", "EH/s", comma("1,234,5")),
            ("deployed_hashrate", "1.234,5", "EH/s", comma("1.234,5")),
            ("deployed_hashrate", "12,34,567", "EH/s", comma("12,34,567")),
            ("deployed_hashrate", ",5", "EH/s", comma(",5")),
            ("deployed_hashrate", "38.5*", "EH/s", remark("38.5*")),
            ("deployed_hashrate", "38.5 (1)", "EH/s", remark("38.5 (1)")),
            ("deployed_hashrate", "38.5¹", "EH/s", remark("38.5¹")),
            ("deployed_hashrate", "38.5†", "EH/s", remark("38.5†")),
            ("deployed_hashrate", "38.5(1)", "EH/s", remark("38.5(1)")),
            ("deployed_hashrate", "38.5 [2]", "EH/s", remark("38.5 [2]")),
            ("deployed_hashrate", "38.5a", "EH/s", remark("38.5a")),
            ("deployed_hashrate", "38.5 EH/s[2]", "", remark("38.5 EH/s[2]")),
            ("deployed_hashrate", "38.5 EH/s (est.)", "", remark("38.5 EH/s (est.)")),
            ("deployed_hashrate", "38.5", "", #""38.5" has no unit, such as EH/s"#),
            ("revenue", "62 bn", "", #""62 bn" has no unit, such as USD"#),
            ("shares_outstanding", "350.5", "", #""350.5" has no unit, such as shares"#),
            (
                "difficulty", "148.26", "",
                #""148.26" has no unit and is small for a difficulty; import with --unit T if it is "#
                    + "in trillions, else with --unit difficulty"
            ),
            (
                "deployed_hashrate", "38.5 EH/d", "",
                #""EH/d" is not a unit of a hashrate; did you mean EH/s?"#
            ),
            (
                "deployed_hashrate", "38.5 horses", "",
                #""horses" is not a unit of a hashrate; write MH/s, GH/s, TH/s, PH/s, EH/s or ZH/s"#
            ),
            (
                "deployed_hashrate", "38.5 million", "EH/s",
                #""million" is no factor of EH/s; multiply the figure, and write it in EH/s"#
            ),
            ("deployed_hashrate", "38.5 MW", "", notDimension("38.5 MW", "a power")),
            ("deployed_hashrate", "38.5 MW", "EH/s", notDimension("38.5 MW", "a power")),
            ("deployed_hashrate", "47%", "", notDimension("47%", "a percentage")),
            ("deployed_hashrate", "300bp", "", notDimension("300bp", "a percentage")),
            ("deployed_hashrate", "$38.5", "EH/s", notDimension("$38.5", "an amount of money")),
            (
                "btc_price", "$95.5k", "",
                #""$95.5k" is an amount of money, not a price per bitcoin, such as 95550 USD/BTC"#
            ),
            (
                "revenue", "3.2 million", "USD m",
                #""3.2 million" has a factor such as million, but the unit USD m already "#
                    + "includes one; write only the number, or add the whole unit to it"
            ),
            (
                "power_price", "$4.5", "US cents/kWh",
                #""$4.5" could be in USD or US cents/kWh; write only the number, or add "#
                    + "the whole unit to it"
            ),
            ("deployed_hashrate", "9300000", "ZH/s", tooLarge("9300000")),
            ("deployed_hashrate", "1e100", "EH/s", tooLarge("1e100")),
            ("deployed_hashrate", "1e1000", "EH/s", tooLarge("1e1000")),
            (
                "deployed_hashrate", String(repeating: "9", count: 80), "EH/s",
                tooLarge(String(repeating: "9", count: 60) + "…")
            ),
        ])
    func bad(metric: String, value: String, unit: String, sentence: String) {
        let reading = Reading(oneRow(metric, value, unit))
        #expect(reading.problems == ["2: \(metric): \(sentence)"])
        #expect(reading.observations.isEmpty)
        #expect(reading.counts.rejected == 1)
    }

    @Test(
        "a value smaller than the base unit is rounded to zero",
        arguments: ["1e-999999999999", "4.97E-101", "1e-1000", "1e-90"])
    func vanishing(text: String) {
        let reading = Reading(oneRow("btc_mined", text, "BTC"))
        #expect(reading.observations.map(\.value.value) == [quantity(0, .bitcoin, 8)])
        #expect(reading.counts.rounded == 1)
    }

    @Test(
        "a bad unit is reported in the unit column",
        arguments: [
            ("MW", notDimension("MW", "a power")),
            ("EH/d", #""EH/d" is not a unit of a hashrate; did you mean EH/s?"#),
            ("", #""38.5" has no unit, such as EH/s"#),
        ])
    func badUnit(unit: String, sentence: String) {
        let column = unit.isEmpty ? "deployed_hashrate" : "unit"
        let reading = Reading(oneRow("deployed_hashrate", "38.5", unit))
        #expect(reading.problems == ["2: \(column): \(sentence)"])
    }

    @Test func `a bad unit and a bad value of one row are both reported`() {
        let reading = Reading(oneRow("deployed_hashrate", "7l3", "EH/d"))
        #expect(reading.problems.count == 2)
        #expect(reading.counts.rejected == 1)
    }

    @Test(
        "digits finer than the base unit are rounded half to even, and counted",
        arguments: [
            ("0.000000005", 0), ("4.97E-08", 5), ("0.000000015", 2), ("0.0000000151", 2),
            ("0.000000025", 2),
        ] as [(String, Int64)])
    func rounded(text: String, satoshi: Int64) {
        let reading = Reading(oneRow("btc_mined", text, "BTC"))
        #expect(reading.observations.first?.value.value.base == satoshi)
        #expect(reading.counts.rounded == 1)
    }

    func oneRow(_ metric: String, _ value: String, _ unit: String) -> String {
        let isNetwork = Metric(code: metric)?.subjects == [.network]
        return """
            subject,metric,period,value,unit
            \(isNetwork ? "BTC" : "RIOT"),\(metric),2025-12-31,"\(value)",\(unit)
            """
    }
}

private func notHashrate(_ text: String) -> String {
    "\"\(text)\" is not a hashrate, such as 38.5 EH/s"
}

private func notDimension(_ text: String, _ found: String) -> String {
    "\"\(text)\" is \(found), not a hashrate, such as 38.5 EH/s"
}

private func tooLarge(_ text: String) -> String {
    "\"\(text)\" is too large for a hashrate, such as 38.5 EH/s; is the unit right?"
}

private func comma(_ text: String) -> String {
    "\"\(text)\" has a comma that does not group thousands, as in 1,234.5; if it is the "
        + "decimal mark, write a point or import with --decimal comma"
}

private func remark(_ text: String) -> String {
    "\"\(text)\" has a footnote mark or a remark after the value; write only the value, such "
        + "as 38.5 EH/s, and put the remark into note"
}
