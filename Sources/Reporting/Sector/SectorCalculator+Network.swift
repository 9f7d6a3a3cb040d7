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
        let hashprice = try reader.hashprice(at: period.last, withFees: ways.includesFees)
        figures[.hashprice] = hashprice.figure
        ways.includesFees = hashprice.hasFees ?? ways.includesFees
        figures[.blockRewardRevenue] = try reader.blockRewardRevenue(over: whole, at: hashrate)
    }

    /// The block reward revenue of the same period a year before.
    func yearAgo(_ period: Period) throws(Source.Failure) -> SectorComparison.YearAgo {
        guard let period = period.monthToDate.yearBefore else {
            return .init(period: nil, revenue: .init(reason: "there is no year before"))
        }
        return .init(period: period, revenue: try reader.blockRewardRevenue(over: period))
    }
}
