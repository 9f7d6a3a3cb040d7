import Mining

/// What the network gives everyone alike.
extension SectorCalculator {
    /// Hashrate, price, hashprice and block reward revenue.
    func addNetwork(
        to figures: inout PerFigure<Computed>, _ period: Period,
        _ ways: inout SectorMoment.Ways
    ) throws(Source.Failure) {
        let whole = period.monthToDate
        let hashrate = try reader.average(.networkHashrate, of: network, over: whole)
        let price = try reader.latest(.btcPrice, of: network, at: period.last)
        figures[.networkHashrate] = .init(
            expression: hashrate?.expression, basis: hashrate?.method.rawValue,
            reason: "network_hashrate over \(whole) is not known")
        figures[.btcPrice] = .init(
            expression: price?.expression, reason: "the book has no current btc_price")
        figures[.hashprice] = try hashprice(at: period.last, price: price, &ways)
        figures[.blockRewardRevenue] = try blockRewardRevenue(over: whole, hashrate)
    }

    /// The subsidy alone or with fees: as the ways say, else with fees where they are known.
    private func hashprice(
        at day: Day, price: Reading?, _ ways: inout SectorMoment.Ways
    ) throws(Source.Failure) -> Computed {
        guard let difficulty = try reader.latest(.difficulty, of: network, at: day) else {
            return .init(reason: "the book has no current difficulty")
        }
        guard let price else { return .init(reason: "the book has no current btc_price") }
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

    /// The block reward revenue of the same period a year before.
    func yearAgo(_ period: Period) throws(Source.Failure) -> SectorComparison.YearAgo {
        guard let period = period.monthToDate.yearBefore else {
            return .init(period: nil, revenue: .init(reason: "there is no year before"))
        }
        let hashrate = try reader.average(.networkHashrate, of: network, over: period)
        return .init(period: period, revenue: try blockRewardRevenue(over: period, hashrate))
    }

    /// Revenue from block subsidies over a period, fees excluded.
    ///
    /// The average price is the mean of its daily closes, else the published average.
    private func blockRewardRevenue(over period: Period, _ hashrate: Average?)
        throws(Source.Failure) -> Computed
    {
        var price = try reader.meanOfDays(.btcPrice, of: network, over: period)
        if price == nil {
            price = try reader.average(.btcPriceAverage, of: network, over: period)
        }
        guard let price else {
            return .init(reason: "the average bitcoin price over \(period) is not known")
        }
        guard let hashrate else {
            return .init(reason: "network_hashrate over \(period) is not known")
        }
        return .init(
            expression: Formulas.blockRewardRevenue(
                subsidy: Subsidy.perBlock(over: period), price: price.expression,
                networkHashrate: hashrate.expression),
            basis: price.method.rawValue)
    }
}
