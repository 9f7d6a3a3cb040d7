import Mining

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How many digits of a computed value mean something.
enum Precision {
    /// Digits after the point that people should see of a value; negative where digits before
    /// the point mean nothing either.
    ///
    /// A value is rounded to the decimal place of the leading digit of its half-width (419 ± 1.9
    /// to 419, 40.88 ± 0.2 to 40.9); an observation by itself keeps the digits it was printed
    /// with; a value without any spread is exact and shows no decimals (FORMULAS.md, Rounding
    /// intervals).
    static func places(of expression: Expression) -> Int {
        guard let halfWidth = expression.halfWidth, halfWidth > 0 else { return 0 }
        // The half unit of a printed number is a 5 one place below its last digit.
        if case .observed = expression { return leadingPlace(halfWidth) - 1 }
        return leadingPlace(halfWidth)
    }

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
