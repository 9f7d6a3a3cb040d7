import Mining

/// Block reward revenue and gross margin for other bitcoin prices and network hashrates.
struct OutlookGrid {
    private let revenueToday: ComputedFigure
    private let cost: ComputedFigure

    /// In percent of the present value.
    private static let priceChanges = [-50, -30, -20, -10, 0, 10, 20, 30, 50]
    private static let networkChanges = [-20, -10, 0, 10, 20, 30, 50]

    init(_ now: SectorSnapshot) {
        revenueToday = now[.blockRewardRevenue]
        cost = now[.powerCostPerExahash]
    }

    var revenue: Table {
        table("revenue", "Block reward revenue", Unit.dollarPerExahashDay) {
            Estimate(revenue(price: $0, network: $1).expression)
        }
    }

    var margin: Table {
        table("margin", "Gross margin", Unit.percent) {
            Estimate(margin(price: $0, network: $1).expression)
        }
    }

    /// The margin over the bitcoin price, with a line for each of several network hashrates; nil if
    /// there is not enough data.
    var chart: Chart? {
        guard revenueToday.expression != nil, cost.expression != nil else { return nil }
        return Chart(
            "margin", "Gross margin by change of the bitcoin price", .line, unit: "%",
            axis: .numbers(Self.priceChanges.map(Double.init), unit: "%"),
            series: [-20, 0, 20, 50].map { network in
                Chart.Series(
                    "network \(signed(network))",
                    Self.priceChanges.map { margin(price: $0, network: network).expression?.value })
            })
    }

    private func revenue(price: Int, network: Int) -> ComputedFigure {
        ComputedFigure(revenueToday) {
            .quotient(
                .product([$0[0], .constant(DecimalNumber(Int128(100 + price)))]),
                .constant(DecimalNumber(Int128(100 + network))))
        }
    }

    private func margin(price: Int, network: Int) -> ComputedFigure {
        ComputedFigure(revenue(price: price, network: network), cost) {
            Formulas.percentage(.difference($0[0], $0[1]), of: $0[0])
        }
    }

    private func table(
        _ name: String, _ title: String, _ unit: Unit, _ value: (Int, Int) -> Estimate?
    ) -> Table {
        Table(
            name: name, title: "\(title) by price (down) and network hashrate (across)",
            columns: [Column("btc_price_change", "Price", .text)]
                + Self.networkChanges.map {
                    Column(
                        "network_\(signed($0))", "network \(signed($0))", .number, unit: unit.code)
                },
            rows: Self.priceChanges.map { price in
                [.text(signed(price))]
                    + Self.networkChanges.map { .number(value(price, $0)) }
            })
    }

    /// `+10 %`, `0 %`.
    private func signed(_ percent: Int) -> String { "\(percent > 0 ? "+" : "")\(percent) %" }
}
