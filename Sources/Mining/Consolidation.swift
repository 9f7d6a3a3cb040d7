/// Who consolidates whom: a parent's figures include those of its subsidiaries, so that a sum
/// that has both counts some of them twice.
package struct Consolidation: Sendable {
    /// The parent of each ticker that has one.
    private let parents: [String: String]

    package init(_ companies: some Sequence<Company>) {
        parents = Dictionary(
            companies.compactMap { company in company.parent.map { (company.ticker, $0) } }
        ) { first, _ in first }
    }

    /// The parent of a company, that one's parent and so on.
    package func ancestors(of ticker: String) -> [String] {
        var ancestors: [String] = []
        var next = parents[ticker]
        // A company that consolidates itself by way of others ends the chain.
        while let ancestor = next, ancestor != ticker, !ancestors.contains(ancestor) {
            ancestors.append(ancestor)
            next = parents[ancestor]
        }
        return ancestors
    }

    /// A subsidiary that is a member together with a company that consolidates it.
    package struct Overlap: Sendable, Hashable {
        package var group: String
        package var subsidiary: String
        package var parent: String
        /// The days on which both are; `Day.first` or `Day.last` where that end is open.
        package var period: Period
    }

    /// Where these memberships of one group have both a subsidiary and a company that
    /// consolidates it, in the order of the subsidiaries' memberships.
    package func overlaps(among memberships: [Membership]) -> [Overlap] {
        let byTicker = Dictionary(grouping: memberships, by: \.ticker)
        return memberships.flatMap { membership in
            ancestors(of: membership.ticker).flatMap { byTicker[$0] ?? [] }.compactMap { parent in
                guard
                    let period = Period(
                        max(membership.joinedOn ?? .first, parent.joinedOn ?? .first),
                        min(membership.leftOn ?? .last, parent.leftOn ?? .last))
                else { return nil }
                return Overlap(
                    group: membership.group, subsidiary: membership.ticker, parent: parent.ticker,
                    period: period)
            }
        }
    }
}
