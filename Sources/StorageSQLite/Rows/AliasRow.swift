import Bookkeeping
import Mining

/// The columns of an alias, and how they are read.
enum AliasRow {
    static let columns =
        "alias, subject.code AS ticker, valid_from, valid_to, alias.note AS note"

    /// Every alias, by its bytes, then by its first day and ticker.
    static let selectAll = """
        SELECT \(columns)
        FROM alias
        LEFT JOIN subject ON subject.id = company
        ORDER BY alias, valid_from, subject.code COLLATE BINARY
        """

    /// One alias: parameters are its text, company and first day.
    static let selectOne = """
        SELECT \(columns)
        FROM alias
        LEFT JOIN subject ON subject.id = company
        WHERE alias = ?1 AND company = ?2 AND valid_from = ?3
        """

    /// The present row of one of these statements.
    static func read(_ row: Statement) throws(BookError) -> Alias {
        Alias(
            alias: try row.text(0), ticker: try row.text(1), validFrom: try row.keyDay(2),
            validTo: row.isNull(3) ? nil : try row.day(3), note: try row.optionalText(4))
    }
}

extension SQLiteBook {
    package func aliases() throws(BookError) -> [Alias] {
        try Statement(AliasRow.selectAll, on: connection).all(AliasRow.read)
    }
}
