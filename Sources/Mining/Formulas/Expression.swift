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
        let value = evaluated.number
        return value.isFinite ? value : nil
    }

    /// The exact value; `nil` where the formula divides or exceeds 38 digits.
    package var exact: DecimalNumber? {
        if case .exact(let number) = evaluated { number } else { nil }
    }

    /// What a part of a formula comes to. Each is worked out once, whatever it is a part of.
    private enum Evaluated {
        case exact(DecimalNumber)
        case approximate(Double)

        /// Not a number where there is none.
        var number: Double {
            switch self {
            case .exact(let number): Double(number)
            case .approximate(let number): number.isFinite ? number : .nan
            }
        }

        /// `exactly` of two exact values where it can be had, else `roughly` of their numbers.
        func combined(
            with other: Evaluated, _ exactly: (DecimalNumber, DecimalNumber) -> DecimalNumber?,
            else roughly: (Double, Double) -> Double
        ) -> Evaluated {
            if case .exact(let left) = self, case .exact(let right) = other,
                let result = exactly(left, right)
            {
                return .exact(result)
            }
            return .approximate(roughly(number, other.number))
        }
    }

    private var evaluated: Evaluated {
        switch self {
        case .observed(let input):
            .exact(
                DecimalNumber(
                    mantissa: Int128(input.observation.value.base),
                    decimals: input.unit.exponent))
        case .constant(let number): .exact(number)
        case .sum(let terms):
            Self.folded(terms, from: 0, { $0.adding($1) }, else: +)
        case .product(let factors):
            Self.folded(factors, from: 1, { $0.multiplied(by: $1) }, else: *)
        case .difference(let left, let right):
            left.evaluated.combined(with: right.evaluated, { $0.adding($1.negated) }, else: -)
        case .quotient(let left, let right):
            left.evaluated.combined(with: right.evaluated, { _, _ in nil }, else: /)
        }
    }

    /// All of them exactly; else, where one is rough or the digits don't suffice, all roughly.
    private static func folded(
        _ terms: [Expression], from start: Int,
        _ exactly: (DecimalNumber, DecimalNumber) -> DecimalNumber?,
        else roughly: (Double, Double) -> Double
    ) -> Evaluated {
        let parts = terms.map(\.evaluated)
        var total: DecimalNumber? = DecimalNumber(Int128(start))
        for part in parts {
            guard case .exact(let number) = part else {
                total = nil
                break
            }
            total = total.flatMap { exactly($0, number) }
        }
        return total.map(Evaluated.exact)
            ?? .approximate(parts.reduce(Double(start)) { roughly($0, $1.number) })
    }
}
