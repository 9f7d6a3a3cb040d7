/// An exact decimal number: a whole mantissa and the number of digits after the decimal point.
///
/// `38.50` is mantissa 3850 with 2 decimals. No value passes through `Double`, so 0.1 + 0.2 is
/// exactly 0.3. Two numbers are equal only if they are written the same: `38.5` is not `38.50`.
package struct DecimalNumber: Sendable, Hashable {
    /// The digits as one whole number, with the sign.
    package var mantissa: Int128
    /// Digits after the decimal point. Negative if an exponent moved the point to the right of the
    /// last digit: `3.1E+11` has −10.
    package var decimals: Int
    /// Whether nonzero digits were lost: only 36 significant digits and exponents from −100 are
    /// kept.
    package var isTruncated: Bool

    /// The number `mantissa` × 10^−`decimals`.
    package init(mantissa: Int128, decimals: Int, isTruncated: Bool = false) {
        self.mantissa = mantissa
        self.decimals = decimals
        self.isTruncated = isTruncated
    }

    /// Reads ASCII `[+-]digits[.digits][(e|E)[+-]digits]` with at least one digit, and no spaces,
    /// thousands separators or currency signs.
    ///
    /// Returns nil for any other text, for a whole part of more than 36 digits, and for a nonzero
    /// number with an exponent above 100. An exponent below −100 gives zero; `isTruncated` then
    /// tells whether the number was different from zero.
    package init?(_ text: some Sequence<UInt8>) {
        var bytes = text.makeIterator()
        var mantissa: Int128 = 0
        var kept = 0  // significant digits in `mantissa`
        var decimals = 0
        var exponent = 0
        var isNegative = false
        var isTruncated = false
        var sawDigit = false
        var sawPoint = false
        var isFirst = true
        while let byte = bytes.next() {
            defer { isFirst = false }
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
                guard let rest = Self.exponent(in: &bytes) else { return nil }
                exponent = rest
            default: return nil
            }
        }
        guard sawDigit, exponent <= 100 || mantissa == 0 else { return nil }
        if abs(exponent) > 100 {
            self.init(
                mantissa: 0, decimals: exponent < 0 ? 100 : 0,
                isTruncated: mantissa != 0 || isTruncated)
        } else {
            self.init(
                mantissa: isNegative ? -mantissa : mantissa, decimals: decimals - exponent,
                isTruncated: isTruncated)
        }
    }

    /// Reads all remaining bytes as `[+-]digits`, limited to ±1000. Returns nil for anything else.
    private static func exponent(in bytes: inout some IteratorProtocol<UInt8>) -> Int? {
        var exponent = 0
        var isNegative = false
        var sawDigit = false
        var isFirst = true
        while let byte = bytes.next() {
            defer { isFirst = false }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                // Larger exponents make no difference, and would overflow in the end.
                exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), 1000)
                sawDigit = true
            case UInt8(ascii: "-") where isFirst: isNegative = true
            case UInt8(ascii: "+") where isFirst: break
            default: return nil
            }
        }
        guard sawDigit else { return nil }
        return isNegative ? -exponent : exponent
    }

    /// The number times 10^`exponent`, rounded half to even to a whole number, and whether rounding
    /// changed it. Nil if the result does not fit in `Int64`.
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

    /// What rounding half to even adds to a quotient: −1, 0 or 1.
    private func roundingStep(_ quotient: Int128, _ remainder: Int128, _ divisor: Int128) -> Int128
    {
        let twice = remainder.magnitude * 2
        // If digits were dropped, the exact value is slightly larger, so an apparent tie is more
        // than half.
        let isAbove = twice > divisor.magnitude || (twice == divisor.magnitude && isTruncated)
        let isTie = twice == divisor.magnitude && !isTruncated
        guard isAbove || (isTie && !quotient.isMultiple(of: 2)) else { return 0 }
        return mantissa < 0 ? -1 : 1
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// Plain digits, with a point only if there are decimals: `38.50`, `-15`, `310000000000`.
    package var description: String {
        let digits = String(mantissa.magnitude)
        let sign = mantissa < 0 ? "-" : ""
        guard decimals > 0 else { return sign + digits + String(repeating: "0", count: -decimals) }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
