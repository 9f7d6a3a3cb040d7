/// A published market cap that does not fit share price times shares of about the same day: one of
/// the three is on another scale or share basis.
package struct MarketCapMismatch: Sendable, Hashable {
    /// The market cap as published.
    package let published: Observation
    /// The share price.
    package let price: Observation
    /// The share count.
    package let shares: Observation
    /// Share price times shares, on the basis of the price, in whole US dollars.
    package let computed: Quantity
    /// Whether one is at least twice the other: more than a different way of counting shares
    /// explains.
    package let isOfScale: Bool

    /// How many days the published market cap and the share price may be apart to be compared.
    package static let maxDays = 10
    /// By how many percent of the published market cap the two may differ.
    package static let tolerance = 10.0

    /// Compares a published market cap with share price times shares. Nil if they fit, if the price
    /// is of another time, or if the market cap is zero or the researcher's estimate.
    package init?(
        published: Observation, price: Observation, shares: Observation, _ history: ShareHistory
    ) {
        let days = published.period.last.number - price.period.last.number
        let amount = published.value.value(in: .dollar)
        guard published.status != .estimated, abs(days) <= Self.maxDays, amount != 0 else {
            return nil
        }
        let product = Formulas.marketCap(
            price: .observed(.init(id: 0, observation: price, unit: .dollarPerShare)),
            shares: .observed(.init(id: 1, observation: shares, unit: .share)),
            conversion: history.conversion(
                ofSharesOn: shares.publicFrom, toPriceOn: price.publicFrom))
        guard let value = product.value,
            abs(value - amount) > abs(amount) * Self.tolerance / 100,
            let computed = Quantity(wholeDollars: value)
        else { return nil }
        self.published = published
        self.price = price
        self.shares = shares
        self.computed = computed
        isOfScale = !(amount / 2 < value && value < amount * 2)
    }
}

extension MarketCapMismatch {
    /// What the published market cap does not fit, after its value.
    package var sentence: String {
        "but share price × shares is \(computed) (\(price.value) on \(price.period.last), "
            + "\(shares.value) on \(shares.period.last)); is one of them per ADS, or from before "
            + "a split?"
    }
}
