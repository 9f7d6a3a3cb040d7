import Mining

/// Figures of the network, as every report computes them (docs/formulas.md).
extension Reader {
    private var network: String { Subject.network.code }

    /// The network's average hashrate; the basis says which method was used.
    func networkHashrate(over period: Period) throws(Source.Failure) -> ComputedFigure {
        var figure = try total(.networkHashrate, of: network, over: period)
        // The metric is defined as a mean of days, so such a mean is not marked as derived.
        figure.marks.removeAll { $0 == .derived }
        return figure
    }

    /// The bitcoin that all miners earned: subsidies of the published blocks, or of 144 a day if
    /// these are not known, and transaction fees if known. The basis says which.
    ///
    /// `method` leaves out blocks or fees that are known: the base of a change is computed like the
    /// figure it is compared with.
    func networkReward(over period: Period, by method: NetworkRewardMethod? = nil)
        throws(Source.Failure) -> (figure: ComputedFigure, method: NetworkRewardMethod)
    {
        var blocks = ComputedFigure()
        if method?.countsBlocks != false { blocks = try flow(.blocks, of: network, over: period) }
        var fees: Average?
        if method?.includesFees != false {
            fees = try average(.feeReward, of: network, over: period)
        }
        let expected = Int128(Subsidy.blocksPerDay * period.days)
        let used = NetworkRewardMethod(
            countsBlocks: blocks.expression != nil, includesFees: fees != nil)
        let figure = ComputedFigure(
            expression: Formulas.networkReward(
                blocks: blocks.expression ?? .constant(DecimalNumber(expected)),
                subsidy: Subsidy.perBlock(over: period), feesPerDay: fees?.expression,
                days: period.days),
            basis: used.basis, marks: blocks.marks)
        return (figure, used)
    }

    /// What 1 PH/s earns in a day. Transaction fees are included if they are known, unless
    /// `withFees` is false. The basis and `includesFees` say which; `includesFees` is nil if the
    /// hashprice is not known.
    func hashprice(at day: Day, withFees: Bool? = nil) throws(Source.Failure)
        -> (figure: ComputedFigure, includesFees: Bool?)
    {
        guard let (terms, includesFees) = try hashpriceTerms(at: day, withFees: withFees) else {
            let price = try latest(.btcPrice, of: network, at: day)
            let missing = price == nil ? Metric.btcPrice : .difficulty
            return (ComputedFigure(reason: "the book has no current \(missing)"), nil)
        }
        let expression = Formulas.hashprice(
            difficulty: terms.difficulty, reward: terms.reward, price: terms.price)
        guard expression.value != nil else {
            return (ComputedFigure(reason: "difficulty is zero", isUndefined: true), nil)
        }
        return (
            ComputedFigure(
                expression: expression,
                basis: includesFees ? "includes transaction fees" : "excludes transaction fees"),
            includesFees
        )
    }

    /// The terms of the hashprice on a day; nil if bitcoin price or difficulty is not known.
    func hashpriceTerms(at day: Day, withFees: Bool? = nil) throws(Source.Failure)
        -> (terms: HashpriceAttribution.Terms, includesFees: Bool)?
    {
        guard let difficulty = try latest(.difficulty, of: network, at: day),
            let price = try latest(.btcPrice, of: network, at: day)
        else { return nil }
        let fees =
            withFees == false
            ? nil : try average(.feeReward, of: network, over: Period(day: day))
        let subsidy = Subsidy.perBlock(on: day)
        let feesPerBlock = fees.map { fees in
            Expression.quotient(
                fees.expression, .constant(DecimalNumber(Int128(Subsidy.blocksPerDay))))
        }
        let terms = HashpriceAttribution.Terms(
            price: price.expression, difficulty: difficulty.expression,
            reward: feesPerBlock.map { .sum([subsidy, $0]) } ?? subsidy)
        return (terms, fees != nil)
    }

    /// The average bitcoin price: the mean of daily closes, else the published average; nil if the
    /// book has neither.
    func averageBitcoinPrice(over period: Period) throws(Source.Failure) -> Average? {
        if let price = try meanOfDays(.btcPrice, of: network, over: period) { return price }
        return try average(.btcPriceAverage, of: network, over: period)
    }

    /// What 1 EH/s earned in a day from block subsidies, without transaction fees. `known` is the
    /// network's hashrate over the period, if the caller has read it already.
    func blockRewardRevenue(over period: Period, at known: Average? = nil)
        throws(Source.Failure) -> ComputedFigure
    {
        guard let price = try averageBitcoinPrice(over: period) else {
            return ComputedFigure(reason: "the average bitcoin price over \(period) is not known")
        }
        var hashrate = known
        if hashrate == nil {
            hashrate = try average(.networkHashrate, of: network, over: period)
        }
        guard let hashrate else {
            return ComputedFigure(reason: "network_hashrate over \(period) is not known")
        }
        return ComputedFigure(
            expression: Formulas.blockRewardRevenue(
                subsidy: Subsidy.perBlock(over: period), price: price.expression,
                networkHashrate: hashrate.expression),
            basis: "the average bitcoin price is \(price.method.rawValue)")
    }
}

/// How the network reward of a period was computed.
struct NetworkRewardMethod: Hashable {
    /// Whether the published blocks were used, not 144 a day.
    var countsBlocks: Bool
    var includesFees: Bool

    /// In words for a note.
    var basis: String {
        (countsBlocks ? "the published blocks" : "144 blocks a day") + ", "
            + (includesFees
                ? "includes transaction fees" : "excludes transaction fees (not known)")
    }
}
