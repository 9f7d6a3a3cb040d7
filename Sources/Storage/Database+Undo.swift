import Mining

/// What taking back an import did.
package struct Undoing: Sendable, Hashable {
    /// Rows that it had inserted, and that are gone.
    package var removed = 0
    /// Rows that it had corrected, and that are as they were before it.
    package var restored = 0
}

extension Database {
    /// Takes back the import `number` at the time `moment`: what it inserted goes, what it
    /// corrected is again what it was. All that the book had of it goes to the corrections, and
    /// the import stays in the list of imports, marked as undone.
    ///
    /// Throws `.noSuchImport`, `.undoneAlready`, or `.importNeeded` where a later import
    /// corrected a row of it or names a company or group that it brought. A row that somebody
    /// has deleted since stays deleted.
    package func undo(_ number: Int, at moment: Timestamp) throws(StorageError) -> Undoing {
        try transaction(failure: \.self) { () throws(StorageError) in
            try checkStands(number)
            if let dependence = try dependence(on: number) {
                throw .importNeeded(number: number, by: dependence)
            }
            var undoing = Undoing()
            for table in KeptTable.all {
                let last = try connection.integer(
                    "SELECT coalesce(max(id), 0) FROM \(table.corrections)")
                undoing.restored += try restore(table, before: number)
                undoing.removed += try remove(table, of: number)
                try stamp(table, after: last, moment)
            }
            let mark = try Statement(
                "UPDATE import SET undone = ?2 WHERE number = ?1", on: connection)
            try mark.bind(number, at: 1)
            try mark.bind(moment.description, at: 2)
            try mark.run()
            return .commit(undoing)
        }
    }

    private func checkStands(_ number: Int) throws(StorageError) {
        let find = try Statement("SELECT undone FROM import WHERE number = ?1", on: connection)
        try find.bind(number, at: 1)
        guard try find.step() else {
            let last = try connection.integer("SELECT coalesce(max(number), 0) FROM import")
            throw .noSuchImport(number: number, last: last == 0 ? nil : last)
        }
        if let moment = try find.optionalTimestamp(0) {
            throw .undoneAlready(number: number, at: moment)
        }
    }

    /// Gives the rows that the import corrected the content that they had before.
    private func restore(_ table: KeptTable, before number: Int) throws(StorageError) -> Int {
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

    /// Deletes the rows that the import inserted: all that still name one of its files.
    private func remove(_ table: KeptTable, of number: Int) throws(StorageError) -> Int {
        let statement = try Statement(
            """
            DELETE FROM \(table.name)
            WHERE file IN (SELECT id FROM import_file WHERE import = ?1)
            """, on: connection)
        try statement.bind(number, at: 1)
        try statement.run()
        return connection.changes
    }

    /// Corrects what the triggers wrote into the corrections after the one with the id `last`:
    /// they take the file that a row names for the one that changed it, and no import did.
    private func stamp(_ table: KeptTable, after last: Int, _ moment: Timestamp)
        throws(StorageError)
    {
        let statement = try Statement(
            "UPDATE \(table.corrections) SET import = NULL, corrected_at = ?2 WHERE id > ?1",
            on: connection)
        try statement.bind(last, at: 1)
        try statement.bind(moment.description, at: 2)
        try statement.run()
    }
}
