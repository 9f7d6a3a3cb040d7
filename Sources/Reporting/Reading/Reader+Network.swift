import Mining

/// What the network gives everyone alike, as every report computes it.
extension Reader {
    private var network: String { Subject.network.code }

    /// The network's average hashrate; the basis says how it was come by.
    func networkHashrate(over period: Period) throws(Source.Failure) -> Computed {
        var figure = try total(.networkHashrate, of: network, over: period)
        // A mean of days is what the metric is, and no figure derived from others.
        figure.marks.removeAll { $0 == .derived }
        return figure
    }

    /// The bitcoin that all miners earned: published blocks where they are known, else 144 a day;
    /// fees where they are known. The basis says which.
    func networkReward(over period: Period) throws(Source.Failure) -> Computed {
        let blocks = try flow(.blocks, of: network, over: period)
        let fees = try average(.feeReward, of: network, over: period)
        let expected = Int128(Subsidy.blocksPerDay * period.days)
        let counted = blocks.expression == nil ? "144 blocks a day" : "the published blocks"
        return Computed(
            expression: Formulas.networkReward(
                blocks: blocks.expression ?? .constant(DecimalNumber(expected)),
                subsidy: Subsidy.perBlock(over: period), feesPerDay: fees?.expression,
                days: period.days),
            basis: "\(counted), fees \(fees == nil ? "not known and not in" : "in")",
            marks: blocks.marks)
    }

    /// What 1 PH/s earns in a day, from the subsidy alone or with fees: with them where they are
    /// known, unless `withFees` is `false`. The basis says which, and so does `hasFees`, `nil`
    /// where the figure is open.
    func hashprice(at day: Day, withFees: Bool? = nil) throws(Source.Failure)
        -> (figure: Computed, hasFees: Bool?)
    {
        guard let (terms, hasFees) = try hashpriceTerms(at: day, withFees: withFees) else {
            let price = try latest(.btcPrice, of: network, at: day)
            let missing = price == nil ? Metric.btcPrice : .difficulty
            return (Computed(reason: "the book has no current \(missing)"), nil)
        }
        let expression = Formulas.hashprice(
            difficulty: terms.difficulty, reward: terms.reward, price: terms.price)
        guard expression.value != nil else {
            return (Computed(reason: "difficulty is zero", isUndefined: true), nil)
        }
        return (
            Computed(
                expression: expression, basis: hasFees ? "fees are in" : "fees are not in"),
            hasFees
        )
    }

    /// What the hashprice of a day is made of; `nil` where price or difficulty is not known.
    func hashpriceTerms(at day: Day, withFees: Bool? = nil) throws(Source.Failure)
        -> (terms: HashpriceAttribution.Terms, hasFees: Bool)?
    {
        guard let difficulty = try latest(.difficulty, of: network, at: day),
            let price = try latest(.btcPrice, of: network, at: day)
        else { return nil }
        let fees =
            withFees == false
            ? nil : try average(.feeReward, of: network, over: Period(day: day))
        let subsidy: Expression = Subsidy.perBlock(on: day)
        let feesPerBlock = fees.map { fees in
            Expression.quotient(
                fees.expression, .constant(DecimalNumber(Int128(Subsidy.blocksPerDay))))
        }
        let terms = HashpriceAttribution.Terms(
            price: price.expression, difficulty: difficulty.expression,
            reward: feesPerBlock.map { .sum([subsidy, $0]) } ?? subsidy)
        return (terms, fees != nil)
    }

    /// What 1 EH/s earned in a day from block subsidies, fees excluded.
    ///
    /// The average price is the mean of its daily closes, else the published average. `known` is
    /// the network's hashrate over the period, where it was read already.
    func blockRewardRevenue(over period: Period, at known: Average? = nil)
        throws(Source.Failure) -> Computed
    {
        var price = try meanOfDays(.btcPrice, of: network, over: period)
        if price == nil { price = try average(.btcPriceAverage, of: network, over: period) }
        guard let price else {
            return Computed(reason: "the average bitcoin price over \(period) is not known")
        }
        var hashrate = known
        if hashrate == nil {
            hashrate = try average(.networkHashrate, of: network, over: period)
        }
        guard let hashrate else {
            return Computed(reason: "network_hashrate over \(period) is not known")
        }
        return Computed(
            expression: Formulas.blockRewardRevenue(
                subsidy: Subsidy.perBlock(over: period), price: price.expression,
                networkHashrate: hashrate.expression),
            basis: price.method.rawValue)
    }
}
