/// A whole number of any size, for comparisons that must be exact.
struct BigInteger: Sendable, Hashable {
    /// The digits of the magnitude to base 2⁶⁴, the least significant first, without zeros at the
    /// end. Empty for zero.
    private var digits: [UInt64] = []
    /// Whether it is below zero.
    private(set) var isNegative = false

    init(_ value: Int128) {
        let magnitude = value.magnitude
        digits = [
            UInt64(truncatingIfNeeded: magnitude), UInt64(truncatingIfNeeded: magnitude >> 64),
        ]
        isNegative = value < 0
        dropZeros()
    }

    private init(_ digits: [UInt64], isNegative: Bool) {
        self.digits = digits
        self.isNegative = isNegative
        dropZeros()
    }

    /// 10 to a power that is zero or more.
    static func powerOfTen(_ exponent: Int) -> BigInteger {
        var result = BigInteger(1)
        var rest = exponent
        while rest > 0 {
            let step = min(rest, 37)
            result = result * BigInteger(Mining.powerOfTen(step))
            rest -= step
        }
        return result
    }

    /// −1, 0 or 1.
    var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    /// The number without its sign.
    var magnitude: BigInteger { BigInteger(digits, isNegative: false) }

    static prefix func - (number: BigInteger) -> BigInteger {
        BigInteger(number.digits, isNegative: !number.isNegative)
    }

    static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        if left.isNegative == right.isNegative {
            return BigInteger(added(left.digits, right.digits), isNegative: left.isNegative)
        }
        return isLess(left.digits, right.digits)
            ? BigInteger(subtracted(right.digits, left.digits), isNegative: right.isNegative)
            : BigInteger(subtracted(left.digits, right.digits), isNegative: left.isNegative)
    }

    static func - (left: BigInteger, right: BigInteger) -> BigInteger { left + -right }

    static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        var product = [UInt64](repeating: 0, count: left.digits.count + right.digits.count)
        for (i, digit) in left.digits.enumerated() {
            var carry: UInt64 = 0
            for (j, other) in right.digits.enumerated() {
                // At most (2⁶⁴ − 1)² + 2 (2⁶⁴ − 1) = 2¹²⁸ − 1, which fits.
                let sum =
                    UInt128(digit) * UInt128(other) + UInt128(product[i + j]) + UInt128(carry)
                product[i + j] = UInt64(truncatingIfNeeded: sum)
                carry = UInt64(truncatingIfNeeded: sum >> 64)
            }
            product[i + right.digits.count] = carry
        }
        return BigInteger(product, isNegative: left.isNegative != right.isNegative)
    }

    private mutating func dropZeros() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { isNegative = false }
    }
}

// MARK: - Magnitudes

extension BigInteger {
    private static func isLess(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        if left.count != right.count { return left.count < right.count }
        return left.reversed().lexicographicallyPrecedes(right.reversed())
    }

    private static func added(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        let (long, short) = left.count < right.count ? (right, left) : (left, right)
        var sum = long
        var carry: UInt64 = 0
        for index in long.indices {
            let term = index < short.count ? short[index] : 0
            let total = UInt128(long[index]) + UInt128(term) + UInt128(carry)
            sum[index] = UInt64(truncatingIfNeeded: total)
            carry = UInt64(truncatingIfNeeded: total >> 64)
        }
        if carry > 0 { sum.append(carry) }
        return sum
    }

    /// `right` must not be the greater one.
    private static func subtracted(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        var difference = left
        var borrow: UInt64 = 0
        for index in left.indices {
            let term = index < right.count ? right[index] : 0
            let (first, underflow) = left[index].subtractingReportingOverflow(term)
            let (second, again) = first.subtractingReportingOverflow(borrow)
            difference[index] = second
            borrow = underflow || again ? 1 : 0
        }
        return difference
    }
}
