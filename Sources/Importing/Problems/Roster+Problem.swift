import Mining

extension Roster {
    /// The subject with this code, in any letter case; nil if there is none. Aliases and company
    /// names do not count.
    func subject(withCode code: String) -> Subject? {
        subject(named: code, on: .first).flatMap {
            $0.code.lowercased() == code.lowercased() ? $0 : nil
        }
    }

    /// The problem with `text`, which is not the ticker of a company.
    func problem(withTicker text: String) -> ImportProblem.Reason {
        .unknownCompany(
            text,
            nearest: aliases(named: text).last?.ticker ?? likelyTicker(in: text)
                ?? CIK.number(named: text).flatMap(company(withCIK:))?.code
                ?? Importing.nearestName(to: text, in: tickers),
            hasCompanies: !tickers.isEmpty)
    }
}
