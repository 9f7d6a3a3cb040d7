import Bookkeeping
import Mining

/// The columns of share facts, and how they are read.
enum ShareBasisRow {
    static let columns =
        "subject.code, from_day, ads_shares, ads, split_new, split_old, source, share_basis.note"

    /// All share facts, by ticker and first day.
    static let selectAll = """
        SELECT \(columns)
        FROM share_basis
        LEFT JOIN subject ON subject.id = company
        ORDER BY subject.code COLLATE BINARY, from_day
        """

    /// Those of one company from one day: parameters are the number of the company and the day.
    static let selectOne = """
        SELECT \(columns)
        FROM share_basis
        LEFT JOIN subject ON subject.id = company
        WHERE company = ?1 AND from_day = ?2
        """

    /// The present row of one of these statements.
    static func read(_ row: Statement) throws(BookError) -> ShareBasis {
        ShareBasis(
            ticker: try row.text(0), from: try row.keyDay(1), adsRatio: try ratio(row, 2),
            split: try ratio(row, 4), source: try row.text(6), note: try row.optionalText(7))
    }

    /// The ratio in two columns; nil if the first is NULL.
    private static func ratio(_ row: Statement, _ column: Int32) throws(BookError) -> ShareRatio? {
        guard let first = try row.optionalInteger(column) else { return nil }
        guard let ratio = ShareRatio(first, try row.integer(column + 1)) else {
            throw row.unreadable(column)
        }
        return ratio
    }
}

extension SQLiteBook {
    package func shareBasis() throws(BookError) -> [ShareBasis] {
        try Statement(ShareBasisRow.selectAll, on: connection).all(ShareBasisRow.read)
    }
}
