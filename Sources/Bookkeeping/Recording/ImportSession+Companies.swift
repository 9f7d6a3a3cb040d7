import Mining

extension ImportSession {
    /// Takes in companies, known by their tickers in any letter case.
    ///
    /// For a known company, the fields that the row fills replace those of the book; empty ones
    /// leave them as they are, and the parent `Company.noParent` removes the parent. A changed name
    /// makes an alias of the old one, valid until the day of the import. A parent may be in a later
    /// row.
    ///
    /// - Throws: `.codeTaken` for a ticker that is the code of a group or the network.
    package func record(_ rows: [Located<Company>], from file: File) throws(BookError) {
        var rowCounts = RowCounts()
        for row in rows {
            let company = row.value
            let origin = file.origin(line: row.line)
            if let earlier = companies.earlier(company.ticker.lowercased(), company, origin) {
                if earlier.content == company {
                    rowCounts.unchanged += 1
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
                try store.add(company.withoutMarker, at: file.place(line: row.line))
                rowCounts.inserted += 1
                continue
            }
            guard subject.kind == .company, let known = try store.company(subject.number) else {
                throw .codeTaken(code: company.ticker, by: subject.kind, wanted: .company)
            }
            let updated = known.updated(by: company)
            if updated == known {
                rowCounts.unchanged += 1
            } else {
                let place = file.place(line: row.line)
                try store.replace(subject.number, by: updated, at: place)
                if updated.name != known.name {
                    try addFormerName(of: known, subject.number, at: place)
                }
                rowCounts.corrected += 1
            }
        }
        count(rowCounts, of: file)
    }

    /// Keeps an alias that a file of aliases already dated.
    private func addFormerName(
        of company: Company, _ number: Int, at place: RowPlace
    ) throws(BookError) {
        guard try !store.hasAlias(company.name, ofCompany: number) else { return }
        let alias = Alias(alias: company.name, ticker: company.ticker, validTo: recorded.day)
        try store.put(alias, ofCompany: number, at: place)
    }
}

extension Company {
    /// With the fields that `other` fills; the ticker stays as first written.
    fileprivate func updated(by other: Company) -> Company {
        Company(
            ticker: ticker, name: other.name.isEmpty ? name : other.name,
            country: other.country ?? country, exchange: other.exchange ?? exchange,
            fiscalYearEnd: other.fiscalYearEnd ?? fiscalYearEnd, parent: other.parent ?? parent,
            cik: other.cik ?? cik, note: other.note ?? note
        ).withoutMarker
    }

    /// Without a parent instead of the word for none.
    fileprivate var withoutMarker: Company {
        var company = self
        if company.parent == Self.noParent { company.parent = nil }
        return company
    }

    /// Everything except the ticker, for a message.
    var summary: String {
        let fields = [
            name, country, exchange, fiscalYearEnd.map(String.init), parent,
            cik.map { "CIK \($0)" }, note,
        ]
        return "\"\(fields.compactMap(\.self).joined(separator: ", "))\""
    }
}
