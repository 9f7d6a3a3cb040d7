import Mining

/// The companies that a new one is compared with: a known company under another ticker would be
/// counted twice.
struct KnownCompanies {
    private var names: CompanyNames
    private var roots: TickerRoots

    /// The companies of a book, and the network.
    init(_ roster: Roster) {
        names = CompanyNames(roster)
        roots = TickerRoots(roster)
    }

    /// Adds a new company, so that later ones are compared with it.
    mutating func add(_ company: Company) {
        names.add(CompanyName(text: company.name, ticker: company.ticker, kind: .name))
        roots.add(company.ticker)
    }

    /// A warning if a new company has the name of another one, or its ticker with an exchange. Nil
    /// if it has neither.
    func warning(about company: Company) -> ImportProblem.Reason? {
        if let code = roots.code(like: company.ticker), code != company.ticker {
            return .sameCompany(company.ticker, as: code)
        }
        let others = names.parts(of: company.name).flatMap(\.names).map(\.ticker)
        return others.first { $0 != company.ticker }.map {
            .similarCompany(company.ticker, like: $0)
        }
    }
}
