/// The formulas of the network's and the sector's figures, as docs/formulas.md defines them.
///
/// Each takes its terms in the units its comment names and gives an expression in the unit that
/// it names; none reads anything.
package enum Formulas {
    /// A part of a whole in percent; both terms in one unit.
    package static func percentage(_ part: Expression, of whole: Expression) -> Expression {
        .quotient(.product([part, number(100)]), whole)
    }

    /// Revenue of 1 PH/s in a day [USD/PH/day].
    ///
    /// 1 PH/s hashes 86,400 × 10¹⁵ times a day, and a block takes difficulty × 2³² hashes on
    /// average. `reward` is in BTC per block, subsidy and where known fees; `price` in USD/BTC.
    /// Source: Luxor, hashprice documentation.
    package static func hashprice(
        difficulty: Expression, reward: Expression, price: Expression
    ) -> Expression {
        .quotient(
            .product([number(86_400_000_000_000_000_000), reward, price]),
            .product([difficulty, number(4_294_967_296)]))
    }

    /// Revenue of 1 EH/s in a day from block subsidies alone [USD/EH/day]: 144 blocks a day,
    /// shared by the whole network. `subsidy` in BTC per block, `price` in USD/BTC,
    /// `networkHashrate` in EH/s. Source: JPMorgan sector notes.
    package static func blockRewardRevenue(
        subsidy: Expression, price: Expression, networkHashrate: Expression
    ) -> Expression {
        .quotient(
            .product([number(Int128(Subsidy.blocksPerDay)), subsidy, price]), networkHashrate)
    }

    /// Power bill of 1 EH/s in a day [USD/EH/day]: 1 J/TH is 1 MW per EH/s, for 24 hours.
    /// `efficiency` in J/TH, `powerPrice` in USD/MWh.
    package static func powerCostPerExahash(
        efficiency: Expression, powerPrice: Expression
    ) -> Expression {
        .product([efficiency, number(24), powerPrice])
    }

    /// Bitcoin that the blocks of the next four years create from `height` on [BTC].
    package static func fourYearReward(from height: Int) -> Expression {
        let satoshi = Subsidy.total(of: Subsidy.blocksOfFourYears, from: height)
        return .constant(DecimalNumber(mantissa: Int128(satoshi), decimals: 8))
    }

    /// How many times the value of the next four years' block rewards a market cap is [x].
    /// `marketCap` in USD, `price` in USD/BTC, `reward` in BTC. Source: JPMorgan sector notes.
    package static func blockRewardMultiple(
        marketCap: Expression, price: Expression, reward: Expression
    ) -> Expression {
        .quotient(marketCap, .product([price, reward]))
    }

    /// The mean of values weighted by others; pairs in one unit each.
    package static func weightedMean(
        _ pairs: [(weight: Expression, value: Expression)]
    ) -> Expression {
        .quotient(
            .sum(pairs.map { .product([$0.weight, $0.value]) }), .sum(pairs.map(\.weight)))
    }

    /// Bitcoin that all miners earn over a period [BTC]: what its blocks create, and fees.
    /// `blocks` is a number, `subsidy` in BTC per block, `feesPerDay` in BTC a day.
    package static func networkReward(
        blocks: Expression, subsidy: Expression, feesPerDay: Expression?, days: Int
    ) -> Expression {
        let created = Expression.product([blocks, subsidy])
        guard let feesPerDay else { return created }
        return .sum([created, .product([feesPerDay, number(Int128(days))])])
    }

    /// The part of it that is fees, in percent. `reward` in BTC, `feesPerDay` in BTC a day.
    /// Source: Coin Metrics, asset metrics.
    package static func feeShare(feesPerDay: Expression, days: Int, reward: Expression)
        -> Expression
    {
        percentage(.product([feesPerDay, number(Int128(days))]), of: reward)
    }

    /// Bitcoin that an EH/s of the network earns over a period [BTC per EH/s]. `reward` in BTC,
    /// `networkHashrate` in EH/s. Source: TheMinerMag, realized hashrate.
    package static func networkBitcoinPerExahash(reward: Expression, networkHashrate: Expression)
        -> Expression
    {
        .quotient(reward, networkHashrate)
    }

    /// The hashrate at which a difficulty makes a block take 600 s [EH/s]: a block takes
    /// difficulty × 2³² hashes on average, and 1 EH is 10¹⁸ of them. Source: Coin Metrics, implied
    /// hashrate.
    package static func impliedHashrate(difficulty: Expression) -> Expression {
        .quotient(
            .product([difficulty, number(4_294_967_296)]),
            .product([number(600), number(1_000_000_000_000_000_000)]))
    }

    /// The change relative to what was, in percent.
    package static func percentChange(_ now: Expression, from before: Expression) -> Expression {
        percentage(.difference(now, before), of: before)
    }

    static func number(_ whole: Int128) -> Expression { .constant(DecimalNumber(whole)) }
}
