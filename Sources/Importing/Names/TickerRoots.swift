import Mining

/// Finds the subject that a new ticker may be a second entry of: `RIOT` for `RIOT.L`, `RIOT-A` and
/// `RIOTUS`, and the other way round.
struct TickerRoots {
    private var codes: [String: String] = [:]

    /// The companies of a book, and the network.
    init(_ roster: Roster = Roster()) {
        add(Subject.network.code)
        for ticker in roster.tickers { add(ticker) }
    }

    /// Adds a ticker. Of several with the same root, the first one is kept.
    mutating func add(_ ticker: String) {
        let root = ExchangeCode.root(of: ticker)
        if codes[root] == nil { codes[root] = ticker }
    }

    /// The known ticker with the same root as `ticker`; nil if there is none.
    func code(like ticker: String) -> String? {
        let root = ExchangeCode.root(of: ticker)
        if let code = codes[root] { return code }
        for attached in ExchangeCode.attached {
            if root.hasSuffix(attached), root.count > attached.count + 1,
                let code = codes[String(root.dropLast(attached.count))]
            {
                return code
            }
            if root.count > 1, let code = codes[root + attached] { return code }
        }
        return nil
    }
}
