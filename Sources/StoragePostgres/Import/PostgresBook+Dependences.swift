import Bookkeeping
import Mining

extension PostgresBook {
    package func dependences(on number: Int) throws(BookError) -> [Dependence] {
        var questions: [(sql: String, read: (Row) throws(BookError) -> Dependence)] = []
        for table in KeptTable.all {
            questions.append((Self.selectCorrection(table), Self.readCorrection))
            for column in table.subjects {
                questions.append((Self.selectUse(table.name, "\(column) = added.id"), Self.readUse))
            }
        }
        questions.append(
            (Self.selectUse("subject", "lower(subject.parent) = lower(added.code)"), Self.readUse))
        questions.append((Self.selectRetractedUse, Self.readUse))
        questions.append((Self.selectAddition, Self.readAddition))
        let results = try connection.pipeline(
            questions.map { Query(sql: $0.sql, parameters: [.integer(number)]) })
        var found: [Dependence] = []
        for (question, rows) in zip(questions, results) {
            if let row = rows.first { found.append(try question.read(row)) }
        }
        return found
    }

    /// A row of the import that a later import, which has not been undone, replaced or retracted. For
    /// a retraction, a row that it deleted and that was added, and replaced or retracted, since.
    private static func selectCorrection(_ table: KeptTable) -> String {
        let (last, first) = table.period ?? ("NULL::date", "NULL::date")
        return """
            SELECT
                import.number, coalesce(\(table.title), 'rows'), \(first), \(last),
                old.change = 'delete'
            FROM \(table.corrections) AS old
            JOIN import ON import.number = old.import
            WHERE (
                    old.file IN (SELECT id FROM import_file WHERE import = $1)
                    \(table.wasRetracted.map { "OR \($0)" } ?? "")
                )
                AND import.undone IS NULL
            ORDER BY import.number DESC, old.id
            LIMIT 1
            """
    }

    private static func readCorrection(_ row: Row) throws(BookError) -> Dependence {
        let period = row.isNull(2) ? nil : Period(try row.day(2), try row.day(3))
        let (title, by) = (try row.text(1), try row.integer(0))
        return try row.integer(4) == 1
            ? .retracted(row: title, period: period, by: by)
            : .corrected(row: title, period: period, by: by)
    }

    /// A row from elsewhere that names a subject which the import added.
    private static func selectUse(_ table: String, _ names: String) -> String {
        """
        SELECT import_file.import, added.code
        FROM subject AS added
        JOIN \(table) ON \(names)
        LEFT JOIN import_file ON import_file.id = \(table).file
        WHERE \(wasAdded) AND import_file.import IS DISTINCT FROM $1
        ORDER BY import_file.import DESC NULLS LAST, added.code
        LIMIT 1
        """
    }

    /// SQL: the import added the subject `added`.
    private static let wasAdded = """
        added.file IN (SELECT id FROM import_file WHERE import = $1)
        AND NOT EXISTS (
            SELECT 1 FROM subject_correction AS old
            WHERE old.import = $1 AND old.subject = added.id)
        """

    /// A retraction, which has not been undone, of a row of a subject that the import added.
    private static let selectRetractedUse = """
        SELECT import.number, added.code
        FROM subject AS added
        JOIN correction AS old ON old.subject = added.id AND old.change = 'delete'
        JOIN import ON import.number = old.import AND import.undone IS NULL
        WHERE \(wasAdded)
        ORDER BY import.number DESC, added.code
        LIMIT 1
        """

    private static func readUse(_ row: Row) throws(BookError) -> Dependence {
        .named(subject: try row.text(1), by: try row.optionalInteger(0))
    }

    /// A row that the retraction deleted and that the book has again.
    private static let selectAddition = """
        SELECT
            import_file.import, coalesce(\(KeptTable.observation.title), 'rows'), old.period_start,
            old.period_end
        FROM correction AS old
        JOIN observation ON \(KeptTable.observation.matchesOld)
        LEFT JOIN import_file ON import_file.id = observation.file
        WHERE old.import = $1 AND old.change = 'delete'
        ORDER BY import_file.import DESC NULLS LAST
        LIMIT 1
        """

    private static func readAddition(_ row: Row) throws(BookError) -> Dependence {
        .added(
            row: try row.text(1), period: Period(try row.day(2), try row.day(3)),
            by: try row.optionalInteger(0))
    }
}
