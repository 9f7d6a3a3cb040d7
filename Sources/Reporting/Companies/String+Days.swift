import Mining

extension String {
    /// The days of figures that companies publish once a quarter:
    /// `Shares: of 2025-12-31 (4 companies), 2025-10-29 (RIOT).` nil if there are none.
    static func days(of name: String, _ figures: [(ticker: String, day: Day)]) -> String? {
        let tickers = Dictionary(grouping: figures, by: \.day)
            .mapValues { $0.map(\.ticker).sorted() }
        // The most common day, the latest of several, is followed by a count instead of names,
        // unless it is the day of one company.
        let usual = tickers.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        guard let usual else { return nil }
        if tickers.count == 1 { return "\(name): of \(usual.key)." }
        let count = usual.value.count
        let most = count == 1 ? usual.value[0] : "\(count) companies"
        let others = tickers.filter { $0.key != usual.key }.sorted { $0.key > $1.key }
            .map { "\($0.key) (\($0.value.joined(separator: ", ")))" }
        return "\(name): of \((["\(usual.key) (\(most))"] + others).joined(separator: ", "))."
    }
}
