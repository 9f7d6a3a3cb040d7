import Mining

/// The bitcoin price and the network hashrate at which block rewards just cover power, and how
/// far these are from the base (docs/formulas.md). Both are unknown if power costs nothing.
struct BreakEven {
    private let base: OutlookBase
    private let price: ComputedFigure
    private let network: ComputedFigure

    init(_ base: OutlookBase) {
        self.base = base
        let revenue = base.revenue()
        let cost = Self.above(zero: base.cost)
        // Revenue is proportional to the price and inversely proportional to the network.
        price = ComputedFigure(base.price, cost, revenue) {
            .quotient(.product([$0[0], $0[1]]), $0[2])
        }
        network = ComputedFigure(base.network, revenue, cost) {
            .quotient(.product([$0[0], $0[1]]), $0[2])
        }
    }

    /// The cost if there is one: no price is low enough for a margin of zero if power costs nothing.
    private static func above(zero cost: ComputedFigure) -> ComputedFigure {
        guard let sign = cost.expression?.sign, sign <= 0 else { return cost }
        return ComputedFigure(reason: "power costs nothing or less", isUndefined: true)
    }

    private var priceDistance: ComputedFigure { Self.change(from: base.price, to: price) }

    private var networkDistance: ComputedFigure { Self.change(from: base.network, to: network) }

    private static func change(from present: ComputedFigure, to breakEven: ComputedFigure)
        -> ComputedFigure
    {
        ComputedFigure(breakEven, present) { Formulas.percentChange($0[0], from: $0[1]) }
    }

    /// The rows of the table `outlook` about a margin of zero.
    var lines: [ComparedFigure] {
        [
            ComparedFigure(
                FigureDefinition(
                    "break_even_price", "Price at zero margin", FigureUnit(.dollarPerBitcoin),
                    formula:
                        "average btc_price × power_cost_per_exahash / block_reward_revenue",
                    meaning: "the price at which block rewards just cover power"),
                price),
            ComparedFigure(
                FigureDefinition(
                    "break_even_price_distance", "From the average price to there",
                    FigureUnit(.percent), formula: "break_even_price / average btc_price − 1",
                    meaning: "how far the average price may fall before the margin is zero",
                    isSigned: true), priceDistance),
            ComparedFigure(
                FigureDefinition(
                    "break_even_network_hashrate", "Network hashrate at zero margin",
                    FigureUnit(.exahashPerSecond),
                    formula: "network_hashrate × block_reward_revenue / power_cost_per_exahash",
                    meaning: "the network hashrate at which block rewards just cover power"),
                network),
            ComparedFigure(
                FigureDefinition(
                    "break_even_network_hashrate_distance", "From the average network to there",
                    FigureUnit(.percent),
                    formula: "break_even_network_hashrate / network_hashrate − 1",
                    meaning: "how far the network may grow before the margin is zero",
                    isSigned: true), networkDistance),
        ]
    }

    /// `Block rewards just cover power at 45,000 USD/BTC …`; nil if there is not enough data.
    var sentence: String? {
        guard let floor = Estimate(price.expression), let ceiling = Estimate(network.expression),
            let fall = Estimate(priceDistance.expression),
            let growth = Estimate(networkDistance.expression)
        else { return nil }
        let percent = FigureUnit(.percent)
        let support = [
            price.marks.contains(.estimated) ? "estimated" : nil,
            price.marks.contains(.conflict) ? "resting on a contradicted figure" : nil,
        ].compactMap(\.self).map { ", \($0)" }.joined()
        return "Block rewards just cover power at "
            + "\(Number(floor, in: FigureUnit(.dollarPerBitcoin)).text) USD/BTC\(support) "
            + "(\(Number(fall, in: percent, isSigned: true).text) % from the average price), or at "
            + "a network hashrate of \(Number(ceiling, in: FigureUnit(.exahashPerSecond)).text) EH/s "
            + "(\(Number(growth, in: percent, isSigned: true).text) %)."
    }
}
