/// Whether a claim follows from what the book computes (docs/formulas.md).
package enum Verdict: String, Sendable, CaseIterable {
    /// The computed value, rounded to the printed digits, is the printed one.
    case reproduces
    /// The rounding intervals of both meet.
    case consistent
    /// They do not.
    case differs
    /// An input is missing.
    case cannotTell = "cannot tell"

    /// Compares a computed value, exact to `halfWidth` either way, with a printed one; both in
    /// the unit of `claimed`.
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
