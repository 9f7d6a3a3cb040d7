/// Which company consolidates which. A parent's figures include those of its subsidiaries, so a sum
/// that includes both counts the subsidiaries twice.
package struct Consolidation: Sendable {
    /// The parent of each ticker that has one. A company may write its parent in any letter case;
    /// here it is written as the parent writes itself.
    private let parents: [String: String]
    /// The tickers that have a parent, in the order of the companies.
    private let subsidiaries: [String]

    /// The parents that these companies name.
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

    /// The parent of a company, the parent's parent and so on. Empty if it has no parent.
    package func ancestors(of ticker: String) -> [String] {
        var ancestors: [String] = []
        var known: Set = [ticker]
        var next = parents[ticker]
        // A cycle of parents ends the chain.
        while let ancestor = next, known.insert(ancestor).inserted {
            ancestors.append(ancestor)
            next = parents[ancestor]
        }
        return ancestors
    }

    /// The longest chain of parents that a company may have; real chains have two or three.
    package static let maxParents = 20

    /// The tickers whose chain of parents is longer than `maxParents`. A cycle of parents ends the
    /// chain.
    package var withTooManyParents: Set<String> {
        // Each company is visited once: the counts of its ancestors are known by then.
        var counts: [String: Int] = [:]
        for start in subsidiaries {
            var chain: [String] = []
            var next: String? = start
            while let ticker = next, counts[ticker] == nil {
                counts[ticker] = 0
                chain.append(ticker)
                next = parents[ticker]
            }
            var count = next.flatMap { counts[$0] } ?? -1
            for ticker in chain.reversed() {
                count += 1
                counts[ticker] = count
            }
        }
        return Set(counts.filter { $0.value > Self.maxParents }.keys)
    }

    /// Cycles of parents: `["A", "B"]` if A's parent is B and B's parent is A. Each cycle starts
    /// with the company that comes first in the order given to the initializer. Empty in a sound
    /// book.
    package var cycles: [[String]] {
        var cycles: [[String]] = []
        // Each company is visited once and marked with the number of the walk that reached it.
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
                cycles.append(Array(chain[place...]))
            }
        }
        return cycles
    }

    /// A subsidiary and a company that consolidates it, both members of the same group at the same
    /// time.
    package struct Overlap: Sendable, Hashable {
        /// The code of the group.
        package var group: String
        /// The ticker of the subsidiary.
        package var subsidiary: String
        /// The ticker of the company that consolidates it.
        package var parent: String
        /// The days on which both are members. It begins with `Day.first` or ends with `Day.last`
        /// if the memberships are open at that end.
        package var period: Period
    }

    /// The overlaps among the memberships of one group, in the order of the subsidiaries'
    /// memberships. Empty if there are none.
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
