import Bookkeeping
import Mining

/// The columns of an alias.
enum AliasRow {
    private static let select = """
        SELECT alias, subject.code, valid_from, valid_to, alias.note
        FROM alias
        JOIN subject ON subject.id = company
        """

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
