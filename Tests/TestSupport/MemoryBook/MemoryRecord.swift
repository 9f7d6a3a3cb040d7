import Bookkeeping
import Mining

/// A row as tables have it: the values of its columns by their names; those without a value are missing.
struct MemoryRecord {
    private var cells: [String: CatalogueTable.Cell] = [:]

    subscript(name: String) -> CatalogueTable.Cell? {
        get { cells[name] }
        set { cells[name] = newValue }
    }

    func number(_ name: String) -> Int? {
        if case .number(let number)? = cells[name] { number } else { nil }
    }

    func text(_ name: String) -> String? {
        if case .text(let text)? = cells[name] { text } else { nil }
    }

    func day(_ name: String) -> Day? { number(name).flatMap(Day.init(number:)) }

    func moment(_ name: String) -> Timestamp? {
        number(name).map(Timestamp.init(secondsSince1970:))
    }

    mutating func set(_ name: String, _ number: Int?) {
        cells[name] = number.map(CatalogueTable.Cell.number)
    }

    mutating func set(_ name: String, _ text: String?) {
        cells[name] = text.map(CatalogueTable.Cell.text)
    }

    mutating func set(_ quantity: Quantity) {
        set("value", Int(quantity.digits))
        set("unit", quantity.unit.rawValue)
        set("decimals", quantity.decimals)
    }

    func quantity() -> Quantity? {
        guard let digits = number("value"), let unit = number("unit").flatMap(Unit.init(rawValue:)),
            let decimals = number("decimals")
        else { return nil }
        return Quantity(digits: Int64(digits), unit: unit, decimals: decimals)
    }

    /// The period of two columns of days; nil if they have none.
    func period(_ first: String, _ last: String) -> Period? {
        guard let start = day(first), let end = day(last) else { return nil }
        return Period(start, end)
    }
}

extension MemoryRecord {
    /// A row at an index of a batch.
    init(_ rows: TableRows, _ index: Int, of table: BookTable) {
        for (column, value) in zip(table.columns, rows[index]) {
            switch value {
            case .null: break
            case .integer(let number): set(column.name, number)
            case .text(let range):
                set(column.name, String(decoding: rows.texts[range], as: UTF8.self))
            }
        }
    }

    /// Adds the row to a batch.
    func append(to rows: inout TableRows, of table: BookTable) {
        for column in table.columns {
            switch cells[column.name] {
            case nil: rows.append(nil)
            case .number(let number)?: rows.append(number)
            case .text(let text)?: Array(text.utf8).withUnsafeBufferPointer { rows.append($0) }
            }
        }
    }

    /// Whether it comes before another one in the order of a table.
    func precedes(_ other: MemoryRecord, in table: BookTable) -> Bool {
        for column in table.key {
            switch (self[column.name], other[column.name]) {
            case (.number(let one)?, .number(let two)?) where one != two: return one < two
            case (.text(let one)?, .text(let two)?) where ExactText(one) != ExactText(two):
                return TestSupport.precedes(one, two)
            case (nil, .some): return true
            case (.some, nil): return false
            default: break
            }
        }
        return false
    }
}
