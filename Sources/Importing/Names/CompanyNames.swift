import Mining

/// Finds the companies that a text in a file may mean. It tolerates letter case, punctuation and the
/// legal form (`Riot Platforms` is `Riot Platforms, Inc.`), the code of an exchange (`RIOT.O`), and
/// a ticker in parentheses (`CleanSpark (CLSK)`).
struct CompanyNames {
    /// The names of companies by their words.
    private var names: [[Substring]: [CompanyName]] = [:]

    /// A part of a text that may name a company: the whole of it, or what is before or in
    /// parentheses.
    struct Part {
        /// Its words, without the legal form.
        let words: [Substring]
        /// The names that it fits.
        let names: [CompanyName]
    }

    /// The names of the companies of a book.
    init(_ roster: Roster = Roster()) {
        for name in roster.companyNames { add(name) }
    }

    /// Adds a name.
    mutating func add(_ name: CompanyName) {
        names[Self.words(of: name.text), default: []].append(name)
    }

    /// The names with these words. Empty if there are none.
    func names(with words: [Substring]) -> [CompanyName] { words.isEmpty ? [] : names[words] ?? [] }

    /// The parts of `text`, with all names that each fits, valid on some day or not.
    func parts(of text: String) -> [Part] {
        var texts = [Substring(text)]
        if let (name, ticker) = Self.parenthesis(in: text) { texts += [name, ticker] }
        return texts.map { text in
            let words = Self.words(of: text)
            let listed = ExchangeCode.tickers(in: String(text)).flatMap {
                names(with: Self.words(of: $0)).filter { $0.kind != .name }
            }
            return Part(words: words, names: names(with: words) + listed)
        }
    }

    /// The names that `text` means although it is written in another way. Empty if it means none.
    ///
    /// A ticker must not have a legal form: `Core Inc` need not be the company with the ticker CORE.
    /// Of a name with a ticker in parentheses, both must be known.
    func names(meantBy text: String) -> [CompanyName] {
        guard !text.hasHiddenCharacter else { return [] }
        let whole = names(in: Substring(text))
        if !whole.isEmpty { return whole }
        guard let (name, ticker) = Self.parenthesis(in: text) else { return [] }
        let (named, listed) = (names(in: name), names(in: ticker, orTicker: true))
        return named.isEmpty || listed.isEmpty ? [] : named + listed
    }

    private func names(in text: Substring, orTicker: Bool = false) -> [CompanyName] {
        let named = names(with: Self.words(of: text)).filter { orTicker || $0.kind != .code }
        let listed = ExchangeCode.tickers(in: String(text)).flatMap { ticker in
            names(with: Self.words(of: ticker)).filter { $0.kind != .name }
        }
        return named + listed
    }

    /// What is before and in the parentheses at the end of `text`; nil if there are none.
    private static func parenthesis(in text: String) -> (name: Substring, inside: Substring)? {
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
        return (text[..<open], text[text.index(after: open)...].dropLast())
    }

    /// The words of a name in lower case, without the legal form at the end.
    static func words(of name: some StringProtocol) -> [Substring] {
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
