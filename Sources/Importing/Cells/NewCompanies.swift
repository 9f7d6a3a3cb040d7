import Mining

/// The companies that observations name but the book does not know, to be added with the import
/// (`ImportOptions.createsCompanies`).
///
/// The first row without problems that names a company adds it. Names that the book has as a code,
/// an alias or a company name do not get here. A class, because the readers of a file share it.
final class NewCompanies {
    private var companies: [String: Company] = [:]
    /// The tickers that the current row has added.
    private var fromCurrentRow: [String] = []
    /// The companies that `take` will return.
    private var pending: [Located<Company>] = []
    /// The names of the companies of earlier rows.
    private(set) var names = CompanyNames()
    /// The tickers of the companies of earlier rows.
    private(set) var roots = TickerRoots()
    /// The companies of the book, once a row needs them.
    private var known: KnownCompanies?

    /// The new company with the ticker `text`, in any letter case; nil if there is none.
    func subject(called text: String) -> Subject? {
        companies[text.uppercased()].map(Self.subject)
    }

    /// The same, unless the current row has added it: that row may still be bad.
    func subject(ofEarlierRow text: String) -> Subject? {
        subject(called: text).flatMap { isOfCurrentRow($0.code) ? nil : $0 }
    }

    /// Whether the current row has added the company.
    func isOfCurrentRow(_ ticker: String) -> Bool { fromCurrentRow.contains(ticker) }

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
    /// warning for each company whose code or name is similar to that of another one.
    func endRow(isGood: Bool, line: Int, _ roster: Roster) -> [ImportProblem.Reason] {
        guard !fromCurrentRow.isEmpty else { return [] }
        defer { fromCurrentRow = [] }
        return fromCurrentRow.compactMap { ticker in
            guard isGood, let company = companies[ticker] else {
                companies[ticker] = nil
                return nil
            }
            pending.append(Located(value: company, line: line))
            return warning(about: company, roster)
        }
    }

    private func warning(about company: Company, _ roster: Roster) -> ImportProblem.Reason? {
        var known = self.known ?? KnownCompanies(roster)
        defer {
            known.add(company)
            self.known = known
            names.add(CompanyName(text: company.ticker, ticker: company.ticker, kind: .code))
            names.add(CompanyName(text: company.name, ticker: company.ticker, kind: .name))
            roots.add(company.ticker)
        }
        return known.warning(about: company)
            ?? nearestName(to: company.ticker, in: roster.names).map {
                .similarCompany(company.ticker, like: $0)
            }
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
    static func isTicker(_ text: String) -> Bool {
        (1...12).contains(text.utf8.count) && text.first?.isLetterOrDigit == true
            && text.allSatisfy { $0.isLetterOrDigit || ".-&".contains($0) }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
