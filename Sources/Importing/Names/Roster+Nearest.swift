import Mining

extension Roster {
    /// The name that `text`, which is unknown, most likely means: the code in it, or else the most
    /// similar name. Nil if there is none.
    func nearestName(to text: String) -> String? {
        likelyCode(in: text) ?? Importing.nearestName(to: text, in: names)
            ?? similarlyNamed(text)
    }

    /// The code that `text` has together with an exchange, a country or a currency, such as
    /// `RIOT.L`, `RIOTUS` or `BTC-USD`. Nil if there is none, or several.
    func likelyCode(in text: String) -> String? {
        company(withExchangeIn: text) ?? TickerRoots(self).code(like: text)
    }

    /// The same, if it is the ticker of a company.
    func likelyTicker(in text: String) -> String? {
        likelyCode(in: text).flatMap { subject(withCode: $0)?.kind == .company ? $0 : nil }
    }

    /// The ticker of the company with the most similar company name.
    private func similarlyNamed(_ text: String) -> String? {
        let named = companyNames.filter { $0.kind == .name }
        let nearest = Importing.nearestName(to: text, in: named.map(\.text).sorted())
        return named.first { $0.text == nearest }?.ticker
    }

    /// The company whose ticker `text` has together with an exchange or a country, such as `RIOT.O`,
    /// `RIOT-US`, `RIOT US Equity` or `NASDAQ:RIOT`. Nil if there is none, or several.
    func company(withExchangeIn text: String) -> String? {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        guard words.count > 1 else { return nil }
        let tickers = Set(
            words.compactMap { word in
                let subject = subject(withCode: String(word))
                return subject?.kind == .company ? subject?.code : nil
            })
        return tickers.count == 1 ? tickers.first : nil
    }
}
