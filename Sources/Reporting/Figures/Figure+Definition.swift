import Mining

extension Figure {
    /// What `--explain` says of it (docs/formulas.md).
    var definition: FigureDefinition {
        let (formula, meaning) = words
        return FigureDefinition(
            code, title, figureUnit, formula: formula, meaning: meaning)
    }

    /// What all companies are worth together is shown in billions.
    private var figureUnit: FigureUnit {
        self == .marketCap
            ? FigureUnit(unit.code, shown: Unit.billionDollars.code, power: -9) : FigureUnit(unit)
    }

    /// The definition of how much it changed.
    func definition(of change: FigureCode.Change) -> FigureDefinition {
        let (unit, formula) =
            switch change {
            case .absolute: (figureUnit, "\(code) − what it was")
            case .percent: (FigureUnit(.percent), "(\(code) − what it was) / what it was")
            case .basisPoints: (FigureUnit(.basisPoint), "(\(code) − what it was) × 100")
            }
        return FigureDefinition(
            FigureCode(self, change: change).description, "Change of \(title.lowercased())",
            unit, formula: formula, meaning: "how much it moved since the base", isSigned: true)
    }

    private var words: (formula: String, meaning: String) {
        switch self {
        case .companies: ("the number of members", "who belongs to the group on the day")
        case .hashrate: ("Σ deployed_hashrate", "the machines that the members run together")
        case .networkHashrate:
            ("mean of network_hashrate", "what all miners hashed with, on average over the period")
        case .networkShare:
            ("hashrate / network_hashrate", "the members' part of all hashing")
        case .marketCap:
            (
                "Σ market_cap, or share_price × shares_outstanding where the price is newer",
                "what the members' shares are worth together"
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
                "what 1 EH/s earns in a day from block subsidies, without fees"
            )
        case .powerCostPerExahash:
            ("fleet_efficiency × 24 × power_price", "what power 1 EH/s takes in a day costs")
        case .blockRewardGrossProfit:
            (
                "block_reward_revenue − power_cost_per_exahash",
                "what is left of the block rewards once power is paid"
            )
        case .grossMargin:
            (
                "block_reward_gross_profit / block_reward_revenue",
                "the part of the block rewards that is left once power is paid"
            )
        case .blockRewardRevenueYearAgo:
            (
                "block_reward_revenue of the same period a year before",
                "what 1 EH/s earned in a day a year ago"
            )
        case .blockRewardMultiple:
            (
                "market_cap / (btc_price × bitcoin of the next 210,384 blocks)",
                "how many times the block rewards of four years the members are worth"
            )
        case .blockRewardMultipleScaled:
            (
                "block_reward_multiple / network_share",
                "how many times their own part of four years' block rewards the members are worth"
            )
        case .hpcContracted: ("Σ hpc_contracted", "AI and HPC capacity under signed contracts")
        case .hpcEnergized: ("Σ hpc_energized", "AI and HPC capacity in service")
        }
    }
}
