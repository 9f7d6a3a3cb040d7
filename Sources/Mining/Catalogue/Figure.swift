/// A figure of a group of companies or of the network that the sector report computes, and that
/// claims can be checked against.
///
/// docs/formulas.md defines each of them. The raw values number them from 0 in the order in which
/// reports list them.
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

    /// Finds a figure by its exact code. Returns nil if there is none.
    package init?(code: String) {
        guard let figure = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = figure
    }

    /// The name that tables and charts show.
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

    /// The unit it is computed and shown in.
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

    /// Whether it depends on the network alone and is the same for every group.
    package var isOfNetwork: Bool {
        switch self {
        case .networkHashrate, .btcPrice, .hashprice, .blockRewardRevenue,
            .blockRewardRevenueYearAgo:
            true
        default: false
        }
    }

    /// Whether it rests on an average over the period, and not only on figures of its last day.
    package var isOverPeriod: Bool {
        switch self {
        case .networkHashrate, .networkShare, .blockRewardRevenue, .powerCostPerExahash,
            .blockRewardGrossProfit, .grossMargin, .blockRewardRevenueYearAgo,
            .blockRewardMultipleScaled:
            true
        default: false
        }
    }
}
