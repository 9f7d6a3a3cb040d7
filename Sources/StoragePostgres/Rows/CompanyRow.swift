import Bookkeeping
import Mining

/// The columns of a company.
enum CompanyRow {
    static let columns = "code, name, country, exchange, fiscal_year_end, parent, cik, note"

    /// Every company, by the bytes of its ticker.
    static let selectAll = """
        SELECT \(columns) FROM subject WHERE kind = 'company' ORDER BY code
        """

    static func read(_ row: Row) throws(BookError) -> Company {
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
