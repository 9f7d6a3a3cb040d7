import Mining

/// The two ends of a change, over the same members.
///
/// If both figures count the same members, the ends are the figures themselves. Otherwise both are
/// computed again over the members that have a figure at both ends: the change is like for like.
struct ComparedEnds {
    /// At the base.
    let before: Expression
    /// On the day reported on.
    let now: Expression
    /// How many members both ends count; nil if the figure counts no members.
    let members: Int?
    /// The members that only one of the figures counts, by ticker; empty if the change is not like
    /// for like.
    let leftOut: [String]

    /// The members of the change whose figure is the same observation at both ends, by ticker: what
    /// they have now is not known. Empty for a figure that is no sum over members.
    let unrenewed: [String]

    /// Whether the ends are computed over fewer members than one of the figures.
    var areLikeForLike: Bool { !leftOut.isEmpty }

    /// Why two figures cannot be compared.
    struct Mismatch: Error {
        /// The end of a sentence.
        let reason: String
        /// Whether both figures count the same members.
        var hasSameMembers = false
    }

    /// Returns nil if one of the figures is not known. `comparesDays` says that they are of different
    /// days, so that the same observation at both ends shows no change.
    ///
    /// - Throws: `Mismatch` if none of the members with a figure at both ends has a newer one than at
    ///   the base, or if the figures count different members, and fewer than half of the companies
    ///   that are members at both ends have a figure at both.
    init?(from before: ComputedFigure, to now: ComputedFigure, comparesDays: Bool = true)
        throws(Mismatch)
    {
        guard let first = before.expression, let last = now.expression else { return nil }
        guard let old = before.counted, let new = now.counted else {
            guard before.counted == nil, now.counted == nil else {
                throw Mismatch(reason: "only one end is a figure of the members")
            }
            (self.before, self.now, members, leftOut, unrenewed) = (first, last, nil, [], [])
            return
        }
        let isSame = new.areSame(as: old)
        let common = old.tickers.intersection(new.tickers)
        if isSame {
            (self.before, self.now, leftOut) = (first, last, [])
        } else {
            let all = old.members.intersection(new.members)
            guard isAtLeastHalf(common.count, of: all.count), let first = old.over(common),
                let last = new.over(common)
            else { throw Mismatch(reason: Self.reason(common: common.count, all: all.count)) }
            (self.before, self.now) = (first, last)
            leftOut = old.tickers.union(new.tickers).subtracting(common).sorted()
        }
        guard
            !comparesDays
                || zip(new.parts, old.parts).contains(where: { $0.isNewer(than: $1, over: common) })
        else { throw Mismatch(reason: Self.noNewerFigure, hasSameMembers: isSame) }
        members = common.count
        unrenewed = Self.unrenewed(common, from: old, to: new)
    }

    /// Why a change of members is not shown if all of them have the same figure at both ends.
    static let noNewerFigure = "no member with a figure at both ends has a newer one since then"

    private static func unrenewed(
        _ tickers: Set<String>, from old: CountedMembers, to new: CountedMembers
    ) -> [String] {
        guard new.parts.count == 1, old.parts.count == 1, new.parts[0].isSum, old.parts[0].isSum
        else { return [] }
        return tickers.filter { !new.parts[0].isNewer(than: old.parts[0], over: [$0]) }.sorted()
    }

    private static func reason(common: Int, all: Int) -> String {
        if all == 0 { return "no company is a member at both ends" }
        return common == 0
            ? "no member has a figure at both ends"
            : "only \(common) of \(all) members have a figure at both ends"
    }
}
