import Bookkeeping
import Mining

/// The columns of a membership, and how they are read.
enum MembershipRow {
    static let columns = "groups.code, company.code, joined_on, left_on, membership.note"

    private static let select = """
        SELECT \(columns)
        FROM subject AS groups
        CROSS JOIN membership ON membership.group_subject = groups.id
        LEFT JOIN subject AS company ON company.id = membership.company
        """

    /// Those of the group with the code that is the parameter, by ticker and first day.
    static let selectOfGroup = """
        \(select)
        WHERE groups.code = ?1
        ORDER BY company.code COLLATE BINARY, joined_on
        """

    /// One membership: parameters are the numbers of group and company, and the first day.
    static let selectOne = """
        \(select)
        WHERE groups.id = ?1 AND membership.company = ?2 AND joined_on = ?3
        """

    /// The present row of one of these statements.
    static func read(_ row: Statement) throws(BookError) -> Membership {
        Membership(
            group: try row.text(0), ticker: try row.text(1), joinedOn: try row.keyDay(2),
            leftOn: row.isNull(3) ? nil : try row.day(3), note: try row.optionalText(4))
    }
}

extension SQLiteBook {
    package func groups() throws(BookError) -> [String] {
        try all(.groups) { (row) throws(BookError) in try row.text(0) }
    }

    package func memberships(of group: String) throws(BookError) -> [Membership] {
        try all(.memberships, MembershipRow.read) { (statement) throws(BookError) in
            try statement.bind(group, at: 1)
        }
    }
}
