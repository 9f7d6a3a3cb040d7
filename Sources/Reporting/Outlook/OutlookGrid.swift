import Mining

/// Block reward revenue and gross margin for other bitcoin prices and network hashrates.
struct OutlookGrid {
    private let base: OutlookBase
    private let digits: Int?

    /// In percent of the base.
    private static let priceChanges = [-50, -30, -20, -10, 0, 10, 20, 30, 50]
    private static let networkChanges = [-20, -10, 0, 10, 20, 30, 50]

    init(_ base: OutlookBase, digits: Int?) {
        self.base = base
        self.digits = digits
    }

    var revenue: Table {
        table("revenue", "Block reward revenue", Unit.dollarPerExahashDay) {
            revenue(price: $0, network: $1)
        }
    }

    var margin: Table {
        table("margin", "Gross margin", Unit.percent) { margin(price: $0, network: $1) }
    }

    /// The margin over the bitcoin price, with a line for each of several network hashrates; nil if
    /// there is not enough data.
    var chart: Chart? {
        guard base.revenue().expression != nil, base.cost.expression != nil else { return nil }
        return Chart(
            "margin", "Gross margin by change of the bitcoin price", .line, unit: "%",
            axis: .numbers(Self.priceChanges.map(Double.init), unit: "%"),
            series: [-20, 0, 20, 50].map { network in
                Chart.Series(
                    "network \(signed(network))",
                    Self.priceChanges.map { margin(price: $0, network: network) })
            })
    }

    private func revenue(price: Int, network: Int) -> ComputedFigure {
        base.revenue(
            price: changed(base.price, by: price), network: changed(base.network, by: network))
    }

    private func margin(price: Int, network: Int) -> ComputedFigure {
        base.margin(of: revenue(price: price, network: network))
    }

    /// A figure of the base, `percent` percent higher.
    private func changed(_ figure: ComputedFigure, by percent: Int) -> ComputedFigure {
        ComputedFigure(figure) {
            .product([
                $0[0], .constant(DecimalNumber(mantissa: Int128(100 + percent), decimals: 2)),
            ])
        }
    }

    private func table(
        _ name: String, _ title: String, _ unit: Unit, _ value: (Int, Int) -> ComputedFigure
    ) -> Table {
        Table(
            name: name,
            title: "\(title) in \(unit) by price (down) and network hashrate (across)",
            columns: [
                Column("btc_price_change", "Change", .text),
                Column("btc_price", "Price", .number, unit: Unit.dollarPerBitcoin.code),
            ]
                + Self.networkChanges.map {
                    Column(
                        "network_\(signed($0))", "network \(label($0))", .number, unit: unit.code,
                        shownUnit: "")
                },
            rows: Self.priceChanges.map { price in
                [
                    .text(signed(price)),
                    .number(
                        changed(base.price, by: price).expression, in: FigureUnit(.dollarPerBitcoin)
                    ),
                ]
                    + Self.networkChanges.map { network in
                        let figure = value(price, network)
                        return .number(
                            figure.expression, in: FigureUnit(unit), digits: digits,
                            marks: figure.marks)
                    }
            })
    }

    /// `+10 % = 1,127 EH/s`; without the hashrate if it is not known.
    private func label(_ percent: Int) -> String {
        let unit = FigureUnit(.exahashPerSecond)
        let hashrate = Estimate(changed(base.network, by: percent).expression).map {
            " = \(Number($0, in: unit, digits: 0).text) \(unit.shown)"
        }
        return signed(percent) + (hashrate ?? "")
    }

    /// `+10 %`, `0 %`.
    private func signed(_ percent: Int) -> String { "\(percent > 0 ? "+" : "")\(percent) %" }
}
