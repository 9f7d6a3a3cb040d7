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
        return found
    }

    /// A row of the import that a later import, which has not been undone, replaced.
    private func correction(of number: Int, in table: KeptTable) throws(BookError)
        -> Dependence?
    {
        let (last, first) = table.period ?? ("NULL", "NULL")
        let statement = try Statement(
            """
            SELECT import.number, coalesce(\(table.title), 'rows'), \(first), \(last)
            FROM \(table.corrections) AS old
            JOIN import ON import.number = old.import
            WHERE old.file IN (SELECT id FROM import_file WHERE import = ?1)
                AND import.undone IS NULL
            ORDER BY import.number DESC, old.id
            LIMIT 1
            """, on: connection)
        try statement.bind(number, at: 1)
        guard try statement.step() else { return nil }
        let period =
            statement.isNull(2) ? nil : Period(try statement.day(2), try statement.day(3))
        return .corrected(
            row: try statement.text(1), period: period, by: try statement.integer(0))
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
