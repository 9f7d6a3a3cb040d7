private let exactPowersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

extension Double {
    /// The nearest `Double`, where mantissa and power of ten are exact in one; else very near.
    package init(_ number: DecimalNumber) {
        var mantissa = number.mantissa
        var decimals = number.decimals
        // Zeros at the end carry nothing, and a short mantissa divides with a single rounding.
        while decimals > 0, mantissa.isMultiple(of: 10), mantissa != 0 {
            mantissa /= 10
            decimals -= 1
        }
        // Most mantissas fit, and convert many times faster than the wide integer.
        var value = Int64(exactly: mantissa).map(Double.init) ?? Double(mantissa)
        while decimals != 0 {
            let step = min(abs(decimals), 22)  // 10²² is the last power of ten that is exact
            let power = exactPowersOfTen[step]
            value = decimals > 0 ? value / power : value * power
            decimals -= decimals > 0 ? step : -step
        }
        self = value
    }
}
