import Mining

/// The companies that observations name but the book does not know, to be added with the import
/// (`ImportOptions.createsCompanies`).
///
/// A company is added by the first row without problems that names it. Only names that are no code,
/// alias or company name of the book get here. A class, because the readers of a file share it.
final class NewCompanies {
    private var companies: [String: Company] = [:]
    /// The tickers that the current row has added.
    private var fromCurrentRow: [String] = []
    /// The companies that `take` will return.
    private var pending: [Located<Company>] = []

    /// The new company with the ticker `text`, in any letter case; nil if there is none.
    func subject(called text: String) -> Subject? {
        companies[text.uppercased()].map(Self.subject)
    }

    /// Adds a company for the current row; nil if `text` cannot be a ticker. Without a name, the
    /// ticker becomes the name.
    func add(_ text: String, name: String) -> Subject? {
        let ticker = text.uppercased()
        guard Self.isTicker(ticker) else { return nil }
        let company = Company(ticker: ticker, name: name.isEmpty ? ticker : name)
        companies[ticker] = company
        fromCurrentRow.append(ticker)
        return Self.subject(company)
    }

    /// Ends the current row: keeps its companies, or removes them if the row is bad. Returns a
    /// warning for each company whose code or name is similar to one in `roster`.
    func endRow(isGood: Bool, line: Int, _ roster: Roster) -> [ImportProblem.Reason] {
        defer { fromCurrentRow = [] }
        return fromCurrentRow.compactMap { ticker in
            guard isGood, let company = companies[ticker] else {
                companies[ticker] = nil
                return nil
            }
            pending.append(Located(value: company, line: line))
            if let same = roster.company(withExchangeIn: ticker) ?? newCompany(in: ticker) {
                return .sameCompany(ticker, as: same)
            }
            let similar =
                roster.subject(named: company.name, on: .last)?.code
                ?? nearestName(to: ticker, in: roster.names)
            return similar.map { .similarCompany(ticker, like: $0) }
        }
    }

    /// Another new company whose ticker is that of `text` with an exchange, or the other way round;
    /// nil if there is none.
    private func newCompany(in text: String) -> String? {
        let words = Self.words(of: text)
        if words.count > 1 { return words.first { companies[$0] != nil } }
        return companies.keys.filter { other in
            let words = Self.words(of: other)
            return words.count > 1 && words.contains(text)
        }.min()
    }

    private static func words(of ticker: String) -> [String] {
        ticker.split { !$0.isLetterOrDigit }.map(String.init)
    }

    /// The companies that were added since the last call, in the order of rows.
    func take() -> [Located<Company>] {
        defer { pending = [] }
        return pending
    }

    private static func subject(_ company: Company) -> Subject {
        Subject(code: company.ticker, kind: .company)
    }

    /// Whether the text has the form of a ticker, such as `RIOT`, `0700.HK` or `M&M.NS`. This keeps
    /// a company name in the ticker column from becoming a company.
    private static func isTicker(_ text: String) -> Bool {
        (1...12).contains(text.utf8.count) && text.first?.isLetterOrDigit == true
            && text.allSatisfy { $0.isLetterOrDigit || ".-&".contains($0) }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
