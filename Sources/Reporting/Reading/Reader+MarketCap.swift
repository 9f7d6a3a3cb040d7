import Mining

extension Reader {
    /// A company's market cap on a day, or its own share price times its shares: the derived one
    /// where its price is newer, or where `derived` asks for it and it can be had; `nil` where
    /// neither is known.
    func marketCap(of company: Company, at day: Day, derived: Bool? = nil)
        throws(Source.Failure) -> MemberFigure?
    {
        let published = try latest(.marketCap, of: company.ticker, at: day)
            .map { MemberFigure($0, of: company) }
        let computed = try derivedMarketCap(of: company, at: day)
        let prefersDerived =
            derived ?? (computed.map { $0.asOf > (published?.asOf ?? .first) } ?? false)
        return prefersDerived ? computed ?? published : published ?? computed
    }

    private func derivedMarketCap(of company: Company, at day: Day) throws(Source.Failure)
        -> MemberFigure?
    {
        guard let price = try latest(.sharePrice, of: company.ticker, at: day),
            let shares = try latest(.sharesOutstanding, of: company.ticker, at: day)
        else { return nil }
        var figure = MemberFigure(price, of: company)
        figure.expression = Formulas.marketCap(price: price.expression, shares: shares.expression)
        figure.isDerived = true
        if shares.observation.status.rank > figure.status.rank {
            figure.status = shares.observation.status
        }
        return figure
    }
}
