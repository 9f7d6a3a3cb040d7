import Bookkeeping
import Mining

extension SQLiteBook: BookMaintenance {
    /// Which pages are not as they were written, what `integrity_check` says
    /// (https://sqlite.org/pragma.html#pragma_integrity_check, its first 100 lines), and how the schema
    /// differs from that of the book's version.
    package func structureFindings() throws(BookError) -> [Finding] {
        let pages = try pageFindings()
        let lines = try Statement("PRAGMA integrity_check", on: connection).all {
            (row) throws(BookError) in try row.text(0)
        }.flatMap { $0.split(separator: "\n").map(String.init) }
        let differences = try schemaDifferences(version: migrations.count)
        return pages + lines.filter { $0 != "ok" }.map(Finding.structure)
            + differences.map {
                Finding.schema($0.description, isDamage: $0.preventsWriting)
            }
    }

    /// Pages whose checksums are wrong, or why none can be compared. Pages are compared in a transaction
    /// of their own, as nobody may write meanwhile.
    private func pageFindings() throws(BookError) -> [Finding] {
        try snapshot(failure: \.self) { () throws(BookError) in
            // Reading locks the file.
            _ = try connection.integer("PRAGMA user_version")
            let (pages, wrong, first) = try connection.comparePages()
            // To find out what else is wrong.
            try connection.tolerateWrongPages()
            switch pages {
            case .unprotected: return [.unprotected]
            case .changedByOthers: return [.changedByOthers]
            case .protected: break
            }
            let more = wrong - first.count
            return first.map { .structure("page \($0) does not match its checksum") }
                + (more > 0 ? [.structure("\(more) more pages do not match their checksums")] : [])
        }
    }

    package func rowsOfOtherPrograms() throws(BookError) -> [Finding] {
        let tables = ["observation", "claim", "alias", "membership", "share_basis"]
        let conditions =
            tables.map { ($0, "file IS NULL") } + [("subject", "file IS NULL AND kind = 'company'")]
        let queries = conditions.map { table, condition in
            "SELECT '\(table)', count(*) AS count FROM \(table) WHERE \(condition) HAVING count > 0"
        }
        return try Statement(queries.joined(separator: " UNION ALL "), on: connection).all {
            (row) throws(BookError) in
            .writtenByOthers(table: try row.text(0), rows: try row.integer(1))
        }
    }

    package func orphanFindings() throws(BookError) -> [Finding] {
        try Statement(
            "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check ORDER BY 1, 2",
            on: connection
        ).all { (row) throws(BookError) in
            .orphan(table: try row.text(0), missing: try row.text(1))
        }
    }

    package func repeatedSources() throws(BookError) -> [String] {
        try Statement(
            "SELECT text FROM source GROUP BY text HAVING count(*) > 1 LIMIT 100", on: connection
        ).all { (row) throws(BookError) in try row.text(0) }
    }

    package func scanObservations(
        _ body: (Result<Observation, UnreadableRow>) -> Bool
    ) throws(BookError) {
        let unknown = try unknownMetrics()
        try scan(Statement(ObservationRow.selectAll, on: connection), body) {
            (row) throws(BookError) in
            if try unknown.contains(ObservationRow.metric(row)) { return nil }
            return try ObservationRow.read(row, in: self)
        } named: {
            ObservationRow.name($0)
        }
    }

    package func scanClaims(
        _ body: (Result<Claim, UnreadableRow>) -> Bool
    ) throws(BookError) {
        try scan(Statement(ClaimRow.selectAll, on: connection), body) {
            (row) throws(BookError) in
            try ClaimRow.read(row)
        } named: {
            "a claim of \($0.shown(0)) about \($0.shown(1)), figure \($0.shown(2))"
        }
    }

    /// Calls `body` with what `read` makes of each row, or with its name if it cannot be read. Rows
    /// for which `read` returns nil are skipped.
    private func scan<Value>(
        _ statement: Statement, _ body: (Result<Value, UnreadableRow>) -> Bool,
        _ read: (Statement) throws(BookError) -> Value?, named name: (Statement) -> String
    ) throws(BookError) {
        while try statement.step() {
            let result: Result<Value, UnreadableRow>
            do {
                guard let value = try read(statement) else { continue }
                result = .success(value)
            } catch {
                guard case .unreadable(_, let column, let value) = error else { throw error }
                result = .failure(
                    UnreadableRow(row: name(statement), column: column, value: value))
            }
            guard body(result) else { return }
        }
    }
}
