/// A formula as a tree, with observations and constants as its leaves.
///
/// The same tree gives the value, its rounding interval and the list of inputs, so a printed figure
/// and its explanation cannot disagree. Sums, differences and products of observations are exact;
/// a quotient makes the result a `Double`.
package indirect enum Expression: Sendable {
    case observed(Input)
    case constant(DecimalNumber)
    case sum([Expression])
    case difference(Expression, Expression)
    case product([Expression])
    case quotient(Expression, Expression)

    /// An observation used in a formula. A class, because formulas share it instead of copying it.
    package final class Input: Sendable {
        /// Identifies the observation: equal for all uses of the same one in a formula.
        package let id: Int
        /// The observation itself.
        package let observation: Observation
        /// The unit in which its value enters the formula.
        package let unit: Unit

        /// An input; `unit` must have the dimension of the observation's value.
        package init(id: Int, observation: Observation, unit: Unit) {
            self.id = id
            self.observation = observation
            self.unit = unit
        }
    }

    /// The arithmetic mean, or nil if there are no terms.
    package static func mean(_ terms: [Expression]) -> Expression? {
        terms.isEmpty ? nil : .quotient(.sum(terms), .constant(DecimalNumber(Int128(terms.count))))
    }

    /// All observations used, each once, in the order of first use. Empty if all is constant.
    package var inputs: [Input] {
        var seen: Set<Int> = []
        var found: [Input] = []
        forEachInput { input in
            if seen.insert(input.id).inserted { found.append(input) }
        }
        return found
    }

    /// The same formula with other leaves in the place of its observations.
    package func replacing(_ leaf: (Input) -> Expression) -> Expression {
        switch self {
        case .observed(let input): leaf(input)
        case .constant: self
        case .sum(let terms): .sum(terms.map { $0.replacing(leaf) })
        case .product(let factors): .product(factors.map { $0.replacing(leaf) })
        case .difference(let left, let right):
            .difference(left.replacing(leaf), right.replacing(leaf))
        case .quotient(let left, let right):
            .quotient(left.replacing(leaf), right.replacing(leaf))
        }
    }

    /// Calls `body` with each observation as often as it is used, from left to right.
    ///
    /// - Throws: what `body` throws.
    package func forEachInput<Failure: Error>(
        _ body: (Input) throws(Failure) -> Void
    ) throws(Failure) {
        switch self {
        case .observed(let input): try body(input)
        case .constant: break
        case .sum(let terms), .product(let terms):
            for term in terms { try term.forEachInput(body) }
        case .difference(let left, let right), .quotient(let left, let right):
            try left.forEachInput(body)
            try right.forEachInput(body)
        }
    }
}

// MARK: - Value

extension Expression {
    /// The value in the formula's unit, computed exactly as far as possible and otherwise in
    /// `Double`. Nil if it divides by zero or exceeds what a `Double` can hold.
    package var value: Double? {
        let value = evaluated.number
        return value.isFinite ? value : nil
    }

    /// The exact value, or nil if the formula divides or the result exceeds 38 digits.
    package var exact: DecimalNumber? {
        if case .exact(let number) = evaluated { number } else { nil }
    }

    /// The value of a subtree.
    private enum Evaluated {
        case exact(DecimalNumber)
        case approximate(Double)

        /// The value as a `Double`; not a number (NaN) if it has none.
        var number: Double {
            switch self {
            case .exact(let number): Double(number)
            case .approximate(let number): number.isFinite ? number : .nan
            }
        }

        /// The result of `exactly` if both values are exact and it succeeds, otherwise that of
        /// `roughly`.
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

    /// Combines all terms exactly. If one of them is approximate or the digits do not suffice,
    /// combines all of them approximately.
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
