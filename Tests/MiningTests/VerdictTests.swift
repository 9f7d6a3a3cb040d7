import TestSupport
import Testing

@testable import Mining

@Suite("Verdicts on claims")
struct VerdictTests {
    @Test(arguments: [
        ("28.8690", "0.1", "28.9", Unit.percent, Verdict.reproduces),
        ("40.9700", "0.1", "41", .percent, .reproduces),
        ("38.2423", "0.164", "38.4", .percent, .consistent),
        ("2.8643", "0.0053", "2.3", .percent, .differs),
        ("16149", "0", "16100", .dollarPerExahashDay, .reproduces),
        ("16151", "0", "16100", .dollarPerExahashDay, .differs),
        ("16151", "2", "16100", .dollarPerExahashDay, .consistent),
        ("-5.7", "0", "-6", .percent, .reproduces), ("-5.4", "0", "-6", .percent, .differs),
        ("0.4", "0", "0", .percent, .reproduces),
    ])
    func `a verdict depends on the digits the claim was printed with`(
        value: String, half: String, printed: String, unit: Unit, verdict: Verdict
    ) throws {
        let claimed = try quantity(printed, unit)
        #expect(
            Verdict(computed: try fraction(value), halfWidth: try fraction(half), claimed: claimed)
                == verdict)
    }

    @Test(arguments: [
        ("0.15", "0.2", Verdict.reproduces), ("0.25", "0.3", .reproduces),
        ("0.25", "0.2", .reproduces), ("0.35", "0.4", .reproduces), ("0.35", "0.3", .consistent),
        ("-0.25", "-0.3", .reproduces), ("-0.25", "-0.2", .reproduces),
        ("-0.35", "-0.3", .consistent), ("0.05", "0.0", .reproduces), ("-0.05", "0.0", .reproduces),
        ("0.2500000000000000000000000000000001", "0.2", .differs),
        ("0.2499999999999999999999999999999999", "0.3", .differs),
    ])
    func `half a digit is rounded up, or to an even digit`(
        value: String, printed: String, verdict: Verdict
    ) throws {
        let claimed = try quantity(printed, .percent)
        #expect(
            Verdict(computed: try fraction(value), halfWidth: try fraction("0"), claimed: claimed)
                == verdict)
    }

    @Test func `intervals that meet are consistent at every digit`() throws {
        // In binary, half of these sums are a little too great and half a little too small.
        for digit in 1...400 {
            let book = try quantity("\(digit / 10).\(digit % 10)", .exahashPerSecond)
            let next = digit + 1
            let claimed = try quantity("\(next / 10).\(next % 10)", .exahashPerSecond)
            #expect(Verdict(of: observed(book), claimed: claimed) == .consistent, "\(book)")
        }
    }

    @Test func `a quotient is compared without rounding`() throws {
        // 3 × (1 / 3) is 1, and its intervals meet that of the claim exactly.
        let third = Expression.quotient(number(1), number(3))
        let whole = Expression.product([third, number(3)])
        #expect(whole.isEqual(to: number(1)))
        #expect(!whole.isGreater(than: number(1)))
        #expect(
            Verdict(
                of: .product([third, number(3), number(25)]), claimed: try quantity("2.5", .percent)
            ) == .differs)
        let half = Expression.quotient(.product([whole, number(25)]), number(100))
        #expect(Verdict(of: half, claimed: try quantity("0.3", .percent)) == .reproduces)
        #expect(Verdict(of: half, claimed: try quantity("0.2", .percent)) == .reproduces)
    }

    @Test func `a division by zero has no verdict and no sign`() throws {
        let undefined = Expression.quotient(number(1), .difference(number(3), number(3)))
        #expect(Verdict(of: undefined, claimed: try quantity("1", .percent)) == nil)
        #expect(undefined.sign == nil)
        #expect(Expression.sum([undefined, number(1)]).sign == nil)
        #expect(Expression.quotient(number(1), undefined).sign == nil)
        #expect(!undefined.isEqual(to: undefined))
    }

    @Test func `the sign of a sum of thirds is that of whole numbers`() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<2_000 {
            let divisor = Int128.random(in: 1...999, using: &random)
            let parts = (0..<6).map { _ in Int128.random(in: -5...5, using: &random) }
            let sum = Expression.sum(parts.map { .quotient(number($0), number(divisor)) })
            #expect(sum.sign == Int(parts.reduce(0, +).signum()), "\(parts) / \(divisor)")
        }
    }

    @Test func `exact fractions agree with the quotients of whole numbers`() {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<2_000 {
            let terms = (0..<4).map { _ in Int128.random(in: -1_000_000...1_000_000, using: &random)
            }
            let (b, d) = (terms[1] == 0 ? 1 : terms[1], terms[3] == 0 ? 1 : terms[3])
            let one = Fraction(DecimalNumber(terms[0])) / Fraction(DecimalNumber(b))
            let other = Fraction(DecimalNumber(terms[2])) / Fraction(DecimalNumber(d))
            let sign = (b * d).signum()
            #expect((one - other).sign == Int((terms[0] * d - terms[2] * b).signum() * sign))
            #expect((one + other).sign == Int((terms[0] * d + terms[2] * b).signum() * sign))
            #expect((one * other).sign == Int((terms[0] * terms[2]).signum() * sign))
        }
    }

    @Test func `whole numbers of many digits are multiplied and added exactly`() {
        // (10³⁷ + 1)⁴ − (10³⁷ + 1)⁴ + 1
        let large = BigInteger.powerOfTen(37) + BigInteger(1)
        let power = large * large * large * large
        #expect((power - power + BigInteger(1)).sign == 1)
        #expect((power - (power + BigInteger(1))).sign == -1)
        #expect((power - power).sign == 0)
        #expect(power - BigInteger(1) + BigInteger(1) == power)
        #expect(BigInteger.powerOfTen(150) == BigInteger.powerOfTen(75) * .powerOfTen(75))
        #expect((-power).magnitude == power)
        #expect(BigInteger(Int128.min).sign == -1)
    }

    // MARK: Values

    private func number(_ whole: Int128) -> Expression { .constant(DecimalNumber(whole)) }

    private func fraction(_ text: String) throws -> Fraction {
        Fraction(try #require(DecimalNumber(text.utf8)))
    }

    private func observed(_ value: Quantity) -> Expression {
        .observed(
            .init(
                id: 0,
                observation: Observation(
                    subject: "A", metric: .deployedHashrate, period: Period(day: .first),
                    value: value), unit: value.unit))
    }
}
