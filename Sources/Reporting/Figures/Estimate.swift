import Mining

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A computed value with its interval, from the rounding of its inputs (docs/formulas.md, Intervals).
struct Estimate {
    /// In the unit of the figure.
    let value: Double
    /// How far the true value may be above or below.
    let halfWidth: Double
    /// How many digits after the point are significant; negative if digits before the point are
    /// not.
    ///
    /// A value is rounded to the decimal place of the leading digit of its half-width (419 ± 1.9
    /// to 419, 40.88 ± 0.2 to 40.9). A single observation keeps its printed digits. A value whose
    /// half-width is zero is exact and has no decimals.
    let decimals: Int

    /// nil if the expression has no value.
    init?(_ expression: Expression?) {
        guard let expression, let value = expression.value, let halfWidth = expression.halfWidth
        else { return nil }
        // The half unit of a printed number is a 5 one place below its last digit.
        let isPrinted = if case .observed = expression { true } else { false }
        self.init(value, halfWidth: halfWidth, isPrinted: isPrinted)
    }

    private init(_ value: Double, halfWidth: Double, isPrinted: Bool = false) {
        self.value = value
        self.halfWidth = halfWidth
        decimals = halfWidth == 0 ? 0 : Self.leadingDecimalPlace(halfWidth) - (isPrinted ? 1 : 0)
    }

    /// The value of a change; exactly zero if `isUnchanged`, whatever the binary arithmetic gives.
    init?(change: Expression, isUnchanged: Bool) {
        guard let estimate = Estimate(change) else { return nil }
        self.init(isUnchanged ? 0 : estimate.value, halfWidth: estimate.halfWidth)
    }

    /// A part of a whole in percent; nil if one of them is not known or the whole is zero.
    ///
    /// The half-width assumes that the two share no observation. That is enough for the digits of a
    /// column, and much faster than the exact interval for each member of a large group.
    init?(part: Estimate?, of whole: Estimate?) {
        guard let part, let whole, whole.value != 0 else { return nil }
        let value = 100 * part.value / whole.value
        let halfWidth =
            (100 * part.halfWidth + abs(value) * whole.halfWidth) / abs(whole.value)
        guard value.isFinite, halfWidth.isFinite else { return nil }
        self.init(value, halfWidth: halfWidth)
    }

    /// The same estimate in a unit that is 10 to `power` times smaller.
    func scaled(byPowerOfTen power: Int) -> Estimate {
        guard power != 0 else { return self }
        let factor = powerFactor(power)
        return Estimate(
            value: value * factor, halfWidth: halfWidth * factor, decimals: decimals - power)
    }

    private init(value: Double, halfWidth: Double, decimals: Int) {
        self.value = value
        self.halfWidth = halfWidth
        self.decimals = decimals
    }

    var low: Double { Self.withoutNoise(value - halfWidth) }

    var high: Double { Self.withoutNoise(value + halfWidth) }

    /// The decimal place of the first digit of a positive number: 1 of 0.2, 0 of 1.9, −1 of 12.
    private static func leadingDecimalPlace(_ value: Double) -> Int {
        // The half-width is a sum of doubles and may be slightly below the power of ten it means.
        Int(-floor(log10(value * (1 + 1e-9))))
    }

    /// `value` without the noise of its last binary digits: 12 significant digits.
    ///
    /// The ends of an interval are sums of many small differences; further digits come from the
    /// arithmetic, not from the figures.
    static func withoutNoise(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        let place = 11 - Int(floor(log10(abs(value))))
        // Dividing by a power of ten gives exactly the decimal fraction; multiplying by its inverse
        // would not.
        let scale = pow(10, Double(abs(place)))
        return place >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    }
}
