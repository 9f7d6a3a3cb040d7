import Bookkeeping

/// The SQL of a table. A book in a file has the tables of `BookTable` with two differences: the first day
/// of an observation's period is stored as its distance from the last, and imports have no users.
extension BookTable {
    /// Selects all rows in the order of the key, with the values of `columns`.
    var select: String {
        let values = columns.map { column in
            if Self.columnsOfServers.contains(column.name) { return "NULL" }
            return isOffset(column) ? "period_end + period_offset" : column.name
        }
        return """
            SELECT \(values.joined(separator: ", "))
            FROM \(name)
            ORDER BY \(key.map(storedName).joined(separator: ", "))
            """
    }

    /// Inserts a row with the values of `columns` as parameters. The digest of a source is one more.
    var insert: String {
        var names = columns.map(storedName)
        var values = columns.indices.map { index in
            // The last day of the period is the column before.
            isOffset(columns[index]) ? "?\(index + 1) - ?\(index)" : "?\(index + 1)"
        }
        if name == "source" {
            names.append("digest")
            values.append("?\(values.count + 1)")
        }
        return """
            INSERT INTO \(name) (\(names.joined(separator: ", ")))
            VALUES (\(values.joined(separator: ", ")))
            """
    }

    func storedName(of column: Column) -> String {
        isOffset(column) ? "period_offset" : column.name
    }

    private func isOffset(_ column: Column) -> Bool {
        column.name == "period_start"
    }

    private static let columnsOfServers: Set = ["by_user", "host"]
}
