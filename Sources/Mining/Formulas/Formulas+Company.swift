/// The formulas of the figures of a single company, as docs/formulas.md defines them.
extension Formulas {
    // MARK: Production

    /// Bitcoin mined per EH/s [BTC per EH/s]. `mined` in BTC, `hashrate` in EH/s. Source: monthly
    /// production updates of listed miners.
    package static func minedPerExahash(mined: Expression, hashrate: Expression) -> Expression {
        .quotient(mined, hashrate)
    }

    /// The average hashrate of a period, estimated from its values before and at the end, in their
    /// unit. Source: monthly production updates of listed miners.
    package static func meanOfEnds(_ opening: Expression, _ closing: Expression) -> Expression {
        .quotient(.sum([opening, closing]), number(2))
    }

    /// The hashrate that matches what a company mined [EH/s]: the network's hashrate times the
    /// company's share of the network's reward. `mined` and `reward` in BTC, `networkHashrate` in
    /// EH/s. Source: TheMinerMag, realized hashrate.
    package static func realizedHashrate(
        mined: Expression, reward: Expression, networkHashrate: Expression
    ) -> Expression {
        .quotient(.product([mined, networkHashrate]), reward)
    }

    /// The change in bitcoin held that mining and sales do not explain [BTC]: closing balance less
    /// (opening balance + mined − sold). All in BTC. Source: the roll-forward of bitcoin in annual
    /// and quarterly reports.
    package static func residual(
        closing: Expression, opening: Expression, mined: Expression, sold: Expression
    ) -> Expression {
        .difference(closing, .difference(.sum([opening, mined]), sold))
    }

    // MARK: Economics

    /// Power cost per MWh after credits, which may be negative [USD/MWh]. `cost` and `credits` in
    /// USD, `energy` in MWh. Source: Riot Platforms, 10-K 2024 (cost of power net of power
    /// curtailment credits).
    package static func powerPriceNet(
        cost: Expression, credits: Expression, energy: Expression
    ) -> Expression {
        .quotient(.difference(cost, credits), energy)
    }

    /// Power cost per bitcoin mined, before credits [USD/BTC]. `cost` in USD, `mined` in BTC.
    /// Source: monthly production updates of listed miners.
    package static func powerCostPerBitcoin(cost: Expression, mined: Expression) -> Expression {
        .quotient(cost, mined)
    }

    /// Revenue less cost of revenue, in percent of revenue [%]. Both in USD. Source: company
    /// filings (cost of revenue, depreciation excluded).
    package static func companyGrossMargin(revenue: Expression, cost: Expression) -> Expression {
        percentage(.difference(revenue, cost), of: revenue)
    }

    /// Power cost of 1 PH/s in a day [USD/PH/day]: 1 J/TH is 1 kW per PH/s, used for 24 hours.
    /// `efficiency` in J/TH, `powerPrice` in USD/MWh. Source: Luxor, hashcost.
    package static func hashcost(efficiency: Expression, powerPrice: Expression) -> Expression {
        .quotient(.product([efficiency, powerPrice, number(24)]), number(1000))
    }

    /// The power price at which hashcost equals hashprice [USD/MWh]. `hashprice` in USD/PH/day,
    /// `efficiency` in J/TH. Source: Luxor, hashprice documentation.
    package static func breakEvenPowerPrice(hashprice: Expression, efficiency: Expression)
        -> Expression
    {
        .quotient(.product([hashprice, number(1000)]), .product([efficiency, number(24)]))
    }

    // MARK: Valuation

    /// The value of all shares [USD]. `price` in USD per traded share, `shares` a count, which
    /// `conversion` takes to the basis of the price.
    package static func marketCap(
        price: Expression, shares: Expression, conversion: ShareConversion = ShareConversion()
    ) -> Expression {
        converted([price, shares], by: conversion)
    }

    /// A number of shares on another basis. `shares` is a count.
    package static func shares(_ shares: Expression, convertedBy conversion: ShareConversion)
        -> Expression
    {
        conversion == ShareConversion() ? shares : converted([shares], by: conversion)
    }

    private static func converted(_ terms: [Expression], by conversion: ShareConversion)
        -> Expression
    {
        let product = Expression.product(terms + conversion.factors.map { number(Int128($0)) })
        let divisors = conversion.divisors.map { number(Int128($0)) }
        return switch divisors.count {
        case 0: product
        case 1: .quotient(product, divisors[0])
        default: .quotient(product, .product(divisors))
        }
    }

    /// Market cap plus debt less cash [USD]. All in USD; bitcoin held is not deducted. Source:
    /// bitcoinminingstock.io, enterprise values.
    package static func enterpriseValue(
        marketCap: Expression, debt: Expression, cash: Expression
    ) -> Expression {
        .difference(.sum([marketCap, debt]), cash)
    }

    /// Company value per unit of capacity [USD per EH/s or per MW, as `capacity` is]. `value` in
    /// USD. Source: bitcoinminingstock.io, enterprise values.
    package static func valuePerCapacity(_ value: Expression, capacity: Expression) -> Expression {
        .quotient(value, capacity)
    }

    /// The value of the bitcoin held in percent of the market cap [%]. `held` in BTC, `price` in
    /// USD/BTC, `marketCap` in USD. Source: company filings.
    package static func bitcoinValueShare(
        held: Expression, price: Expression, marketCap: Expression
    ) -> Expression {
        percentage(.product([held, price]), of: marketCap)
    }
}
