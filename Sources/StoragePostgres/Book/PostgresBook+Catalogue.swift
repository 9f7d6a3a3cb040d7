import Bookkeeping
import Mining

/// The tables of units, metrics and statuses, which the views read and which other programs can look
/// up. They follow the catalogue of the program and not the version of the schema: a new metric needs
/// no migration.
extension PostgresBook {
    /// Adds what the program knows and the book does not, and corrects what differs. What only a
    /// newer program knows stays.
    func synchronizeCatalogue() throws(BookError) {
        let tables = CatalogueTable.all
        let stored = try connection.pipeline(
            tables.map {
                Query(sql: "SELECT \($0.columns.joined(separator: ", ")) FROM \($0.name)")
            })
        for (table, rows) in zip(tables, stored) {
            let known = Set(
                try rows.all { (row) throws(BookError) in
                    try table.columns.indices.map { (column) throws(BookError) in
                        try row.cell(Int32(column))
                    }
                })
            let missing = table.rows.filter { !known.contains($0) }
            _ = try connection.pipeline(missing.map(table.put))
        }
    }
}

extension Row {
    /// A whole number or text; nil for NULL.
    fileprivate func cell(_ column: Int32) throws(BookError) -> CatalogueTable.Cell? {
        if isNull(column) { return nil }
        if let number = try? optionalInteger(column) { return .number(number) }
        return .text(try text(column))
    }
}

extension CatalogueTable {
    /// Adds a row, or corrects the one with its key.
    fileprivate func put(_ row: [Cell?]) -> Query {
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }
        return Query(
            sql: """
                INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))
                ON CONFLICT (\(columns[0])) DO UPDATE SET \(changes.joined(separator: ", "))
                """,
            parameters: row.map { cell in
                switch cell {
                case .number(let number): .integer(number)
                case .text(let text): .text(text)
                // The only column without a value is one of numbers.
                case nil: .integer(nil)
                }
            })
    }
}
