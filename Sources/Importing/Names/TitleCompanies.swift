import Mining

/// Finds the companies that texts name, such as the title of a table:
/// `Riot Platforms (NASDAQ: RIOT) – quarterly model`.
///
/// A text is about a company only if its other words say nothing else (`TitleWords`): `Peer of RIOT:
/// Bitdeer` and `Bitfarms Ltd. (19.9% owned by Riot Platforms)` mention one.
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
    func tickers(in text: String) -> [String] { mentions(in: text).tickers.sorted() }

    /// Whether a text has only names of companies, and words that do not change what it is about.
    func isAboutCompanies(_ text: String) -> Bool {
        let (tickers, rest) = mentions(in: text)
        return !tickers.isEmpty && TitleWords.sayNothing(rest)
    }

    /// The companies in a text, and its other words in lower case.
    private func mentions(in text: String) -> (tickers: Set<String>, rest: [Substring]) {
        let words = text.split { !$0.isInName }
        let lower = words.map { Substring($0.lowercased()) }
        var found: Set<String> = []
        var others = Set(words.indices)
        let isShouted = words.count > 2 && !text.contains(where: \.isLowercase)
        for (index, word) in words.enumerated()
        where !isShouted && word.count > 2 && word == word.uppercased() {
            let tickers = self.tickers(called: String(word))
            if tickers.isEmpty { continue }
            found.formUnion(tickers)
            others.remove(index)
        }
        for (words, ticker) in names where words.count > 1 || (words.first?.count ?? 0) > 4 {
            for start in lower.indices where lower[start...].starts(with: words) {
                found.insert(ticker)
                others.subtract(start..<start + words.count)
            }
        }
        return (found, others.sorted().map { lower[$0] })
    }

    private func tickers(called word: String) -> Set<String> {
        guard let subject = roster.subject(withCode: word) else {
            return formerTickers[word.lowercased()] ?? []
        }
        return subject.kind == .company ? [subject.code] : []
    }

    /// Whether a text gives a ticker, as in `Ticker: BTDR`, that is not that of the company
    /// `ticker`.
    private func hasOtherTicker(_ title: String, than ticker: String) -> Bool {
        guard let found = valueInTitle(title, named: ["ticker", "symbol"]), !found.isEmpty,
            roster.subject(withCode: ticker)?.kind == .company
        else { return false }
        let tickers = CompanyNames(roster).names(meantBy: found).map(\.ticker)
        return !(tickers + [roster.subject(named: found, on: .first)?.code].compactMap(\.self))
            .contains(ticker) && roster.likelyCode(in: found) != ticker
    }

    /// The company that texts about a table are about, and the text. `place` is where they are.
    /// `given` is the subject from an option, or nil. Returns nil if an option gives the subject, or
    /// if the texts name no company.
    ///
    /// - Throws: `ImportProblem.Reason` if the texts are about another company than `given`.
    ///   Without `given`, if they name several companies, or only mention one.
    func company(
        in titles: [String], _ place: TableText.Place, given: String?
    ) throws(ImportProblem.Reason) -> (ticker: String, title: String)? {
        func shown(_ title: String) -> TableText { TableText(text: title, place: place) }
        var subjects: [String: String] = [:]
        var mentioned: [String: String] = [:]
        for title in titles {
            let isAbout = isAboutCompanies(title)
            for ticker in tickers(in: title) {
                if isAbout, subjects[ticker] == nil { subjects[ticker] = title }
                if mentioned[ticker] == nil { mentioned[ticker] = title }
            }
        }
        if let given {
            let code = roster.subject(named: given, on: .first)?.code ?? given
            if let (ticker, title) = subjects.first, subjects.count == 1, code != ticker {
                throw .otherInTitle(shown(title), is: ticker, given: given)
            }
            if let title = titles.first(where: { hasOtherTicker($0, than: code) }) {
                throw .otherTickerInTitle(shown(title), given: given)
            }
            return nil
        }
        guard mentioned.count < 2 else { throw .severalInTitles(mentioned.keys.sorted(), place) }
        if let (ticker, title) = subjects.first { return (ticker, title) }
        if let (ticker, title) = mentioned.first { throw .mentionedInTitle(shown(title), ticker) }
        return nil
    }
}
