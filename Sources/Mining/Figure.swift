/// What the sector report computes, and what claims are made about.
///
/// Meaning and formula of each stand in docs/formulas.md. The raw values count them from 0 in the
/// order in which reports list them.
package enum Figure: Int, Sendable, Hashable, CaseIterable {
    case companies, hashrate, networkHashrate, networkShare, marketCap, btcPrice, hashprice
    case blockRewardRevenue, powerCostPerExahash, blockRewardGrossProfit, grossMargin
    case blockRewardRevenueYearAgo, blockRewardMultiple, blockRewardMultipleScaled
    case hpcContracted, hpcEnergized

    /// The code that reports, JSON, claims and commands use.
    package var code: String {
        switch self {
        case .companies: "companies"
        case .hashrate: "hashrate"
        case .networkHashrate: "network_hashrate"
        case .networkShare: "network_share"
        case .marketCap: "market_cap"
        case .btcPrice: "btc_price"
        case .hashprice: "hashprice"
        case .blockRewardRevenue: "block_reward_revenue"
        case .powerCostPerExahash: "power_cost_per_exahash"
        case .blockRewardGrossProfit: "block_reward_gross_profit"
        case .grossMargin: "gross_margin"
        case .blockRewardRevenueYearAgo: "block_reward_revenue_year_ago"
        case .blockRewardMultiple: "block_reward_multiple"
        case .blockRewardMultipleScaled: "block_reward_multiple_scaled"
        case .hpcContracted: "hpc_contracted"
        case .hpcEnergized: "hpc_energized"
        }
    }

    package init?(code: String) {
        guard let figure = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = figure
    }

    package var title: String {
        switch self {
        case .companies: "Companies"
        case .hashrate: "Hashrate"
        case .networkHashrate: "Network hashrate"
        case .networkShare: "Share of the network"
        case .marketCap: "Market cap"
        case .btcPrice: "Bitcoin price"
        case .hashprice: "Hashprice"
        case .blockRewardRevenue: "Block reward revenue"
        case .powerCostPerExahash: "Power cost"
        case .blockRewardGrossProfit: "Block reward gross profit"
        case .grossMargin: "Gross margin"
        case .blockRewardRevenueYearAgo: "Block reward revenue a year ago"
        case .blockRewardMultiple: "Block reward multiple"
        case .blockRewardMultipleScaled: "Block reward multiple, scaled"
        case .hpcContracted: "HPC contracted"
        case .hpcEnergized: "HPC energized"
        }
    }

    package var unit: Unit {
        switch self {
        case .companies: .count
        case .hashrate, .networkHashrate: .exahashPerSecond
        case .networkShare, .grossMargin: .percent
        case .marketCap: .dollar
        case .btcPrice: .dollarPerBitcoin
        case .hashprice: .dollarPerPetahashDay
        case .blockRewardRevenue, .powerCostPerExahash, .blockRewardGrossProfit,
            .blockRewardRevenueYearAgo:
            .dollarPerExahashDay
        case .blockRewardMultiple, .blockRewardMultipleScaled: .times
        case .hpcContracted, .hpcEnergized: .megawatt
        }
    }

    /// Whether it speaks of the network alone, whatever the group.
    package var isOfNetwork: Bool {
        switch self {
        case .networkHashrate, .btcPrice, .hashprice, .blockRewardRevenue,
            .blockRewardRevenueYearAgo:
            true
        default: false
        }
    }
}

/// What a claim is about: a figure or a metric, or how much it changed.
package struct FigureCode: Sendable, Hashable {
    package enum Change: String, Sendable, CaseIterable {
        /// The difference, in the figure's unit.
        case absolute = "change"
        /// The difference relative to what it was.
        case percent = "change_percent"
        /// The difference of two percentages.
        case basisPoints = "change_bp"
    }

    /// The code of a `Figure` or a `Metric`.
    package let base: String
    /// `nil` for the figure itself.
    package let change: Change?
    /// What a claim of it measures.
    package let dimension: Dimension

    package init(_ figure: Figure, change: Change? = nil) {
        self.init(base: figure.code, of: figure.unit.dimension, change: change)
    }

    /// Reads `hashrate`, `hashrate.change`, `difficulty.change_percent`. `nil` where there is
    /// no such figure, metric or kind of change.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let base = parts.first, parts.count <= 2,
            let dimension = Figure(code: base)?.unit.dimension
                ?? Metric.allCases.first(where: { $0.code == base })?.dimension
        else { return nil }
        var change: Change?
        if parts.count == 2 {
            change = Change(rawValue: parts[1])
            guard change != nil else { return nil }
        }
        self.init(base: base, of: dimension, change: change)
    }

    private init(base: String, of dimension: Dimension, change: Change?) {
        self.base = base
        self.change = change
        switch change {
        case nil, .absolute: self.dimension = dimension
        case .percent, .basisPoints: self.dimension = .percentage
        }
    }

    /// Every code there is, without the kinds of change.
    package static var bases: [String] {
        let figures = Figure.allCases.map(\.code)
        return figures + Metric.allCases.map(\.code).filter { !figures.contains($0) }
    }
}

extension FigureCode: CustomStringConvertible {
    package var description: String { change.map { "\(base).\($0.rawValue)" } ?? base }
}
