import Bookkeeping
import Mining

/// How companies, groups, memberships, share facts and aliases are read, which are few.

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

/// The code of a group.
enum GroupRow {
    /// Every group, by the bytes of its code.
    static let selectAll = "SELECT code FROM subject WHERE kind = 'group' ORDER BY code"

    static func read(_ row: Row) throws(BookError) -> String { try row.text(0) }
}

/// The columns of a membership.
enum MembershipRow {
    private static let select = """
        SELECT groups.code, company.code, joined_on, left_on, membership.note
        FROM membership
        JOIN subject AS groups ON groups.id = group_subject
        JOIN subject AS company ON company.id = membership.company
        """

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

/// The columns of share facts.
enum ShareBasisRow {
    private static let select = """
        SELECT
            subject.code, from_day, ads_shares, ads, split_new, split_old, source, share_basis.note
        FROM share_basis
        JOIN subject ON subject.id = company
        """

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
