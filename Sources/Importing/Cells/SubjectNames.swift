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

    /// The name in a text: without what the site adds, and without the mark of a footnote if only what
    /// is before it is known.
    func name(of text: String) -> String {
        let name = spelling.name(of: text)
        guard let shorter = FootnoteMark.company(before: name), !isKnown(name), isKnown(shorter)
        else { return name }
        return shorter
    }

    /// Notes that a text was read as a subject, if a mark of a footnote is behind its name.
    func noteFootnote(_ text: String, _ name: String, _ subject: Subject) {
        if name != spelling.name(of: text) { spellings.add(text, as: subject.code) }
    }

    private func isKnown(_ name: String) -> Bool {
        roster.subject(named: name, on: .first) != nil || !roster.aliases(named: name).isEmpty
            || !companies.names(meantBy: name).isEmpty
    }

    /// The subject with this name, or else the new company that an earlier row has added; nil if
    /// the name is an alias, which depends on the day, or unknown, or fits several companies.
    func subject(
        alwaysNamed cell: Span<UInt8>, orAmong newCompanies: NewCompanies?
    ) -> Subject? {
        guard let text = cell.text else { return nil }
        let name = name(of: text)
        guard roster.aliases(named: name).isEmpty else { return nil }
        if let subject = roster.subject(named: name, on: .first) {
            noteFootnote(text, name, subject)
            return subject
        }
        let meant = companies.names(meantBy: name)
        guard !meant.isEmpty else { return newCompanies?.subject(ofEarlierRow: name) }
        guard let first = meant.first,
            meant.allSatisfy({ $0.kind != .alias && $0.ticker == first.ticker })
        else { return nil }
        spellings.add(text, as: first.ticker)
        return roster.subject(withCode: first.ticker)
    }
}
