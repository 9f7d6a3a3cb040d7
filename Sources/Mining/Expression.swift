/// How a figure follows from observations: a formula with its inputs in place.
///
/// One tree gives the value, its interval and the list of inputs, so that what is printed and
/// what is explained cannot differ. Sums, differences and products of observations are exact;
/// a quotient makes the result a `Double`.
package indirect enum Expression: Sendable {
    case observed(Input)
    case constant(DecimalNumber)
    case sum([Expression])
    case difference(Expression, Expression)
    case product([Expression])
    case quotient(Expression, Expression)

    /// An observation as it stands in a formula. (A class, because formulas hand it round.)
    package final class Input: Sendable {
        /// The same for the same observation, wherever in a formula it stands.
        package let id: Int
        package let observation: Observation
        /// The unit that the formula takes its value in.
        package let unit: Unit

        package init(id: Int, observation: Observation, unit: Unit) {
            self.id = id
            self.observation = observation
            self.unit = unit
        }
    }

    /// The arithmetic mean; `nil` of no terms.
    package static func mean(_ terms: [Expression]) -> Expression? {
        terms.isEmpty ? nil : .quotient(.sum(terms), .constant(DecimalNumber(Int128(terms.count))))
    }

    /// Every observation it rests on, once each, in the order in which it names them.
    package var inputs: [Input] {
        var seen: Set<Int> = []
        var found: [Input] = []
        visit { input in
            if seen.insert(input.id).inserted { found.append(input) }
        }
        return found
    }

    private func visit(_ body: (Input) -> Void) {
        switch self {
        case .observed(let input): body(input)
        case .constant: break
        case .sum(let terms), .product(let terms): for term in terms { term.visit(body) }
        case .difference(let left, let right), .quotient(let left, let right):
            left.visit(body)
            right.visit(body)
        }
    }
}

// MARK: - Value

extension Expression {
    /// The value in the formula's unit: exact where the formula is, else computed in `Double`.
    /// `nil` where it divides by zero.
    package var value: Double? {
        let value = exact.map(Double.init) ?? approximate
        return value.isFinite ? value : nil
    }

    /// The exact value; `nil` where the formula divides or exceeds 38 digits.
    package var exact: DecimalNumber? {
        switch self {
        case .observed(let input):
            return DecimalNumber(
                mantissa: Int128(input.observation.value.base), decimals: input.unit.exponent)
        case .constant(let number): return number
        case .sum(let terms):
            return terms.reduce(DecimalNumber(0)) { total, term in
                total.flatMap { total in term.exact.flatMap { total.adding($0) } }
            }
        case .difference(let left, let right):
            return left.exact.flatMap { left in
                right.exact.flatMap { left.adding($0.negated) }
            }
        case .product(let factors):
            return factors.reduce(DecimalNumber(1)) { total, factor in
                total.flatMap { total in factor.exact.flatMap { total.multiplied(by: $0) } }
            }
        case .quotient: return nil
        }
    }

    private var approximate: Double {
        switch self {
        case .observed, .constant: exact.map(Double.init) ?? .nan
        case .sum(let terms): terms.reduce(0) { $0 + ($1.value ?? .nan) }
        case .difference(let left, let right): (left.value ?? .nan) - (right.value ?? .nan)
        case .product(let factors): factors.reduce(1) { $0 * ($1.value ?? .nan) }
        case .quotient(let left, let right): (left.value ?? .nan) / (right.value ?? .nan)
        }
    }
}
