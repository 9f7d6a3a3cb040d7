import Bookkeeping
import Mining

/// The columns of a membership.
enum MembershipRow {
    static let columns = "groups.code, company.code, joined_on, left_on, membership.note"

    /// What `columns` needs besides `membership`.
    static let joins = """
        JOIN subject AS groups ON groups.id = group_subject
        JOIN subject AS company ON company.id = membership.company
        """

    private static let select = "SELECT \(columns) FROM membership \(joins)"

    /// Every membership, by group, ticker and first day.
    static let selectAll = "\(select) ORDER BY groups.code, company.code, joined_on"

    /// Those of the group whose code is the parameter, by ticker and first day.
    static let selectOfGroup = """
        \(select) WHERE lower(groups.code) = lower($1 COLLATE "C") ORDER BY company.code, joined_on
        """

    /// One: parameters are the numbers of group and company, and the first day.
    static let selectOne =
        "\(select) WHERE group_subject = $1 AND membership.company = $2 AND joined_on = $3"

    static func read(_ row: Row) throws(BookError) -> Membership {
        Membership(
            group: try row.text(0), ticker: try row.text(1), joinedOn: try row.keyDay(2),
            leftOn: row.isNull(3) ? nil : try row.day(3), note: try row.optionalText(4))
    }
}
