import Mining

/// What block rewards and margin would be at a bitcoin price and a network hashrate that the user
/// asks about.
struct OutlookScenario {
    private let base: OutlookBase
    private let price: ComputedFigure
    private let network: ComputedFigure

    /// The base gives what is not asked about. Nil if nothing is.
    init?(price: DecimalNumber?, network: DecimalNumber?, from base: OutlookBase) {
        if price == nil, network == nil { return nil }
        self.base = base
        self.price = price.map(ComputedFigure.init(asked:)) ?? base.price
        self.network = network.map(ComputedFigure.init(asked:)) ?? base.network
    }

    /// The table `scenario`: a row for each figure, with its value at the base.
    func table(digits: Int?) -> Table {
        var previous = ReportColumn.previous(digits: digits)
        previous = ReportColumn(previous.header.titled("Base"), previous.cell)
        return Table(
            name: "scenario", title: "At \(words), compared with the averages over \(base.period)",
            columns: [
                .code, .title, .value(digits: digits), .unit, .low, .high, previous,
                .change(digits: digits), .percentChange(digits: digits),
            ], lines: lines)
    }

    private var lines: [ComparedFigure] {
        let (revenue, now) = (base.revenue(price: price, network: network), base.revenue())
        return [
            ComparedFigure(OutlookBase.priceDefinition, price, before: base.price),
            line(.networkHashrate, network, base.network),
            line(.blockRewardRevenue, revenue, now),
            line(.powerCostPerExahash, base.cost, base.cost),
            line(.blockRewardGrossProfit, base.profit(of: revenue), base.profit(of: now)),
            line(.grossMargin, base.margin(of: revenue), base.margin(of: now)),
        ]
    }

    private func line(_ figure: Figure, _ then: ComputedFigure, _ now: ComputedFigure)
        -> ComparedFigure
    {
        ComparedFigure(
            figure.definition, then, before: now, mismatch: nil, comparesDays: false)
    }

    /// `70,000 USD/BTC and 900 EH/s`.
    private var words: String {
        let parts = [
            shown(price, Unit.dollarPerBitcoin), shown(network, Unit.exahashPerSecond),
        ]
        return parts.compactMap(\.self).joined(separator: " and ")
    }

    private func shown(_ figure: ComputedFigure, _ unit: Unit) -> String? {
        Estimate(figure.expression).map { "\(Number($0, in: FigureUnit(unit)).text) \(unit)" }
    }
}

extension Column {
    /// The same column with another name for people.
    fileprivate func titled(_ title: String) -> Column {
        var column = self
        column.title = title
        return column
    }
}
