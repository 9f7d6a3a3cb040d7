import Mining

/// Decides whether a count of crypto assets is an amount of bitcoin: the count times the price of
/// its day must be within 20 % of a fair value on the same day.
///
/// Counts cannot be trusted otherwise: companies tag them in thousands, with dollars as their unit,
/// or tag the coins that they paid for machines.
struct BitcoinProof {
    /// The fair values of crypto assets by day.
    private var fairValues: [Day: Set<FactAmount>] = [:]
    /// The prices of bitcoin in US dollars by day.
    private let prices: [Day: FactAmount]

    /// The tags of fair values.
    static let fairValueTags = [
        "us-gaap:CryptoAssetFairValue", "us-gaap:CryptoAssetFairValueNoncurrent",
        "us-gaap:CryptoAssetFairValueCurrent",
    ]

    init(_ facts: CompanyFacts, prices: [Day: Quantity]) {
        self.prices = prices.mapValues {
            FactAmount(Int128($0.base), decimals: Unit.dollarPerBitcoin.exponent)
        }
        for tag in Self.fairValueTags {
            for fact in facts.facts[tag] ?? [] where fact.unit == "USD" && fact.start == nil {
                guard let day = fact.end?.day, let amount = FactAmount(fact.value) else { continue }
                fairValues[day, default: []].insert(amount)
            }
        }
    }

    /// Why the count on `day` may be something else than bitcoin held; nil if it is proven.
    func reasonToDoubt(_ count: FactAmount, on day: Day) -> String? {
        guard let values = fairValues[day] else { return "without a fair value on their day" }
        guard let price = prices[day] else { return "without a btc_price in the book on their day" }
        guard let computed = count.multiplied(by: price) else { return "too large" }
        return values.contains(where: computed.isNear)
            ? nil : "whose count times price is not within 20 % of the fair value"
    }
}
