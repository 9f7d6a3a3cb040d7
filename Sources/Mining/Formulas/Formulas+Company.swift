/// The formulas of a company's figures, as docs/formulas.md defines them.
extension Formulas {
    // MARK: Production

    /// Bitcoin that an EH/s mined [BTC per EH/s]; `mined` in BTC, `hashrate` in EH/s. Source:
    /// monthly production updates of listed miners.
    package static func minedPerExahash(mined: Expression, hashrate: Expression) -> Expression {
        .quotient(mined, hashrate)
    }

    /// A hashrate on average over a period of which only both ends are known; in one unit. Source:
    /// monthly production updates of listed miners.
    package static func meanOfEnds(_ opening: Expression, _ closing: Expression) -> Expression {
        .quotient(.sum([opening, closing]), number(2))
    }

    /// The hashrate that would have earned what a company mined [EH/s]: its part of the network's
    /// reward, of the network's hashrate. `mined` and `reward` in BTC, `networkHashrate` in EH/s.
    /// Source: TheMinerMag, realized hashrate.
    package static func realizedHashrate(
        mined: Expression, reward: Expression, networkHashrate: Expression
    ) -> Expression {
        .quotient(.product([mined, networkHashrate]), reward)
    }

    /// What a treasury holds beyond what it held, mined and sold [BTC]. Source: the roll-forward
    /// of bitcoin in annual and quarterly reports.
    package static func residual(
        closing: Expression, opening: Expression, mined: Expression, sold: Expression
    ) -> Expression {
        .difference(closing, .difference(.sum([opening, mined]), sold))
    }

    // MARK: Economics

    /// What a MWh cost once credits are taken off, which may be less than nothing [USD/MWh];
    /// `cost` and `credits` in USD, `energy` in MWh. Source: Riot Platforms, 10-K 2024 (cost of
    /// power net of power curtailment credits).
    package static func powerPriceNet(
        cost: Expression, credits: Expression, energy: Expression
    ) -> Expression {
        .quotient(.difference(cost, credits), energy)
    }

    /// Electricity for each bitcoin mined, before credits [USD/BTC]; `cost` in USD, `mined` in
    /// BTC. Source: monthly production updates of listed miners.
    package static func powerCostPerBitcoin(cost: Expression, mined: Expression) -> Expression {
        .quotient(cost, mined)
    }

    /// What is left of revenue after its cost, in percent; both in USD. Source: filings (cost of
    /// revenue, depreciation excluded).
    package static func companyGrossMargin(revenue: Expression, cost: Expression) -> Expression {
        percentage(.difference(revenue, cost), of: revenue)
    }

    /// Power bill of 1 PH/s in a day [USD/PH/day]: 1 J/TH is 1 kW per PH/s, for 24 hours.
    /// `efficiency` in J/TH, `powerPrice` in USD/MWh. Source: Luxor, hashcost.
    package static func hashcost(efficiency: Expression, powerPrice: Expression) -> Expression {
        .quotient(.product([efficiency, powerPrice, number(24)]), number(1000))
    }

    /// The power price at which hashcost is all of hashprice [USD/MWh]; `hashprice` in
    /// USD/PH/day, `efficiency` in J/TH. Source: Luxor, hashprice documentation.
    package static func breakEvenPowerPrice(hashprice: Expression, efficiency: Expression)
        -> Expression
    {
        .quotient(.product([hashprice, number(1000)]), .product([efficiency, number(24)]))
    }

    // MARK: Valuation

    /// What all shares are worth [USD]; `price` in USD.
    package static func marketCap(price: Expression, shares: Expression) -> Expression {
        .product([price, shares])
    }

    /// Market cap and debt less cash, all in USD; bitcoin held is not deducted. Source:
    /// bitcoinminingstock.io, enterprise values.
    package static func enterpriseValue(
        marketCap: Expression, debt: Expression, cash: Expression
    ) -> Expression {
        .difference(.sum([marketCap, debt]), cash)
    }

    /// What the market pays for a unit of capacity: USD per EH/s or per MW, as `capacity` is.
    /// Source: bitcoinminingstock.io, enterprise values.
    package static func valuePerCapacity(_ value: Expression, capacity: Expression) -> Expression {
        .quotient(value, capacity)
    }

    /// The part of a market cap that bitcoin held is worth, in percent; `held` in BTC, `price` in
    /// USD/BTC, `marketCap` in USD. Source: company filings.
    package static func bitcoinValueShare(
        held: Expression, price: Expression, marketCap: Expression
    ) -> Expression {
        percentage(.product([held, price]), of: marketCap)
    }
}
