import Mining

/// Finds the companies that a name in a file may mean, at any time. It tolerates letter case,
/// punctuation and the legal form: `Riot Platforms` is `Riot Platforms, Inc.`
struct CompanyNames {
    /// Tickers by the words of a name.
    private var tickers: [[Substring]: Set<String>] = [:]

    init(_ roster: Roster) {
        for (name, ticker) in roster.companyNames {
            tickers[Self.words(of: name), default: []].insert(ticker)
        }
    }

    /// The tickers of the companies that have, or had, this ticker, alias or name. Empty if there
    /// are none.
    func tickers(of name: String) -> Set<String> { tickers[Self.words(of: name)] ?? [] }

    /// The words of a name in lower case, without the legal form at the end.
    private static func words(of name: String) -> [Substring] {
        var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        while words.count > 1, let last = words.last, legalForms.contains(last) {
            words.removeLast()
        }
        return words
    }

    private static let legalForms: Set<Substring> = [
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc",
        "llc", "lp", "ag", "sa", "nv", "se", "asa", "ab",
    ]
}
