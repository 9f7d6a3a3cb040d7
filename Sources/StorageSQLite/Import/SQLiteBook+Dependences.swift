import Bookkeeping
import Mining

extension SQLiteBook {
    package func dependences(on number: Int) throws(BookError) -> [Dependence] {
        var found: [Dependence] = []
        for table in KeptTable.all {
            if let correction = try correction(of: number, in: table) { found.append(correction) }
            for column in table.subjects {
                if let use = try use(of: number, in: table.name, "\(column) = added.id") {
                    found.append(use)
                }
            }
        }
        if let use = try use(of: number, in: "subject", "subject.parent = added.code") {
            found.append(use)
        }
        if let use = try retractedUse(of: number) { found.append(use) }
        if let addition = try addition(after: number) { found.append(addition) }
        return found
    }

    /// A row of the import that a later import, which has not been undone, replaced or retracted. For
    /// a retraction, a row that it deleted and that was added, and replaced or retracted, since.
    private func correction(of number: Int, in table: KeptTable) throws(BookError)
        -> Dependence?
    {
        let (last, first) = table.period ?? ("NULL", "NULL")
        let statement = try Statement(
            """
            SELECT
                import.number, coalesce(\(table.title), 'rows'), \(first), \(last),
                old.change = 'delete'
            FROM \(table.corrections) AS old
            JOIN import ON import.number = old.import
            WHERE (
                    old.file IN (SELECT id FROM import_file WHERE import = ?1)
                    \(table.wasRetracted.map { "OR \($0)" } ?? "")
                )
                AND import.undone IS NULL
            ORDER BY import.number DESC, old.id
            LIMIT 1
            """, on: connection)
        try statement.bind(number, at: 1)
        guard try statement.step() else { return nil }
        let period =
            statement.isNull(2) ? nil : Period(try statement.day(2), try statement.day(3))
        let (row, by) = (try statement.text(1), try statement.integer(0))
        return try statement.integer(4) == 1
            ? .retracted(row: row, period: period, by: by)
            : .corrected(row: row, period: period, by: by)
    }

    /// A row that the retraction deleted and that the book has again.
    private func addition(after number: Int) throws(BookError) -> Dependence? {
        let table = KeptTable.observation
        let statement = try Statement(
            """
            SELECT
                import_file.import, coalesce(\(table.title), 'rows'),
                old.period_end + old.period_offset, old.period_end
            FROM correction AS old
            JOIN observation ON \(table.matchesOld)
            LEFT JOIN import_file ON import_file.id = observation.file
            WHERE old.import = ?1 AND old.change = 'delete'
            ORDER BY import_file.import DESC
            LIMIT 1
            """, on: connection)
        try statement.bind(number, at: 1)
        guard try statement.step() else { return nil }
        return .added(
            row: try statement.text(1), period: Period(try statement.day(2), try statement.day(3)),
            by: try statement.optionalInteger(0))
    }

    /// A retraction, which has not been undone, of a row of a subject that the import added.
    private func retractedUse(of number: Int) throws(BookError) -> Dependence? {
        let statement = try Statement(
            """
            SELECT import.number, added.code
            FROM subject AS added
            JOIN correction AS old ON old.subject = added.id AND old.change = 'delete'
            JOIN import ON import.number = old.import AND import.undone IS NULL
            WHERE added.file IN (SELECT id FROM import_file WHERE import = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM subject_correction AS old
                    WHERE old.import = ?1 AND old.subject = added.id)
            ORDER BY import.number DESC, added.code
            LIMIT 1
            """, on: connection)
        try statement.bind(number, at: 1)
        guard try statement.step() else { return nil }
        return .named(subject: try statement.text(1), by: try statement.integer(0))
    }

    /// A row from elsewhere that names a subject which the import added.
    private func use(of number: Int, in table: String, _ names: String) throws(BookError)
        -> Dependence?
    {
        let statement = try Statement(
            """
            SELECT import_file.import, added.code
            FROM subject AS added
            JOIN \(table) ON \(names)
            LEFT JOIN import_file ON import_file.id = \(table).file
            WHERE added.file IN (SELECT id FROM import_file WHERE import = ?1)
                AND NOT EXISTS (
                    SELECT 1 FROM subject_correction AS old
                    WHERE old.import = ?1 AND old.subject = added.id)
                AND import_file.import IS NOT ?1
            ORDER BY import_file.import DESC, added.code
            LIMIT 1
            """, on: connection)
        try statement.bind(number, at: 1)
        guard try statement.step() else { return nil }
        return .named(subject: try statement.text(1), by: try statement.optionalInteger(0))
    }
}
