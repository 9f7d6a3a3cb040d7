import Mining

/// The published market cap of a company, its share price and its shares, as far as they are known on
/// a day.
struct MarketCapParts {
    let company: Company
    let day: Day
    let published: KnownFigure?
    let price: KnownFigure?
    /// nil if the price is not known.
    let shares: KnownFigure?
}

extension Reader {
    /// What the book has of a company on a day to find its market cap.
    func marketCapParts(of company: Company, at day: Day)
        throws(Source.Failure) -> MarketCapParts
    {
        let published = try latest(.marketCap, of: company.ticker, at: day)
        let price = try latest(.sharePrice, of: company.ticker, at: day)
        let shares = try price.flatMap { (_) throws(Source.Failure) in
            try latest(.sharesOutstanding, of: company.ticker, at: day)
        }
        return MarketCapParts(
            company: company, day: day, published: published, price: price, shares: shares)
    }

    /// A company's market cap on a day: as published, or its share price times its shares.
    ///
    /// The shares are taken to the basis of the price: to the same side of a split, and to ADS.
    /// The derived one counts if its price is newer than the published market cap. `derived`
    /// asks for one of the two, if it is known. Returns nil if neither is known.
    func marketCap(_ parts: MarketCapParts, derived: Bool? = nil)
        throws(Source.Failure) -> KnownFigure?
    {
        let published = parts.published
        let computed = try derivedMarketCap(parts)
        let prefersDerived =
            derived ?? (computed.map { $0.asOf > (published?.asOf ?? .first) } ?? false)
        return prefersDerived ? computed ?? published : published ?? computed
    }

    /// The published market cap that counts on a day, if it does not fit share price times shares;
    /// nil if they fit or one of them is not known.
    func marketCapMismatch(_ parts: MarketCapParts) throws(Source.Failure) -> MarketCapMismatch? {
        guard let published = parts.published, let price = parts.price, let shares = parts.shares
        else { return nil }
        return MarketCapMismatch(
            published: published.observation, price: price.observation,
            shares: shares.observation, try shareHistory(of: parts.company.ticker))
    }

    /// How many days old a share count may be before the market cap counts as carried forward: every
    /// company publishes one within a year.
    private static var longestShareCount: Int { 366 }

    private func derivedMarketCap(_ parts: MarketCapParts) throws(Source.Failure) -> KnownFigure? {
        guard let price = parts.price, let shares = parts.shares else { return nil }
        let conversion = try shareHistory(of: parts.company.ticker).conversion(
            ofSharesOn: shares.observation.publicFrom, toPriceOn: price.observation.publicFrom)
        var figure = price
        figure.expression = Formulas.marketCap(
            price: price.expression, shares: shares.expression, conversion: conversion)
        if !conversion.reasons.isEmpty {
            figure.basis = conversion.reasons.joined(separator: ", ")
        }
        if shares.status.rank > price.status.rank { figure.status = shares.status }
        figure.marks = figure.status == .estimated ? [.estimated] : []
        let isOld = parts.day.number - shares.asOf.number > Self.longestShareCount
        if price.marks.contains(.carried) || isOld { figure.marks.append(.carried) }
        figure.marks.append(.derived)
        return figure
    }
}
