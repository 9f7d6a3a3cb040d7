import Bookkeeping
import Mining

/// A walk over the rows of a table in a file.
final class SQLiteTableWalk: TableWalk {
    private let columns: [BookTable.Column]
    private let statement: Statement
    private var isAtEnd = false

    init(over table: BookTable, on connection: Connection) throws(BookError) {
        columns = table.columns
        statement = try Statement(table.select, on: connection)
    }

    func next(into rows: inout TableRows) throws(BookError) -> Bool {
        rows.removeAll()
        while !isAtEnd, !rows.isFull {
            guard try statement.step() else {
                isAtEnd = true
                statement.reset()
                break
            }
            for (index, column) in columns.enumerated() {
                try append(Int32(index), column.kind, to: &rows)
            }
        }
        return rows.count > 0
    }

    private func append(
        _ index: Int32, _ kind: BookTable.Column.Kind, to rows: inout TableRows
    ) throws(BookError) {
        switch kind {
        case .integer, .day: rows.append(try statement.optionalInteger(index))
        case .keyDay: rows.append(try statement.integer(index), unlessIs: Day.unknownKey)
        case .publicationDay:
            rows.append(try statement.integer(index), unlessIs: Day.unknownPublication)
        case .moment: rows.append(try statement.optionalTimestamp(index)?.secondsSince1970)
        case .text:
            let isText = try statement.optionalText(index) { (text) -> Bool in
                text.withUnsafeBufferPointer { rows.append($0) }
                return true
            }
            if isText == nil { rows.append(nil) }
        }
    }
}

extension TableRows {
    /// Adds a day, or no value if it is the one that stands for an unknown day.
    fileprivate mutating func append(_ day: Int, unlessIs unknown: Int) {
        append(day == unknown ? nil : day)
    }
}
