import Mining
import Testing

@testable import Reporting

extension Document {
    /// The cell of a row, found by the text of the table's first column.
    func cell(_ table: String, _ row: String, _ column: String) throws -> Cell {
        let table = try #require(tables.first { $0.name == table })
        let index = try #require(table.columns.firstIndex { $0.name == column })
        let found = try #require(table.rows.first { $0[0] == .text(row) })
        return found[index]
    }

    func number(_ table: String, _ row: String, _ column: String) throws -> Double? {
        if case .number(let number) = try cell(table, row, column) { number.value } else { nil }
    }

    /// A figure's value, or another column of its row.
    func headline(_ figure: Figure, _ column: String = "value") throws -> Double? {
        try number("headline", figure.code, column)
    }

    /// The cell as people see it.
    func shown(_ table: String, _ row: String, _ column: String) throws -> String? {
        if case .number(let number) = try cell(table, row, column) { number.text } else { nil }
    }

    func tickers(_ table: String) throws -> [String] {
        try #require(tables.first { $0.name == table }).rows.map { row in
            if case .text(let ticker) = row[0] { ticker } else { "" }
        }
    }
}
