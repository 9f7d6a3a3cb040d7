import Importing
import Mining
import Testing

/// Values with a decimal comma.
extension ValueTests {
    static let withComma: ImportOptions = {
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
        "with a decimal comma, a point that does not group thousands is an error",
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

    @Test func `each decimal mark has its message for a mark in the wrong place`() {
        #expect(
            "\(Reason.misplacedPoint("40.04"))"
                == "\"40.04\" has a point that does not group thousands, as in 1.234,5; if it "
                + "is the decimal mark, import without --decimal comma")
        #expect(
            "\(Reason.otherDecimalMark("1,234,567", .point))"
                == "\"1,234,567\" has commas that group thousands; import without --decimal comma, "
                + "or write 1.234.567,8")
    }
}
