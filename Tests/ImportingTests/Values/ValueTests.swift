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
        "what means that there is no value is counted as missing",
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
        "what is not a value is refused, with what to do",
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
            ("difficulty", "148.26", "", #""148.26" has no unit, such as difficulty"#),
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
                #""million" is not a unit of a hashrate; write MH/s, GH/s, TH/s, PH/s, EH/s or ZH/s"#
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
                "market_cap", "$62", "USD bn",
                #""$62" could be in USD or USD bn; write only the number, or add the whole "#
                    + #"unit to it"#
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
        "what was meant by a cell that is no value is told apart",
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
        "the sentence for each says what to do",
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

    @Test func `a column in another currency is refused by its header`() {
        let reading = Reading("ticker,date,market_cap (CAD m)\nRIOT,2025-12-31,5\n")
        #expect(reading.reasons == [.otherCurrency("CAD m")])
    }

    // MARK: --decimal comma

    private static let withComma: ImportOptions = {
        var options = ImportOptions()
        options.decimal = .comma
        return options
    }()

    @Test(
        "with a decimal comma, points group thousands",
        arguments: [
            ("40.004,04", 4_000_404_000_000, 2), ("40004,0369", 4_000_403_690_000, 4),
            ("1.234.567", 123_456_700_000_000, 0), ("1.234", 123_400_000_000, 0),
            ("1,234", 123_400_000, 3), ("38", 3_800_000_000, 0), (",5", 50_000_000, 1),
            ("1 234,5", 123_450_000_000, 1), ("1'234,5", 123_450_000_000, 1),
            ("4,97E-06", 497, 8), ("712,53 BTC", 71_253_000_000, 2),
        ] as [(String, Int64, Int)])
    func decimalComma(text: String, base: Int64, decimals: Int) {
        let long = Reading(oneRow("btc_mined", text, ""), options: Self.withComma)
        let wide = Reading(
            "ticker,month,btc_mined\nRIOT,2025-12,\"\(text)\"\n", options: Self.withComma)
        var pivotOptions = Self.withComma
        pivotOptions.defaults[.metric] = "btc_mined"
        let pivot = Reading("ticker,2025-12\nRIOT,\"\(text)\"\n", options: pivotOptions)
        for reading in [long, wide, pivot] {
            #expect(reading.problems.isEmpty)
            #expect(reading.observations.map(\.value.value) == [quantity(base, .bitcoin, decimals)])
        }
        let claim = Reading(
            "publisher,subject,figure,on,value\nX,RIOT,btc_mined,2025-12,\"\(text)\"\n",
            options: Self.withComma)
        #expect(claim.claims.map(\.value.value) == [quantity(base, .bitcoin, decimals)])
    }

    @Test(
        "with a decimal comma, a point that groups nothing is a mistake",
        arguments: [
            ("40.04", Reason.misplacedPoint("40.04")), ("1.2345", .misplacedPoint("1.2345")),
            ("1234.567", .misplacedPoint("1234.567")), (".5", .misplacedPoint(".5")),
            ("1,234.5", .misplacedPoint("1,234.5")), ("38.", .misplacedPoint("38.")),
            ("1.234.56", .misplacedPoint("1.234.56")),
            ("1,234,567", .otherDecimalMark("1,234,567", .point)),
            ("1,2,3", .notValue("1,2,3", .bitcoin)), ("38 50", .misplacedDigits("38 50")),
        ])
    func badDecimalComma(text: String, reason: Reason) {
        #expect(
            Reading(oneRow("btc_mined", text, "BTC"), options: Self.withComma).reasons == [reason])
    }

    @Test func `both conventions have their sentence for a mark in the wrong place`() {
        #expect(
            "\(Reason.misplacedPoint("40.04"))"
                == "\"40.04\" has a point that does not group thousands, as in 1.234,5; if it "
                + "is the decimal mark, import without --decimal comma")
        #expect(
            "\(Reason.otherDecimalMark("1,234,567", .point))"
                == "\"1,234,567\" has commas that group thousands; import without --decimal comma, "
                + "or write 1.234.567,8")
    }

    // MARK: Below zero

    @Test(
        "what cannot be below zero is refused",
        arguments: Metric.allCases.filter { !$0.mayBeNegative })
    func belowZero(metric: Metric) {
        let reading = Reading(oneRow(metric.code, "-3", metric.unit.code))
        #expect(
            reading.problems == [
                "2: \(metric.code): \"-3\" is below zero, but \(metric.code) cannot be; write "
                    + "it without the sign, or correct it"
            ])
        #expect(Reading(oneRow(metric.code, "-0", metric.unit.code)).problems.isEmpty)
    }

    @Test(
        "money that flows and the price of power may be below zero",
        arguments: [
            "revenue", "mining_revenue", "hosting_revenue", "hpc_revenue", "cost_of_revenue",
            "power_cost", "power_credits", "power_price", "power_cost_per_btc",
        ])
    func negative(code: String) throws {
        let metric = try #require(Metric(code: code))
        #expect(metric.mayBeNegative)
        #expect(Reading(oneRow(code, "-3", metric.unit.code)).problems.isEmpty)
        #expect(Metric.allCases.count(where: \.mayBeNegative) == 9)
    }

    @Test func `a claimed change may be below zero, the figure itself as its metric`() {
        let header = "publisher,subject,figure,on,value,unit\n"
        let fall = Reading(
            header + "X,RIOT,btc_held.change,2025-12-31,-3,BTC\n"
                + "X,RIOT,gross_margin,2025-12-31,-3%,\n"
                + "X,RIOT,gross_margin.change_bp,2025-12-31,-300bp,\n"
                + "X,RIOT,market_cap.change_percent,2025-12-31,-47%,\n")
        #expect(fall.problems.isEmpty)
        #expect(fall.claims.map { "\($0.value.value)" } == ["-3 BTC", "-3 %", "-300 bp", "-47 %"])
        let held = Reading(header + "X,RIOT,btc_held,2025-12-31,-3,BTC\n")
        #expect(held.reasons == [.belowZero("-3", of: "btc_held")])
    }

    @Test(
        "what is too small to be seen is zero, and rounded",
        arguments: ["1e-999999999999", "4.97E-101", "1e-1000", "1e-90"])
    func vanishing(text: String) {
        let reading = Reading(oneRow("btc_mined", text, "BTC"))
        #expect(reading.observations.map(\.value.value) == [quantity(0, .bitcoin, 8)])
        #expect(reading.counts.rounded == 1)
    }

    @Test(
        "a bad unit beside the value is reported in its own column",
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

    private func oneRow(_ metric: String, _ value: String, _ unit: String) -> String {
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
