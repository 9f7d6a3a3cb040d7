import Mining

/// Which members a figure counted, and how to compute it over only some of them.
///
/// A sum over the members has one part. A figure that is computed from others, such as a share of
/// the network, has the parts of all of them. `ComparedEnds` uses this to compare the same members
/// at both ends of a change.
struct CountedMembers: Sendable {
    /// A sum or a mean over members that the figure rests on.
    struct Part: Sendable {
        /// The code of what is added up or averaged, for messages: `hashrate`.
        let name: String
        let coverage: Coverage
        /// Whether it is a sum. A sum without some members is marked; a mean may lack some.
        let isSum: Bool
        /// The sum or mean over the members with these tickers; nil if none of them has a figure.
        let over: @Sendable (Set<String>) -> Expression?

        /// Whether the part rests on other observations of these members than `earlier`, the same
        /// part at the base. False if all their figures are carried forward from before the base.
        func isNewer(than earlier: Part, over tickers: Set<String>) -> Bool {
            guard let now = over(tickers), let before = earlier.over(tickers) else {
                return (over(tickers) == nil) != (earlier.over(tickers) == nil)
            }
            return !now.hasInputs(of: before)
        }
    }

    /// At least one.
    let parts: [Part]
    /// The members that all parts count.
    let tickers: Set<String>
    /// Computes the figure over the members with these tickers; nil if none of them has it.
    let over: @Sendable (Set<String>) -> Expression?
    /// What the sums lack and rest on; nil if all parts are means.
    let coverage: Coverage?

    /// What a sum or a mean counts.
    init(_ part: Part) { self.init([part], over: part.over) }

    private init(_ parts: [Part], over: @escaping @Sendable (Set<String>) -> Expression?) {
        self.parts = parts
        tickers = parts.dropFirst().reduce(parts.first?.coverage.tickers ?? []) {
            $0.intersection($1.coverage.tickers)
        }
        self.over = over
        let sums = parts.filter(\.isSum).map(\.coverage)
        coverage = sums.dropFirst().reduce(sums.first) { $0?.merged(with: $1) }
    }

    /// What a figure counts that `formula` computes from `figures`; nil if they count no members.
    init?(of figures: [ComputedFigure], formula: @escaping @Sendable ([Expression]) -> Expression) {
        let parts = figures.flatMap { $0.counted?.parts ?? [] }
        if parts.isEmpty { return nil }
        self.init(parts) { tickers in
            let terms = figures.compactMap { $0.over(tickers) }
            return terms.count == figures.count ? formula(terms) : nil
        }
    }

    /// Whether at least half of the members have everything that the figure counts, so that it may
    /// be shown.
    var isSupported: Bool { isAtLeastHalf(tickers.count, of: members.count) }

    /// All members of the day, whether they have a figure or not.
    var members: Set<String> { parts.first?.coverage.members ?? [] }

    /// Whether its sums count different members, so that the figure is computed over those that
    /// all of them count: some members' market caps per other members' hashrate mean nothing.
    var hasDifferentSums: Bool {
        parts.allSatisfy(\.isSum) && parts.contains { $0.coverage.tickers != tickers }
    }

    /// Whether the figure counts the same members as `other`.
    func areSame(as other: CountedMembers) -> Bool {
        if hasDifferentSums || other.hasDifferentSums {
            return tickers == other.tickers
        }
        return parts.count == other.parts.count
            && zip(parts, other.parts).allSatisfy {
                $0.name == $1.name && $0.coverage.tickers == $1.coverage.tickers
            }
    }
}

extension ComputedFigure {
    /// The figure over only these members; the figure itself if it counts no members.
    func over(_ tickers: Set<String>) -> Expression? {
        if let counted { counted.over(tickers) } else { expression }
    }
}
