import Mining

extension Database {
    /// Every company, by the bytes of its ticker.
    package func companies() throws(StorageError) -> [Company] {
        let statement = try statement(.companies)
        defer { statement.reset() }
        var companies: [Company] = []
        while try statement.step() { companies.append(try Self.company(statement)) }
        return companies
    }

    /// Who can be named in a file: all subjects with their aliases.
    package func roster() throws(StorageError) -> Roster {
        Roster(companies: try companies(), groups: try groups(), aliases: try aliases())
    }

    /// The present row of a statement that selects the columns of `Query.companies`.
    fileprivate static func company(_ row: Statement) throws(StorageError) -> Company {
        let month = try row.optionalInteger(4)
        if let month, !(1...12).contains(month) { throw row.unreadable(4) }
        return Company(
            ticker: try row.text(0), name: try row.text(1), country: try row.optionalText(2),
            exchange: try row.optionalText(3), fiscalYearEnd: month,
            parent: try row.optionalText(5), note: try row.optionalText(6))
    }
}

extension ImportSession {
    /// Takes in companies, known by their tickers in any letter case.
    ///
    /// Of a known company what the row gives replaces what the book has; a field that it
    /// leaves empty stays as it is. A changed name makes an alias of the old one, valid to the
    /// day of the import. A parent may stand in a later row; one that does not exist when the
    /// import ends throws `.unknownSubject`. A ticker that is a group's or the network's code
    /// throws `.codeTaken`.
    package func record(_ rows: [Lined<Company>], from file: File) throws(StorageError) {
        let find = try Statement(
            """
            SELECT code, name, country, exchange, fiscal_year_end, parent, note
            FROM subject
            WHERE id = ?1
            """, on: database.connection)
        var tally = Tally()
        for row in rows {
            let company = row.value
            let origin = file.origin(line: row.line)
            if let earlier = companies.earlier(company.ticker.lowercased(), company, origin) {
                if earlier.content == company {
                    tally.unchanged += 1
                } else {
                    try note(
                        Conflict(
                            subject: company.ticker, first: earlier.content.summary,
                            firstOrigin: earlier.origin, second: company.summary,
                            secondOrigin: origin))
                }
                continue
            }
            guard let subject = try subject(company.ticker) else {
                try insert(company, from: file, line: row.line)
                tally.inserted += 1
                continue
            }
            guard subject.kind == .company else {
                throw .codeTaken(code: company.ticker, by: subject.kind, wanted: .company)
            }
            defer { find.reset() }
            try find.bind(subject.number, at: 1)
            guard try find.step() else { throw .unknownSubject(code: company.ticker) }
            let known = try Database.company(find)
            let updated = known.updated(by: company)
            if updated == known {
                tally.unchanged += 1
            } else {
                try update(subject.number, from: known, to: updated, file, line: row.line)
                tally.corrected += 1
            }
        }
        count(tally, of: file)
    }

    private func insert(_ company: Company, from file: File, line: Int) throws(StorageError) {
        let insert = try Statement(
            """
            INSERT INTO subject (
                name, country, exchange, fiscal_year_end, parent, note, file, line, code, kind)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'company')
            """, on: database.connection)
        try insert.bind(company, from: file, line: line)
        try insert.bind(company.ticker, at: 9)
        try insert.run()
    }

    private func update(
        _ number: Int, from known: Company, to company: Company, _ file: File, line: Int
    ) throws(StorageError) {
        let update = try Statement(
            """
            UPDATE subject
            SET name = ?1, country = ?2, exchange = ?3, fiscal_year_end = ?4, parent = ?5,
                note = ?6, file = ?7, line = ?8
            WHERE id = ?9
            """, on: database.connection)
        try update.bind(company, from: file, line: line)
        try update.bind(number, at: 9)
        try update.run()
        if company.name != known.name {
            try addFormerName(known.name, of: number, file, line: line)
        }
    }

    /// Whoever dated the old name better, in a file of aliases, is left to be right.
    private func addFormerName(
        _ name: String, of company: Int, _ file: File, line: Int
    ) throws(StorageError) {
        let insert = try Statement(
            """
            INSERT INTO alias (alias, company, valid_from, valid_to, file, line)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6
            WHERE NOT EXISTS (SELECT 1 FROM alias WHERE alias = ?1 AND company = ?2)
            """, on: database.connection)
        try insert.bind(name, at: 1)
        try insert.bind(company, at: 2)
        try insert.bind(Day.unknownKey, at: 3)
        try insert.bind(recorded.day.number, at: 4)
        try insert.bind(file.number, at: 5)
        try insert.bind(line, at: 6)
        try insert.run()
    }

    func checkParents() throws(StorageError) {
        let orphans = try Statement(
            """
            SELECT parent
            FROM subject
            WHERE parent IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM subject AS other
                    WHERE other.code = subject.parent AND other.kind = 'company')
            ORDER BY parent
            """, on: database.connection)
        if try orphans.step() { throw .unknownSubject(code: try orphans.text(0)) }
    }
}

extension Statement {
    /// Parameters 1 to 8: what is not the key of a company's row.
    fileprivate func bind(
        _ company: Company, from file: ImportSession.File, line: Int
    ) throws(StorageError) {
        try bind(company.name, at: 1)
        try bind(company.country, at: 2)
        try bind(company.exchange, at: 3)
        try bind(company.fiscalYearEnd, at: 4)
        try bind(company.parent, at: 5)
        try bind(company.note, at: 6)
        try bind(file.number, at: 7)
        try bind(line, at: 8)
    }
}

extension Company {
    /// With what `other` gives in place of what this has; the ticker stays as first written.
    fileprivate func updated(by other: Company) -> Company {
        Company(
            ticker: ticker, name: other.name.isEmpty ? name : other.name,
            country: other.country ?? country, exchange: other.exchange ?? exchange,
            fiscalYearEnd: other.fiscalYearEnd ?? fiscalYearEnd, parent: other.parent ?? parent,
            note: other.note ?? note)
    }

    /// Everything but the ticker, for a message.
    fileprivate var summary: String {
        let fields = [
            name, country, exchange, fiscalYearEnd.map(String.init), parent, note,
        ]
        return "\"\(fields.compactMap(\.self).joined(separator: ", "))\""
    }
}
