/// A `Double` and how far it may be from the exact result (running error analysis: Higham, Accuracy
/// and Stability of Numerical Algorithms, 3.3).
///
/// It decides almost every comparison as fast as `Double`, and knows when it cannot.
struct BoundedDouble: FormulaNumber {
    private let value: Double
    /// At least the distance from `value` to the exact result; infinite or not a number if unknown.
    private let error: Double

    /// The greatest relative error of one operation, twice that of the hardware: the arithmetic of
    /// the errors rounds, too.
    private static let rounding = Double.ulpOfOne

    private init(_ value: Double, error: Double) {
        self.value = value
        self.error = error + abs(value) * Self.rounding + .leastNormalMagnitude
    }

    init(_ whole: Int64, decimals: Int) {
        // Two conversions and a division round.
        let value = Double(whole, decimals: decimals)
        self.init(value, error: 3 * abs(value) * Self.rounding)
    }

    init(_ number: DecimalNumber) {
        // Up to 38 digits and a power of ten, which is applied in up to eight steps.
        let value = Double(number)
        self.init(value, error: 32 * abs(value) * Self.rounding)
    }

    var magnitude: BoundedDouble { BoundedDouble(abs(value), error: error) }

    /// nil if the exact result may be on either side of zero.
    var sign: Int? {
        guard value.isFinite, abs(value) > error else { return nil }
        return value < 0 ? -1 : 1
    }

    static func + (left: BoundedDouble, right: BoundedDouble) -> BoundedDouble {
        BoundedDouble(left.value + right.value, error: left.error + right.error)
    }

    static func - (left: BoundedDouble, right: BoundedDouble) -> BoundedDouble {
        BoundedDouble(left.value - right.value, error: left.error + right.error)
    }

    static func * (left: BoundedDouble, right: BoundedDouble) -> BoundedDouble {
        BoundedDouble(
            left.value * right.value,
            error: abs(left.value) * right.error + abs(right.value) * left.error
                + left.error * right.error)
    }

    static func / (left: BoundedDouble, right: BoundedDouble) -> BoundedDouble {
        let quotient = left.value / right.value
        let least = abs(right.value) - right.error
        guard least > 0 else { return BoundedDouble(quotient, error: .infinity) }
        return BoundedDouble(
            quotient, error: (left.error + abs(quotient) * right.error) / least * (1 + rounding))
    }

    static func larger(_ left: BoundedDouble, _ right: BoundedDouble) -> BoundedDouble {
        BoundedDouble(max(left.value, right.value), error: max(left.error, right.error))
    }
}
