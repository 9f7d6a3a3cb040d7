import Mining

/// Finds the companies that texts name among other words, such as the title of a table:
/// `Riot Platforms (NASDAQ: RIOT) – quarterly model`.
struct TitleCompanies {
    private let roster: Roster
    /// Names of now and before.
    private let names: [(words: [Substring], ticker: String)]
    /// The companies that have or had an alias of one word, by that word in lower case.
    private let formerTickers: [String: Set<String>]

    init(_ roster: Roster) {
        self.roster = roster
        names = roster.companyNames.filter { $0.kind != .code }.map {
            (CompanyNames.words(of: $0.text), $0.ticker)
        }
        var formerTickers: [String: Set<String>] = [:]
        for name in roster.companyNames where name.kind == .alias {
            formerTickers[name.text.lowercased(), default: []].insert(name.ticker)
        }
        self.formerTickers = formerTickers
    }

    /// The tickers of the companies, in the order of the alphabet. Empty if there are none.
    ///
    /// Former names and tickers, which are aliases, count on all days. A ticker must be in capital
    /// letters, and a name have two words or five letters: `Core` and `can` are words.
    func tickers(in text: String) -> [String] {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        var found: Set<String> = []
        let isShouted = words.count > 2 && !text.contains(where: \.isLowercase)
        for word in words where !isShouted && word.count > 2 && word == word.uppercased() {
            if let subject = roster.subject(withCode: String(word)) {
                if subject.kind == .company { found.insert(subject.code) }
            } else {
                found.formUnion(formerTickers[word.lowercased()] ?? [])
            }
        }
        let lower = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        for name in names where lower.contains(name.words) {
            if name.words.count > 1 || (name.words.first?.count ?? 0) > 4 {
                found.insert(name.ticker)
            }
        }
        return found.sorted()
    }

    /// The company that texts above a table name. `given` is the subject from an option; nil if there
    /// is none.
    ///
    /// - Throws: `ImportProblem.Reason` if they name several, unless one is given, or another one than
    ///   the given one.
    func company(
        in titles: [String], given: String?
    ) throws(ImportProblem.Reason) -> (ticker: String, title: String)? {
        var found: [String: String] = [:]
        for title in titles {
            for ticker in tickers(in: title) where found[ticker] == nil { found[ticker] = title }
        }
        guard found.count < 2 else {
            if given != nil { return nil }
            throw .severalInTitles(found.keys.sorted())
        }
        guard let (ticker, title) = found.first else { return nil }
        if let given {
            let code = roster.subject(named: given, on: .first)?.code ?? given
            guard code == ticker else { throw .otherInTitle(title, is: ticker, given: given) }
        }
        return (ticker, title)
    }
}
