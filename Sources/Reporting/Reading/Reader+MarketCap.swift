import Mining

extension Reader {
    /// A company's market cap on a day: as published, or its share price times its shares.
    ///
    /// The derived one counts if its price is newer than the published market cap. `derived`
    /// asks for one of the two, if it is known. Returns nil if neither is known.
    func marketCap(of company: Company, at day: Day, derived: Bool? = nil)
        throws(Source.Failure) -> KnownFigure?
    {
        let published = try latest(.marketCap, of: company.ticker, at: day)
        let computed = try derivedMarketCap(of: company, at: day)
        let prefersDerived =
            derived ?? (computed.map { $0.asOf > (published?.asOf ?? .first) } ?? false)
        return prefersDerived ? computed ?? published : published ?? computed
    }

    private func derivedMarketCap(of company: Company, at day: Day) throws(Source.Failure)
        -> KnownFigure?
    {
        guard let price = try latest(.sharePrice, of: company.ticker, at: day),
            let shares = try latest(.sharesOutstanding, of: company.ticker, at: day)
        else { return nil }
        var figure = price
        figure.expression = Formulas.marketCap(price: price.expression, shares: shares.expression)
        if shares.status.rank > price.status.rank { figure.status = shares.status }
        figure.marks = figure.status == .estimated ? [.estimated] : []
        if price.marks.contains(.carried) { figure.marks.append(.carried) }
        figure.marks.append(.derived)
        return figure
    }
}
