import Bookkeeping
import Mining

/// The columns of a company, and how they are read.
enum CompanyRow {
    static let columns = "code, name, country, exchange, fiscal_year_end, parent, cik, note"

    /// The present row of a statement that selects `columns`.
    static func read(_ row: Statement) throws(BookError) -> Company {
        let month = try row.optionalInteger(4)
        if let month, !(1...12).contains(month) { throw row.unreadable(4) }
        let cik = try row.optionalInteger(6)
        if let cik, !CIK.range.contains(cik) { throw row.unreadable(6) }
        return Company(
            ticker: try row.text(0), name: try row.text(1), country: try row.optionalText(2),
            exchange: try row.optionalText(3), fiscalYearEnd: month,
            parent: try row.optionalText(5), cik: cik, note: try row.optionalText(7))
    }
}

extension SQLiteBook {
    /// Every company, by the bytes of its ticker.
    package func companies() throws(BookError) -> [Company] {
        try all(.companies, CompanyRow.read)
    }
}

extension SQLiteBook {
    /// What `read` makes of every row of a kept statement, after `bind` has bound its parameters.
    func all<Value>(
        _ query: Query, _ read: (Statement) throws(BookError) -> Value,
        binding bind: (Statement) throws(BookError) -> Void = { _ in }
    ) throws(BookError) -> [Value] {
        let statement = try statement(query)
        defer { statement.reset() }
        try bind(statement)
        return try statement.all(read)
    }
}
