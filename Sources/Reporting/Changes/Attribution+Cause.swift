extension Attribution {
    /// Why a member's figure changed, in the order of the tables.
    enum Cause: String, CaseIterable {
        /// The change between what was first published for both ends, of members whose figures are
        /// published and in no conflict.
        case organic
        /// The company was not a member at the base.
        case joined
        /// The company is no longer a member.
        case left
        /// The member's figure was not known at the base.
        case newlyKnown = "newly_known"
        /// The member's figure is no longer known.
        case noLongerKnown = "no_longer_known"
        /// What restatements of the same periods changed.
        case restated
        /// The figure is an estimate at only one of the ends.
        case estimateReplaced = "estimate_replaced"
        /// The figure is an estimate at both ends.
        case estimated
        /// Another source contradicts the figure of one of the ends.
        case conflicting

        /// Whether the figure is known at one end only, so that it says nothing about a change.
        var isOfKnowledge: Bool { self == .newlyKnown || self == .noLongerKnown }

        /// For people, in a table.
        var title: String {
            switch self {
            case .organic: "Organic"
            case .joined: "Joined the group"
            case .left: "Left the group"
            case .newlyKnown: "Newly known"
            case .noLongerKnown: "No longer known"
            case .restated: "Restated"
            case .estimateReplaced: "Estimate at one end only"
            case .estimated: "Estimates at both ends"
            case .conflicting: "Conflicting sources"
            }
        }

        /// For `--explain`, without a full stop.
        var meaning: String {
            switch self {
            case .organic: "how much members' figures changed, as first published"
            case .joined: "the figures of companies that have joined since"
            case .left: "the figures of companies that have left since"
            case .newlyKnown: "members whose figure was not known at the base"
            case .noLongerKnown: "members whose figure is no longer known"
            case .restated: "how much restatements changed the figures of both ends"
            case .estimateReplaced: "changes from an estimate to a published figure or back"
            case .estimated: "changes from one estimate to another"
            case .conflicting: "members whose figure another source contradicts at one end or both"
            }
        }
    }
}
