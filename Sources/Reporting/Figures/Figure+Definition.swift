import Mining

extension Figure {
    /// What `--explain` says about it (docs/formulas.md).
    var definition: FigureDefinition {
        let (formula, meaning) = words
        return FigureDefinition(
            code, title, figureUnit, formula: formula, meaning: meaning)
    }

    /// The market cap of a whole group is shown in billions.
    private var figureUnit: FigureUnit {
        self == .marketCap ? .billionDollars : FigureUnit(unit)
    }

    /// The definition of its change.
    func definition(of change: FigureCode.Change) -> FigureDefinition {
        let (unit, formula) =
            switch change {
            case .absolute:
                (figureUnit.isPercentage ? .points : figureUnit, "\(code) − its base")
            case .percent: (FigureUnit(.percent), "(\(code) − its base) / its base")
            case .basisPoints: (FigureUnit(.basisPoint), "(\(code) − its base) × 100")
            }
        return FigureDefinition(
            FigureCode(self, change: change).description, "Change of \(title.lowercased())",
            unit, formula: formula, meaning: "how much it changed since the base", isSigned: true)
    }

    private var words: (formula: String, meaning: String) {
        switch self {
        case .companies:
            ("the number of members", "how many companies belong to the group on that day")
        case .hashrate:
            ("Σ deployed_hashrate", "the hashrate that the members have deployed together")
        case .networkHashrate:
            ("mean of network_hashrate", "the average hashrate of all miners over the period")
        case .networkShare:
            ("hashrate / network_hashrate", "the members' share of the network's hashrate")
        case .marketCap:
            (
                "Σ market_cap, or share_price × shares_outstanding where the price is newer",
                "the market value of the members' shares together"
            )
        case .btcPrice: ("btc_price", "the closing price of the day")
        case .hashprice:
            (
                "86,400 × 10¹⁵ × (subsidy + fees per block) × btc_price / (difficulty × 2³²)",
                "what 1 PH/s earns in a day"
            )
        case .blockRewardRevenue:
            (
                "144 × subsidy × average btc_price / network_hashrate",
                "what 1 EH/s earns in a day from block subsidies, without transaction fees"
            )
        case .powerCostPerExahash:
            (
                "fleet_efficiency × 24 × power_price",
                "the cost of the power that 1 EH/s uses in a day"
            )
        case .blockRewardGrossProfit:
            (
                "block_reward_revenue − power_cost_per_exahash",
                "what is left of the block rewards after paying for power"
            )
        case .grossMargin:
            (
                "block_reward_gross_profit / block_reward_revenue",
                "the part of the block rewards that is left after paying for power"
            )
        case .blockRewardRevenueYearAgo:
            (
                "block_reward_revenue of the same period a year before",
                "what 1 EH/s earned in a day a year ago"
            )
        case .blockRewardMultiple:
            (
                "market_cap / (btc_price × bitcoin of the next 210,384 blocks)",
                "the members' market value as a multiple of four years' block rewards"
            )
        case .blockRewardMultipleScaled:
            (
                "block_reward_multiple / network_share",
                "the members' market value as a multiple of their share of four years' block rewards"
            )
        case .hpcContracted: ("Σ hpc_contracted", "AI and HPC capacity under signed contracts")
        case .hpcEnergized: ("Σ hpc_energized", "AI and HPC capacity in service")
        }
    }
}
