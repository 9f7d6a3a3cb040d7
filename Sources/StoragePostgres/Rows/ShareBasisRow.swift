import Bookkeeping
import Mining

/// The columns of share facts.
enum ShareBasisRow {
    static let columns = """
        subject.code, from_day, ads_shares, ads, split_new, split_old, source, share_basis.note
        """

    /// What `columns` needs besides `share_basis`.
    static let joins = "JOIN subject ON subject.id = share_basis.company"

    private static let select = "SELECT \(columns) FROM share_basis \(joins)"

    /// All share facts, by ticker and first day.
    static let selectAll = "\(select) ORDER BY subject.code, from_day"

    /// One: parameters are the number of the company and the first day.
    static let selectOne = "\(select) WHERE company = $1 AND from_day = $2"

    static func read(_ row: Row) throws(BookError) -> ShareBasis {
        ShareBasis(
            ticker: try row.text(0), from: try row.keyDay(1), adsRatio: try ratio(row, 2),
            split: try ratio(row, 4), source: try row.text(6), note: try row.optionalText(7))
    }

    /// The ratio in two columns; nil if the first is NULL.
    private static func ratio(_ row: Row, _ column: Int32) throws(BookError) -> ShareRatio? {
        guard let first = try row.optionalInteger(column) else { return nil }
        guard let ratio = ShareRatio(first, try row.integer(column + 1)) else {
            throw row.unreadable(column)
        }
        return ratio
    }
}
