import Mining

/// A company's shares of the group's and of the network's hashrate, as every report computes them.
enum HashrateShare {
    /// Of the sum over the members on the same day [%].
    static func ofGroup(_ deployed: ComputedFigure, _ group: ComputedFigure) -> ComputedFigure {
        ComputedFigure(deployed, group.divisor("the group's deployed_hashrate")) {
            Formulas.percentage($0[0], of: $0[1])
        }
    }

    /// Of the network's average over the period that ends on the day of `deployed` [%].
    static func ofNetwork(_ deployed: ComputedFigure, _ network: ComputedFigure) -> ComputedFigure {
        ComputedFigure(deployed, network.divisor("network_hashrate")) {
            Formulas.percentage($0[0], of: $0[1])
        }
    }

    /// `group` is the name of the group in the title.
    static func groupDefinition(_ group: String = "group") -> FigureDefinition {
        FigureDefinition(
            "share_of_group", "Share of \(group)", FigureUnit(.percent),
            formula: "deployed_hashrate / Σ deployed_hashrate",
            meaning: "the company's share of the members' deployed hashrate")
    }

    static let networkDefinition = FigureDefinition(
        "network_share", "Share of network", FigureUnit(.percent),
        formula: "deployed_hashrate / network_hashrate",
        meaning: "deployed hashrate relative to the network's average over the period")
}
