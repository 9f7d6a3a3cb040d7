import Mining

/// The codes of exchanges that files add to tickers: `NASDAQ:RIOT`, `RIOT.O`, `RIOT-US`,
/// `RIOT US Equity`, and the `$` of `$RIOT`.
///
/// Only codes of the United States: there a ticker means one company, while the same letters at an
/// exchange of another country may be another company.
enum ExchangeCode {
    /// The tickers in `text` without the code of their exchange, in upper case. Empty if it has no
    /// code; two if both of its parts may be codes.
    static func tickers(in text: String) -> [String] {
        var text = Substring(text.uppercased())
        if text.hasSuffix(equity) { text = text.dropLast(equity.count) }
        var found: [String] = []
        if text.first == "$" { found.append(String(text.dropFirst())) }
        if let end = text.lastIndex(where: isSeparator) {
            let code = text[text.index(after: end)...]
            if suffixes.contains(code) || (text[end] == "." && pointSuffixes.contains(code)) {
                found.append(ticker(text[..<end]))
            }
        }
        if let start = text.firstIndex(of: ":") ?? text.firstIndex(where: isSeparator),
            names.contains(Substring(text[..<start].filter(\.isLetter)))
        {
            found.append(ticker(text[start...]))
        }
        return found.filter { !$0.isEmpty }
    }

    /// What two tickers of one company have in common: the ticker without a code, or without what
    /// looks like one.
    static func root(of ticker: String) -> String {
        if let found = tickers(in: ticker).first { return found }
        guard !ticker.contains(where: \.isWhitespace) else { return ticker.uppercased() }
        let words = ticker.uppercased().split(whereSeparator: isSeparator)
        return words.first.map(String.init) ?? ticker.uppercased()
    }

    /// The codes that files write at the end of a ticker, without anything between.
    static let attached = ["US", "OQ", "NASDAQ", "NYSE"]

    private static let equity = " EQUITY"

    private static func isSeparator(_ character: Character) -> Bool {
        character.isWhitespace || ".:-_/".contains(character)
    }

    /// A ticker without the separators around it.
    private static func ticker(_ text: Substring) -> String {
        let start = text.drop(while: isSeparator)
        return String(start.reversed().drop(while: isSeparator).reversed())
    }

    /// Names of exchanges, before or after the ticker.
    private static let names: Set<Substring> = [
        "NASDAQ", "NASDAQGS", "NASDAQGM", "NASDAQCM", "NAS", "XNAS", "NYSE", "XNYS",
        "NYSEAMERICAN", "NYSEMKT", "NYSEARCA", "AMEX", "XASE", "BATS", "CBOE", "OTC", "OTCQX",
        "OTCQB", "OTCMKTS", "OTCPK", "US",
    ]

    /// After the ticker also the codes of Bloomberg (`UW`), Refinitiv (`OQ`) and others.
    private static let suffixes = names.union([
        "OQ", "UW", "UQ", "UR", "UN", "UA", "UP", "NSQ", "NMS", "NYQ", "PK",
    ])

    /// Codes of one letter, which count after a point only.
    private static let pointSuffixes: Set<Substring> = ["O", "N"]
}
