import Mining

/// Why an import cannot be undone: something later that depends on it.
package enum Dependence: Sendable, Hashable {
    /// A later import replaced a row of it. `period` is nil if the row has none.
    case corrected(row: String, period: Period?, by: Int)
    /// A later retraction deleted a row of it.
    case retracted(row: String, period: Period?, by: Int)
    /// The book again has a row that the retraction deleted: of the import `by`, or (nil) of
    /// another program.
    case added(row: String, period: Period?, by: Int?)
    /// A row of the import `by`, or (nil) of another program, names a company or group that the
    /// import added.
    case named(subject: String, by: Int?)

    /// The import that depends on it; nil for another program.
    var importNumber: Int? {
        switch self {
        case .corrected(_, _, let number), .retracted(_, _, let number): number
        case .added(_, _, let number): number
        case .named(_, let number): number
        }
    }
}

extension Dependence: CustomStringConvertible {
    package var description: String {
        switch self {
        case .corrected(let row, let period, let number):
            "import \(number) corrected its \(row)" + (period.map { " \($0)" } ?? "")
                + "; undo import \(number) first"
        case .retracted(let row, let period, let number):
            "import \(number) retracted its \(row)" + (period.map { " \($0)" } ?? "")
                + "; undo import \(number) first"
        case .added(let row, let period, let number?):
            "import \(number) added \(row)" + (period.map { " \($0)" } ?? "")
                + " again; undo import \(number) first"
        case .added(let row, let period, nil):
            "another program added \(row)" + (period.map { " \($0)" } ?? "")
                + " again; delete it first"
        case .named(let subject, let number?):
            "import \(number) has rows of \(subject), which it added; undo import \(number) first"
        case .named(let subject, nil):
            "another program wrote rows of \(subject), which it added; delete them first"
        }
    }
}
