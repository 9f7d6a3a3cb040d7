import Bookkeeping
import CPostgres

/// The SQL of a table. A book on a server has the tables of `BookTable`; the user of an import is empty if
/// it is not known.
extension BookTable {
    /// Selects all rows in the order of the key, with the values of `columns`.
    var select: String {
        let values = columns.map { $0.isEmptyForNone ? "nullif(\($0.name), '')" : $0.name }
        return """
            SELECT \(values.joined(separator: ", "))
            FROM \(name)
            ORDER BY \(key.map(\.name).joined(separator: ", "))
            """
    }

    /// The table with its columns, as COPY wants it.
    var target: String { "\(name) (\(columns.map(\.name).joined(separator: ", ")))" }
}

extension BookTable.Column {
    /// Whether the column has an empty text for no value: the user of an import that was copied from a
    /// file. By itself the server would write the user that copies.
    var isEmptyForNone: Bool { name == "by_user" }
}

extension BookTable.Column.Kind {
    /// The types of the server that have such values.
    fileprivate var types: [Oid] {
        switch self {
        case .integer: [PostgresType.int2, PostgresType.int4, PostgresType.int8]
        case .text: [PostgresType.text]
        case .day, .keyDay, .publicationDay: [PostgresType.date]
        case .moment: [PostgresType.timestamptz]
        }
    }
}

extension Connection {
    /// The types of a table's columns.
    ///
    /// - Throws: `.damaged` if another program has given a column a type that changes what its bytes mean.
    func types(of table: BookTable) throws(BookError) -> [Oid] {
        let types = try query("\(table.select) LIMIT 0").types
        for (column, type) in zip(table.columns, types) where !column.kind.types.contains(type) {
            throw .damaged(
                book: book, reason: "the column \(column.name) of \(table.name) has another type")
        }
        return types
    }
}
