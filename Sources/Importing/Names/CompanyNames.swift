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
        /// The names that it looks like, if it fits none: it is the beginning of one, or is written a
        /// little differently.
        let similarNames: [CompanyName]
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
        wordsAndNames(of: text).map { words, names in
            Part(
                words: words, names: names,
                similarNames: names.isEmpty ? self.names(like: words) : [])
        }
    }

    /// All names that a part of `text` fits. This takes as long with many companies as with few.
    func names(fittingPartOf text: String) -> [CompanyName] {
        wordsAndNames(of: text).flatMap(\.names)
    }

    private func wordsAndNames(
        of text: String
    ) -> [(words: [Substring], names: [CompanyName])] {
        var texts = [Substring(text)]
        if let (name, ticker) = Self.parenthesis(in: text) { texts += [name, ticker] }
        return texts.map { text in
            let words = Self.words(of: text)
            let listed = ExchangeCode.tickers(in: String(text)).flatMap {
                names(with: Self.words(of: $0)).filter { $0.kind != .name }
            }
            return (words, names(with: words) + listed)
        }
    }

    /// The names that begin with these words, or have nearly the same letters: `Marathon` for
    /// `Marathon Digital Holdings`, `CoreScientific` for `Core Scientific`.
    private func names(like words: [Substring]) -> [CompanyName] {
        let letters = Array(words.joined().utf8)
        guard letters.count > 3, letters.count <= 60 else { return [] }
        return names.filter { known, _ in
            let others = Array(known.joined().utf8)
            if known.starts(with: words) || letters == others { return true }
            let allowed = letters.count / 6
            return abs(letters.count - others.count) <= allowed
                && editDistance(from: letters, to: others) <= allowed
        }.values.joined().filter { $0.kind != .code }
    }

    /// The names that `text` means, even if they are not written exactly so. Empty if there are
    /// none.
    ///
    /// A ticker must not have a legal form: `Core Inc` need not be the company with the ticker
    /// CORE. If a ticker in parentheses follows a name, both must be known.
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
        var words = name.lowercased().split { !$0.isInName }
        while words.count > 1, let last = words.last, legalForms.contains(last) {
            words.removeLast()
        }
        return words
    }

    /// Whether a text ends with a word that only names of companies end with: `Bitdeer Inc.`
    static func hasLegalForm(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isInName }
        guard words.count > 1, let last = words.last else { return false }
        return certainForms.contains(last) || last == "holdings"
    }

    /// The words for the legal form of a company, in lower case.
    static let legalForms = certainForms.union([
        "co", "company", "lp", "ag", "sa", "nv", "se", "asa", "ab",
    ])

    /// Those that are no other word and no ticker.
    private static let certainForms: Set<Substring> = [
        "inc", "incorporated", "corp", "corporation", "ltd", "limited", "plc", "llc",
    ]
}

extension Character {
    /// Whether it can be in a word of a name. Raised digits are marks of footnotes.
    var isInName: Bool { isLetter || isNumber && !FootnoteMark.digits.contains(self) }
}
