import Bookkeeping
import Mining

/// Finds the vintages of one period after the other.
///
/// An import asks in the order of keys, mostly for one period of a series after the other. So the
/// cursor reads on from where it is, and seeks only if the wanted row is not close. Reading on costs
/// a fifth of a seek.
final class VintageCursor {
    /// After this many rows that were not wanted, a seek is cheaper.
    private static let patience = 8

    private let statement: Statement
    /// The period of the row that the statement is on; nil if it has not been run or is at its end.
    private var ahead: (end: Int, offset: Int)?
    /// The last period asked for, which the statement has read completely.
    private var last: ObservationKey?

    init(on connection: Connection) throws(BookError) {
        statement = try Statement(
            """
            SELECT period_end, period_offset, \(StoredObservation.columns)
            FROM observation
            WHERE subject = ?1 AND metric = ?2 AND (period_end, period_offset) >= (?3, ?4)
            ORDER BY period_end, period_offset, published_on, source
            """, on: connection, isKept: true)
    }

    /// Passes all vintages of the key's period to `body`, by publication day and the source's number.
    func forEachVintage(
        at key: ObservationKey, _ body: (StoredObservation) -> Void
    ) throws(BookError) {
        try advance(to: key)
        while let period = ahead, period == key.days {
            body(try .read(statement, from: 2))
            try advance()
        }
        last = key
    }

    /// Ends the reading, which must happen before the table is written to.
    func reset() {
        statement.reset()
        ahead = nil
        last = nil
    }

    /// Moves to the first row at or after the key's period.
    private func advance(to key: ObservationKey) throws(BookError) {
        if let last, last.subject == key.subject, last.metric == key.metric,
            last.days < key.days
        {
            for _ in 0..<Self.patience {
                guard let period = ahead, period < key.days else { return }
                try advance()
            }
        }
        reset()
        try statement.bind(period: key)
        try advance()
    }

    private func advance() throws(BookError) {
        ahead = try statement.step() ? (statement.integer(0), statement.integer(1)) : nil
    }
}

extension ObservationKey {
    /// The period as the table stores it.
    fileprivate var days: (end: Int, offset: Int) { (periodEnd, periodOffset) }
}
