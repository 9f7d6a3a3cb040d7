/// Who can be named in a file: all subjects of a book, with the former tickers and names of
/// the companies.
package struct Roster: Sendable {
    private var subjects: [String: Subject] = [:]
    private var companyNames: [String: String] = [:]
    private var aliases: [String: [Alias]] = [:]

    /// The network is always in it.
    package init(
        companies: some Sequence<Company> = [], groups: some Sequence<String> = [],
        aliases: some Sequence<Alias> = []
    ) {
        add(.network)
        for group in groups { add(Subject(code: group, kind: .group)) }
        for company in companies {
            companyNames[company.name.lowercased()] = company.ticker.lowercased()
            add(
                Subject(
                    code: company.ticker, kind: .company, fiscalYearEnd: company.fiscalYearEnd))
        }
        for alias in aliases { self.aliases[alias.alias.lowercased(), default: []].append(alias) }
    }

    private mutating func add(_ subject: Subject) { subjects[subject.code.lowercased()] = subject }

    /// Whom `text` names on `day`: the subject with this code, else the company with this
    /// alias on that day, else the company with this name. Letter case does not matter.
    package func subject(named text: String, on day: Day) -> Subject? {
        let wanted = text.lowercased()
        if let subject = subjects[wanted] { return subject }
        if let alias = aliases[wanted]?.first(where: { $0.isValid(on: day) }) {
            return subjects[alias.ticker.lowercased()]
        }
        return companyNames[wanted].flatMap { subjects[$0] }
    }

    /// The days for which `text` is an alias, where it is one at all: what to say of an alias
    /// that does not hold on the day in question.
    package func aliases(named text: String) -> [Alias] { aliases[text.lowercased()] ?? [] }

    /// What else `alias` names on one of its days; `nil` where it names its company alone.
    package func clash(of alias: Alias) -> AliasClash? {
        let (name, ticker) = (alias.alias.lowercased(), alias.ticker.lowercased())
        if let subject = subjects[name], name != ticker { return .subject(subject) }
        let other = aliases[name]?.first { other in
            other.ticker.lowercased() != ticker
                && (other.validFrom ?? .first) <= (alias.validTo ?? .last)
                && (alias.validFrom ?? .first) <= (other.validTo ?? .last)
        }
        return other.map { .alias($0) }
    }

    /// The tickers of the companies, in bytewise order.
    package var tickers: [String] {
        subjects.values.filter { $0.kind == .company }.map(\.code)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Every code and alias, for suggestions, in bytewise order.
    package var names: [String] {
        let all =
            subjects.values.map(\.code) + aliases.values.flatMap { $0.map(\.alias) }
        return Set(all).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
