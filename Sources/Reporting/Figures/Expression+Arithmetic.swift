import Mining

extension Expression {
    /// The formula with its numbers put in: `(17.0 + 38.5) × 100 / 672`. Each number stands as
    /// it was printed, in the formula's unit.
    var arithmetic: String { term.text }

    /// A part of the formula, and how tightly it holds together.
    private var term: (text: String, strength: Strength) {
        switch self {
        case .observed(let input):
            let value = input.observation.value
            let places = value.decimals + input.unit.exponent - value.unit.exponent
            return (
                Number(value.value(in: input.unit), places: max(places, 0)).text,
                value.base < 0 ? .sum : .number
            )
        case .constant(let number):
            // 3.125 has eight decimals where it counts satoshi.
            let shown = ShortestDecimal(Double(number))?.parts.fraction.utf8.count ?? 0
            return (
                Number(Double(number), places: shown).text, number.mantissa < 0 ? .sum : .number
            )
        case .sum(let terms):
            if terms.count == 1 { return terms[0].term }
            return (terms.map { $0.text(atLeast: .sum) }.joined(separator: " + "), .sum)
        case .product(let factors):
            if factors.count == 1 { return factors[0].term }
            return (factors.map { $0.text(atLeast: .product) }.joined(separator: " × "), .product)
        case .difference(let left, let right):
            return (left.text(atLeast: .sum) + " − " + right.text(atLeast: .product), .sum)
        case .quotient(let left, let right):
            return (left.text(atLeast: .product) + " / " + right.text(atLeast: .number), .product)
        }
    }

    private enum Strength: Int {
        case sum, product, number
    }

    private func text(atLeast strength: Strength) -> String {
        let term = term
        return term.strength.rawValue < strength.rawValue ? "(\(term.text))" : term.text
    }
}
