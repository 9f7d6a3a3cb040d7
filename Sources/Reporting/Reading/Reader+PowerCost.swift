import Mining

extension Reader {
    /// What the electricity for a bitcoin cost a company over a period, before credits: as published,
    /// else its power cost over the bitcoin that it mined (marked as derived).
    func powerCostPerBitcoin(of ticker: String, over period: Period) throws(Source.Failure)
        -> ComputedFigure
    {
        let published = try total(.powerCostPerBtc, of: ticker, over: period)
        guard published.expression == nil else { return published }
        let mined = try total(.btcMined, of: ticker, over: period)
        return ComputedFigure(
            try total(.powerCost, of: ticker, over: period), mined.divisor(Metric.btcMined.code)
        ) {
            Formulas.powerCostPerBitcoin(cost: $0[0], mined: $0[1])
        }.marked(.derived)
    }
}
