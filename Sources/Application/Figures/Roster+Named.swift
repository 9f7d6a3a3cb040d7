import Importing
import Mining

extension Roster {
    /// What a name on the command line means today; if it means nothing today, the only company it
    /// ever meant.
    ///
    /// - Throws: `.unknownName`, `.ambiguousName`.
    package func subject(called name: String) throws(ApplicationError) -> Subject {
        if let found = subject(named: name, on: .last) { return found }
        let tickers = Set(aliases(named: name).map(\.ticker) + self.tickers(named: name)).sorted()
        if tickers.count == 1, let found = subject(named: tickers[0], on: .last) { return found }
        if tickers.count > 1 { throw .ambiguousName(name, tickers: tickers) }
        throw .unknownName(name, nearest: nearestName(to: name, in: names))
    }

    /// The one of `companies` that a name on the command line means.
    ///
    /// - Throws: `.unknownName`, `.ambiguousName`, `.notACompany`.
    package func company(
        called name: String, among companies: [Company]
    ) throws(ApplicationError) -> Company {
        let code = try subject(called: name).code
        guard let company = companies.first(where: { $0.ticker == code }) else {
            throw .notACompany(code)
        }
        return company
    }
}
