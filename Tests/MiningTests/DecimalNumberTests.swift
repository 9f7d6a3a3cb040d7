import TestSupport
import Testing

@testable import Mining

@Suite("Decimal numbers")
struct DecimalNumberTests {
    @Test(arguments: [
        ("38.5", 385, 1), ("38.50", 3850, 2), ("-15", -15, 0), ("+5", 5, 0), ("0.1", 1, 1),
        (".5", 5, 1), ("5.", 5, 0), ("4.97E-08", 497, 10), ("3.17688E+11", 317688, -6),
        ("1e3", 1, -3), ("00012", 12, 0), ("0", 0, 0),
    ])
    func `text is parsed into digits and decimals`(
        text: String, mantissa: Int128, decimals: Int
    ) throws {
        let number = try #require(DecimalNumber(text.utf8))
        #expect(number == DecimalNumber(mantissa: mantissa, decimals: decimals))
    }

    @Test(arguments: [
        "", "-", "+", ".", "1,000", " 1", "1 ", "1.2.3", "e5", "1e", "1e+", "1e1.5", "--1", "1-",
        "0x10", "inf", "nan", "1e101", "1e99999999999999999999", "١",
        "1000000000000000000000000000000000000",
    ])
    func `text that is not a plain number is rejected`(text: String) {
        #expect(DecimalNumber(text.utf8) == nil)
    }

    @Test func `digits after the 36th are dropped and the number is marked as truncated`() throws {
        let number = try #require(
            DecimalNumber("3.69270000000000000000000000000000000000001".utf8))
        #expect(number.isTruncated)
        #expect(number.scaled(by: 4)?.value == 36927)
        #expect(number.scaled(by: 4)?.isRounded == true)
    }

    @Test(arguments: [
        ("0.5", 0), ("1.5", 2), ("2.5", 2), ("2.51", 3), ("-0.5", 0), ("-1.5", -2), ("-2.5", -2),
        ("2.49999999999999999999999999", 2), ("0.0000001", 0),
    ])
    func `scaling rounds half to even and reports that it rounded`(text: String, whole: Int64)
        throws
    {
        let scaled = try #require(DecimalNumber(text.utf8)?.scaled(by: 0))
        #expect(scaled.value == whole)
        #expect(scaled.isRounded)
    }

    @Test func `dropped digits decide what looks like a tie`() throws {
        let text = "2.5" + String(repeating: "0", count: 40) + "1"
        #expect(try #require(DecimalNumber(text.utf8)).scaled(by: 0)?.value == 3)
    }

    @Test(arguments: [
        ("9223372036854775807", 0), ("-9223372036854775808", 0), ("9223372036.854775807", 9),
    ])
    func `the largest and smallest values of Int64 can be scaled to`(text: String, exponent: Int)
        throws
    {
        #expect(try #require(DecimalNumber(text.utf8)).scaled(by: exponent) != nil)
    }

    @Test(arguments: [
        ("9223372036854775808", 0), ("-9223372036854775809", 0), ("1", 19), ("1e30", 0),
        ("123456789012345678901234567890", 12),
    ])
    func `a scaled value that does not fit in Int64 is nil`(text: String, exponent: Int) throws {
        #expect(try #require(DecimalNumber(text.utf8)).scaled(by: exponent) == nil)
    }

    @Test func `printing and parsing any number returns it`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<5_000 {
            let number = DecimalNumber(
                mantissa: Int128(Int64.random(in: .min...(.max), using: &random)),
                decimals: Int.random(in: 0...20, using: &random))
            #expect(DecimalNumber(number.description.utf8) == number)
        }
    }

    @Test func `a tenth and two tenths are exactly three tenths`() throws {
        let sum = try #require(
            decimal("0.1").adding(decimal("0.2")))
        #expect(sum == DecimalNumber(mantissa: 3, decimals: 1))
        #expect(Double(sum) == 0.3)
    }

    @Test func `sums and products of more than 38 digits are nil instead of wrong`() throws {
        let large = DecimalNumber(Int128.max)
        #expect(large.adding(DecimalNumber(1)) == nil)
        #expect(large.multiplied(by: DecimalNumber(2)) == nil)
        #expect(large.adding(DecimalNumber(mantissa: 1, decimals: 5)) == nil)
    }
}
