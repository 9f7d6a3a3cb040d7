/// The result of checking a claim against the computed value (docs/formulas.md). The raw values
/// appear in tables and JSON.
package enum Verdict: String, Sendable, CaseIterable {
    /// The computed value, rounded to the printed digits, equals the printed one.
    case reproduces
    /// The values differ, but their rounding intervals overlap.
    case consistent
    /// The rounding intervals do not overlap.
    case differs
    /// The value cannot be computed because an input is missing.
    case cannotTell = "cannot tell"

    /// Compares a computed value, known to within ± `halfWidth`, with a claimed one. `value` and
    /// `halfWidth` are in the unit of `claimed`.
    package init(computed value: Double, halfWidth: Double, claimed: Quantity) {
        let printed = claimed.value(in: claimed.unit)
        let half = claimed.halfUnit(in: claimed.unit)
        let digits = (value / (2 * half)).rounded(.toNearestOrEven)
        let printedDigits = (printed / (2 * half)).rounded(.toNearestOrEven)
        if digits == printedDigits {
            self = .reproduces
        } else if abs(value - printed) <= halfWidth + half {
            self = .consistent
        } else {
            self = .differs
        }
    }
}
