import Mining

extension Reader {
    /// A company's market cap on a day: as published, or its share price times its shares.
    ///
    /// The shares are taken to the basis of the price: to the same side of a split, and to ADS.
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

    /// The published market cap that counts on a day, if it does not fit share price times shares;
    /// nil if they fit or one of them is not known.
    func marketCapMismatch(of company: Company, at day: Day) throws(Source.Failure)
        -> MarketCapMismatch?
    {
        guard let published = try latest(.marketCap, of: company.ticker, at: day),
            let price = try latest(.sharePrice, of: company.ticker, at: day),
            let shares = try latest(.sharesOutstanding, of: company.ticker, at: day)
        else { return nil }
        return MarketCapMismatch(
            published: published.observation, price: price.observation,
            shares: shares.observation, try shareHistory(of: company.ticker))
    }

    /// How many days old a share count may be before the market cap counts as carried forward: every
    /// company publishes one within a year.
    private static var longestShareCount: Int { 366 }

    private func derivedMarketCap(of company: Company, at day: Day) throws(Source.Failure)
        -> KnownFigure?
    {
        guard let price = try latest(.sharePrice, of: company.ticker, at: day),
            let shares = try latest(.sharesOutstanding, of: company.ticker, at: day)
        else { return nil }
        let conversion = try shareHistory(of: company.ticker).conversion(
            ofSharesOn: shares.observation.publicFrom, toPriceOn: price.observation.publicFrom)
        var figure = price
        figure.expression = Formulas.marketCap(
            price: price.expression, shares: shares.expression, conversion: conversion)
        if !conversion.reasons.isEmpty {
            figure.basis = conversion.reasons.joined(separator: ", ")
        }
        if shares.status.rank > price.status.rank { figure.status = shares.status }
        figure.marks = figure.status == .estimated ? [.estimated] : []
        let isOld = day.number - shares.asOf.number > Self.longestShareCount
        if price.marks.contains(.carried) || isOld { figure.marks.append(.carried) }
        figure.marks.append(.derived)
        return figure
    }
}
