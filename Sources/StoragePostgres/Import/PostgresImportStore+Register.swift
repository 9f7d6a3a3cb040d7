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
        let insert = try insertSubject(
            .company, company.ticker,
            "name, country, exchange, fiscal_year_end, parent, cik, note, file, line",
            company.parameters + place.parameters)
        try connection.enqueue(insert.sql, insert.parameters)
    }

    func replace(_ number: Int, by company: Company, at place: RowPlace) throws(BookError) {
        try connection.enqueue(
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
            [.text(alias.alias), .integer(number), .day(keyDay(alias.validFrom))]
        ).first.map(AliasRow.read)
    }

    func hasAlias(_ text: String, ofCompany number: Int) throws(BookError) -> Bool {
        try connection.query(
            "SELECT 1 FROM alias WHERE alias = $1 AND company = $2",
            [.text(text), .integer(number)]
        ).count > 0
    }

    func put(_ alias: Alias, ofCompany number: Int, at place: RowPlace) throws(BookError) {
        try connection.enqueue(
            """
            INSERT INTO alias (alias, company, valid_from, valid_to, note, file, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (alias, company, valid_from) DO UPDATE SET
                valid_to = excluded.valid_to, note = excluded.note, file = excluded.file,
                line = excluded.line
            """,
            [
                .text(alias.alias), .integer(number), .day(keyDay(alias.validFrom)),
                .day(alias.validTo?.number), .text(alias.note),
            ] + place.parameters)
    }

    // MARK: Share facts

    func shareBasis(
        like basis: ShareBasis, ofCompany number: Int
    ) throws(BookError) -> ShareBasis? {
        try connection.query(
            ShareBasisRow.selectOne, [.integer(number), .day(keyDay(basis.from))]
        ).first.map(ShareBasisRow.read)
    }

    func put(
        _ basis: ShareBasis, ofCompany number: Int, at place: RowPlace
    ) throws(BookError) {
        try connection.enqueue(
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
                .integer(number), .day(keyDay(basis.from)), .integer(basis.adsRatio?.first),
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
            [.integer(group), .integer(company), .day(keyDay(membership.joinedOn))]
        ).first.map(MembershipRow.read)
    }

    func put(
        _ membership: Membership, group: Int, company: Int, at place: RowPlace
    ) throws(BookError) {
        try connection.enqueue(
            """
            INSERT INTO membership (group_subject, company, joined_on, left_on, note, file, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (group_subject, company, joined_on) DO UPDATE SET
                left_on = excluded.left_on, note = excluded.note, file = excluded.file,
                line = excluded.line
            """,
            [
                .integer(group), .integer(company), .day(keyDay(membership.joinedOn)),
                .day(membership.leftOn?.number), .text(membership.note),
            ] + place.parameters)
    }

    // MARK: Claims

    func contents(of claims: [NumberedClaim]) throws(BookError) -> [ClaimContent?] {
        if claims.isEmpty { return [] }
        var contents: [ClaimContent?] = Array(repeating: nil, count: claims.count)
        let rows = try connection.query(
            """
            SELECT number, claim.value, claim.unit, claim.decimals, claim.note
            FROM unnest(
                $1::bigint[], $2::text[], $3::date[], $4::date[], $5::date[], $6::date[],
                $7::text[], $8::date[], $9::bigint[])
                WITH ORDINALITY AS key (
                    subject, figure, on_end, on_start, since_end, since_start, publisher,
                    published_on, source, number)
            CROSS JOIN LATERAL (
                SELECT *
                FROM claim
                WHERE claim.subject = key.subject AND claim.figure = key.figure
                    AND claim.on_end = key.on_end AND claim.on_start = key.on_start
                    AND claim.since_end = key.since_end AND claim.since_start = key.since_start
                    AND claim.publisher = key.publisher
                    AND claim.published_on = key.published_on AND claim.source = key.source
                OFFSET 0
            ) AS claim
            """,
            [
                .integers(claims.map(\.subject)), .texts(claims.map(\.claim.figure.description)),
                .days(claims.map(\.claim.on.last.number)),
                .days(claims.map(\.claim.on.first.number)),
                .days(claims.map { keyDay($0.claim.since?.last) }),
                .days(claims.map { keyDay($0.claim.since?.first) }),
                .texts(claims.map(\.claim.publisher)),
                .days(claims.map { keyDay($0.claim.publishedOn) }),
                .integers(claims.map(\.source)),
            ])
        for row in rows {
            contents[try row.integer(0) - 1] = ClaimContent(
                value: try row.quantity(value: 1, unit: 2, decimals: 3),
                note: try row.optionalText(4))
        }
        return contents
    }

    func put(_ numbered: NumberedClaim, at place: RowPlace) throws(BookError) {
        let claim = numbered.claim
        try connection.enqueue(
            // Not ON CONFLICT, since a table on several machines has no unique key of its own.
            """
            WITH changed AS (
                UPDATE claim
                SET value = $10, unit = $11, decimals = $12, note = $13, file = $14, line = $15
                WHERE subject = $1 AND figure = $2 AND on_end = $3 AND on_start = $4
                    AND since_end = $5 AND since_start = $6 AND publisher = $7
                    AND published_on = $8 AND source = $9
                RETURNING 1
            )
            INSERT INTO claim (
                subject, figure, on_end, on_start, since_end, since_start, publisher, published_on,
                source, value, unit, decimals, note, file, line)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
            WHERE NOT EXISTS (SELECT FROM changed)
            """,
            [
                .integer(numbered.subject), .text(claim.figure.description),
                .day(claim.on.last.number), .day(claim.on.first.number),
                .day(keyDay(claim.since?.last)), .day(keyDay(claim.since?.first)),
                .text(claim.publisher), .day(keyDay(claim.publishedOn)),
                .integer(numbered.source), .integer(Int(claim.value.digits)),
                .integer(claim.value.unit.rawValue), .integer(claim.value.decimals),
                .text(claim.note),
            ] + place.parameters)
    }

    /// The number of a day of a key; that of -infinity if the day is not known.
    private func keyDay(_ day: Day?) -> Int { day?.number ?? PostgresType.noDay }
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
