/// The value of an expression, and what it becomes if one of its observations changes by its half
/// unit.
///
/// Each subtree is computed once per observation in it, so that a report with hundreds of inputs
/// takes only milliseconds. It is the same computation for the printed `Double` and for the exact
/// `Fraction`.
struct Sensitivity<Number: FormulaNumber> {
    /// The values if the observation with this id is higher or lower by its half unit.
    struct Moved {
        var id: Int
        var up: Number
        var down: Number
    }

    var value: Number
    /// One for each observation, sorted by id.
    var moved: [Moved] = []

    init(value: Number, moved: [Moved] = []) {
        self.value = value
        self.moved = moved
    }

    init(_ input: Expression.Input) {
        let half = Number(halfUnitOf: input.observation.value, in: input.unit)
        value = Number(input.observation.value, in: input.unit)
        moved = [Moved(id: input.id, up: value + half, down: value - half)]
    }

    /// The sensitivity of a sum. A change of one term changes the sum by as much, so the sum is not
    /// added up again for each observation.
    init(sumOf terms: [Expression]) {
        let zero = Number(0, decimals: 0)
        var total = zero
        var moves: [Moved] = []
        moves.reserveCapacity(terms.count)
        for term in terms {
            if case .observed(let input) = term {
                let half = Number(halfUnitOf: input.observation.value, in: input.unit)
                total = total + Number(input.observation.value, in: input.unit)
                moves.append(Moved(id: input.id, up: half, down: zero - half))
            } else {
                let part = term.sensitivity(as: Number.self)
                total = total + part.value
                moves += part.moved.map { moved in
                    Moved(id: moved.id, up: moved.up - part.value, down: moved.down - part.value)
                }
            }
        }
        value = total
        // Terms are usually in the order of their ids, each id once.
        if zip(moves, moves.dropFirst()).allSatisfy({ $0.id < $1.id }) {
            for index in moves.indices {
                moves[index].up = moves[index].up + total
                moves[index].down = moves[index].down + total
            }
            moved = moves
            return
        }
        moves.sort { $0.id < $1.id }
        moved.reserveCapacity(moves.count)
        for move in moves {
            if let last = moved.indices.last, moved[last].id == move.id {
                moved[last].up = moved[last].up + move.up
                moved[last].down = moved[last].down + move.down
            } else {
                moved.append(Moved(id: move.id, up: total + move.up, down: total + move.down))
            }
        }
    }

    /// The sensitivity of `combine` applied to both values. Merges the two sorted lists; an
    /// observation that only one side has leaves the other unchanged.
    func combined(
        with other: Sensitivity, by combine: (Number, Number) -> Number
    ) -> Sensitivity {
        var result = Sensitivity(value: combine(value, other.value))

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

extension Sensitivity {
    /// How far the value may lie from the true one: the sum, over all observations, of the larger of
    /// both changes.
    var halfWidth: Number {
        moved.reduce(Number(0, decimals: 0)) { total, moved in
            total + .larger((moved.up - value).magnitude, (moved.down - value).magnitude)
        }
    }
}
