import Mining
import Testing

@Suite("Share basis")
struct ShareBasisTests {
    @Test(arguments: [
        ("25:1", "25:1"), ("25-for-1", "25:1"), ("25 FOR 1", "25:1"), ("1:20", "1:20"),
        ("2:4", "1:2"), ("25:01", "25:1"),
    ])
    func `a ratio is read in lowest terms`(text: String, ratio: String) {
        #expect(ShareRatio(text)?.description == ratio)
    }

    @Test(arguments: [("15", "15:1"), ("0.5", "1:2"), ("1.5", "3:2")])
    func `a number is a ratio to one, but not the text of a split`(text: String, ratio: String) {
        #expect(ShareRatio(number: text)?.description == ratio)
        #expect(ShareRatio(text) == nil)
    }

    @Test(arguments: [
        "", "x", "25:", ":1", "0", "-2", "25 to 1", "1:2:3", "25-1", "1e-7", "1000001", "0:1",
        "15:-1",
        "-99999999999999999999", "99999999999999999999",
    ])
    func `other texts are not a ratio`(text: String) {
        #expect(ShareRatio(text) == nil)
        #expect(ShareRatio(number: text) == nil)
    }

    @Test(arguments: [("15", "15"), ("0.5", "0.5"), ("1.25", "1.25"), ("1000000", "1000000")])
    func `an ADS ratio is written as it was read`(text: String, number: String) {
        #expect(ShareRatio(number: text)?.number.description == number)
    }

    @Test func `an ADS ratio holds from its day until the next one`() throws {
        let history = ShareHistory([
            ShareBasis(ticker: "CAN", from: Day("2025-01-01"), adsRatio: ShareRatio(30, 1)),
            ShareBasis(ticker: "CAN", adsRatio: ShareRatio(15, 1)),
            ShareBasis(ticker: "CAN", from: Day("2025-06-01"), split: ShareRatio(2, 1)),
        ])
        for (text, ratio) in [("2024-12-31", 15), ("2025-01-01", 30), ("2025-12-31", 30)] {
            let day = try #require(Day(text))
            #expect(history.conversion(ofSharesOn: day, toPriceOn: day).divisors == [ratio])
        }
        let day = try #require(Day("2025-12-31"))
        let none = ShareHistory([]).conversion(ofSharesOn: day, toPriceOn: day)
        #expect(none == ShareConversion())
    }

    @Test func `a conversion multiplies by each split between the two days, or divides`() throws {
        let history = ShareHistory([
            ShareBasis(ticker: "X", from: Day("2025-06-01"), split: ShareRatio(1, 20)),
            ShareBasis(ticker: "X", from: Day("2025-01-01"), split: ShareRatio(25, 1)),
        ])
        let (first, last) = (
            try #require(Day("2024-12-31")), try #require(Day("2025-06-01"))
        )
        let ahead = history.conversion(from: first, to: last)
        #expect(ahead.factors == [25] && ahead.divisors == [20])
        #expect(ahead.reasons == ["25:1 split on 2025-01-01", "1:20 split on 2025-06-01"])
        let back = history.conversion(from: last, to: first)
        #expect(back.factors == [20] && back.divisors == [25])
        #expect(history.conversion(from: first, to: first) == ShareConversion())
        let day = try #require(Day("2025-01-01"))
        #expect(history.conversion(from: day, to: last).factors == [])
    }
}
