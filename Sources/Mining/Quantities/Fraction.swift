/// An exact quotient of two whole numbers: what a formula gives if nothing is rounded.
///
/// The result of a division by zero is undefined, and so is everything computed from it.
struct Fraction: Sendable {
    private let numerator: BigInteger
    /// Above zero, or zero if the fraction is undefined. The fraction is not reduced.
    private let denominator: BigInteger

    private init(_ numerator: BigInteger, _ denominator: BigInteger) {
        let isNegative = denominator.isNegative
        self.numerator = isNegative ? -numerator : numerator
        self.denominator = isNegative ? -denominator : denominator
    }

    /// A decimal number.
    init(_ number: DecimalNumber) {
        let mantissa = BigInteger(number.mantissa)
        self =
            number.decimals > 0
            ? Fraction(mantissa, .powerOfTen(number.decimals))
            : Fraction(mantissa * .powerOfTen(-number.decimals), BigInteger(1))
    }
}

extension Fraction: FormulaNumber {
    init(_ whole: Int64, decimals: Int) {
        self.init(DecimalNumber(mantissa: Int128(whole), decimals: decimals))
    }

    /// nil if it is undefined.
    var sign: Int? { denominator.sign == 0 ? nil : numerator.sign }

    var magnitude: Fraction { Fraction(numerator.magnitude, denominator) }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        // Most sums are of values in one unit. Undefined fractions need the general rule.
        if left.denominator == right.denominator, left.denominator.sign != 0 {
            return Fraction(left.numerator + right.numerator, left.denominator)
        }
        return Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    static func - (left: Fraction, right: Fraction) -> Fraction {
        left + Fraction(-right.numerator, right.denominator)
    }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }

    static func / (left: Fraction, right: Fraction) -> Fraction {
        // An undefined divisor has the denominator 0; the quotient must keep it.
        right.denominator.sign == 0
            ? right
            : Fraction(left.numerator * right.denominator, left.denominator * right.numerator)
    }

    static func larger(_ left: Fraction, _ right: Fraction) -> Fraction {
        guard let order = (left - right).sign else { return left - right }
        return order < 0 ? right : left
    }
}
