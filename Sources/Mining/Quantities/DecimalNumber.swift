/// A number exactly as it is written in decimal digits: a whole mantissa and the number of
/// digits after the point.
///
/// `38.50` is mantissa 3850 with 2 decimals. Nothing passes through `Double`, so 0.1 + 0.2
/// of anything is exactly 0.3 of it.
package struct DecimalNumber: Sendable, Hashable {
    /// The digits as one whole number, with the sign.
    package var mantissa: Int128
    /// Digits after the decimal point; negative where an exponent moved it to the right of
    /// the last digit (`3.1E+11` has −10).
    package var decimals: Int
    /// Whether digits other than zero were written beyond the 36 that `mantissa` can hold.
    package var isTruncated: Bool

    package init(mantissa: Int128, decimals: Int, isTruncated: Bool = false) {
        self.mantissa = mantissa
        self.decimals = decimals
        self.isTruncated = isTruncated
    }

    /// Reads ASCII `[+-]digits[.digits][(e|E)[+-]digits]`, at least one digit, nothing else:
    /// no spaces, separators or signs of currency. `nil` for any other text, and for numbers
    /// whose exponent exceeds 100 or whose whole part exceeds 36 digits. Below an exponent of
    /// −100 nothing is left of a number but that it was truncated.
    package init?(_ text: some Sequence<UInt8>) {
        var mantissa: Int128 = 0
        var kept = 0  // significant digits in `mantissa`
        var decimals = 0
        var isNegative = false
        var sawDigit = false
        var sawPoint = false
        var isTruncated = false
        var exponent: Int?
        var exponentIsNegative = false
        var sawExponentDigit = false
        var isFirst = true
        var isAfterE = false

        for byte in text {
            defer { isFirst = false }
            if let value = exponent {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    // Beyond that it makes no difference, and would overflow in the end.
                    exponent = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1000)
                    sawExponentDigit = true
                case UInt8(ascii: "-") where isAfterE: exponentIsNegative = true
                case UInt8(ascii: "+") where isAfterE: break
                default: return nil
                }
                isAfterE = false
                continue
            }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                sawDigit = true
                if kept < 36 {
                    mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
                    if mantissa != 0 { kept += 1 }
                    if sawPoint { decimals += 1 }
                } else {
                    guard sawPoint else { return nil }
                    if byte != UInt8(ascii: "0") { isTruncated = true }
                }
            case UInt8(ascii: ".") where !sawPoint: sawPoint = true
            case UInt8(ascii: "-") where isFirst: isNegative = true
            case UInt8(ascii: "+") where isFirst: break
            case UInt8(ascii: "e") where sawDigit, UInt8(ascii: "E") where sawDigit:
                exponent = 0
                isAfterE = true
            default: return nil
            }
        }
        guard sawDigit, exponent == nil || sawExponentDigit else { return nil }
        let shift = exponent ?? 0
        if shift > 100 {
            guard mantissa == 0 || exponentIsNegative else { return nil }
            self.init(
                mantissa: 0, decimals: exponentIsNegative ? 100 : 0,
                isTruncated: mantissa != 0 || isTruncated)
            return
        }
        self.init(
            mantissa: isNegative ? -mantissa : mantissa,
            decimals: decimals - (exponentIsNegative ? -shift : shift),
            isTruncated: isTruncated)
    }

    /// The number times 10 to the power `exponent`, as a whole number.
    ///
    /// Digits below one are rounded half to even. `nil` where the result does not fit
    /// `Int64`.
    package func scaled(by exponent: Int) -> (value: Int64, isRounded: Bool)? {
        let shift = exponent - decimals
        if mantissa == 0 { return (0, isTruncated) }
        if shift >= 0 {
            guard shift <= 18, !isTruncated else { return nil }
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: powerOfTen(shift))
            guard !overflow, let value = Int64(exactly: product) else { return nil }
            return (value, false)
        }
        guard -shift <= 37 else { return (0, true) }
        let divisor = powerOfTen(-shift)
        let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
        let rounded = quotient + roundingStep(quotient, remainder, divisor)
        guard let value = Int64(exactly: rounded) else { return nil }
        return (value, remainder != 0 || isTruncated)
    }

    /// −1, 0 or 1: what rounding half to even adds to a quotient.
    private func roundingStep(_ quotient: Int128, _ remainder: Int128, _ divisor: Int128) -> Int128
    {
        let twice = remainder.magnitude * 2
        // Digits that were cut off lie above the half, so a tie is none.
        let isAbove = twice > divisor.magnitude || (twice == divisor.magnitude && isTruncated)
        let isTie = twice == divisor.magnitude && !isTruncated
        guard isAbove || (isTie && !quotient.isMultiple(of: 2)) else { return 0 }
        return mantissa < 0 ? -1 : 1
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain digits with a point where there are decimals: `38.50`, `-15`, `310000000000`.
    package var description: String {
        let digits = String(mantissa.magnitude)
        let sign = mantissa < 0 ? "-" : ""
        guard decimals > 0 else { return sign + digits + String(repeating: "0", count: -decimals) }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
