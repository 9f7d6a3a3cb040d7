import Mining

/// One value of a table.
package enum Cell: Sendable, Hashable {
    /// No value: `null` in JSON, empty in CSV, `–` for people.
    case missing
    case text(String)
    /// A text that people see in other words, such as the unit `USD`, shown as `USD bn`.
    case worded(String, shown: String)
    case number(Number)
    case date(Day)
    case flag(Bool)
}

extension Cell {
    /// A whole number; missing if it is nil.
    package static func count(_ count: Int?) -> Cell {
        count.map { .number(Number(Double($0), decimals: 0)) } ?? .missing
    }

    /// A date; missing if it is nil.
    package static func date(orMissing day: Day?) -> Cell { day.map(Cell.date) ?? .missing }

    /// A text; missing if it is nil or empty.
    package static func text(orMissing text: String?) -> Cell {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing
    }

    /// A number for programs, shown to people with six digits after the point; missing if it is
    /// nil.
    static func bound(_ value: Double?) -> Cell {
        value.map { .number(Number($0, decimals: 6)) } ?? .missing
    }
}
