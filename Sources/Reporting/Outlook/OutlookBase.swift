import Mining

/// What an outlook starts from: the averages that the block reward revenue of the period rests on.
///
/// The table of what-ifs, the grid and the break-even all use it, so that their changes are from one
/// price and one network hashrate (docs/formulas.md).
struct OutlookBase: Sendable {
    /// The period of the averages.
    let period: Period
    /// The average bitcoin price over the period.
    let price: ComputedFigure
    /// The average network hashrate over the period.
    let network: ComputedFigure
    /// The power cost of 1 EH/s in a day.
    let cost: ComputedFigure
    /// The bitcoin price of the last day.
    let lastPrice: ComputedFigure

    /// The average price as a figure of the report.
    static let priceDefinition = FigureDefinition(
        "btc_price_average", "Average bitcoin price", FigureUnit(.dollarPerBitcoin),
        formula: "mean of btc_price, else btc_price_average",
        meaning: "the average price of the bitcoin that rewards paid")

    init<Source: Book>(_ now: SectorSnapshot, _ reader: Reader<Source>) throws(Source.Failure) {
        period = now.period.monthToDate
        let average = try reader.averageBitcoinPrice(over: period)
        price = ComputedFigure(
            expression: average?.expression, basis: average?.method.rawValue,
            reason: "the average bitcoin price over \(period) is not known")
        network = now[.networkHashrate]
        cost = now[.powerCostPerExahash]
        lastPrice = now[.btcPrice]
    }

    /// What 1 EH/s earns in a day at another price and network hashrate; nil for those of the base.
    func revenue(price: ComputedFigure? = nil, network: ComputedFigure? = nil) -> ComputedFigure {
        let subsidy = Subsidy.perBlock(over: period)
        return ComputedFigure(price ?? self.price, network ?? self.network) {
            Formulas.blockRewardRevenue(subsidy: subsidy, price: $0[0], networkHashrate: $0[1])
        }
    }

    /// What is left of a revenue after paying for power.
    func profit(of revenue: ComputedFigure) -> ComputedFigure {
        ComputedFigure(revenue, cost) { .difference($0[0], $0[1]) }
    }

    /// The part of a revenue that is left after paying for power.
    func margin(of revenue: ComputedFigure) -> ComputedFigure {
        ComputedFigure(profit(of: revenue), revenue) { Formulas.percentage($0[0], of: $0[1]) }
    }

    /// `Changes are from the averages over 2026-01-01/2026-01-15: 91,772 USD/BTC and 1,025 EH/s. On
    /// the last day bitcoin cost 95,588 USD/BTC.`; nil if the averages are not known.
    var sentence: String? {
        guard let price = Estimate(price.expression), let network = Estimate(network.expression)
        else { return nil }
        let (dollars, exahash) = (FigureUnit(.dollarPerBitcoin), FigureUnit(.exahashPerSecond))
        let last = Estimate(lastPrice.expression).map {
            " On \(period.last) bitcoin cost \(Number($0, in: dollars).text) USD/BTC."
        }
        return "All changes are from the averages over \(period): "
            + "\(Number(price, in: dollars).text) USD/BTC and "
            + "\(Number(network, in: exahash).text) EH/s.\(last ?? "")"
    }
}

extension ComputedFigure {
    /// A number that the user asked about. It is exact.
    init(asked number: DecimalNumber) { self.init(expression: .constant(number)) }
}
