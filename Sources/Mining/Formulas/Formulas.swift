/// The formulas of the figures of groups and of the network, as docs/formulas.md defines them.
///
/// Each function takes its terms in the units that its comment names and returns an expression in
/// the unit in square brackets. None reads a book.
package enum Formulas {
    /// A part of a whole [%]. Both in the same unit.
    package static func percentage(_ part: Expression, of whole: Expression) -> Expression {
        .quotient(.product([part, number(100)]), whole)
    }

    /// Revenue of 1 PH/s in a day [USD/PH/day].
    ///
    /// 1 PH/s computes 86,400 × 10¹⁵ hashes a day, and a block takes difficulty × 2³² hashes on
    /// average. `reward` is the subsidy, plus fees if known, in BTC per block; `price` is in
    /// USD/BTC. Source: Luxor, hashprice documentation.
    package static func hashprice(
        difficulty: Expression, reward: Expression, price: Expression
    ) -> Expression {
        .quotient(
            .product([number(86_400_000_000_000_000_000), reward, price]),
            .product([difficulty, number(4_294_967_296)]))
    }

    /// Revenue of 1 EH/s in a day from block subsidies, without fees [USD/EH/day]: its share of 144
    /// blocks a day. `subsidy` in BTC per block, `price` in USD/BTC, `networkHashrate` in EH/s.
    /// Source: JPMorgan sector notes.
    package static func blockRewardRevenue(
        subsidy: Expression, price: Expression, networkHashrate: Expression
    ) -> Expression {
        .quotient(
            .product([number(Int128(Subsidy.blocksPerDay)), subsidy, price]), networkHashrate)
    }

    /// Power cost of 1 EH/s in a day [USD/EH/day]: 1 J/TH is 1 MW per EH/s, used for 24 hours.
    /// `efficiency` in J/TH, `powerPrice` in USD/MWh.
    package static func powerCostPerExahash(
        efficiency: Expression, powerPrice: Expression
    ) -> Expression {
        .product([efficiency, number(24), powerPrice])
    }

    /// Subsidies of the next four years of blocks, starting with the block at `height` [BTC].
    package static func fourYearReward(from height: Int) -> Expression {
        let satoshi = Subsidy.totalSatoshi(of: Subsidy.blocksOfFourYears, from: height)
        return .constant(DecimalNumber(mantissa: Int128(satoshi), decimals: 8))
    }

    /// A market cap as a multiple of the value of the next four years' block rewards [x].
    /// `marketCap` in USD, `price` in USD/BTC, `reward` in BTC. Source: JPMorgan sector notes.
    package static func blockRewardMultiple(
        marketCap: Expression, price: Expression, reward: Expression
    ) -> Expression {
        .quotient(marketCap, .product([price, reward]))
    }

    /// The weighted mean of values, in their unit. All weights share one unit, and so do all values.
    package static func weightedMean(
        _ pairs: [(weight: Expression, value: Expression)]
    ) -> Expression {
        .quotient(
            .sum(pairs.map { .product([$0.weight, $0.value]) }), .sum(pairs.map(\.weight)))
    }

    /// Bitcoin that all miners earn over a period [BTC]: the subsidies of its blocks, plus fees if
    /// given. `blocks` is a count, `subsidy` in BTC per block, `feesPerDay` in BTC per day, `days`
    /// the length of the period.
    package static func networkReward(
        blocks: Expression, subsidy: Expression, feesPerDay: Expression?, days: Int
    ) -> Expression {
        let created = Expression.product([blocks, subsidy])
        guard let feesPerDay else { return created }
        return .sum([created, .product([feesPerDay, number(Int128(days))])])
    }

    /// The share of fees in the reward of a period of `days` days [%]. `reward` in BTC,
    /// `feesPerDay` in BTC per day. Source: Coin Metrics, asset metrics.
    package static func feeShare(feesPerDay: Expression, days: Int, reward: Expression)
        -> Expression
    {
        percentage(.product([feesPerDay, number(Int128(days))]), of: reward)
    }

    /// Bitcoin that 1 EH/s of the network earns over a period [BTC per EH/s]. `reward` in BTC,
    /// `networkHashrate` in EH/s. Source: TheMinerMag, realized hashrate.
    package static func networkBitcoinPerExahash(reward: Expression, networkHashrate: Expression)
        -> Expression
    {
        .quotient(reward, networkHashrate)
    }

    /// The hashrate at which a block takes 600 s on average at a given difficulty [EH/s]: a block
    /// takes difficulty × 2³² hashes, and 1 EH is 10¹⁸ hashes. Source: Coin Metrics, implied
    /// hashrate.
    package static func impliedHashrate(difficulty: Expression) -> Expression {
        .quotient(
            .product([difficulty, number(4_294_967_296)]),
            .product([number(600), number(1_000_000_000_000_000_000)]))
    }

    /// The relative change from `before` to `now` [%]. Both in the same unit.
    package static func percentChange(_ now: Expression, from before: Expression) -> Expression {
        percentage(.difference(now, before), of: before)
    }

    /// A whole number as a term of a formula.
    static func number(_ whole: Int128) -> Expression { .constant(DecimalNumber(whole)) }
}
