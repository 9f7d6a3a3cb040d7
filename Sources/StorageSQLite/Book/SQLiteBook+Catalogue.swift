import Bookkeeping
import Mining

/// The tables of units, metrics and statuses, which the views read and which other programs can look
/// up. They follow the catalogue of the program and not the version of the schema: a new metric needs
/// no migration.
extension SQLiteBook {
    /// Adds what the program knows and the book does not, and corrects what differs. What only a
    /// newer program knows stays.
    func synchronizeCatalogue() throws(BookError) {
        for table in CatalogueTable.all {
            let stored = try Statement(table.select, on: connection).all {
                (row) throws(BookError) in
                try (0..<table.columns.count).map { (column) throws(BookError) in
                    row.isNull(Int32(column)) ? nil : row.shown(Int32(column))
                }
            }
            let known = Set(stored)
            let missing = table.rows.filter { row in !known.contains(row.map { $0?.shown }) }
            if missing.isEmpty { continue }
            let put = try Statement(table.put, on: connection)
            for row in missing {
                for (index, cell) in row.enumerated() {
                    switch cell {
                    case nil: try put.bind(nil as Int?, at: Int32(index + 1))
                    case .number(let number): try put.bind(number, at: Int32(index + 1))
                    case .text(let text): try put.bind(text, at: Int32(index + 1))
                    }
                }
                try put.run()
            }
        }
    }

    /// The numbers of the metrics that the book has and this program does not know.
    func unknownMetrics() throws(BookError) -> Set<Int> {
        let numbers = try Statement("SELECT id FROM metric", on: connection).all {
            (row) throws(BookError) in try row.integer(0)
        }
        return Set(numbers.filter { Metric(rawValue: $0) == nil })
    }
}

extension CatalogueTable {
    fileprivate var select: String { "SELECT \(columns.joined(separator: ", ")) FROM \(name)" }

    fileprivate var put: String {
        let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }
        return """
            INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))
            ON CONFLICT (\(columns[0])) DO UPDATE SET \(changes.joined(separator: ", "))
            """
    }
}

extension CatalogueTable.Cell {
    /// As `Statement.shown` writes it.
    fileprivate var shown: String {
        switch self {
        case .number(let number): "\"\(number)\""
        case .text(let text): "\"\(text)\""
        }
    }
}
