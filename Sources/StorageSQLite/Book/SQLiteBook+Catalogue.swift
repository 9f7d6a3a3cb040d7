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

/// One of these tables, as the catalogue has it.
private struct CatalogueTable {
    enum Cell {
        case number(Int)
        case text(String)

        /// As `Statement.shown` writes it.
        var shown: String {
            switch self {
            case .number(let number): "\"\(number)\""
            case .text(let text): "\"\(text)\""
            }
        }
    }

    var name: String
    /// The first one is the key.
    var columns: [String]
    var rows: [[Cell?]]

    var select: String { "SELECT \(columns.joined(separator: ", ")) FROM \(name)" }

    var put: String {
        let places = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }
        return """
            INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))
            ON CONFLICT (\(columns[0])) DO UPDATE SET \(changes.joined(separator: ", "))
            """
    }

    /// Units come before metrics, which name them.
    static var all: [CatalogueTable] {
        [
            CatalogueTable(
                name: "unit", columns: ["id", "code", "dimension", "exponent"],
                rows: Unit.allCases.map {
                    [
                        .number($0.rawValue), .text($0.code), .text($0.dimension.rawValue),
                        .number($0.exponent),
                    ]
                }),
            CatalogueTable(
                name: "status", columns: ["id", "name", "rank"],
                rows: Status.allCases.map {
                    [.number($0.rawValue), .text($0.name), .number($0.rank)]
                }),
            CatalogueTable(
                name: "metric",
                columns: [
                    "id", "code", "name", "unit", "dimension", "kind", "max_age_days", "definition",
                ],
                rows: Metric.allCases.map { metric in
                    [
                        .number(metric.rawValue), .text(metric.code), .text(metric.name),
                        .number(metric.unit.rawValue), .text(metric.dimension.rawValue),
                        .text(metric.kind.rawValue), metric.maxAgeDays.map(Cell.number),
                        .text(metric.definition),
                    ]
                }),
        ]
    }
}
