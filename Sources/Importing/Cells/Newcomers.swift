import Mining

/// The companies that rows of observations name and nobody knows yet, to be added with them
/// (`ImportOptions.createsCompanies`).
///
/// A company is added with the first sound row that names it; a bad row adds nobody. Only a name
/// that is no code, alias or name of anybody comes here. (A class: a file's readers share it.)
final class Newcomers {
    private var companies: [String: Company] = [:]
    /// The tickers that the row being read has brought.
    private var brought: [String] = []
    /// Those to be handed out.
    private var waiting: [Located<Company>] = []

    /// The newcomer that `text` names, in any letter case.
    func subject(called text: String) -> Subject? {
        companies[text.uppercased()].map(Self.subject)
    }

    /// Adds a company by what the row being read calls it; `nil` where that cannot be a ticker.
    /// Without a name it is called by its ticker.
    func add(_ text: String, name: String) -> Subject? {
        let ticker = text.uppercased()
        guard Self.isTicker(ticker) else { return nil }
        let company = Company(ticker: ticker, name: name.isEmpty ? ticker : name)
        companies[ticker] = company
        brought.append(ticker)
        return Self.subject(company)
    }

    /// Keeps what the row at `line` has brought, or forgets it where the row is bad. Returns what
    /// is to be said of each that has nearly the code of somebody in `roster`, or their name.
    func settle(isSound: Bool, line: Int, _ roster: Roster) -> [ImportProblem.Fact] {
        defer { brought = [] }
        return brought.compactMap { ticker in
            guard isSound, let company = companies[ticker] else {
                companies[ticker] = nil
                return nil
            }
            waiting.append(Located(value: company, line: line))
            let like =
                roster.subject(named: company.name, on: .last)?.code
                ?? nearest(to: ticker, in: roster.names)
            return like.map { .newcomer(ticker, like: $0) }
        }
    }

    /// The companies that were added since this was last asked, in the order of rows.
    func take() -> [Located<Company>] {
        defer { waiting = [] }
        return waiting
    }

    private static func subject(_ company: Company) -> Subject {
        Subject(code: company.ticker, kind: .company)
    }

    /// Letters, digits, points, hyphens and ampersands, as in `RIOT`, `0700.HK` and `M&M.NS`: a
    /// name in the place of a ticker would be a company of its own.
    private static func isTicker(_ text: String) -> Bool {
        (1...12).contains(text.utf8.count) && text.first?.isLetterOrDigit == true
            && text.allSatisfy { $0.isLetterOrDigit || ".-&".contains($0) }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
