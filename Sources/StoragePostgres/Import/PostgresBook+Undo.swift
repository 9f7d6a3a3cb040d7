import Bookkeeping
import Mining

extension PostgresBook {
    package func retract(
        _ observation: Observation, version: String, at moment: Timestamp
    ) throws(BookError) -> Int? {
        // What the triggers are told lasts as long as a transaction.
        guard connection.isInTransaction else {
            return try transaction(failure: \.self) { () throws(BookError) in
                .commit(try retract(observation, version: version, at: moment))
            }
        }
        // Whether there is one, before an import is added for it.
        let isThere = try connection.query(
            "SELECT 1 FROM observation WHERE \(Self.hasKey)", observation.key)
        if isThere.count == 0 { return nil }
        let number = try PostgresImportStore.addImport(
            version: version, at: moment, on: connection)
        _ = try connection.query("DELETE FROM observation WHERE \(Self.hasKey)", observation.key)
        return number
    }

    /// SQL: the parameters are the key of a row. If another program wrote its source twice, the rows of
    /// both have it.
    private static let hasKey = """
        subject = (SELECT id FROM subject WHERE lower(code) = lower($1 COLLATE "C"))
        AND metric = $2 AND period_end = $3 AND period_start = $4 AND published_on = $5
        AND source IN (SELECT id FROM source WHERE text = $6)
        """

    package func undoing(of number: Int) throws(BookError) -> Timestamp? {
        let rows = try connection.query(
            "SELECT undone FROM import WHERE number = $1", [.integer(number)])
        guard let row = rows.first else {
            let last = try connection.query("SELECT max(number) FROM import").first
            throw .noSuchImport(number: number, last: try last?.optionalInteger(0))
        }
        return try row.optionalMoment(0)
    }

    package func takeBack(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing {
        // What the triggers keep with the old rows: no import made these changes.
        _ = try connection.query(
            "SELECT set_config('minerbook.import', '', true), "
                + "set_config('minerbook.moment', $1::text, true)",
            [.text("\(moment.secondsSince1970)")])
        var undoing = Undoing()
        undoing.restored += try insertRetracted(by: number)
        for table in KeptTable.all {
            undoing.restored += try restore(table, before: number)
            undoing.removed += try remove(table, of: number)
        }
        _ = try connection.query(
            "UPDATE import SET undone = $2 WHERE number = $1", [.integer(number), .moment(moment)])
        return undoing
    }

    /// Inserts the rows again that a retraction deleted.
    private func insertRetracted(by number: Int) throws(BookError) -> Int {
        let table = KeptTable.observation
        let columns = (table.key + table.content + ["file", "line"]).joined(separator: ", ")
        return try connection.query(
            """
            INSERT INTO \(table.name) (\(columns))
            SELECT \(columns)
            FROM \(table.corrections)
            WHERE import = $1 AND change = 'delete'
            """, [.integer(number)]
        ).changes
    }

    /// Restores the rows that the import corrected.
    private func restore(_ table: KeptTable, before number: Int) throws(BookError) -> Int {
        let columns = table.content + ["file", "line"]
        return try connection.query(
            """
            UPDATE \(table.name)
            SET \(columns.map { "\($0) = old.\($0)" }.joined(separator: ", "))
            FROM \(table.corrections) AS old
            WHERE old.import = $1 AND \(table.matchesOld)
                AND \(table.name).file = ANY (\(Self.itsFiles))
            """, [.integer(number)]
        ).changes
    }

    /// Deletes the rows that the import inserted: those that still name one of its files.
    private func remove(_ table: KeptTable, of number: Int) throws(BookError) -> Int {
        try connection.query(
            """
            DELETE FROM \(table.name)
            WHERE file = ANY (\(Self.itsFiles))
            """, [.integer(number)]
        ).changes
    }

    /// SQL: an array of the files of the import $1, which is a value that other machines can be sent.
    private static let itsFiles = "ARRAY(SELECT id FROM import_file WHERE import = $1)"
}

extension Observation {
    /// Parameters 1 to 6: the key.
    fileprivate var key: [Parameter] {
        [
            .text(subject), .integer(metric.rawValue), .day(period.last.number),
            .day(period.first.number), .day(publishedOn?.number ?? PostgresType.noDay),
            .text(source),
        ]
    }
}
