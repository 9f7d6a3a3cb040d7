import Mining

/// What the network gives everyone alike.
extension SectorCalculator {
    func networkHashrate(over period: Period) throws(Source.Failure)
        -> SectorMoment.Computed
    {
        guard
            let average = try reader.average(.networkHashrate, of: network, over: period)
        else { return .init(reason: "network_hashrate over \(period) is not known") }
        return .init(expression: average.expression, basis: average.method.rawValue)
    }

    func btcPrice(at day: Day) throws(Source.Failure) -> SectorMoment.Computed {
        guard let price = try reader.latest(.btcPrice, of: network, at: day) else {
            return .init(reason: "the book has no current btc_price")
        }
        return .init(expression: price.expression)
    }

    /// The subsidy alone or with fees: as the ways say, else with fees where they are known.
    func hashprice(at day: Day, _ ways: inout SectorMoment.Ways) throws(Source.Failure)
        -> SectorMoment.Computed
    {
        guard let difficulty = try reader.latest(.difficulty, of: network, at: day) else {
            return .init(reason: "the book has no current difficulty")
        }
        guard let price = try reader.latest(.btcPrice, of: network, at: day) else {
            return .init(reason: "the book has no current btc_price")
        }
        let fees =
            ways.includesFees == false
            ? nil : try reader.average(.feeReward, of: network, over: Period(day: day))
        ways.includesFees = fees != nil
        let subsidy: Expression = Subsidy.perBlock(on: day)
        let feesPerBlock = fees.map { fees in
            Expression.quotient(
                fees.expression, .constant(DecimalNumber(Int128(Subsidy.blocksPerDay))))
        }
        return .init(
            expression: Formulas.hashprice(
                difficulty: difficulty.expression,
                reward: feesPerBlock.map { .sum([subsidy, $0]) } ?? subsidy,
                price: price.expression),
            basis: fees == nil ? "fees are not in" : "fees are in")
    }

    /// Revenue from block subsidies over a period, fees excluded.
    ///
    /// The average price is the mean of its daily closes, else the published average.
    func blockRewardRevenue(over period: Period) throws(Source.Failure) -> SectorMoment.Computed {
        var price = try reader.meanOfDays(.btcPrice, of: network, over: period)
        if price == nil {
            price = try reader.average(.btcPriceAverage, of: network, over: period)
        }
        guard let price else {
            return .init(reason: "the average bitcoin price over \(period) is not known")
        }
        guard
            let hashrate = try reader.average(.networkHashrate, of: network, over: period)
        else { return .init(reason: "network_hashrate over \(period) is not known") }
        return .init(
            expression: Formulas.blockRewardRevenue(
                subsidy: Subsidy.perBlock(over: period), price: price.expression,
                networkHashrate: hashrate.expression),
            basis: price.method.rawValue)
    }
}
