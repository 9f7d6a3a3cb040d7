import Mining

/// What the names of subjects in a file mean. A class, because every row refers to it.
final class SubjectNames {
    let roster: Roster
    /// How the site writes subjects.
    let spelling: SubjectSpelling
    /// Finds companies by names that are not written exactly as in the book.
    let companies: CompanyNames
    /// The names that were read although they are not written exactly as in the book.
    let spellings = ReadSpellings()

    init(_ roster: Roster, _ spelling: SubjectSpelling) {
        self.roster = roster
        self.spelling = spelling
        companies = CompanyNames(roster)
    }

    /// The subject with this name, or else the new company that an earlier row has added; nil if
    /// the name is an alias, which depends on the day, or unknown, or fits several companies.
    func subject(
        alwaysNamed cell: Span<UInt8>, orAmong newCompanies: NewCompanies?
    ) -> Subject? {
        guard let text = cell.text else { return nil }
        let name = spelling.name(of: text)
        guard roster.aliases(named: name).isEmpty else { return nil }
        if let subject = roster.subject(named: name, on: .first) { return subject }
        let meant = companies.names(meantBy: name)
        guard !meant.isEmpty else { return newCompanies?.subject(ofEarlierRow: name) }
        guard let first = meant.first,
            meant.allSatisfy({ $0.kind != .alias && $0.ticker == first.ticker })
        else { return nil }
        spellings.add(text, as: first.ticker)
        return roster.subject(withCode: first.ticker)
    }
}
