import Bookkeeping
import Mining

extension SQLiteBook {
    package func undoing(of number: Int) throws(BookError) -> Timestamp? {
        let find = try Statement("SELECT undone FROM import WHERE number = ?1", on: connection)
        try find.bind(number, at: 1)
        guard try find.step() else {
            let last = try connection.integer("SELECT coalesce(max(number), 0) FROM import")
            throw .noSuchImport(number: number, last: last == 0 ? nil : last)
        }
        return try find.optionalTimestamp(0)
    }

    package func takeBack(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing {
        var undoing = Undoing()
        undoing.restored += try insertRetracted(by: number)
        for table in KeptTable.all {
            let last = try lastCorrection(in: table)
            undoing.restored += try restore(table, before: number)
            undoing.removed += try remove(table, of: number)
            try stamp(table, after: last, moment, by: nil)
        }
        let mark = try Statement(
            "UPDATE import SET undone = ?2 WHERE number = ?1", on: connection)
        try mark.bind(number, at: 1)
        try mark.bind(moment.description, at: 2)
        try mark.run()
        return undoing
    }

    /// Inserts the rows again that a retraction deleted.
    private func insertRetracted(by number: Int) throws(BookError) -> Int {
        let table = KeptTable.observation
        let columns = (table.key + table.content + ["file", "line"]).joined(separator: ", ")
        let statement = try Statement(
            """
            INSERT INTO \(table.name) (\(columns))
            SELECT \(columns)
            FROM \(table.corrections)
            WHERE import = ?1 AND change = 'delete'
            """, on: connection)
        try statement.bind(number, at: 1)
        try statement.run()
        return connection.changes
    }

    /// Restores the rows that the import corrected.
    private func restore(_ table: KeptTable, before number: Int) throws(BookError) -> Int {
        let columns = table.content + ["file", "line"]
        let statement = try Statement(
            """
            UPDATE \(table.name)
            SET \(columns.map { "\($0) = old.\($0)" }.joined(separator: ", "))
            FROM \(table.corrections) AS old
            WHERE old.import = ?1 AND \(table.matchesOld)
                AND \(table.name).file IN (SELECT id FROM import_file WHERE import = ?1)
            """, on: connection)
        try statement.bind(number, at: 1)
        try statement.run()
        return connection.changes
    }

    /// Deletes the rows that the import inserted: those that still name one of its files.
    private func remove(_ table: KeptTable, of number: Int) throws(BookError) -> Int {
        let statement = try Statement(
            """
            DELETE FROM \(table.name)
            WHERE file IN (SELECT id FROM import_file WHERE import = ?1)
            """, on: connection)
        try statement.bind(number, at: 1)
        try statement.run()
        return connection.changes
    }

    /// The id of the last correction of a table; 0 if there is none.
    func lastCorrection(in table: KeptTable) throws(BookError) -> Int {
        try connection.integer("SELECT coalesce(max(id), 0) FROM \(table.corrections)")
    }

    /// Sets import and time of the corrections after the one with the id `last`. The triggers
    /// assume that the import of the row's file changed it, and that no import deletes rows. Here
    /// the retraction with this number did it, or (nil) undoing an import.
    func stamp(
        _ table: KeptTable, after last: Int, _ moment: Timestamp, by number: Int?
    ) throws(BookError) {
        let statement = try Statement(
            "UPDATE \(table.corrections) SET import = ?3, corrected_at = ?2 WHERE id > ?1",
            on: connection)
        try statement.bind(last, at: 1)
        try statement.bind(moment.description, at: 2)
        try statement.bind(number, at: 3)
        try statement.run()
    }
}
