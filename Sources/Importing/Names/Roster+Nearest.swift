import Mining

extension Roster {
    /// The name that `text`, which is unknown, most likely means: the ticker in it, or else the most
    /// similar name. Nil if there is none.
    func nearestName(to text: String) -> String? {
        company(withExchangeIn: text) ?? Importing.nearestName(to: text, in: names)
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
