extension Expression {
    /// How far the true value may lie on either side: the sum, over its distinct observations,
    /// of how much the value moves when that observation moves by its half unit, the larger of
    /// the two directions. An observation that stands on both sides of a change or ratio counts
    /// once, with its net effect (docs/formulas.md, Intervals). `nil` where the value is.
    package var halfWidth: Double? {
        let spread = spread
        let width = spread.moved.reduce(0) { total, moved in
            total + max(abs(moved.up - spread.value), abs(moved.down - spread.value))
        }
        return spread.value.isFinite && width.isFinite ? width : nil
    }

    fileprivate var spread: Spread {
        switch self {
        case .constant(let number): Spread(value: Double(number))
        case .observed(let input): Spread(input)
        case .sum(let terms): Spread(sumOf: terms)
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
        let half = input.observation.value.halfUnit(in: input.unit)
        value = input.observation.value.value(in: input.unit)
        moved = [Moved(id: input.id, up: value + half, down: value - half)]
    }

    /// A sum moves by what its terms move: it need not be added up again for each of them.
    init(sumOf terms: [Expression]) {
        var total: Double = 0
        var moves: [Moved] = []
        moves.reserveCapacity(terms.count)
        for term in terms {
            if case .observed(let input) = term {
                let half = input.observation.value.halfUnit(in: input.unit)
                total += input.observation.value.value(in: input.unit)
                moves.append(Moved(id: input.id, up: half, down: -half))
            } else {
                let spread = term.spread
                total += spread.value
                moves += spread.moved.map { moved in
                    Moved(
                        id: moved.id, up: moved.up - spread.value, down: moved.down - spread.value)
                }
            }
        }
        value = total
        // Most terms were read in their order, once each.
        if zip(moves, moves.dropFirst()).allSatisfy({ $0.id < $1.id }) {
            for index in moves.indices {
                moves[index].up += total
                moves[index].down += total
            }
            moved = moves
            return
        }
        moves.sort { $0.id < $1.id }
        moved.reserveCapacity(moves.count)
        for move in moves {
            if let last = moved.indices.last, moved[last].id == move.id {
                moved[last].up += move.up
                moved[last].down += move.down
            } else {
                moved.append(Moved(id: move.id, up: total + move.up, down: total + move.down))
            }
        }
    }

    func combined(with other: Spread, by combine: (Double, Double) -> Double) -> Spread {
        var result = Spread(value: combine(value, other.value))
        result.moved.reserveCapacity(moved.count + other.moved.count)
        var (i, j) = (0, 0)
        while i < moved.count || j < other.moved.count {
            let left = i < moved.count ? moved[i].id : .max
            let right = j < other.moved.count ? other.moved[j].id : .max
            let one = left <= right ? moved[i] : Moved(id: left, up: value, down: value)
            let two =
                right <= left
                ? other.moved[j] : Moved(id: right, up: other.value, down: other.value)
            result.moved.append(
                Moved(
                    id: min(left, right), up: combine(one.up, two.up),
                    down: combine(one.down, two.down)))
            if left <= right { i += 1 }
            if right <= left { j += 1 }
        }
        return result
    }
}
