import Mining

/// Where the gross margin of block rewards is zero: the price and the network's hashrate at which
/// they pay for the power alone, and how far today is from there.
struct BreakEven {
    let lines: [FigureTable.Line]
    /// `Block rewards pay for power down to 45,000 USD/BTC, …`; `nil` where it cannot be told.
    let sentence: String?

    init(_ now: SectorMoment) {
        let revenue = now[.blockRewardRevenue]
        let cost = now[.powerCostPerExahash]
        let price = now[.btcPrice]
        let network = now[.networkHashrate]
        // Revenue is in proportion to the price and in inverse proportion to the network.
        let breakEvenPrice = Computed(now.averagePrice, cost, revenue) {
            .quotient(.product([$0[0], $0[1]]), $0[2])
        }
        let breakEvenNetwork = Computed(network, revenue, cost) {
            .quotient(.product([$0[0], $0[1]]), $0[2])
        }
        let toPrice = Computed(breakEvenPrice, price) { Formulas.percentChange($0[0], from: $0[1]) }
        let toNetwork = Computed(breakEvenNetwork, network) {
            Formulas.percentChange($0[0], from: $0[1])
        }
        let computed: [(FigureDefinition, Computed)] = [
            (Figure.btcPrice.definition, price),
            (
                FigureDefinition(
                    "btc_price_average", "Average bitcoin price", FigureUnit(.dollarPerBitcoin),
                    formula: "mean of btc_price", meaning: "the price that the rewards came at"),
                now.averagePrice
            ),
            (Figure.networkHashrate.definition, network),
            (Figure.blockRewardRevenue.definition, revenue),
            (Figure.powerCostPerExahash.definition, cost),
            (Figure.grossMargin.definition, now[.grossMargin]),
            (
                FigureDefinition(
                    "break_even_price", "Price at zero margin", FigureUnit(.dollarPerBitcoin),
                    formula:
                        "average btc_price × power_cost_per_exahash / block_reward_revenue",
                    meaning: "the price at which block rewards pay for the power alone"),
                breakEvenPrice
            ),
            (
                FigureDefinition(
                    "break_even_price_distance", "From today's price to there",
                    FigureUnit(.percent), formula: "break_even_price / btc_price − 1",
                    meaning: "how far the price may fall before the margin is zero",
                    isSigned: true), toPrice
            ),
            (
                FigureDefinition(
                    "break_even_network_hashrate", "Network hashrate at zero margin",
                    FigureUnit(.exahashPerSecond),
                    formula: "network_hashrate × block_reward_revenue / power_cost_per_exahash",
                    meaning: "the network at which block rewards pay for the power alone"),
                breakEvenNetwork
            ),
            (
                FigureDefinition(
                    "break_even_network_hashrate_distance", "From today's network to there",
                    FigureUnit(.percent),
                    formula: "break_even_network_hashrate / network_hashrate − 1",
                    meaning: "how far the network may grow before the margin is zero",
                    isSigned: true), toNetwork
            ),
        ]
        lines = computed.map { FigureTable.Line($0.0, $0.1) }
        guard let floor = Estimate(breakEvenPrice.expression),
            let ceiling = Estimate(breakEvenNetwork.expression),
            let fall = Estimate(toPrice.expression), let growth = Estimate(toNetwork.expression)
        else {
            sentence = nil
            return
        }
        sentence =
            "Block rewards pay for power alone at \(Number(floor).text) USD/BTC "
            + "(\(Number(fall, isSigned: true).text) % from the day's price), or where the "
            + "network hashes \(Number(ceiling).text) EH/s "
            + "(\(Number(growth, isSigned: true).text) %)."
    }
}

extension SectorMoment {
    /// The average price that the block reward revenue rests on.
    var averagePrice: Computed {
        guard let revenue = self[.blockRewardRevenue].expression,
            let hashrate = self[.networkHashrate].expression
        else { return Computed(reason: self[.blockRewardRevenue].reason) }
        let blocks = Expression.constant(DecimalNumber(Int128(Subsidy.blocksPerDay)))
        return Computed(
            expression: .quotient(
                .product([revenue, hashrate]),
                .product([blocks, Subsidy.perBlock(over: period.monthToDate)])))
    }
}
