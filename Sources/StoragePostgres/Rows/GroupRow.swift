import Bookkeeping
import Mining

/// The code of a group.
enum GroupRow {
    /// Every group, by the bytes of its code.
    static let selectAll = "SELECT code FROM subject WHERE kind = 'group' ORDER BY code"

    static func read(_ row: Row) throws(BookError) -> String { try row.text(0) }
}
