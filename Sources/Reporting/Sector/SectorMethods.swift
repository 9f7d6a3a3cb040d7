import Mining

/// Which method gave the figures that can be computed in several.
///
/// The base of a change is computed with the methods of the snapshot it is compared with, if the
/// book has what these need.
struct SectorMethods: Hashable {
    /// For each member, whether its market cap is share price times shares.
    var derivesMarketCap: [String: Bool] = [:]
    /// Whether fleet efficiency is the group's own figure; nil if it is not known.
    var usesGroupEfficiency: Bool?
    /// Whether the power price is the group's own figure; nil if it is not known.
    var usesGroupPowerPrice: Bool?
    /// Whether the hashprice includes transaction fees; nil if it is not known.
    var includesFees: Bool?

    /// Why a change of the figure between snapshots with these methods would compare unlike
    /// things, as the end of a sentence; nil if both used the same.
    func mismatch(with other: SectorMethods, for figure: Figure) -> String? {
        switch figure {
        case .marketCap, .blockRewardMultiple, .blockRewardMultipleScaled:
            let differing = derivesMarketCap.filter { ticker, derives in
                other.derivesMarketCap[ticker].map { $0 != derives } ?? false
            }
            guard !differing.isEmpty else { return nil }
            return "the market cap of \(differing.keys.sorted().joined(separator: ", ")) is"
                + " published at one end and share price times shares at the other"
        case .powerCostPerExahash, .blockRewardGrossProfit, .grossMargin:
            guard
                usesGroupEfficiency != other.usesGroupEfficiency
                    || usesGroupPowerPrice != other.usesGroupPowerPrice
            else { return nil }
            return "power cost uses the group's own figures at one end and the members' at the"
                + " other"
        case .hashprice:
            guard includesFees != other.includesFees else { return nil }
            return "transaction fees are known at one end only"
        default: return nil
        }
    }
}
