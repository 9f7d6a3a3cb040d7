import Bookkeeping
import Mining

extension PostgresBook: BookMaintenance {
    /// How the schema differs from that of the book's version. Damage to files is the server's to
    /// find (`pg_amcheck`, data checksums).
    package func structureFindings() throws(BookError) -> [Finding] {
        try schemaDifferences().map { .schema($0, isDamage: true) }
    }

    /// Refuses a book whose tables or triggers somebody has removed or disabled: writing to it
    /// could lose what is replaced.
    ///
    /// - Throws: `.alteredSchema`.
    func checkSchema() throws(BookError) {
        guard let first = try schemaDifferences().first else { return }
        throw .alteredSchema(book: connection.book, difference: first)
    }

    /// Tables that are missing or that tables of another schema hide, keys that are missing,
    /// without which a row could be there twice, and triggers that are missing or disabled. Tables
    /// that are on several machines have their keys there, and those are not looked at.
    private func schemaDifferences() throws(BookError) -> [String] {
        let triggers = KeptTable.all.flatMap { ["\($0.name)_update", "\($0.name)_delete"] }
        return try connection.query(
            """
            SELECT 'the table ' || name || ' is missing'
            FROM unnest($1::text[]) AS expected (name)
            WHERE to_regclass(format('%I.%I', \(Self.schema), name)) IS NULL
            UNION ALL
            \(Self.hiddenTables)
            UNION ALL
            SELECT 'the key of ' || name || ' is missing'
            FROM unnest($1::text[]) AS expected (name)
            JOIN pg_class ON pg_class.oid = to_regclass(format('%I.%I', \(Self.schema), name))
            WHERE relkind = 'r' AND name <> 'minerbook'
                AND NOT EXISTS (
                    SELECT 1 FROM pg_index
                    WHERE indrelid = pg_class.oid AND indisprimary AND indisvalid)
            UNION ALL
            SELECT 'the unique index of the codes of subject is missing'
            FROM pg_class
            WHERE pg_class.oid = to_regclass(format('%I.subject', \(Self.schema)))
                AND NOT EXISTS (
                    SELECT 1
                    FROM pg_index
                    WHERE indrelid = pg_class.oid AND indisunique AND indisvalid
                        AND indnkeyatts = 1 AND indpred IS NULL
                        AND pg_get_indexdef(indexrelid, 1, false) = 'lower(code)')
            UNION ALL
            SELECT 'the trigger ' || name || ' is missing or disabled'
            FROM unnest($2::text[]) AS expected (name)
            WHERE NOT EXISTS (
                SELECT 1
                FROM pg_trigger
                JOIN pg_class ON pg_class.oid = tgrelid
                WHERE tgname = expected.name AND tgenabled IN ('O', 'A')
                    AND relnamespace = to_regnamespace(quote_ident(\(Self.schema))))
            """,
            [.texts(Self.tables), .texts(triggers)]
        ).all { (row) throws(BookError) in try row.text(0) }
    }

    /// The tables of a book.
    static let tables =
        ["minerbook", "unit", "metric", "status", "import", "import_file", "source"]
        + KeptTable.all.flatMap { [$0.name, $0.corrections] }

    /// SQL: a sentence for each table among $1 that a table of another schema hides, since that
    /// schema is before the book's in the `search_path`.
    static let hiddenTables = """
        SELECT 'a table ' || name || ' of another schema is before that of the book' AS difference
        FROM unnest($1::text[]) AS expected (name)
        WHERE to_regclass(quote_ident(name)) <> to_regclass(format('%I.%I', \(schema), name))
        """

    package func rowsOfOtherPrograms() throws(BookError) -> [Finding] {
        let queries = KeptTable.all.map { table in
            "SELECT '\(table.name)', count(*) AS rows FROM \(table.name) WHERE file IS NULL"
                + (table.name == "subject" ? " AND kind = 'company'" : "")
        }
        return try read(
            "SELECT * FROM (\(queries.joined(separator: " UNION ALL "))) AS others WHERE rows > 0"
        ).all { (row) throws(BookError) in
            .writtenByOthers(table: try row.text(0), rows: try row.integer(1))
        }
    }

    /// Only tables without foreign keys can have such rows.
    package func orphanFindings() throws(BookError) -> [Finding] {
        let references =
            [
                ("observation", "metric", "metric"), ("observation", "status", "status"),
            ]
            + ["observation", "claim"].flatMap { table in
                [
                    (table, "subject", "subject"), (table, "unit", "unit"),
                    (table, "source", "source"),
                    (table, "file", "import_file"),
                ]
            }
        let queries = references.map { table, column, parent in
            """
            SELECT '\(table)', '\(parent)'
            WHERE EXISTS (
                SELECT 1 FROM \(table)
                WHERE \(column) IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM \(parent) WHERE \(parent).id = \(table).\(column)))
            """
        }
        let parents = """
            SELECT 'subject', 'subject'
            WHERE EXISTS (
                SELECT 1 FROM subject
                WHERE parent IS NOT NULL
                    AND NOT EXISTS (
                        SELECT 1 FROM subject AS other WHERE lower(other.code) = lower(subject.parent)))
            """
        return try read(
            (queries + [parents]).joined(separator: " UNION ALL ") + " ORDER BY 1, 2"
        ).all { (row) throws(BookError) in
            .orphan(table: try row.text(0), missing: try row.text(1))
        }
    }

    package func repeatedSources() throws(BookError) -> [String] {
        try connection.query(
            "SELECT text FROM source GROUP BY text HAVING count(*) > 1 ORDER BY text LIMIT 100"
        ).all { (row) throws(BookError) in try row.text(0) }
    }

    package func scanObservations(
        _ body: (Result<Observation, UnreadableRow>) -> Bool
    ) throws(BookError) {
        try scan(
            """
            SELECT \(ObservationRow.columns)
            FROM observation AS o
            LEFT JOIN subject ON subject.id = o.subject
            \(ObservationRow.joins)
            ORDER BY o.subject, metric, period_end, period_start, published_on
            """, body
        ) { (row) throws(BookError) in
            if Metric(rawValue: try ObservationRow.metric(row)) == nil { return nil }
            return try ObservationRow.read(row)
        } named: {
            ObservationRow.name($0)
        }
    }

    package func scanClaims(_ body: (Result<Claim, UnreadableRow>) -> Bool) throws(BookError) {
        try scan(ClaimRow.selectAll, body) { (row) throws(BookError) in
            try ClaimRow.read(row)
        } named: {
            "a claim of \($0.shown(0)) about \($0.shown(1)), figure \($0.shown(2))"
        }
    }

    /// Calls `body` with what `read` makes of each row, or with its name if it cannot be read. Rows
    /// for which `read` returns nil are skipped.
    private func scan<Value>(
        _ sql: String, _ body: (Result<Value, UnreadableRow>) -> Bool,
        _ read: (Row) throws(BookError) -> Value?, named name: (Row) -> String
    ) throws(BookError) {
        let cursor = try Cursor(sql, of: self)
        while let rows = try cursor.next(4_096) {
            for row in rows {
                let result: Result<Value, UnreadableRow>
                do throws(BookError) {
                    guard let value = try read(row) else { continue }
                    result = .success(value)
                } catch {
                    guard case .unreadable(_, let column, let value) = error else { throw error }
                    result = .failure(
                        UnreadableRow(row: name(row), column: column, value: value))
                }
                guard body(result) else { return }
            }
        }
    }
}
