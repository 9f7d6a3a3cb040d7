/// How a figure follows from observations: a formula with its inputs in place.
///
/// One tree gives the value, its interval and the list of inputs, so that what is printed and
/// what is explained cannot differ. Sums, differences and products of observations are exact;
/// a quotient makes the result a `Double`.
package indirect enum Expression: Sendable, Hashable {
    case observed(Input)
    case constant(DecimalNumber)
    case sum([Expression])
    case difference(Expression, Expression)
    case product([Expression])
    case quotient(Expression, Expression)

    /// An observation as it stands in a formula.
    package struct Input: Sendable, Hashable {
        /// The same for the same observation, wherever in a formula it stands.
        package var id: Int
        package var observation: Observation
        /// The unit that the formula takes its value in.
        package var unit: Unit

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

// MARK: - Interval

extension Expression {
    /// How far the true value may lie on either side: the sum, over its distinct observations,
    /// of how much the value moves when that observation moves by its half unit, the larger of
    /// the two directions. An observation that stands on both sides of a change or ratio counts
    /// once, with its net effect (FORMULAS.md, Rounding intervals). `nil` where the value is.
    package var halfWidth: Double? {
        let spread = spread
        let width = spread.moved.values.reduce(0) { total, ends in
            total + max(abs(ends.up - spread.value), abs(ends.down - spread.value))
        }
        return spread.value.isFinite && width.isFinite ? width : nil
    }

    /// A value, and what it becomes when one observation, by its id, moves up or down by its
    /// half unit. Each part of a formula is computed once for each observation below it.
    private struct Spread {
        var value: Double
        var moved: [Int: (up: Double, down: Double)] = [:]

        static func of(
            _ parts: [Spread], _ combine: ([Double]) -> Double
        ) -> Spread {
            var result = Spread(value: combine(parts.map(\.value)))
            for id in Set(parts.flatMap(\.moved.keys)) {
                result.moved[id] = (
                    up: combine(parts.map { $0.moved[id]?.up ?? $0.value }),
                    down: combine(parts.map { $0.moved[id]?.down ?? $0.value })
                )
            }
            return result
        }

        /// A sum moves by what its terms move: no need to add all of them up again each time.
        static func sum(_ terms: [Spread]) -> Spread {
            var result = Spread(value: terms.reduce(0) { $0 + $1.value })
            for term in terms {
                for (id, ends) in term.moved {
                    let before = result.moved[id] ?? (result.value, result.value)
                    result.moved[id] = (
                        up: before.up + (ends.up - term.value),
                        down: before.down + (ends.down - term.value)
                    )
                }
            }
            return result
        }
    }

    private var spread: Spread {
        switch self {
        case .constant(let number): return Spread(value: Double(number))
        case .observed(let input):
            let scale = Double(powerOfTen(input.unit.exponent))
            let quantity = input.observation.value
            let value = Double(quantity.base) / scale
            let half = quantity.halfUnit / scale
            return Spread(value: value, moved: [input.id: (value + half, value - half)])
        case .sum(let terms): return .sum(terms.map(\.spread))
        case .difference(let left, let right):
            return .of([left.spread, right.spread]) { $0[0] - $0[1] }
        case .product(let factors): return .of(factors.map(\.spread)) { $0.reduce(1, *) }
        case .quotient(let left, let right):
            return .of([left.spread, right.spread]) { $0[0] / $0[1] }
        }
    }
}
