/// Looks up the subject that a name in a file refers to: by code, by alias, by company name or
/// by the number of the SEC (`CIK0001507605`), ignoring letter case.
package struct Roster: Sendable {
    /// By code in lower case.
    private var subjects: [String: Subject] = [:]
    /// Tickers, by company name in lower case.
    private var tickersByName: [String: [String]] = [:]
    /// Tickers in lower case, by CIK.
    private var tickersByCIK: [Int: String] = [:]
    /// By alias in lower case.
    private var aliases: [String: [Alias]] = [:]

    /// A roster of the network and of the given companies, groups and aliases.
    package init(
        companies: some Sequence<Company> = [], groups: some Sequence<String> = [],
        aliases: some Sequence<Alias> = []
    ) {
        add(.network)
        for group in groups { add(Subject(code: group, kind: .group)) }
        for company in companies {
            tickersByName[company.name.lowercased(), default: []].append(company.ticker)
            if let cik = company.cik, tickersByCIK[cik] == nil {
                tickersByCIK[cik] = company.ticker.lowercased()
            }
            add(
                Subject(
                    code: company.ticker, kind: .company, fiscalYearEnd: company.fiscalYearEnd))
        }
        for alias in aliases { self.aliases[alias.alias.lowercased(), default: []].append(alias) }
    }

    private mutating func add(_ subject: Subject) { subjects[subject.code.lowercased()] = subject }

    /// The subject that `text` names: the one with this code, or else the company with this alias
    /// on `day`, or else the only company with this name, or the one with this CIK. Nil if there is
    /// none.
    package func subject(named text: String, on day: Day) -> Subject? {
        let wanted = text.lowercased()
        if let subject = subjects[wanted] { return subject }
        if let alias = aliases[wanted]?.first(where: { $0.isValid(on: day) }) {
            return subjects[alias.ticker.lowercased()]
        }
        let tickers = tickers(named: text)
        if tickers.count == 1 { return subjects[tickers[0].lowercased()] }
        return CIK.number(named: text).flatMap(company(withCIK:))
    }

    /// The company that the SEC lists under this number; nil if there is none. If several companies
    /// have the number, which imports refuse, it is the first.
    package func company(withCIK number: Int) -> Subject? {
        tickersByCIK[number].flatMap { subjects[$0] }
    }

    /// The tickers of the companies with the name `text`, which several may have. Empty if there are
    /// none.
    package func tickers(named text: String) -> [String] {
        tickersByName[text.lowercased()] ?? []
    }

    /// All aliases spelled `text`, whenever they are valid. Empty if there are none. Messages use it
    /// to explain that an alias is not valid on the day in question.
    package func aliases(named text: String) -> [Alias] { aliases[text.lowercased()] ?? [] }

    /// What else the same name refers to while `alias` is valid, or nil if only to its company.
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

    /// The tickers of the companies, sorted by bytes.
    package var tickers: [String] {
        subjects.values.filter { $0.kind == .company }.map(\.code)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Every name that a company has or had: codes, aliases and company names. The order is not
    /// specified.
    package var companyNames: [CompanyName] {
        let codes = tickers.map { CompanyName(text: $0, ticker: $0, kind: .code) }
        let others =
            aliases.values.joined().map {
                CompanyName(text: $0.alias, ticker: $0.ticker, kind: .alias)
            }
            + tickersByName.flatMap { name, tickers in
                tickers.map { CompanyName(text: name, ticker: $0, kind: .name) }
            }
        return codes
            + others.compactMap { name in
                subjects[name.ticker.lowercased()].map {
                    CompanyName(text: name.text, ticker: $0.code, kind: name.kind)
                }
            }
    }

    /// All codes and aliases, sorted by bytes, for suggestions in messages.
    package var names: [String] {
        let all =
            subjects.values.map(\.code) + aliases.values.flatMap { $0.map(\.alias) }
        return Set(all).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
