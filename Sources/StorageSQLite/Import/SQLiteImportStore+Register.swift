import Bookkeeping
import Mining

/// Companies, aliases, memberships and claims. What an INSERT replaces goes to the corrections by the
/// triggers of the schema.
extension SQLiteImportStore {
    // MARK: Companies

    func company(_ number: Int) throws(BookError) -> Company? {
        let find = try kept("SELECT \(CompanyRow.columns) FROM subject WHERE id = ?1")
        defer { find.reset() }
        try find.bind(number, at: 1)
        return try find.step() ? CompanyRow.read(find) : nil
    }

    func add(_ company: Company, at place: RowPlace) throws(BookError) {
        let insert = try kept(
            """
            INSERT INTO subject (
                name, country, exchange, fiscal_year_end, parent, cik, note, file, line, code, id,
                kind)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'company')
            """)
        try insert.bind(company, at: place)
        try insert.bind(company.ticker, at: 10)
        try insert.bind(try newNumber(of: .company, company.ticker), at: 11)
        try insert.run()
    }

    func replace(_ number: Int, by company: Company, at place: RowPlace) throws(BookError) {
        let update = try kept(
            """
            UPDATE subject
            SET name = ?1, country = ?2, exchange = ?3, fiscal_year_end = ?4, parent = ?5,
                cik = ?6, note = ?7, file = ?8, line = ?9
            WHERE id = ?10
            """)
        try update.bind(company, at: place)
        try update.bind(number, at: 10)
        try update.run()
    }

    // MARK: Aliases

    func alias(like alias: Alias, ofCompany number: Int) throws(BookError) -> Alias? {
        let find = try kept(AliasRow.selectOne)
        defer { find.reset() }
        try find.bind(alias, ofCompany: number)
        return try find.step() ? AliasRow.read(find) : nil
    }

    func hasAlias(_ text: String, ofCompany number: Int) throws(BookError) -> Bool {
        let find = try kept("SELECT 1 FROM alias WHERE alias = ?1 AND company = ?2")
        defer { find.reset() }
        try find.bind(text, at: 1)
        try find.bind(number, at: 2)
        return try find.step()
    }

    func put(_ alias: Alias, ofCompany number: Int, at place: RowPlace) throws(BookError) {
        let insert = try kept(
            """
            INSERT INTO alias (alias, company, valid_from, valid_to, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET
                valid_to = excluded.valid_to,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """)
        try insert.bind(alias, ofCompany: number)
        try insert.bind(alias.validTo?.number, at: 4)
        try insert.bind(alias.note, at: 5)
        try insert.bind(place, at: 6)
        try insert.run()
    }

    // MARK: Share facts

    func shareBasis(
        like basis: ShareBasis, ofCompany number: Int
    ) throws(BookError) -> ShareBasis? {
        let find = try kept(ShareBasisRow.selectOne)
        defer { find.reset() }
        try find.bind(number, at: 1)
        try find.bind(basis.from?.number ?? Day.unknownKey, at: 2)
        return try find.step() ? ShareBasisRow.read(find) : nil
    }

    func put(
        _ basis: ShareBasis, ofCompany number: Int, at place: RowPlace
    ) throws(BookError) {
        let insert = try kept(
            """
            INSERT INTO share_basis (
                company, from_day, ads_shares, ads, split_new, split_old, source, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            ON CONFLICT DO UPDATE SET
                ads_shares = excluded.ads_shares,
                ads = excluded.ads,
                split_new = excluded.split_new,
                split_old = excluded.split_old,
                source = excluded.source,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """)
        try insert.bind(number, at: 1)
        try insert.bind(basis.from?.number ?? Day.unknownKey, at: 2)
        try insert.bind(basis.adsRatio?.first, at: 3)
        try insert.bind(basis.adsRatio?.second, at: 4)
        try insert.bind(basis.split?.first, at: 5)
        try insert.bind(basis.split?.second, at: 6)
        try insert.bind(basis.source, at: 7)
        try insert.bind(basis.note, at: 8)
        try insert.bind(place, at: 9)
        try insert.run()
    }

    // MARK: Memberships

    func membership(
        like membership: Membership, group: Int, company: Int
    ) throws(BookError) -> Membership? {
        let find = try kept(MembershipRow.selectOne)
        defer { find.reset() }
        try find.bind(membership, group: group, company: company)
        return try find.step() ? MembershipRow.read(find) : nil
    }

    func put(
        _ membership: Membership, group: Int, company: Int, at place: RowPlace
    ) throws(BookError) {
        let insert = try kept(
            """
            INSERT INTO membership (
                group_subject, company, joined_on, left_on, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET
                left_on = excluded.left_on,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """)
        try insert.bind(membership, group: group, company: company)
        try insert.bind(membership.leftOn?.number, at: 4)
        try insert.bind(membership.note, at: 5)
        try insert.bind(place, at: 6)
        try insert.run()
    }

    // MARK: Claims

    func contents(of claims: [NumberedClaim]) throws(BookError) -> [ClaimContent?] {
        let find = try kept(ClaimRow.selectContent)
        return try claims.map { (claim) throws(BookError) in
            defer { find.reset() }
            try find.bind(claim)
            return try find.step() ? ClaimRow.readContent(find) : nil
        }
    }

    func put(_ numbered: NumberedClaim, at place: RowPlace) throws(BookError) {
        let claim = numbered.claim
        let insert = try kept(
            """
            INSERT INTO claim (
                subject, figure, on_end, on_start, since_end, since_start, publisher,
                published_on, source, value, unit, decimals, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            ON CONFLICT DO UPDATE SET
                value = excluded.value,
                unit = excluded.unit,
                decimals = excluded.decimals,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """)
        try insert.bind(numbered)
        try insert.bind(Int(claim.value.digits), at: 10)
        try insert.bind(claim.value.unit.rawValue, at: 11)
        try insert.bind(claim.value.decimals, at: 12)
        try insert.bind(claim.note, at: 13)
        try insert.bind(place, at: 14)
        try insert.run()
    }
}

extension Statement {
    /// Binds parameters 1 to 9: what is not the key of a company's row.
    fileprivate func bind(_ company: Company, at place: RowPlace) throws(BookError) {
        try bind(company.name, at: 1)
        try bind(company.country, at: 2)
        try bind(company.exchange, at: 3)
        try bind(company.fiscalYearEnd, at: 4)
        try bind(company.parent, at: 5)
        try bind(company.cik, at: 6)
        try bind(company.note, at: 7)
        try bind(place, at: 8)
    }

    /// Binds parameters 1 to 3: the key of an alias.
    fileprivate func bind(_ alias: Alias, ofCompany number: Int) throws(BookError) {
        try bind(alias.alias, at: 1)
        try bind(number, at: 2)
        try bind(alias.validFrom?.number ?? Day.unknownKey, at: 3)
    }

    /// Binds parameters 1 to 3: the key of a membership.
    fileprivate func bind(
        _ membership: Membership, group: Int, company: Int
    ) throws(BookError) {
        try bind(group, at: 1)
        try bind(company, at: 2)
        try bind(membership.joinedOn?.number ?? Day.unknownKey, at: 3)
    }
}
