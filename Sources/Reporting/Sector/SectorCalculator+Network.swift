import Mining

/// Figures of the network, which are the same for every group.
extension SectorCalculator {
    /// Adds hashrate, bitcoin price, hashprice and block reward revenue. `methods` says whether
    /// the hashprice should include fees, and is set to whether it does.
    func addNetwork(
        to figures: inout ValuesByFigure<ComputedFigure>, _ period: Period,
        _ methods: inout SectorMethods
    ) throws(Source.Failure) {
        let whole = period.monthToDate
        let hashrate = try reader.average(.networkHashrate, of: network, over: whole)
        let price = try reader.latest(.btcPrice, of: network, at: period.last)
        figures[.networkHashrate] = .init(
            expression: hashrate?.expression, basis: hashrate?.method.rawValue,
            reason: "network_hashrate over \(whole) is not known")
        figures[.btcPrice] = .init(
            expression: price?.expression, reason: "the book has no current btc_price")
        let hashprice = try reader.hashprice(at: period.last, withFees: methods.includesFees)
        figures[.hashprice] = hashprice.figure
        methods.includesFees = hashprice.includesFees ?? methods.includesFees
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
