/// The result of checking a claim against the computed value (docs/formulas.md). The raw values
/// appear in tables and JSON.
package enum Verdict: String, Sendable, CaseIterable {
    /// The computed value, rounded to the printed digits, equals the printed one.
    case reproduces
    /// The values differ, but their rounding intervals overlap or meet.
    case consistent
    /// The rounding intervals do not meet.
    case differs
    /// The value cannot be computed because an input is missing.
    case cannotTell = "cannot tell"

    /// Compares a computed value, in the unit of `claimed`, with a claimed one, without rounding. Nil
    /// if the formula divides by zero.
    package init?(of computed: Expression, claimed: Quantity) {
        guard
            let verdict = Self(computed.sensitivity(as: BoundedDouble.self), claimed)
                ?? Self(computed.sensitivity(as: Fraction.self), claimed)
        else { return nil }
        self = verdict
    }

    private init?<Number: FormulaNumber>(_ computed: Sensitivity<Number>, _ claimed: Quantity) {
        self.init(computed: computed.value, halfWidth: computed.halfWidth, claimed: claimed)
    }

    /// Compares a computed value, known to within ± `halfWidth`, with a claimed one. `value` and
    /// `halfWidth` are in the unit of `claimed`. Nil if the type of the numbers cannot decide.
    init?<Number: FormulaNumber>(
        computed value: Number, halfWidth: Number, claimed: Quantity
    ) {
        let distance = value - Number(claimed, in: claimed.unit)
        let gap = distance.magnitude - Number(halfUnitOf: claimed, in: claimed.unit)
        guard let order = gap.sign else { return nil }
        if order < 0 || order == 0 && claimed.mayBeRounded(down: distance.sign == 1) {
            self = .reproduces
            return
        }
        guard let rest = (gap - halfWidth).sign else { return nil }
        self = rest <= 0 ? .consistent : .differs
    }
}

extension Quantity {
    /// Whether a value exactly half a digit away may be printed like this: rounded away from zero, as
    /// publishers and spreadsheets do, or to an even digit.
    ///
    /// `down` says that the value is the greater of the two.
    fileprivate func mayBeRounded(down: Bool) -> Bool {
        let isAwayFromZero = base != 0 && (base > 0) != down
        return isAwayFromZero || (base / lastPlace).isMultiple(of: 2)
    }
}
