import Mining

/// One value of a table.
package enum Cell: Sendable, Hashable {
    /// Nothing is known: `null` in JSON, empty in CSV, `–` for people.
    case missing
    case text(String)
    /// A text that people see in another wording: the unit `USD`, shown as `USD bn`.
    case worded(String, shown: String)
    case number(Number)
    case date(Day)
    case flag(Bool)
}

extension Cell {
    package static func count(_ count: Int?) -> Cell {
        count.map { .number(Number(Double($0), places: 0)) } ?? .missing
    }

    static func date(orMissing day: Day?) -> Cell { day.map(Cell.date) ?? .missing }
}

extension Cell {
    /// A text, or nothing where it is absent or empty.
    package static func text(orMissing text: String?) -> Cell {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing
    }
}

extension Cell {
    /// A number that programs alone see.
    static func bound(_ value: Double?) -> Cell {
        value.map { .number(Number($0, places: 6)) } ?? .missing
    }
}
