extension Expression {
    /// How far the true value may lie on either side: the sum, over its distinct observations,
    /// of how much the value moves when that observation moves by its half unit, the larger of
    /// the two directions. An observation that stands on both sides of a change or ratio counts
    /// once, with its net effect (FORMULAS.md, Rounding intervals). `nil` where the value is.
    package var halfWidth: Double? {
        let spread = spread
        let width = spread.moved.reduce(0) { total, moved in
            total + max(abs(moved.up - spread.value), abs(moved.down - spread.value))
        }
        return spread.value.isFinite && width.isFinite ? width : nil
    }

    private var spread: Spread {
        switch self {
        case .constant(let number): Spread(value: Double(number))
        case .observed(let input): Spread(input)
        case .sum(let terms): Spread(sumOf: terms.map(\.spread))
        case .product(let factors):
            factors.reduce(Spread(value: 1)) { $0.combined(with: $1.spread, by: *) }
        case .difference(let left, let right): left.spread.combined(with: right.spread, by: -)
        case .quotient(let left, let right): left.spread.combined(with: right.spread, by: /)
        }
    }
}

/// A value, and what it becomes when one of its observations moves.
///
/// Each part of a formula is computed once for every observation below it, so that a report with
/// hundreds of inputs still takes its milliseconds.
private struct Spread {
    /// The value when the observation of this id moves up or down by its half unit.
    struct Moved {
        var id: Int
        var up: Double
        var down: Double
    }

    var value: Double
    /// By id, each once.
    var moved: [Moved] = []

    init(value: Double, moved: [Moved] = []) {
        self.value = value
        self.moved = moved
    }

    init(_ input: Expression.Input) {
        let quantity = input.observation.value
        let half = quantity.halfUnit(in: input.unit)
        value = quantity.value(in: input.unit)
        moved = [Moved(id: input.id, up: value + half, down: value - half)]
    }

    /// A sum moves by what its terms move: it need not be added up again for each of them.
    init(sumOf terms: [Spread]) {
        let total = terms.reduce(0) { $0 + $1.value }
        var moves = terms.flatMap { term in
            term.moved.map { Moved(id: $0.id, up: $0.up - term.value, down: $0.down - term.value) }
        }
        moves.sort { $0.id < $1.id }
        value = total
        for move in moves {
            if let last = moved.last, last.id == move.id {
                moved[moved.count - 1].up += move.up
                moved[moved.count - 1].down += move.down
            } else {
                moved.append(Moved(id: move.id, up: total + move.up, down: total + move.down))
            }
        }
    }

    func combined(with other: Spread, by combine: (Double, Double) -> Double) -> Spread {
        var result = Spread(value: combine(value, other.value))
        result.moved.reserveCapacity(moved.count + other.moved.count)
        var (left, right) = (moved[...], other.moved[...])
        while let id = [left.first?.id, right.first?.id].compactMap(\.self).min() {
            let one = left.first?.id == id ? left.removeFirst() : nil
            let two = right.first?.id == id ? right.removeFirst() : nil
            result.moved.append(
                Moved(
                    id: id, up: combine(one?.up ?? value, two?.up ?? other.value),
                    down: combine(one?.down ?? value, two?.down ?? other.value)))
        }
        return result
    }
}
