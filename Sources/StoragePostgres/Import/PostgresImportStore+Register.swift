import Bookkeeping
import Mining

/// Companies, aliases, share facts, memberships and claims. What an INSERT replaces goes to the
/// corrections by the triggers of the schema.
extension PostgresImportStore {
    // MARK: Companies

    func company(_ number: Int) throws(BookError) -> Company? {
        try connection.query(
            "SELECT \(CompanyRow.columns) FROM subject WHERE id = $1", [.integer(number)]
        ).first.map(CompanyRow.read)
    }

    func add(_ company: Company, at place: RowPlace) throws(BookError) {
        try addSubject(
            .company, company.ticker,
            "name, country, exchange, fiscal_year_end, parent, cik, note, file, line",
            company.parameters + place.parameters)
    }

    func replace(_ number: Int, by company: Company, at place: RowPlace) throws(BookError) {
        _ = try connection.query(
            """
            UPDATE subject
            SET name = $1, country = $2, exchange = $3, fiscal_year_end = $4, parent = $5, cik = $6,
                note = $7, file = $8, line = $9
            WHERE id = $10
            """, company.parameters + place.parameters + [.integer(number)])
    }

    // MARK: Aliases

    func alias(like alias: Alias, ofCompany number: Int) throws(BookError) -> Alias? {
        try connection.query(
            AliasRow.selectOne,
            [.text(alias.alias), .integer(number), .keyDay(alias.validFrom)]
        ).first.map(AliasRow.read)
    }

    func hasAlias(_ text: String, ofCompany number: Int) throws(BookError) -> Bool {
        try connection.query(
            "SELECT 1 FROM alias WHERE alias = $1 AND company = $2",
            [.text(text), .integer(number)]
        ).count > 0
    }

    func put(_ alias: Alias, ofCompany number: Int, at place: RowPlace) throws(BookError) {
        _ = try connection.query(
            """
            INSERT INTO alias (alias, company, valid_from, valid_to, note, file, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (alias, company, valid_from) DO UPDATE SET
                valid_to = excluded.valid_to, note = excluded.note, file = excluded.file,
                line = excluded.line
            """,
            [
                .text(alias.alias), .integer(number), .keyDay(alias.validFrom),
                .day(alias.validTo?.number), .text(alias.note),
            ] + place.parameters)
    }

    // MARK: Share facts

    func shareBasis(
        like basis: ShareBasis, ofCompany number: Int
    ) throws(BookError) -> ShareBasis? {
        try connection.query(
            ShareBasisRow.selectOne, [.integer(number), .keyDay(basis.from)]
        ).first.map(ShareBasisRow.read)
    }

    func put(
        _ basis: ShareBasis, ofCompany number: Int, at place: RowPlace
    ) throws(BookError) {
        _ = try connection.query(
            """
            INSERT INTO share_basis (
                company, from_day, ads_shares, ads, split_new, split_old, source, note, file, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (company, from_day) DO UPDATE SET
                ads_shares = excluded.ads_shares, ads = excluded.ads,
                split_new = excluded.split_new, split_old = excluded.split_old,
                source = excluded.source, note = excluded.note, file = excluded.file,
                line = excluded.line
            """,
            [
                .integer(number), .keyDay(basis.from), .integer(basis.adsRatio?.first),
                .integer(basis.adsRatio?.second), .integer(basis.split?.first),
                .integer(basis.split?.second), .text(basis.source), .text(basis.note),
            ] + place.parameters)
    }

    // MARK: Memberships

    func membership(
        like membership: Membership, group: Int, company: Int
    ) throws(BookError) -> Membership? {
        try connection.query(
            MembershipRow.selectOne,
            [.integer(group), .integer(company), .keyDay(membership.joinedOn)]
        ).first.map(MembershipRow.read)
    }

    func put(
        _ membership: Membership, group: Int, company: Int, at place: RowPlace
    ) throws(BookError) {
        _ = try connection.query(
            """
            INSERT INTO membership (group_subject, company, joined_on, left_on, note, file, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (group_subject, company, joined_on) DO UPDATE SET
                left_on = excluded.left_on, note = excluded.note, file = excluded.file,
                line = excluded.line
            """,
            [
                .integer(group), .integer(company), .keyDay(membership.joinedOn),
                .day(membership.leftOn?.number), .text(membership.note),
            ] + place.parameters)
    }

    // MARK: Claims

    func claim(
        like claim: Claim, subject: Int, source: Int
    ) throws(BookError) -> (value: Quantity, note: String?)? {
        let row = try connection.query(
            """
            SELECT value, unit, decimals, note
            FROM claim
            WHERE subject = $1 AND figure = $2 AND on_end = $3 AND on_start = $4 AND since_end = $5
                AND since_start = $6 AND publisher = $7 AND published_on = $8 AND source = $9
            """, claim.key(subject: subject, source: source)
        ).first
        guard let row else { return nil }
        return (try row.quantity(value: 0, unit: 1, decimals: 2), try row.optionalText(3))
    }

    func put(
        _ claim: Claim, subject: Int, source: Int, at place: RowPlace
    ) throws(BookError) {
        _ = try connection.query(
            """
            INSERT INTO claim (
                subject, figure, on_end, on_start, since_end, since_start, publisher, published_on,
                source, value, unit, decimals, note, file, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            ON CONFLICT (
                subject, figure, on_end, on_start, since_end, since_start, publisher, published_on,
                source) DO UPDATE SET
                value = excluded.value, unit = excluded.unit, decimals = excluded.decimals,
                note = excluded.note, file = excluded.file, line = excluded.line
            """,
            claim.key(subject: subject, source: source) + [
                .integer(Int(claim.value.digits)), .integer(claim.value.unit.rawValue),
                .integer(claim.value.decimals), .text(claim.note),
            ] + place.parameters)
    }
}

extension Company {
    /// Parameters 1 to 7: what is not the key of a company's row.
    fileprivate var parameters: [Parameter] {
        [
            .text(name), .text(country), .text(exchange), .integer(fiscalYearEnd), .text(parent),
            .integer(cik), .text(note),
        ]
    }
}

extension Claim {
    /// Parameters 1 to 9: the key of a claim.
    fileprivate func key(subject: Int, source: Int) -> [Parameter] {
        [
            .integer(subject), .text(figure.description), .day(on.last.number),
            .day(on.first.number), .keyDay(since?.last), .keyDay(since?.first), .text(publisher),
            .keyDay(publishedOn), .integer(source),
        ]
    }
}

extension Parameter {
    /// A day of a key, -infinity if it is not known.
    fileprivate static func keyDay(_ day: Day?) -> Parameter {
        .day(day?.number ?? PostgresType.noDay)
    }
}
