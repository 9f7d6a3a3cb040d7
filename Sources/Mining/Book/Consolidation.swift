/// Who consolidates whom: a parent's figures include those of its subsidiaries, so that a sum
/// that has both counts some of them twice.
package struct Consolidation: Sendable {
    /// The parent of each ticker that has one. Parents may be written in any letter case; here they
    /// are written as their own company is.
    private let parents: [String: String]
    /// The tickers that have a parent, in the order of the companies.
    private let subsidiaries: [String]

    package init(_ companies: some Sequence<Company>) {
        let companies = Array(companies)
        let tickers = Dictionary(companies.map { ($0.ticker.lowercased(), $0.ticker) }) {
            first, _ in
            first
        }
        parents = Dictionary(
            companies.compactMap { company in
                company.parent.map { (company.ticker, tickers[$0.lowercased()] ?? $0) }
            }
        ) { first, _ in first }
        subsidiaries = companies.filter { $0.parent != nil }.map(\.ticker)
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

    /// Companies that are their own parents by way of each other, such as `["A", "B"]` where A's
    /// parent is B and B's is A. Each circle begins with the first of its companies in the order
    /// they were given in; empty in a sound book.
    package var circles: [[String]] {
        var circles: [[String]] = []
        // Each company is visited once: by the number of the walk that came to it.
        var walks: [String: Int] = [:]
        for (walk, start) in subsidiaries.enumerated() {
            var chain: [String] = []
            var next: String? = start
            while let ticker = next, walks[ticker] == nil {
                walks[ticker] = walk
                chain.append(ticker)
                next = parents[ticker]
            }
            if let next, walks[next] == walk, let place = chain.firstIndex(of: next) {
                circles.append(Array(chain[place...]))
            }
        }
        return circles
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
