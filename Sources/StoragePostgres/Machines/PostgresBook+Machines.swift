import Bookkeeping

/// A book whose tables that grow are on several machines (docs/team.md). The server passes what is
/// asked on to them by postgres_fdw, and commits on one machine after the other.
///
/// So a reader could see an import on one machine and not yet on the next, and a crash between two
/// commits leaves it there. That is why each machine counts the changes that it has, in the table
/// `minerbook_node`. A reader begins on all machines at once; if they have the same number, it sees
/// one state of the book.
extension PostgresBook {
    /// Begins reading with the statements `begin`, on all machines, and returns the rows of
    /// `queries`. While another program commits, waits for it.
    ///
    /// - Throws: `.busy` if that takes too long, `.divided` if no program commits and some machines
    ///   have a change that others have not.
    func beginOnAllMachines(_ begin: [Query], _ queries: [Query]) throws(BookError) -> [Rows] {
        var difference = ""
        for _ in 0...(busyTimeout / Self.pause) {
            let rows = try connection.pipeline(begin + [Self.difference] + queries)
            guard let found = rows[begin.count].first else {
                return Array(rows.dropFirst(begin.count + 1))
            }
            difference = try found.text(0)
            try connection.execute("ROLLBACK; SELECT pg_sleep(\(Self.pause) / 1000.0)")
        }
        if let writer = try writer() { throw .busy(book: connection.book, holder: writer) }
        throw .divided(book: connection.book, changes: difference)
    }

    /// The rows of a statement that sees one state of the book.
    func read(_ sql: String, _ parameters: [Parameter] = []) throws(BookError) -> Rows {
        try read([Query(sql: sql, parameters: parameters)])[0]
    }

    /// The rows of statements, each of which sees one state of the book. On one server every
    /// statement does, and no transaction is needed for that.
    func read(_ queries: [Query]) throws(BookError) -> [Rows] {
        guard isDistributed, !connection.isInTransaction else {
            return try connection.pipeline(queries)
        }
        defer { rollBack() }
        return try beginReading(queries)
    }

    /// Refuses to write while some machines have a change that others have not. No other program
    /// commits then, since this one writes, so there is nothing to wait for.
    ///
    /// - Throws: `.divided`.
    func checkMachines() throws(BookError) {
        guard isDistributed else { return }
        if let found = try connection.query(Self.difference.sql).first {
            throw .divided(book: connection.book, changes: try found.text(0))
        }
    }

    /// How long to wait before machines are asked again, in milliseconds.
    private static let pause = 50

    /// The numbers of changes of all machines; no row if they are the same. A machine that was
    /// replaced by a new one has none.
    private static let difference = Query(
        sql: """
            WITH found AS MATERIALIZED (
                SELECT tableoid AS machine, node, changes FROM minerbook_node
            )
            SELECT string_agg(
                machine::regclass || ' ' || coalesce(changes::text, 'none'), ', '
                ORDER BY machine::regclass::text, node)
            FROM (
                SELECT machine, node, changes FROM found
                UNION ALL
                SELECT inhrelid, NULL, NULL
                FROM pg_inherits
                WHERE inhparent = to_regclass('minerbook_node')
                    AND inhrelid NOT IN (SELECT machine FROM found)
            ) AS every
            HAVING min(changes) < max(changes) OR count(changes) < count(*)
            """)
}
