/// The rounding interval of a computed value.
extension Expression {
    /// How far the true value may lie from the computed one, in either direction, given that the
    /// observations are rounded.
    ///
    /// It is the sum, over all distinct observations, of how much the value changes if that
    /// observation changes by its half unit, in the direction that changes it more. An observation
    /// used in several places counts once, with its net effect (docs/formulas.md, Intervals). Nil
    /// if the formula has no value.
    package var halfWidth: Double? {
        let sensitivity = sensitivity(as: Double.self)
        let width = sensitivity.halfWidth
        return sensitivity.value.isFinite && width.isFinite ? width : nil
    }

    func sensitivity<Number: FormulaNumber>(as type: Number.Type) -> Sensitivity<Number> {
        switch self {
        case .constant(let number): Sensitivity(value: Number(number))
        case .observed(let input): Sensitivity(input)
        case .sum(let terms): Sensitivity(sumOf: terms)
        case .product(let factors):
            factors.reduce(Sensitivity(value: Number(1, decimals: 0))) {
                $0.combined(with: $1.sensitivity(as: type), by: *)
            }
        case .difference(let left, let right):
            left.sensitivity(as: type).combined(with: right.sensitivity(as: type), by: -)
        case .quotient(let left, let right):
            left.sensitivity(as: type).combined(with: right.sensitivity(as: type), by: /)
        }
    }
}
