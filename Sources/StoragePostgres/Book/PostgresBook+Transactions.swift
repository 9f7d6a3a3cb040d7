import Bookkeeping

extension PostgresBook {
    @discardableResult
    package func transaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        try transactionWithoutChecks(failure: failure) { () throws(Thrown) in
            do throws(BookError) {
                try checkSchema()
                try checkMachines()
                try synchronizeCatalogue()
            } catch {
                throw failure(error)
            }
            return try body()
        }
    }

    /// A transaction of a book whose tables are not yet those of this program.
    func transactionWithoutChecks<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        do throws(BookError) { try beginWriting() } catch { throw failure(error) }
        let ending: Ending<Value>
        do throws(Thrown) {
            ending = try body()
        } catch {
            rollBack()
            throw error
        }
        switch ending {
        case .commit(let value):
            do throws(BookError) { try connection.commit() } catch { throw failure(error) }
            return value
        case .rollBack(let value):
            rollBack()
            return value
        }
    }

    package func snapshot<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value {
        do throws(BookError) {
            _ = try beginReading()
        } catch {
            throw failure(error)
        }
        defer { rollBack() }
        return try body()
    }

    /// Begins a transaction that sees one state of the book, and returns the rows of `queries`.
    ///
    /// - Throws: an error after which there is no transaction.
    func beginReading(_ queries: [Query] = []) throws(BookError) -> [Rows] {
        let begin = (["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"] + settings)
            .map { Query(sql: $0) }
        do throws(BookError) {
            if isDistributed { return try beginOnAllMachines(begin, queries) }
            return Array(try connection.pipeline(begin + queries).dropFirst(begin.count))
        } catch {
            rollBack()
            throw error
        }
    }

    /// Statements that a transaction begins with.
    private var settings: [String] {
        // The server compiles statements that it expects to take long, and expects it of many that
        // do not: it does not know how few rows each lookup finds. Compiling takes 70 ms.
        var settings = ["SET LOCAL jit = off"]
        // Each machine finds the last days of its own series, instead of sending all of their days.
        if isDistributed { settings.append("SET LOCAL enable_partitionwise_aggregate = on") }
        return settings
    }

    /// Begins a transaction once no other program writes to the book.
    ///
    /// - Throws: `.busy` with the program that writes.
    private func beginWriting() throws(BookError) {
        // Read committed, so that what is read after waiting is what the other program has written.
        // A timeout of 0 would be none at all.
        try connection.execute(
            """
            BEGIN ISOLATION LEVEL READ COMMITTED; \(settings.joined(separator: "; "));
            SET LOCAL lock_timeout = \(max(busyTimeout, 1))
            """)
        do throws(BookError) {
            _ = try connection.query("SELECT pg_advisory_xact_lock(\(Self.writerLock))")
        } catch {
            rollBack()
            guard case .busy(let book, _) = error else { throw error }
            throw .busy(book: book, holder: try? writer())
        }
    }

    /// The lock of writers: two numbers, of the program and of the schema.
    private static let writerLock = "hashtext('minerbook'), hashtext(\(schema))"

    /// SQL: the schema of the book, which need not be the first one of the `search_path`. If there
    /// is no book yet: the first one, where it will be created.
    static let schema = """
        coalesce(
            (
                SELECT nspname
                FROM pg_class
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE pg_class.oid = to_regclass('minerbook')
            ),
            current_schema())
        """

    /// The program that writes to the book: `minerbook 0.1.0 (alice from 10.0.0.7, since
    /// 2026-01-15T12:30:00Z)`; nil if there is none any more. Others see only their own programs
    /// unless they have the role `pg_read_all_stats`.
    func writer() throws(BookError) -> String? {
        try connection.query(
            """
            SELECT
                coalesce(nullif(application_name, ''), 'a program')
                    || ' (' || coalesce(usename, 'unknown user')
                    || coalesce(' from ' || host(client_addr), '')
                    || coalesce(
                        ', since ' || to_char(xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                        '')
                    || ')'
            FROM pg_locks
            JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND (classid::bigint, objid::bigint) = (
                    hashtext('minerbook')::bigint & 4294967295,
                    hashtext(\(Self.schema))::bigint & 4294967295)
            LIMIT 1
            """
        ).first?.optionalText(0)
    }

    /// After an error of the connection there is nothing to roll back, since the server has done
    /// it.
    func rollBack() {
        connection.clearQueue()
        try? connection.execute("ROLLBACK")
    }
}
