import Mining

extension Expression {
    /// The formula with its numbers put in: `(17.0 + 38.5) × 100 / 672`. Each number has its
    /// printed digits, in the unit of the formula.
    var arithmetic: String { term.text }

    /// The text of a part of the formula, and its precedence.
    private var term: (text: String, precedence: Precedence) {
        switch self {
        case .observed(let input):
            let value = input.observation.value
            let decimals = value.decimals + input.unit.exponent - value.unit.exponent
            return (
                Number(value.value(in: input.unit), decimals: max(decimals, 0)).text,
                value.base < 0 ? .sum : .number
            )
        case .constant(let number):
            // The constant 3.125 is stored with eight decimals.
            let shown = ShortestDecimal(Double(number))?.parts.fraction.utf8.count ?? 0
            return (
                Number(Double(number), decimals: shown).text, number.mantissa < 0 ? .sum : .number
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

    private enum Precedence: Int {
        case sum, product, number
    }

    private func text(atLeast precedence: Precedence) -> String {
        let term = term
        return term.precedence.rawValue < precedence.rawValue ? "(\(term.text))" : term.text
    }
}
