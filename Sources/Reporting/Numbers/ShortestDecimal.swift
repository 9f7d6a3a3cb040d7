/// A number as the fewest decimal digits that read back as the same `Double`.
///
/// These are the digits that a person would write for it: 0.285 is 285 × 10⁻³, although the nearest
/// `Double` is slightly smaller. All rounding for people starts from these digits, so scaling by
/// powers of ten is exact and ties are what they look like: 0.285 becomes 0.29. The noise of earlier
/// arithmetic is kept: 0.1 + 0.2 is 0.30000000000000004.
package struct ShortestDecimal {
    var isNegative: Bool
    /// At most 17 digits, without zeros at the end; 0 for zero.
    private(set) var digits: UInt64
    /// The number is `digits` × 10 to this power.
    var exponent: Int

    var isZero: Bool { digits == 0 }

    /// How many digits it has; 1 for zero.
    var count: Int { String(digits).utf8.count }

    /// nil for infinity and for what is not a number. Zero has no sign.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        digits = 0
        exponent = 0
        var sawPoint = false
        // The standard library's description is the shortest: `-12.5`, `3.0`, `1e-05`.
        var text = value.magnitude.description.utf8[...]
        while let byte = text.popFirst(), byte != UInt8(ascii: "e") {
            if byte == UInt8(ascii: ".") {
                sawPoint = true
            } else {
                digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
                if sawPoint { exponent -= 1 }
            }
        }
        exponent += Int(Substring(text)) ?? 0
        dropZeros()
    }

    /// Rounds to `decimals` digits after the point, half away from zero, as publishers do; a
    /// negative number of decimals rounds before the point.
    mutating func round(to decimals: Int) {
        let dropped = -exponent - decimals
        guard dropped > 0 else { return }
        // 17 digits are less than half of 10¹⁸.
        let divisor = dropped < 18 ? (0..<dropped).reduce(1) { power, _ in power * 10 } : UInt64.max
        let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: divisor)
        // Not `2 * remainder`, which may be too large.
        digits = remainder >= divisor - remainder ? quotient + 1 : quotient
        exponent = -decimals
        dropZeros()
    }

    private mutating func dropZeros() {
        guard !isZero else {
            exponent = 0
            isNegative = false
            return
        }
        while digits.isMultiple(of: 10) {
            digits /= 10
            exponent += 1
        }
    }

    /// The digits before and after the point, without sign: `0` and `05`, `120` and an empty text.
    var parts: (whole: String, fraction: String) {
        let text = String(digits)
        if exponent >= 0 {
            return (text + String(repeating: "0", count: exponent), "")
        }
        let leadingZeros = max(0, -exponent - text.utf8.count)
        let whole = text.dropLast(-exponent)
        return (
            whole.isEmpty ? "0" : String(whole),
            String(repeating: "0", count: leadingZeros) + String(text.suffix(-exponent))
        )
    }
}

extension ShortestDecimal: CustomStringConvertible {
    /// For programs: `-12.5`, `1000000`, `0.0000000497`; with an exponent only from 10²¹ up and
    /// below 10⁻¹⁰, where plain digits would be mostly zeros.
    package var description: String {
        let sign = isNegative ? "-" : ""
        let magnitude = String(digits).utf8.count + exponent
        guard isZero || (-9...21).contains(magnitude) else {
            return "\(sign)\(digits)e\(exponent)"
        }
        let (whole, fraction) = parts
        return fraction.isEmpty ? sign + whole : "\(sign)\(whole).\(fraction)"
    }
}
