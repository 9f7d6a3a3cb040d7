import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("Numbers for people and programs")
struct NumberTests {
    @Test(arguments: [
        (Number(62_000, decimals: 0), "62,000"),
        (Number(999, decimals: 0), "999"),
        (Number(-1_234_567.891, decimals: 2), "-1,234,567.89"),
        (Number(12_345, decimals: -2), "12,300"),
        (Number(49, decimals: -2), "0"),
        (Number(50, decimals: -2), "100"),
        (Number(51, decimals: -2), "100"),
        (Number(150, decimals: -2), "200"),
        (Number(62_123_456_789, decimals: 1, power: -9), "62.1"),
        (Number(0.0312, decimals: 1, power: 2), "3.1"),
        (Number(4.97e-8, decimals: 2, power: 8), "4.97"),
        (Number(1, decimals: 3), "1.000"),
        (Number(0.5, decimals: 0), "1"),
        (Number(1.5, decimals: 0), "2"),
        (Number(2.5, decimals: 0), "3"),
        (Number(0.285, decimals: 2), "0.29"),
        (Number(0.275, decimals: 2), "0.28"),
        (Number(2.675, decimals: 2), "2.68"),
        (Number(1.005, decimals: 2), "1.01"),
        (Number(1.015, decimals: 2), "1.02"),
        (Number(9.995, decimals: 2), "10.00"),
        (Number(0.1 + 0.2, decimals: 1), "0.3"),
        (Number(12, decimals: 0, isSigned: true), "+12"),
        (Number(-12, decimals: 0, isSigned: true), "-12"),
        (Number(0, decimals: 1, isSigned: true), "0.0"),
        (Number(-0.04, decimals: 1, isSigned: true), "0.0"),
        (Number(0.04, decimals: 1, isSigned: true), "0.0"),
        (Number(-0.0, decimals: 0), "0"),
        (Number(300, decimals: 0, isSigned: true, suffix: "bp"), "+300 bp"),
        (Number(5, decimals: 0, suffix: "PH/s", marks: [.carried, .estimated]), "5ec PH/s"),
        (Number(1e21, decimals: 0), "1,000,000,000,000,000,000,000"),
        (Number(.leastNonzeroMagnitude, decimals: 2), "0.00"),
        (Number(1, decimals: 0, power: .min), "0"),
        (Number(7, decimals: .min), "0"),
    ])
    func `a number for people`(number: Number, text: String) {
        #expect(DisplayNumber(number)?.text == text)
    }

    @Test func `infinity and not-a-number are shown as missing`() {
        for value in [Double.nan, .infinity, -.infinity] {
            #expect(DisplayNumber(Number(value, decimals: 2)) == nil)
        }
    }

    @Test func `numbers for people are rounded like Foundation's decimals`() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20_000 {
            // Few digits, so that ties are frequent.
            let digits = Int.random(in: 1...6, using: &random)
            let scale = Int.random(in: 0...8, using: &random)
            let whole = Int.random(in: -Int(pow(10.0, Double(digits)))...999_999, using: &random)
            let value = Double(whole) / pow(10, Double(scale))
            let power = Int.random(in: -6...6, using: &random)
            let decimals = Int.random(in: -4...6, using: &random)
            let number = Number(
                value, decimals: decimals, power: power, isSigned: .random(using: &random))
            #expect(DisplayNumber(number)?.text == (try slowly(number)), "\(number)")
        }
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (1, "1"), (-419.25, "-419.25"), (0.1 + 0.2, "0.30000000000000004"),
        (1e15, "1000000000000000"), (123_456_789_012_345_683_968, "123456789012345680000"),
        (1e20, "100000000000000000000"), (1e21, "1e21"), (-1.5e300, "-15e299"),
        (4.97e-8, "0.0000000497"),
        (1e-10, "0.0000000001"), (9.9e-11, "99e-12"), (.leastNonzeroMagnitude, "5e-324"),
    ])
    func `a number for programs`(value: Double, text: String) {
        #expect(ShortestDecimal(value)?.description == text)
    }

    @Test func `numbers for programs are read back unchanged`() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let value = Double.random(&random)
            let text = ShortestDecimal(value)?.description
            #expect(text.flatMap { Double($0) } == (value.isFinite ? value : nil))
            if let text { #expect(text == plain(value)) }
        }
    }

    /// A number as people see it, built digit by digit from Foundation's decimals.
    private func slowly(_ number: Number) throws -> String {
        var exact = try #require(Decimal(string: "\(number.value)"))
        exact *= number.power >= 0 ? pow(10, number.power) : 1 / pow(10, -number.power)
        var rounded = Decimal()
        NSDecimalRound(&rounded, &exact, number.decimals, .plain)
        let digits = "\(rounded.magnitude)".split(separator: ".")
        var whole = ""
        for (index, digit) in digits[0].reversed().enumerated() {
            if index > 0, index % 3 == 0 { whole = "," + whole }
            whole = "\(digit)" + whole
        }
        var fraction = digits.count > 1 ? String(digits[1]) : ""
        while fraction.count < number.decimals { fraction += "0" }
        let sign = rounded < 0 ? "-" : rounded > 0 && number.isSigned ? "+" : ""
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
}
