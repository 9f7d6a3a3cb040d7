import Mining

/// Figures of a company that do not fit each other.
extension BookCatalogue {
    /// The fair values of crypto assets of a company that do not fit the bitcoin held on the same
    /// day, by day. The price may be as old as reports carry it. Empty if all fit.
    package func fairValueMismatches(of ticker: String) throws(BookError) -> [FairValueMismatch] {
        var found: [FairValueMismatch] = []
        let all = try observations(
            .cryptoFairValue, of: ticker, within: .always, knownOn: nil)
        for fairValue in all {
            let day = fairValue.period.last
            guard let held = try latest(.btcHeld, of: ticker, at: day, knownOn: nil),
                held.period.last == day,
                let price = try current(.btcPrice, of: Subject.network.code, at: day),
                let mismatch = FairValueMismatch(fairValue: fairValue, held: held, price: price)
            else { continue }
            found.append(mismatch)
        }
        return found
    }

    /// The published market caps of a company that do not fit share price times shares, by day.
    /// Empty if all fit.
    func marketCapMismatches(
        of ticker: String, _ history: ShareHistory
    ) throws(BookError) -> [MarketCapMismatch] {
        var found: [MarketCapMismatch] = []
        for published in try observations(
            .marketCap, of: ticker, within: .always, knownOn: nil)
        {
            let day = published.period.last
            guard let price = try current(.sharePrice, of: ticker, at: day),
                let shares = try current(.sharesOutstanding, of: ticker, at: day),
                let mismatch = MarketCapMismatch(
                    published: published, price: price, shares: shares, history)
            else { continue }
            found.append(mismatch)
        }
        return found
    }

    /// The observation that counts on a day, if reports would still use it; else nil.
    private func current(_ metric: Metric, of subject: String, at day: Day) throws(BookError)
        -> Observation?
    {
        guard let found = try latest(metric, of: subject, at: day, knownOn: nil),
            day.number - found.period.last.number <= metric.maxAgeDays ?? 0
        else { return nil }
        return found
    }
}
