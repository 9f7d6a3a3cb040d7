import Foundation
import Testing

/// The JSON output of a command, for looking up figures.
struct JSON {
    private let root: [String: Any]

    init(_ outcome: Outcome) throws {
        root = try #require(
            try JSONSerialization.jsonObject(with: outcome.bytes) as? [String: Any],
            outcome.comment)
    }

    var keys: [String] { root.keys.sorted() }

    var notes: [String] { root["notes"] as? [String] ?? [] }

    subscript(_ key: String) -> Any? { root[key] }

    /// The rows of a table.
    func rows(_ table: String) throws -> [Row] {
        let tables = try #require(root["tables"] as? [[String: Any]])
        let found = try #require(tables.first { $0["name"] as? String == table })
        return try #require(found["rows"] as? [[String: Any]]).map(Row.init)
    }

    /// The row of a figure in the headline table of a report.
    func figure(_ code: String) throws -> Row {
        try #require(try rows("headline").first { $0.text("figure") == code })
    }

    struct Row {
        let fields: [String: Any]

        func text(_ name: String) -> String? { fields[name] as? String }
        func number(_ name: String) -> Double? { (fields[name] as? NSNumber)?.doubleValue }
    }
}
