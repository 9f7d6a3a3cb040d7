import Mining

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A computed value, and how far it may be trusted.
struct Estimate {
    /// In the unit of the figure.
    let value: Double
    /// How far the true value may lie on either side.
    let halfWidth: Double
    /// Digits after the point that mean something; negative where digits before the point mean
    /// nothing either.
    ///
    /// A value is rounded to the decimal place of the leading digit of its half-width (419 ± 1.9
    /// to 419, 40.88 ± 0.2 to 40.9); an observation by itself keeps the digits it was printed
    /// with; a value without any spread is exact and has no decimals (docs/formulas.md,
    /// Intervals).
    let places: Int

    /// `nil` where the expression has no value.
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
        places = halfWidth == 0 ? 0 : Self.leadingPlace(halfWidth) - (isPrinted ? 1 : 0)
    }

    /// What `change` is from `before` to `after`, and none where these differ in nothing but the
    /// last binary digits of their arithmetic.
    init?(change: Expression, from before: Estimate?, to after: Estimate?) {
        guard let estimate = Estimate(change), let before, let after else { return nil }
        let isNone = Self.withoutNoise(before.value) == Self.withoutNoise(after.value)
        self.init(isNone ? 0 : estimate.value, halfWidth: estimate.halfWidth)
    }

    /// A part of a whole in percent. Its half-width takes the two as if they shared no
    /// observation: it gives the digits of a column, not an interval, and a row of each member of
    /// a large group has no time for more.
    init?(part: Estimate?, of whole: Estimate?) {
        guard let part, let whole, whole.value != 0 else { return nil }
        let value = 100 * part.value / whole.value
        let halfWidth =
            (100 * part.halfWidth + abs(value) * whole.halfWidth) / abs(whole.value)
        guard value.isFinite, halfWidth.isFinite else { return nil }
        self.init(value, halfWidth: halfWidth)
    }

    /// The same in a unit that is so many times smaller, a power of ten.
    func scaled(by factor: Double) -> Estimate {
        guard factor != 1 else { return self }
        return Estimate(
            value: value * factor, halfWidth: halfWidth * factor,
            places: places - Int(log10(factor).rounded()))
    }

    private init(value: Double, halfWidth: Double, places: Int) {
        self.value = value
        self.halfWidth = halfWidth
        self.places = places
    }

    /// Difficulty is printed to fifteen digits: nobody reads what follows the fourth decimal.
    func shownPlaces(_ power: Int) -> Int {
        let isAboveOne = abs(value) * pow(10, Double(power)) >= 1
        return isAboveOne ? min(places - power, 4) : places - power
    }

    var low: Double { Self.withoutNoise(value - halfWidth) }

    var high: Double { Self.withoutNoise(value + halfWidth) }

    /// The decimal place of the first digit of a positive number: 1 of 0.2, 0 of 1.9, −1 of 12.
    private static func leadingPlace(_ value: Double) -> Int {
        // The half-width is a sum of doubles: what is a hair below a power of ten is one.
        Int(-floor(log10(value * (1 + 1e-9))))
    }

    /// `value` without the noise of its last binary digits: 12 significant digits.
    ///
    /// The ends of an interval are sums of many small differences; digits beyond these come
    /// from the arithmetic and not from the figures.
    static func withoutNoise(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        let place = 11 - Int(floor(log10(abs(value))))
        // Dividing by a power of ten keeps decimal fractions as they are written; multiplying by
        // its inverse would not.
        let scale = pow(10, Double(abs(place)))
        return place >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    }
}
