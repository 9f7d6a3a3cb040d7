/// How a transaction that did not fail ends, and its result.
package enum Ending<Value> {
    case commit(Value)
    /// Leaves the book as it was: a dry run, or rows that turned out bad.
    case rollBack(Value)
}

extension Ending: Sendable where Value: Sendable {}
