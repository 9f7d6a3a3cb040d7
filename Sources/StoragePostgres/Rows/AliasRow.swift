import Bookkeeping
import Mining

/// The columns of an alias.
enum AliasRow {
    static let columns = "alias.alias, subject.code, valid_from, valid_to, alias.note"

    /// What `columns` needs besides `alias`.
    static let joins = "JOIN subject ON subject.id = alias.company"

    private static let select = "SELECT \(columns) FROM alias \(joins)"

    /// Every alias, by its bytes, then by its first day and ticker.
    static let selectAll = "\(select) ORDER BY alias, valid_from, subject.code"

    /// One: parameters are its text, company and first day.
    static let selectOne = "\(select) WHERE alias = $1 AND company = $2 AND valid_from = $3"

    static func read(_ row: Row) throws(BookError) -> Alias {
        Alias(
            alias: try row.text(0), ticker: try row.text(1), validFrom: try row.keyDay(2),
            validTo: row.isNull(3) ? nil : try row.day(3), note: try row.optionalText(4))
    }
}
