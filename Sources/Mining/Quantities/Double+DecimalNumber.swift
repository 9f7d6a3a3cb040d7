/// Converting decimal numbers to `Double`.
extension Double {
    /// The `Double` nearest to a decimal number.
    ///
    /// It is exactly the nearest if the mantissa has up to 15 digits and the power of ten is at most
    /// 10²², because both are then exact and only one operation rounds. For longer numbers it may
    /// be off by a few units in the last place.
    package init(_ number: DecimalNumber) {
        var mantissa = number.mantissa
        var decimals = number.decimals
        // Trailing zeros add nothing, and a short mantissa needs a single rounding.
        while decimals > 0, mantissa.isMultiple(of: 10), mantissa != 0 {
            mantissa /= 10
            decimals -= 1
        }
        // Most mantissas fit in Int64, which converts many times faster than Int128.
        var value = Int64(exactly: mantissa).map(Double.init) ?? Double(mantissa)
        while decimals != 0 {
            let step = min(abs(decimals), 22)  // 10²² is the largest exact power of ten
            let power = exactPowersOfTen[step]
            value = decimals > 0 ? value / power : value * power
            decimals -= decimals > 0 ? step : -step
        }
        self = value
    }
}

private let exactPowersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
