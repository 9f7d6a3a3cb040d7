/// Exact comparisons of computed values, for everything that is said in words: *unchanged*, *higher
/// than*, *above zero*.
///
/// A value as `Double` is good enough to print, but two equal figures from different inputs may
/// differ in their last binary digits.
extension Expression {
    /// −1, 0 or 1, without rounding. Nil if the formula divides by zero.
    package var sign: Int? {
        computed(as: BoundedDouble.self).sign ?? computed(as: Fraction.self).sign
    }

    /// Whether this value is greater than the other one, without rounding. False if one of them
    /// divides by zero.
    package func isGreater(than other: Expression) -> Bool {
        Expression.difference(self, other).sign == 1
    }

    /// Whether both values are the same, without rounding. False if one of them divides by zero.
    package func isEqual(to other: Expression) -> Bool {
        Expression.difference(self, other).sign == 0
    }

    /// The value as computed with one type of numbers.
    private func computed<Number: FormulaNumber>(as type: Number.Type) -> Number {
        switch self {
        case .constant(let number): Number(number)
        case .observed(let input): Number(input.observation.value, in: input.unit)
        case .sum(let terms):
            terms.reduce(Number(0, decimals: 0)) { $0 + $1.computed(as: type) }
        case .product(let factors):
            factors.reduce(Number(1, decimals: 0)) { $0 * $1.computed(as: type) }
        case .difference(let left, let right):
            left.computed(as: type) - right.computed(as: type)
        case .quotient(let left, let right):
            left.computed(as: type) / right.computed(as: type)
        }
    }
}
