/// The words that a title about a company may have beside its name.
enum TitleWords {
    /// Whether words in lower case do not change what a title with a company is about: `model`,
    /// `consolidated`, `nasdaq`, `inc`, `2025`, `4q25`, `except per share`.
    static func sayNothing(_ words: [Substring]) -> Bool {
        let hasShares = words.contains { $0 == "share" || $0 == "shares" }
        return words.allSatisfy { word in
            word.contains(where: \.isNumber) || usual.contains(word)
                || CompanyNames.legalForms.contains(word) || word == "except" && hasShares
        }
    }

    /// Whether a title of rows may be the name of a company: up to three words with a capital
    /// letter first, or numbers behind them, and not only usual words of titles.
    static func mayBeName(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return (1...3).contains(words.count) && words.first?.first?.isUppercase == true
            && words.allSatisfy { $0.first?.isUppercase == true || $0.allSatisfy(\.isNumber) }
            && !sayNothing(words.map { Substring($0.lowercased()) })
    }

    private static let usual: Set<Substring> = [
        // The company
        "company", "group", "holding", "holdings", "issuer", "listed", "name", "registrant",
        "subject", "subsidiaries", "symbol", "ticker", "miner", "adr", "ads", "common", "stock",
        "equity", "shares", "class", "nasdaq", "nyse", "american", "arca", "amex", "otc", "otcqx",
        "tsx", "asx", "us", "xnas", "xnys", "gs", "cik",
        // The table
        "model", "models", "data", "sheet", "sheets", "table", "tables", "file", "figures",
        "metrics", "kpi", "kpis", "key", "main", "summary", "overview", "highlights", "snapshot",
        "report", "reports", "reported", "results", "result", "release", "earnings", "update",
        "updates", "information", "history", "historical", "timeline", "financial", "financials",
        "supplement", "supplemental", "supplementary", "selected", "condensed", "consolidated",
        "audited", "unaudited", "interim", "statement", "statements", "income", "balance", "cash",
        "flow", "flows", "profit", "loss", "operations", "operating", "operational", "production",
        "mining", "bitcoin", "btc", "hashrate", "revenue", "press", "form", "filing", "sec",
        // The period
        "annual", "annually", "quarterly", "monthly", "daily", "weekly", "yearly", "year", "years",
        "quarter", "quarters", "month", "months", "day", "half", "fiscal", "fy", "ended", "ending",
        "end", "three", "six", "nine", "twelve", "january", "february", "march", "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "as", "at", "date",
        // The unit
        "usd", "dollar", "dollars", "thousand", "thousands", "million", "millions", "billion",
        "billions", "k", "m", "mm", "mn", "mln", "bn", "u", "s", "currency", "unit", "units",
        "amount", "amounts", "per", "share", "all", "unless", "otherwise", "stated", "noted",
        "indicated", "and", "of", "for", "in", "the", "a", "to",
        "from", "by", "p", "l", "q",
    ]
}
