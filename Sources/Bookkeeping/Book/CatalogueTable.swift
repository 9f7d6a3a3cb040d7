import Mining

/// A table of units, statuses or metrics that a storage engine keeps for other programs, as the
/// program's catalogue has it.
package struct CatalogueTable: Sendable {
    package enum Cell: Sendable, Hashable {
        case number(Int)
        case text(String)
    }

    package let name: String
    /// The first one is the key.
    package let columns: [String]
    /// The cells are in the order of `columns`; nil for no value.
    package let rows: [[Cell?]]

    /// Units come before metrics, which name them.
    package static var all: [CatalogueTable] {
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
