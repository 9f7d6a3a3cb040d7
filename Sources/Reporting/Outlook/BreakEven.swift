import Mining

/// The bitcoin price and the network hashrate at which block rewards only pay for power, and how
/// far these are from the present ones (docs/formulas.md).
struct BreakEven {
    private let now: SectorSnapshot
    private let price: ComputedFigure
    private let network: ComputedFigure

    init(_ now: SectorSnapshot) {
        self.now = now
        let revenue = now[.blockRewardRevenue]
        let cost = now[.powerCostPerExahash]
        // Revenue is proportional to the price and inversely proportional to the network.
        price = ComputedFigure(now.averagePrice, cost, revenue) {
            .quotient(.product([$0[0], $0[1]]), $0[2])
        }
        network = ComputedFigure(now[.networkHashrate], revenue, cost) {
            .quotient(.product([$0[0], $0[1]]), $0[2])
        }
    }

    private var priceDistance: ComputedFigure { Self.change(from: now[.btcPrice], to: price) }

    private var networkDistance: ComputedFigure {
        Self.change(from: now[.networkHashrate], to: network)
    }

    private static func change(from present: ComputedFigure, to breakEven: ComputedFigure)
        -> ComputedFigure
    {
        ComputedFigure(breakEven, present) { Formulas.percentChange($0[0], from: $0[1]) }
    }

    /// The rows of the table `outlook`.
    var lines: [ComparedFigure] {
        [
            line(.btcPrice),
            ComparedFigure(
                FigureDefinition(
                    "btc_price_average", "Average bitcoin price", FigureUnit(.dollarPerBitcoin),
                    formula: "mean of btc_price",
                    meaning: "the average price of the bitcoin that rewards paid"),
                now.averagePrice),
            line(.networkHashrate), line(.blockRewardRevenue), line(.powerCostPerExahash),
            line(.grossMargin),
        ] + priceLines + networkLines
    }

    private func line(_ figure: Figure) -> ComparedFigure {
        ComparedFigure(figure.definition, now[figure])
    }

    private var priceLines: [ComparedFigure] {
        [
            ComparedFigure(
                FigureDefinition(
                    "break_even_price", "Price at zero margin", FigureUnit(.dollarPerBitcoin),
                    formula:
                        "average btc_price × power_cost_per_exahash / block_reward_revenue",
                    meaning: "the price at which block rewards only pay for power"),
                price),
            ComparedFigure(
                FigureDefinition(
                    "break_even_price_distance", "From today's price to there",
                    FigureUnit(.percent), formula: "break_even_price / btc_price − 1",
                    meaning: "how far the price may fall before the margin is zero",
                    isSigned: true), priceDistance),
        ]
    }

    private var networkLines: [ComparedFigure] {
        [
            ComparedFigure(
                FigureDefinition(
                    "break_even_network_hashrate", "Network hashrate at zero margin",
                    FigureUnit(.exahashPerSecond),
                    formula: "network_hashrate × block_reward_revenue / power_cost_per_exahash",
                    meaning: "the network hashrate at which block rewards only pay for power"),
                network),
            ComparedFigure(
                FigureDefinition(
                    "break_even_network_hashrate_distance", "From today's network to there",
                    FigureUnit(.percent),
                    formula: "break_even_network_hashrate / network_hashrate − 1",
                    meaning: "how far the network may grow before the margin is zero",
                    isSigned: true), networkDistance),
        ]
    }

    /// `Block rewards only pay for power at 45,000 USD/BTC …`; nil if there is not enough data.
    var sentence: String? {
        guard let floor = Estimate(price.expression), let ceiling = Estimate(network.expression),
            let fall = Estimate(priceDistance.expression),
            let growth = Estimate(networkDistance.expression)
        else { return nil }
        return "Block rewards only pay for power at \(Number(floor).text) USD/BTC "
            + "(\(Number(fall, isSigned: true).text) % from the day's price), or at a network "
            + "hashrate of \(Number(ceiling).text) EH/s "
            + "(\(Number(growth, isSigned: true).text) %)."
    }
}

extension SectorSnapshot {
    /// The average bitcoin price that the block reward revenue rests on.
    fileprivate var averagePrice: ComputedFigure {
        guard let revenue = self[.blockRewardRevenue].expression,
            let hashrate = self[.networkHashrate].expression
        else { return ComputedFigure(reason: self[.blockRewardRevenue].reason) }
        let blocks = Expression.constant(DecimalNumber(Int128(Subsidy.blocksPerDay)))
        return ComputedFigure(
            expression: .quotient(
                .product([revenue, hashrate]),
                .product([blocks, Subsidy.perBlock(over: period.monthToDate)])))
    }
}
